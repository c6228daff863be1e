"""When did you feel that the baby belongs to you? "Not yet" is an answer, and slow is normal.

An answer puts the beginning between two weeks: after the last "not yet", and before the first time
that somebody said it was there. What a large survey found comes before it (Henderson et al. 2016).
"""

import math
from collections.abc import Iterable

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine.priors import BELONGING, BELONGING_EARLY, BELONGING_WEEKS

Values = NDArray[np.float64]

WHEN = ("in pregnancy", "at birth", "first days", "first weeks", "recently", "not yet")
PREGNANCY_WEEKS = 40.0
SLOW_WEEKS = 26.0  # mean of what "not yet" still takes, so that it never ends for certain


def onset(
    answers: Iterable[tuple[float, bool]] = (), *, born_at_days: int | None = None
) -> pl.DataFrame:
    """Return how probable each beginning is.

    Args:
        answers: weeks since birth, and whether it was there, in any order. The first time that it
            was counts, and the last "not yet" before it: a feeling may come and go.
        born_at_days: days of gestation at birth; after an early birth it often takes longer.

    Returns:
        One row per beginning, in order of time: when, share. The shares sum to 1.
    """
    asked = list(answers)
    felt = min((week for week, there in asked if there), default=math.inf)
    not_yet = max((week for week, there in asked if week < felt and not there), default=-math.inf)
    edges = np.array([-PREGNANCY_WEEKS, *BELONGING_WEEKS])
    lengths = overlap(edges, max(not_yet, edges[0]), max(felt, edges[0] + 1))
    weight = belonging(born_at_days) * lengths
    # Nobody of few in the survey began just then: then how long it could have been is all we know.
    weight = weight if weight.sum() > 0 else lengths
    return pl.DataFrame({"when": WHEN, "share": weight / weight.sum()})


def belonging(born_at_days: int | None) -> Values:
    """Return the survey's shares for this gestation at birth."""
    early = [shares for limit, shares in BELONGING_EARLY.items() if (born_at_days or limit) < limit]
    return np.array(early[0] if early else BELONGING)


def overlap(edges: Values, low: float, high: float) -> Values:
    """Return which part of each beginning's span lies between low and high."""
    starts, ends = edges[:-1], edges[1:]
    inside = np.minimum(ends, high) - np.maximum(starts, low)
    shares = np.maximum(inside, 0) / (ends - starts)
    later = [math.exp(-max(t - edges[-1], 0) / SLOW_WEEKS) for t in (low, high)]
    lengths: Values = np.r_[shares, later[0] - later[1]]
    return lengths
