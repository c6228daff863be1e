"""Dependency and attachment told apart: how often she turns to anybody, and how much to whom.

How often is the dependency: calls per hour, whoever is there. To whom is the selectivity: if it
goes by person and not by who happens to be there, calls *per hour that a person was available* are
uneven. It is told where comfort is sought, less the same in play (science, D5). Without
known hours of availability nothing can be said, and nothing is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.survival import FEW
from holdfast.words.vocabulary import Kind, Signal

SHAPE = 2.0  # of the prior of each person's rate: Gamma(2, 2 / mean) [D]
DRAWS = 4_000
SEEKS: Mapping[str, str] = MappingProxyType(
    {
        Signal.REACH: "need",
        Signal.APPROACH: "need",
        Signal.CLING: "need",
        Signal.FUSS: "need",
        Signal.CRY: "need",
        Signal.GAZE: "play",
        Signal.SMILE: "play",
        Signal.COO: "play",
        Signal.BABBLE: "play",
        Signal.LAUGH: "play",
    }
)
"""Where comfort is sought, and where company is [D]. Hunger and tiredness are neither."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Turning:
    """How she turns to people: calls an hour, and how uneven the rates are, in need over play."""

    dependency: Estimate
    selectivity: Estimate


def tally_calls(log: pl.DataFrame) -> pl.DataFrame:
    """Count the signals that say to whom: one row per to and context ("need", "play"), calls."""
    signals = log.filter((pl.col("kind") == Kind.SIGNAL) & pl.col("to").is_not_null())
    context = pl.col("word").replace_strict(dict(SEEKS), default=None, return_dtype=pl.String)
    counts = signals.select("to", context=context).drop_nulls().group_by("to", "context")
    return counts.agg(calls=pl.len()).cast({"calls": pl.Int64}).sort("to", "context")


def selectivity(
    tally: pl.DataFrame,
    available: pl.DataFrame | None,
    *,
    chance: np.random.Generator,
    level: float = 0.8,
    needed: int = FEW,
) -> Turning | TooFew | None:
    """Tell how often she turns to anybody, and how much it matters to whom.

    Args:
        tally: counts from `tally_calls`.
        available: columns to and hours: how long each person was there while she was awake; None
            where nobody knows.
        chance: for the draws from the posterior.
        level: how much of the posterior the bands hold.
        needed: how many calls in need, and in play, it takes.

    Returns:
        None where availability is not known or there is one person only: then to whom says
        nothing. Selectivity runs from -1 to 1, 0 where need is as even or uneven as play.
    """
    if available is None or len(available) < 2:  # noqa: PLR2004 -- one person leaves no choice
        return None
    people = available.sort("to")
    hours = people["hours"].cast(pl.Float64).to_numpy()
    counts = {context: calls_to(tally, people, context) for context in ("need", "play")}
    fewest = int(min(counts["need"].sum(), counts["play"].sum()))
    if fewest < needed:
        return TooFew(fewest, needed)
    rates = {context: rates_of(calls, hours, chance) for context, calls in counts.items()}
    n = int(counts["need"].sum() + counts["play"].sum())
    depends = rates["need"].sum(axis=1) + rates["play"].sum(axis=1)
    chosen = unevenness(rates["need"]) - unevenness(rates["play"])
    return Turning(middle(depends, n, level=level), middle(chosen, n, level=level))


def calls_to(tally: pl.DataFrame, people: pl.DataFrame, context: str) -> Values:
    """Return the calls to each person, in the order of `people`."""
    calls = people.join(tally.filter(context=context), on="to", how="left", maintain_order="left")
    return calls["calls"].fill_null(0).cast(pl.Float64).to_numpy()


def rates_of(calls: Values, hours: Values, chance: np.random.Generator) -> Values:
    """Draw each person's calls an hour from its posterior: Poisson counts, a common Gamma prior."""
    mean = (calls.sum() + 1) / (hours.sum() + 1)
    return chance.gamma(SHAPE + calls, 1 / (SHAPE / mean + hours), size=(DRAWS, len(calls)))


def unevenness(rates: Values) -> Values:
    """Return 1 - H / ln K of each row: 0 where all rates are equal, 1 where all go to one."""
    shares = rates / rates.sum(axis=1, keepdims=True)
    entropy = -(shares * np.log(shares)).sum(axis=1)
    uneven: Values = 1 - entropy / np.log(rates.shape[1])
    return uneven


def middle(draws: Values, n: int, *, level: float) -> Estimate:
    """Return the median of the draws with the band that holds `level` of them."""
    low, value, high = np.quantile(draws, [(1 - level) / 2, 0.5, (1 + level) / 2])
    return Estimate(float(value), float(low), float(high), n)
