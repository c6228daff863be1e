"""How good a forecast was, said honestly: losses, calibration, and bands that know about days.

Losses come one a forecast, so that two forecasters can be compared pair by pair and by day. Less is
better, and each is proper: to say what one believes costs least (Gneiting and Raftery 2007).
"""

import math
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from holdfast.engine.estimate import Estimate, TooFew

Values = NDArray[np.float64]
LEAST = 1e-15  # who says never, and is wrong, loses much and not without end
DAYS = 5
BINS = 10


def log_losses(probabilities: ArrayLike, outcomes: ArrayLike) -> Values:
    """Return minus the log of the probability of what came, one a forecast.

    Args:
        probabilities: shape (n, classes), rows that sum to 1.
        outcomes: the class that came, shape (n,).
    """
    p, came = np.asarray(probabilities, dtype=np.float64), np.asarray(outcomes)
    losses: Values = -np.log(np.maximum(p[np.arange(len(p)), came], LEAST))
    return losses


def briers(probabilities: ArrayLike, outcomes: ArrayLike) -> Values:
    """Return the squared distance from what came, summed over the classes, one a forecast."""
    p = np.asarray(probabilities, dtype=np.float64)
    losses: Values = ((p - came(p, outcomes)) ** 2).sum(axis=1)
    return losses


def ranked(probabilities: ArrayLike, outcomes: ArrayLike) -> Values:
    """Return the ranked probability score of ordered classes: summed, not divided by K - 1."""
    p = np.asarray(probabilities, dtype=np.float64)
    losses: Values = ((p - came(p, outcomes)).cumsum(axis=1) ** 2).sum(axis=1)
    return losses


def came(probabilities: Values, outcomes: ArrayLike) -> Values:
    """Return a 1 for the class that came, and 0 elsewhere."""
    ones: Values = np.eye(probabilities.shape[1])[np.asarray(outcomes)]
    return ones


def crps_normal(mean: ArrayLike, sd: ArrayLike, y: ArrayLike) -> Values:
    """Return the continuous ranked probability score of normal forecasts (Gneiting et al. 2005)."""
    from scipy.special import ndtr  # noqa: PLC0415 -- slow import

    spread = np.asarray(sd, dtype=np.float64)
    z = (np.asarray(y) - np.asarray(mean)) / spread
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    losses: Values = spread * (z * (2 * ndtr(z) - 1) + 2 * density - 1 / math.sqrt(math.pi))
    return losses


def crps_ensemble(draws: ArrayLike, y: ArrayLike, *, fair: bool = False) -> Values:
    """Return the score of forecasts that are draws.

    Args:
        draws: shape (..., m).
        y: what came, shape (...).
        fair: as if there were draws without end, and not m of them (Ferro 2014).
    """
    x = np.sort(np.asarray(draws, dtype=np.float64), axis=-1)
    m = x.shape[-1]
    distance = np.abs(x - np.asarray(y, dtype=np.float64)[..., None]).mean(axis=-1)
    apart = (x * (2 * np.arange(m) - m + 1)).sum(axis=-1)  # all pairs' distances, each once
    losses: Values = distance - apart / (m * (m - 1) if fair else m**2)
    return losses


def equal_edges(forecasts: ArrayLike, *, bins: int = BINS) -> Values:
    """Return edges that part forecasts into bins of about equally many, equal ones together."""
    inner = np.quantile(np.asarray(forecasts), np.arange(1, bins) / bins, method="higher")
    edges: Values = np.unique(inner)
    return edges


def tally_forecasts(forecasts: ArrayLike, happened: ArrayLike, *, edges: ArrayLike) -> pl.DataFrame:
    """Count forecasts by bin: all that calibration needs, and it adds up where edges are the same.

    Args:
        forecasts: probabilities of one event each.
        happened: whether it came.
        edges: between the bins, from `equal_edges`; a forecast at an edge is above it.

    Returns:
        One row a bin with a forecast in it: bin, n, events, and the sums of forecasts, their
        squares, and of those whose event came (hits).
    """
    p, y = np.asarray(forecasts, dtype=np.float64), np.asarray(happened, dtype=np.int64)
    rows = pl.DataFrame(
        {"bin": np.searchsorted(np.asarray(edges), p, side="right"), "p": p, "y": y}
    )
    counts = rows.group_by("bin").agg(
        n=pl.len().cast(pl.Int64),
        events=pl.col("y").sum(),
        forecasts=pl.col("p").sum(),
        squares=(pl.col("p") ** 2).sum(),
        hits=(pl.col("p") * pl.col("y")).sum(),
    )
    return counts.cast({"bin": pl.Int64}).sort("bin")


@dataclass(frozen=True, slots=True)
class Murphy:
    """Brier's score in parts: reliability - resolution + uncertainty + within (Murphy 1973).

    `within` is what forecasts that differ within one bin add (Stephenson et al. 2008); 0 where each
    bin holds one value. `error` is the expected calibration error: the mean distance of a bin's
    forecasts from what came.
    """

    brier: float
    reliability: float
    resolution: float
    uncertainty: float
    within: float
    error: float
    n: int


def murphy(tally: pl.DataFrame) -> Murphy | None:
    """Part Brier's score of one event; None without a forecast."""
    n, events, forecasts, squares, hits = (
        tally[name].cast(pl.Float64).to_numpy()
        for name in ("n", "events", "forecasts", "squares", "hits")
    )
    total = n.sum()
    if total == 0:
        return None
    rate = events.sum() / total
    brier = float((squares - 2 * hits + events).sum() / total)
    reliability = float(((forecasts - events) ** 2 / n).sum() / total)
    resolution = float((n * (events / n - rate) ** 2).sum() / total)
    uncertainty = float(rate * (1 - rate))
    within = brier - (reliability - resolution + uncertainty)
    error = float(np.abs(forecasts - events).sum() / total)
    return Murphy(brier, reliability, resolution, uncertainty, within, error, int(total))


def by_day(
    days: ArrayLike,
    values: ArrayLike,
    *,
    rng: np.random.Generator,
    draws: int = 2000,
    level: float = 0.95,
    needed: int = DAYS,
) -> Estimate | TooFew:
    """Estimate a mean over values that hang together within a day, such as a difference of losses.

    Args:
        days: whatever names the day, one a value.
        values: what is to be averaged.
        rng: for the bootstrap, which draws whole days (Efron and Tibshirani 1993, 8.6).
        draws: how many.
        level: how much of them the band holds.
        needed: how many days it takes to say something.

    Returns:
        The mean with its band. Its count is of days, as those are what was drawn.
    """
    rows = pl.DataFrame({"day": days, "value": np.asarray(values, dtype=np.float64)})
    blocks = rows.group_by("day").agg(total=pl.col("value").sum(), n=pl.len()).sort("day")
    total, n = blocks.select("total", "n").cast(pl.Float64).to_numpy().T
    if len(n) < needed:
        return TooFew(len(n), needed)
    # One at a time: all at once would hold draws times days.
    share = np.full(len(n), 1 / len(n))
    weights = (rng.multinomial(len(n), share) for _ in range(draws))
    means = [(drawn @ total) / (drawn @ n) for drawn in weights]
    mean = float(total.sum() / n.sum())
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2]).tolist()
    return Estimate(mean, min(low, mean), max(high, mean), len(n))
