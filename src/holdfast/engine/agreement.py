"""How far people who name the same moment agree, beyond what chance would give.

Cohen's kappa for two (Cohen 1960), Fleiss' for several (Fleiss 1971). It is about the words: where
kappa is low the words are not clear yet. It never says who of the two was right.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine.estimate import Estimate, TooFew

Z95 = NormalDist().inv_cdf(0.975)
FEW = 10

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Kappa:
    """Cohen's kappa with its errors: `error` as it is, `error_null` were there no agreement."""

    value: float
    error: float
    error_null: float
    n: int


def tally_namings(namings: pl.DataFrame) -> pl.DataFrame:
    """Count how two people named the same moments.

    Args:
        namings: columns first and second, one row a moment.

    Returns:
        One row per pair of words that was seen: first, second, count. Tallies add up.
    """
    counts = namings.group_by("first", "second").agg(count=pl.len())
    return counts.cast({"count": pl.Int64}).sort("first", "second")


def cohen(tally: pl.DataFrame) -> Kappa | None:
    """Return kappa of two people, with the errors of Fleiss, Cohen and Everitt (1969).

    Returns:
        Kappa, or None where there is nothing to agree on: no moment, or one word only.
    """
    words = pl.concat([tally["first"], tally["second"].rename("first")]).unique().sort()
    place = {word: k for k, word in enumerate(words)}
    table = np.zeros((len(words), len(words)))
    for first, second, count in tally.select("first", "second", "count").iter_rows():
        table[place[first], place[second]] += count
    n = table.sum()
    p = table / max(n, 1)
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    agreed, chance = float(np.trace(p)), float(rows @ columns)
    if n == 0 or chance == 1:
        return None
    kappa = (agreed - chance) / (1 - chance)
    margins = rows[None, :] + columns[:, None]  # of cell (i, j): row j and column i
    own = np.diag(p) @ (1 - np.diag(margins) * (1 - kappa)) ** 2
    other = (p * margins**2).sum() - np.diag(p) @ np.diag(margins) ** 2
    excess = own + (1 - kappa) ** 2 * other - (kappa - chance * (1 - kappa)) ** 2
    null = chance + chance**2 - (rows * columns) @ (rows + columns)
    error, error_null = (math.sqrt(max(v, 0.0) / n) / (1 - chance) for v in (excess, null))
    return Kappa(kappa, error, error_null, int(n))


def agreement(tally: pl.DataFrame, *, z: float = Z95, needed: int = FEW) -> Estimate | TooFew:
    """Estimate Cohen's kappa of two people with its band; too few where it has no answer."""
    n = int(tally["count"].sum())
    kappa = cohen(tally)
    if n < needed or kappa is None:
        return TooFew(n, max(needed, n + 1))
    low, high = (kappa.value + side * z * kappa.error for side in (-1, 1))
    return Estimate(kappa.value, max(low, -1.0), min(high, 1.0), n)


def fleiss(namings: pl.DataFrame, *, z: float = Z95, needed: int = FEW) -> Estimate | TooFew:
    """Estimate Fleiss' kappa of several people, each moment named by equally many.

    Args:
        namings: columns moment, word, count: how many called this moment so.
        z: half-width of the band in standard errors.
        needed: how many moments it takes to say something.

    Returns:
        Kappa with a jackknife band (Efron and Stein 1981), and the number of moments. Too few also
        where all used one word: there is nothing to agree on.
    """
    counts = namings.pivot(on="word", index="moment", values="count").drop("moment").fill_null(0)
    table = counts.cast(pl.Float64).to_numpy()
    n = len(table)
    if n < needed or (table.sum(axis=0) > 0).sum() < 2:  # noqa: PLR2004 -- one word is no choice
        return TooFew(n, max(needed, n + 1))
    raters = table[0].sum()
    pairs = ((table**2).sum(axis=1) - raters) / (raters * (raters - 1))
    value = float(kappa_of(pairs.sum(), table.sum(axis=0), n, raters))
    left_out = [
        kappa_of(pairs.sum() - pair, table.sum(axis=0) - row, n - 1, raters)
        for pair, row in zip(pairs, table, strict=True)
    ]
    error = math.sqrt((n - 1) ** 2 / n * float(np.var(left_out)))
    return Estimate(value, max(value - z * error, -1.0), min(value + z * error, 1.0), n)


def kappa_of(pairs: float, totals: Values, n: int, raters: float) -> float:
    """Return kappa from summed agreement of pairs and the totals of the words."""
    chance = float(((totals / (n * raters)) ** 2).sum())
    return (pairs / n - chance) / (1 - chance)
