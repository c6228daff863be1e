"""Exploring: going off, looking back, coming back, and going off again after comfort.

A bout begins when she goes off and ends when she comes back. Where nobody wrote the return it
lasted at least until the last that was seen of it, a look back; where nothing was seen of it, it
says nothing about lengths. A bout is followed for an hour.
"""

from datetime import timedelta

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.local import minutes
from holdfast.engine.pooling import Beta
from holdfast.engine.survival import FEW, Z95, curve, median
from holdfast.words.vocabulary import Exploring, Kind, Settling, Signal

LONGEST = timedelta(hours=1)
AGAIN = timedelta(minutes=10)
COMFORTED = (Signal.FUSS, Signal.CRY, Signal.CLING, Signal.REACH, Signal.APPROACH)
OFF = pl.col("word") == Exploring.OFF
GOES = (Exploring.OFF, Exploring.PLAY_NEAR)
KEEPS = pl.col("kind") == Kind.EXPLORING


def bouts(log: pl.DataFrame) -> pl.DataFrame:
    """Find the bouts of exploring in a log.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`, of any children.

    Returns:
        One row a bout, by child and time: child, zone, opened, time (minutes, whole, at least one;
        0 where nothing was seen of it), happened (whether she was seen to come back) and
        look_backs (count).
    """
    moments = (
        log.filter(KEEPS)
        .sort("child", "at", ~OFF, pl.col("word") == Exploring.RETURN, "id")
        .with_columns(bout=OFF.cum_sum().over("child"))
        .filter(pl.col("bout") > 0)
        .with_columns(off=pl.col("at").first().over("child", "bout"))
        .filter(pl.col("at") - pl.col("off") <= LONGEST)
    )
    back = pl.col("word") == Exploring.RETURN
    later = (back.cast(pl.Int64).cum_sum() - back.cast(pl.Int64)).over("child", "bout") > 0
    return (
        moments.filter(~later)
        .group_by("child", "bout", maintain_order=True)
        .agg(
            zone=pl.col("zone").first(),
            opened=pl.col("at").first(),
            ended=until_of_off(),
            came_back=pl.col("at").filter(back).first(),
            seen=pl.col("at").last(),
            look_backs=(pl.col("word") == Exploring.LOOK_BACK).sum().cast(pl.Int64),
        )
        .with_columns(end=pl.min_horizontal("ended", "came_back"))
        .select(
            "child",
            "zone",
            "opened",
            time=whole(pl.coalesce("end", "seen") - pl.col("opened"), pl.col("end").is_not_null()),
            happened=pl.col("end").is_not_null(),
            look_backs=pl.col("look_backs"),
        )
    )


def until_of_off() -> pl.Expr:
    """Return when going off was over, where somebody wrote that with it."""
    return pl.when(pl.col("until").first() - pl.col("at").first() <= LONGEST).then(
        pl.col("until").first()
    )


def whole(span: pl.Expr, ended: pl.Expr) -> pl.Expr:
    """Return whole minutes, and at least one for what was seen to end."""
    return pl.max_horizontal(minutes(span).ceil(), ended.cast(pl.Float64))


def tally_bouts(bouts: pl.DataFrame) -> pl.DataFrame:
    """Count bouts by length.

    Returns:
        One row per distinct time: time, happened, ended (counts, as in `tally_times`), look_backs
        and looked_back (looks back, and bouts with at least one).
    """
    counts = bouts.group_by("time").agg(
        happened=pl.col("happened").sum(),
        ended=pl.len(),
        look_backs=pl.col("look_backs").sum(),
        looked_back=(pl.col("look_backs") > 0).sum(),
    )
    return counts.cast(dict.fromkeys(counts.columns[1:], pl.Int64)).sort("time")


def bout_lengths(tally: pl.DataFrame, *, z: float = Z95) -> pl.DataFrame:
    """Estimate the share of bouts that go on at each minute, as `survival.curve`."""
    return curve(tally.filter(pl.col("time") > 0), z=z)


def usual_bout(tally: pl.DataFrame, *, needed: int = FEW) -> Estimate | TooFew:
    """Estimate the minutes by which half of the bouts have ended."""
    return median(tally.filter(pl.col("time") > 0), needed=needed)


def comforts(log: pl.DataFrame, exchanges: pl.DataFrame) -> pl.DataFrame:
    """Find where she came for comfort out of exploring, and whether she went off again.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`.
        exchanges: those of the log, as from `exchanges`.

    Returns:
        One row per exchange that asked for comfort within an hour of exploring and was settled:
        child, zone, opened, and again (whether she explored once more within ten minutes).
    """
    keeps = log.filter(KEEPS).select("child", "at", "word").sort("at")
    asked = pl.col("signals").list.eval(pl.element().is_in(COMFORTED)).list.any()
    settled = exchanges.filter(asked & (pl.col("end") == Settling.SETTLED))
    before = keeps.select("child", explored="at", at="at")
    after = keeps.filter(pl.col("word").is_in(GOES)).select("child", went="at", at="at")
    return (
        settled.sort("opened")
        .join_asof(
            before,
            left_on="opened",
            right_on="at",
            by="child",
            tolerance=LONGEST,
            check_sortedness=False,
        )
        .filter(pl.col("explored").is_not_null())
        .sort("ended")
        .join_asof(
            after,
            left_on="ended",
            right_on="at",
            by="child",
            tolerance=AGAIN,
            strategy="forward",
            check_sortedness=False,
        )
        .select("child", "zone", "opened", again=pl.col("went").is_not_null())
    )


def tally_comforts(comforts: pl.DataFrame) -> pl.DataFrame:
    """Count them: one row per again (true or false) with its count."""
    counts = comforts.group_by("again").agg(count=pl.len())
    return counts.cast({"count": pl.Int64}).sort("again")


def explores_again(
    tally: pl.DataFrame, *, level: float = 0.8, needed: int = FEW
) -> Estimate | TooFew:
    """Estimate how often she explores again within ten minutes after comfort, flat prior."""
    n = int(tally["count"].sum())
    again = int(tally.filter(pl.col("again"))["count"].sum())
    return TooFew(n, needed) if n < needed else Beta(1, 1).estimate(again, n, level=level)
