"""Do answers come sooner after a signal than at any other time? Windows, counts, a rate ratio.

Windows after signals that overlap are merged first, so that no minute counts twice and no answer
counts for two signals. Logs have the resolution of minutes: windows of 2, 5 or 15 minutes, never
seconds, from what was tapped by hand.
"""

from typing import Literal

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew

SHAPE = 0.5  # Jeffreys' prior of a rate: Gamma(1/2, 0)
FEW = 5


def windows(signals: pl.DataFrame, seen: pl.DataFrame, *, window: float) -> pl.DataFrame:
    """Merge the windows (at, at + window] after signals, child by child.

    Args:
        signals: columns child and at (seconds, or any one unit).
        seen: one row a child: child, start, end of the time in which somebody was logging.
        window: length of a window, in the same unit.

    Returns:
        One row per merged window, in order: child, start, end; cut where logging ended.
    """
    starts = within(signals, seen).sort("child", "at")
    fresh = (pl.col("at") - pl.col("at").shift() > window).fill_null(value=True).over("child")
    return (
        starts.with_columns(run=fresh.cum_sum().over("child"))
        .group_by("child", "run", maintain_order=True)
        .agg(
            start=pl.col("at").first(), end=pl.col("at").last() + window, seen=pl.col("end").first()
        )
        .select("child", "start", end=pl.min_horizontal("end", "seen"))
    )


def within(moments: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """Keep the moments in (start, end] of the time seen; one at the very start belongs to it."""
    return moments.join(seen, on="child").filter(pl.col("at").is_between("start", "end"))


def tally_windows(
    signals: pl.DataFrame, responses: pl.DataFrame, seen: pl.DataFrame, *, window: float
) -> pl.DataFrame:
    """Count responses and time inside and outside the windows.

    Args:
        signals: columns child and at.
        responses: columns child and at.
        seen: one row a child: child, start, end.
        window: length of a window, in the unit of the times.

    Returns:
        One row a child, which adds up over months and families: child, signals, answered (with a
        response in their window), inside and outside (responses), time_inside, time_outside.
    """
    inside = windows(signals, seen, window=window)
    asked = within(signals, seen).select("child", "at").sort("at")
    given = within(responses, seen).select("child", "at").sort("at")
    asked = following(asked, given, window=window, strategy="forward")
    given = following(given, asked.select("child", "at"), window=window, strategy="backward")
    return (
        seen.join(counted(asked, "signals", "answered"), on="child", how="left")
        .join(counted(given, "responses", "inside"), on="child", how="left")
        .join(
            inside.group_by("child").agg(time_inside=(pl.col("end") - pl.col("start")).sum()),
            on="child",
            how="left",
        )
        .with_columns(pl.exclude("child").fill_null(0))
        .select(
            "child",
            "signals",
            "answered",
            "inside",
            outside=pl.col("responses") - pl.col("inside"),
            time_inside=pl.col("time_inside"),
            time_outside=pl.col("end") - pl.col("start") - pl.col("time_inside"),
        )
        .sort("child")
    )


def following(
    moments: pl.DataFrame,
    others: pl.DataFrame,
    *,
    window: float,
    strategy: Literal["forward", "backward"],
) -> pl.DataFrame:
    """Mark moments that have one of `others` within the window after (forward) or before them.

    A response at the very moment of a signal is no answer to it; one at the window's end is.
    """
    nearest = moments.join_asof(
        others.with_columns(other=pl.col("at")),
        on="at",
        by="child",
        strategy=strategy,
        allow_exact_matches=False,
        check_sortedness=False,
    )
    gap = (pl.col("other") - pl.col("at")).abs()
    return nearest.select("child", "at", near=(gap <= window).fill_null(value=False))


def counted(moments: pl.DataFrame, every: str, near: str) -> pl.DataFrame:
    """Count by child: all, and those that are near."""
    counts = moments.group_by("child").agg(pl.len().alias(every), pl.col("near").sum().alias(near))
    return counts.cast({every: pl.Int64, near: pl.Int64})


def rate_ratio(
    tally: pl.DataFrame, *, level: float = 0.8, shape: float = SHAPE, needed: int = FEW
) -> Estimate | TooFew:
    """Estimate how many times as often answers come inside the windows as outside.

    Args:
        tally: counts from `tally_windows`; all rows are added up.
        level: how much of the posterior the band holds.
        shape: of the Gamma prior of both rates.
        needed: how many signals it takes to say something.

    Returns:
        The posterior's median with its band and the number of signals. Each rate's posterior is
        Gamma(shape + count, time), so the ratio is a scaled F.
    """
    from scipy.special import fdtri  # noqa: PLC0415 -- slow import

    total = tally.select(pl.exclude("child").sum()).row(0, named=True)
    if total["signals"] < needed or not (total["time_inside"] > 0 and total["time_outside"] > 0):
        return TooFew(total["signals"], max(needed, total["signals"] + 1))
    scale, inside, outside = ratio_posterior(tally, shape=shape)
    edge = (1 - level) / 2
    low, value, high = (
        scale * float(fdtri(2 * inside, 2 * outside, p)) for p in (edge, 0.5, 1 - edge)
    )
    return Estimate(value, low, high, total["signals"])


def ratio_posterior(tally: pl.DataFrame, *, shape: float) -> tuple[float, float, float]:
    """Return scale and both shapes: the ratio is scale times F(2 inside, 2 outside)."""
    total = tally.select(pl.exclude("child").sum()).row(0, named=True)
    inside, outside = shape + total["inside"], shape + total["outside"]
    scale = (inside / total["time_inside"]) / (outside / total["time_outside"])
    return scale, inside, outside


def chance_of_more(tally: pl.DataFrame, *, shape: float = SHAPE) -> float:
    """Return the posterior probability that answers come more often inside than outside."""
    from scipy.special import fdtrc  # noqa: PLC0415 -- slow import

    scale, inside, outside = ratio_posterior(tally, shape=shape)
    return float(fdtrc(2 * inside, 2 * outside, 1 / scale))


def chance_alone(tally: pl.DataFrame) -> float:
    """Return how often as many answers or more would fall into the windows by chance alone."""
    from scipy.special import betainc  # noqa: PLC0415 -- slow import

    total = tally.select(pl.exclude("child").sum()).row(0, named=True)
    share = total["time_inside"] / (total["time_inside"] + total["time_outside"])
    if total["inside"] == 0:
        return 1.0
    return float(betainc(total["inside"], total["outside"] + 1, share))
