"""How often two people are in the same state, at once and a little later.

For dense sessions only, in which every moment was coded (from video or sound): a log tapped by hand
holds far too little. Source: cross-recurrence as in Dale, Warlaumont and Richardson 2011.
"""

from collections.abc import Iterable, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

States = NDArray[np.str_]


def recurrence_rate(first: Sequence[str], second: Sequence[str]) -> float | None:
    """Return the share of all pairs of moments in which both are in one state; None without any."""
    pairs = len(first) * len(second)
    if pairs == 0:
        return None
    states = set(first) & set(second)
    return sum(list(first).count(s) * list(second).count(s) for s in states) / pairs


def profile(first: Sequence[str], second: Sequence[str], *, lags: Iterable[int]) -> pl.DataFrame:
    """Return how often the second is where the first was, some moments later.

    Args:
        first: states, one a moment.
        second: states of the other, at the same moments.
        lags: how many moments later; negative where the second goes first.

    Returns:
        One row a lag: lag, n (pairs), share; null where sessions are too short for the lag.
    """
    one, other = (np.array(list(states), dtype=str) for states in (first, second))
    rows = [(lag, *matches(one, other, lag)) for lag in lags]
    counts = pl.DataFrame(rows, {"lag": pl.Int64, "n": pl.Int64, "same": pl.Int64}, orient="row")
    share = pl.when(pl.col("n") > 0).then(pl.col("same") / pl.col("n"))
    return counts.select("lag", "n", share=share)


def matches(first: States, second: States, lag: int) -> tuple[int, int]:
    """Count the pairs at one lag, and those in one state."""
    one, other = first[max(-lag, 0) :], second[max(lag, 0) :]
    n = min(len(one), len(other))
    return n, int((one[:n] == other[:n]).sum())
