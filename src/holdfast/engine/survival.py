"""How long it took: curves over waits of which some were not seen to their end.

A wait that nobody saw the end of still says "longer than this", so the spread is a Kaplan-Meier
curve and not an average of the waits that ended (Kaplan and Meier 1958). Where it may end in one
of several ways, one of them keeps the others from happening: then each has its own cumulative
incidence (Aalen and Johansen 1978). At a tie, ends come before waits that were lost sight of.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine.estimate import Estimate, TooFew

Z95 = NormalDist().inv_cdf(0.975)
HALF = 0.5
HAIR = 1e-10  # a product of many shares may miss a half, or a difference zero, by rounding
FEW = 5
LOST = "\x00lost"  # no word of ours

INCIDENCE = {
    "cause": pl.String,
    "time": pl.Float64,
    "at_risk": pl.Int64,
    "share": pl.Float64,
    "error": pl.Float64,
}

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LogRank:
    """How far groups are from having one curve: chi2 on df degrees, and its upper tail p."""

    chi2: float
    df: int
    p: float


def tally_times(times: pl.DataFrame, *, by: tuple[str, ...] = ()) -> pl.DataFrame:
    """Count waits by length: all that a curve needs, and it adds up over families.

    Args:
        times: columns time (> 0, in any one unit) and happened (bool), and those of `by`.
        by: columns that part the waits into groups.

    Returns:
        One row per group and distinct time: time, happened and ended (counts; ended holds both
        those that happened and those lost sight of).
    """
    groups = times.lazy().group_by(*by, "time")
    counts = groups.agg(happened=pl.col("happened").sum(), ended=pl.len())
    # Polars counts in 32 bits; the band multiplies counts, which overflows above 65,535.
    return counts.cast({"happened": pl.Int64, "ended": pl.Int64}).sort(*by, "time").collect()


def curve(tally: pl.DataFrame, *, z: float = Z95) -> pl.DataFrame:
    """Estimate the share of waits not yet ended at each time, with its band.

    Args:
        tally: counts from `tally_times`, of one family or of many merged.
        z: half-width of the band in standard errors; 1.96 gives 95 %.

    Returns:
        One row per time, in order: time, at_risk, happened, share, error (Greenwood's standard
        error), low, high. The band is Greenwood's on the log(-log) scale, so within 0 and 1
        (Kalbfleisch and Prentice 1980); it is null where nothing has happened yet or nothing is
        left.
    """
    d, n, share, spread = (pl.col(name) for name in ("happened", "at_risk", "share", "spread"))
    inside = share.is_between(0, 1, closed="none")
    width = (z * spread / share.log().abs()).exp()
    steps = tally.sort("time").with_columns(at_risk=pl.col("ended").cum_sum(reverse=True))
    # In steps, as each is needed more than once.
    return (
        steps.with_columns(
            share=(1 - d / n).cum_prod(), spread=(d / (n * (n - d))).cum_sum().sqrt()
        )
        .with_columns(width=width)
        .select(
            "time",
            "at_risk",
            "happened",
            "share",
            error=pl.when(share > 0).then(share * spread),
            low=pl.when(inside).then(share.pow(pl.col("width"))),
            high=pl.when(inside).then(share.pow(1 / pl.col("width"))),
        )
    )


def median(tally: pl.DataFrame, *, z: float = Z95, needed: int = FEW) -> Estimate | TooFew:
    """Estimate the time by which half of the waits have ended.

    Returns:
        The first time at which the curve is at a half or below; low and high are the same of the
        band's edges (Brookmeyer and Crowley 1982). Where the upper edge was not seen to come down,
        high is the longest wait: read it as "or longer". Too few where the curve itself was not.
    """
    steps = curve(tally, z=z)
    n = int(tally["ended"].sum())
    value, low, high = (first_below_half(steps, edge) for edge in ("share", "low", "high"))
    if n < needed or value is None:
        return TooFew(n, max(needed, n + 1))
    longest = float(steps["time"][-1])
    return Estimate(value, value if low is None else low, longest if high is None else high, n)


def first_below_half(steps: pl.DataFrame, edge: str) -> float | None:
    """Return the first time at which `edge` is at a half or below."""
    below = steps.filter(pl.col(edge) <= HALF + HAIR)["time"]
    return None if below.is_empty() else float(below[0])


def restricted_mean(
    tally: pl.DataFrame, *, limit: float, z: float = Z95, needed: int = FEW
) -> Estimate | TooFew:
    """Estimate the mean wait, each wait counted up to `limit`: the area under the curve.

    Returns:
        The mean with its band (Irwin 1949; the error as in Klein and Moeschberger 2003, 4.5.3).
        Too few also where waits are still open and none was seen up to the limit: nobody knows.
    """
    steps = curve(tally)
    n = int(tally["ended"].sum())
    if n < needed:
        return TooFew(n, needed)
    if steps["share"][-1] > 0 and steps["time"][-1] < limit:
        return TooFew(n, n + 1)
    steps = steps.filter(pl.col("time") < limit)
    t, share, d, at_risk = steps.select("time", "share", "happened", "at_risk").to_numpy().T
    areas = np.diff(np.r_[0.0, t, limit]) * np.r_[1.0, share]
    after = areas.sum() - np.cumsum(areas)[:-1]
    value = float(areas.sum())
    error = math.sqrt(float((after**2 * rate_error(d, at_risk)).sum()))
    return Estimate(value, max(value - z * error, 0.0), min(value + z * error, limit), n)


def rate_error(d: Values, n: Values) -> Values:
    """Return d / (n (n - d)), Greenwood's summand, and 0 where nothing is left to be unsure of."""
    return np.divide(d, n * (n - d), out=np.zeros_like(n), where=n > d)


def log_rank(tally: pl.DataFrame, *, by: str) -> LogRank | None:
    """Test whether groups of waits have one curve (Mantel 1966).

    Args:
        tally: counts from `tally_times(..., by=(by,))`.
        by: the column that parts the groups; at least two.

    Returns:
        The test, or None where nothing happened that could tell the groups apart.
    """
    from scipy.special import chdtrc  # noqa: PLC0415 -- slow import

    ended, happened = (
        tally.pivot(on=by, index="time", values=counts).sort("time").drop("time").fill_null(0)
        for counts in ("ended", "happened")
    )
    at_risk = ended.select(pl.all().cum_sum(reverse=True)).cast(pl.Float64).to_numpy()
    d, n = happened.sum_horizontal().cast(pl.Float64).to_numpy(), at_risk.sum(axis=1)
    parts = at_risk / n[:, None]
    excess = happened.sum().to_numpy()[0] - (d[:, None] * parts).sum(axis=0)
    weight = np.divide(d * (n - d), n - 1, out=np.zeros_like(n), where=n > 1)
    spread = np.diag(weight @ parts) - (parts * weight[:, None]).T @ parts
    # The excesses sum to zero, so there is always one degree of freedom less than groups.
    df = int((np.linalg.eigvalsh(spread) > HAIR * spread.max()).sum())
    if df == 0:
        return None
    chi2 = float(excess @ np.linalg.pinv(spread, rcond=HAIR, hermitian=True) @ excess)
    return LogRank(chi2, df, float(chdtrc(df, chi2)))


def tally_causes(times: pl.DataFrame) -> pl.DataFrame:
    """Count waits by length and by how they ended.

    Args:
        times: columns time (> 0) and cause (text; null where the wait was lost sight of).

    Returns:
        One row per distinct time and cause: time, cause, ended (count).
    """
    counts = times.group_by("time", "cause").agg(ended=pl.len())
    return counts.cast({"ended": pl.Int64}).sort("time", "cause")


def cumulative_incidence(tally: pl.DataFrame, *, z: float = Z95) -> pl.DataFrame:
    """Estimate for each cause the share of waits that have ended so by each time.

    Args:
        tally: counts from `tally_causes`, of one family or of many merged.
        z: half-width of the band in standard errors.

    Returns:
        One row per cause and time, in this order: cause, time, at_risk, share, error, low, high.
        The error is the delta method's (Marubini and Valsecchi 1995), the band on the log(-log)
        scale; it is null where the share is 0 or 1.
    """
    wide = tally.with_columns(pl.col("cause").fill_null(LOST)).pivot(
        on="cause", index="time", values="ended"
    )
    wide = wide.sort("time").fill_null(0)
    causes = sorted(set(wide.columns) - {"time", LOST})
    n = wide.select(pl.sum_horizontal(pl.exclude("time")).cum_sum(reverse=True)).to_series()
    d = wide.select(causes).cast(pl.Float64).to_numpy()
    at_risk = n.cast(pl.Float64).to_numpy()
    rows = [
        pl.DataFrame(
            {
                "time": wide["time"].cast(pl.Float64),
                "at_risk": n,
                **incidence(d[:, k], d.sum(1), at_risk),
            }
        ).select(pl.lit(cause).alias("cause"), pl.all())
        for k, cause in enumerate(causes)
    ]
    share, width = pl.col("share"), z * pl.col("error") / pl.col("share") / pl.col("share").log()
    inside = share.is_between(0, 1, closed="none")
    return pl.concat([pl.DataFrame(schema=INCIDENCE), *rows]).with_columns(
        low=pl.when(inside).then(share.pow((-width).exp())),
        high=pl.when(inside).then(share.pow(width.exp())),
    )


def incidence(d: Values, ended: Values, n: Values) -> dict[str, Values]:
    """Return share and error of one cause, from its ends, all ends and those at risk."""
    before = np.cumprod(np.r_[1.0, 1 - ended / n])[:-1]
    share = np.cumsum(before * d / n)
    rate = rate_error(ended, n)
    cross = before * d / n**2
    squares = share**2 * rate.cumsum() - 2 * share * (share * rate).cumsum()
    squares += (share**2 * rate).cumsum()
    own = (before**2 * d * (n - d) / n**3).cumsum()
    both = share * cross.cumsum() - (share * cross).cumsum()
    return {"share": share, "error": np.sqrt(np.maximum(squares + own - 2 * both, 0))}
