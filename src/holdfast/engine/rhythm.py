"""Rhythm: how day and night are spent, as logged. What nobody wrote down is in none of it.

Feeds less than half an hour apart are one feed (Kent 2007). A sleep counts on the day on which it
began, and its minutes in the hours in which they lie. Of crying what counts is the time from the
first fuss or cry of an exchange to the last moment that somebody wrote down of it.
"""

from datetime import timedelta

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.exchanges import OPEN_FOR, UNKNOWN
from holdfast.engine.local import minutes, with_local
from holdfast.engine.promptness import DISTRESS
from holdfast.engine.survival import FEW, curve, tally_times
from holdfast.words.vocabulary import Care, Kind

ONE_FEED = timedelta(minutes=30)
LONGEST_GAP = timedelta(hours=12)  # longer ones are gaps in the log
LONGEST_SLEEP = timedelta(hours=20)  # one that was never stopped says nothing
HOUR = 60.0
NIGHT = (20, 8)  # in which the longest stretch is looked for
CARE = pl.col("kind") == Kind.CARE


def feeds(log: pl.DataFrame) -> pl.DataFrame:
    """Find the feeds, those less than half an hour apart merged.

    Returns:
        One row a feed, by child and time: child, zone, opened, and gap (minutes to the beginning
        of the next, whole; null where none follows within twelve hours).
    """
    lasted = pl.max_horizontal("at", "until")
    records = (
        log.filter(CARE & (pl.col("word") == Care.FEED))
        .select("child", "zone", "at", "id", over=lasted)
        .sort("child", "at", "id")
    )
    over = pl.col("over").cum_max().shift().over("child")
    new = (pl.col("at") - over >= ONE_FEED).fill_null(value=True)
    firsts = records.filter(new).select("child", "zone", opened="at")
    gap = pl.col("opened").shift(-1).over("child") - pl.col("opened")
    return firsts.with_columns(gap=pl.when(gap <= LONGEST_GAP).then(minutes(gap).round()))


def tally_feeds(feeds: pl.DataFrame, *, by: str) -> pl.DataFrame:
    """Count feeds by local day or by hour of the clock (`by`): day or hour, feeds."""
    counts = with_local(feeds).group_by(by).agg(feeds=pl.len())
    return counts.cast({"feeds": pl.Int64}).sort(by)


def tally_gaps(feeds: pl.DataFrame) -> pl.DataFrame:
    """Count the times between feeds, by whether the first was at night.

    Returns:
        One row per part of the day ("night" from eight to eight, or "day") and length: part, time,
        happened and ended, as `tally_times`.
    """
    at_night = (pl.col("hour") >= NIGHT[0]) | (pl.col("hour") < NIGHT[1])
    gaps = with_local(feeds).filter(pl.col("gap").is_not_null())
    part = pl.when(at_night).then(pl.lit("night")).otherwise(pl.lit("day"))
    return tally_times(
        gaps.select(part=part, time="gap", happened=pl.lit(value=True)), by=("part",)
    )


def sleeps(log: pl.DataFrame) -> pl.DataFrame:
    """Find the sleeps whose end somebody saw: child, zone, opened, and asleep (minutes)."""
    lasted = pl.col("until") - pl.col("at")
    return (
        log.filter(CARE & (pl.col("word") == Care.SLEEP) & (lasted <= LONGEST_SLEEP))
        .filter(lasted > timedelta())
        .sort("child", "at", "id")
        .select("child", "zone", opened="at", asleep=minutes(lasted))
    )


def tally_sleeps(sleeps: pl.DataFrame) -> pl.DataFrame:
    """Count sleeps by the local day on which they began.

    Returns:
        One row a day: day, sleeps (count), asleep (minutes) and longest (minutes, of those that
        began at night). A day lies in one month, so these add up over the months of one child.
    """
    at_night = (pl.col("hour") >= NIGHT[0]) | (pl.col("hour") < NIGHT[1])
    return (
        with_local(sleeps)
        .group_by("day")
        .agg(
            sleeps=pl.len().cast(pl.Int64),
            asleep=pl.col("asleep").sum(),
            longest=pl.col("asleep").filter(at_night).max().fill_null(0.0),
        )
        .sort("day")
    )


def tally_asleep(sleeps: pl.DataFrame) -> pl.DataFrame:
    """Count the minutes asleep by hour of the clock, one row an hour: hour, asleep.

    Where the clocks change during a sleep, its later minutes are an hour off.
    """
    start = pl.col("local").dt.minute() + pl.col("local").dt.second() / HOUR
    pieces = (
        with_local(sleeps)
        .with_columns(start=start)
        .with_columns(piece=pl.int_ranges(((pl.col("start") + pl.col("asleep")) / HOUR).ceil()))
        .explode("piece")
        .drop_nulls("piece")
        .with_columns(begins=pl.col("piece") * HOUR)
    )
    inside = pl.min_horizontal(
        pl.col("begins") + HOUR, pl.col("start") + pl.col("asleep")
    ) - pl.max_horizontal("begins", "start")
    return (
        pieces.group_by(hour=(pl.col("hour") + pl.col("piece")) % 24)
        .agg(asleep=inside.sum())
        .cast({"hour": pl.Int64})
        .sort("hour")
    )


def cries(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Find the exchanges in which she fussed or cried: child, zone, opened, cried (minutes)."""
    until = pl.when(pl.col("end") == UNKNOWN).then(pl.col("ended") - OPEN_FOR).otherwise("ended")
    distress = pl.col("signals").list.eval(pl.element().is_in(DISTRESS)).list.any()
    lasted = minutes(until - pl.col("opened"))
    return exchanges.filter(distress).select("child", "zone", "opened", cried=lasted)


def tally_cries(cries: pl.DataFrame, *, by: str) -> pl.DataFrame:
    """Count crying by the local day or hour (`by`) of its beginning: cries, cried (minutes)."""
    counts = with_local(cries).group_by(by)
    return counts.agg(cries=pl.len().cast(pl.Int64), cried=pl.col("cried").sum()).sort(by)


def tally_logged(moments: pl.DataFrame) -> pl.DataFrame:
    """Count what was written down by local day: day, moments. A day without is no day of none."""
    counts = with_local(moments).group_by("day").agg(moments=pl.len())
    return counts.cast({"moments": pl.Int64}).sort("day")


def per_day(tally: pl.DataFrame, what: str, *, needed: int = FEW) -> Estimate | TooFew:
    """Tell what a day with anything of it logged usually holds.

    Args:
        tally: columns day and `what`, one row a day.
        what: a count or minutes.
        needed: how many such days it takes.

    Returns:
        The median day; its band holds the middle eight in ten days.
    """
    days = tally.filter(pl.col(what) > 0)[what]
    if len(days) < needed:
        return TooFew(len(days), needed)
    low, middle, high = (float(days.quantile(share, "linear") or 0.0) for share in (0.1, 0.5, 0.9))
    return Estimate(middle, low, high, len(days))


def middle_gaps(tally: pl.DataFrame, *, needed: int = FEW) -> Estimate | TooFew:
    """Tell the usual time between feeds in minutes: the median; the band holds eight in ten."""
    n = int(tally["ended"].sum())
    if n < needed:
        return TooFew(n, needed)
    steps = curve(tally.group_by("time").agg(pl.col("happened", "ended").sum()))
    low, middle, high = (
        float(steps.filter(pl.col("share") <= share + 1e-10)["time"][0])
        for share in (0.9, 0.5, 0.1)
    )
    return Estimate(middle, low, high, n)
