"""Waits in minutes, followed for an hour; and which share had happened by a time."""

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.pooling import Beta

HOUR = 60.0  # minutes


def up_to(time: pl.Expr, happened: pl.Expr, *, limit: float = HOUR) -> dict[str, pl.Expr]:
    """Follow a wait up to a limit: what happened later was not seen to happen by then."""
    return {"time": pl.min_horizontal(time, limit), "happened": happened & (time <= limit)}


def share_within(
    tally: pl.DataFrame, limit: float, *, level: float, needed: int
) -> Estimate | TooFew:
    """Estimate the share that had happened by `limit`.

    Args:
        tally: counts from `survival.tally_times`.
        limit: in the unit of the times.
        level: how much of the posterior the band holds.
        needed: how many it takes to say something.

    Returns:
        The share with its band, from a flat prior. What was lost sight of before the limit is not
        in it: whether it happened by then nobody knows.
    """
    happened = int(tally.filter(pl.col("time") <= limit)["happened"].sum())
    early = tally.filter(pl.col("time") < limit)
    lost = int(early["ended"].sum()) - int(early["happened"].sum())
    n = int(tally["ended"].sum()) - lost
    return TooFew(n, needed) if n < needed else Beta(1, 1).estimate(happened, n, level=level)
