"""All that patterns are told from, as counts by local month: they add up to a life.

What is found in a log (exchanges, feeds, sleeps, bouts) is of the month in which it began by the
clocks of where it was lived, so what runs over a month's end counts once. A month's tallies are
one frame with one row, each tally a cell; that goes to bytes and back as one Arrow file.
"""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from types import MappingProxyType

import polars as pl

from holdfast.engine import dictionary, exploring, promptness, repair, rhythm, signs, soothing
from holdfast.engine.exchanges import exchanges
from holdfast.engine.local import with_local
from holdfast.engine.sameness import one_of_each
from holdfast.words.moment import SCHEMA

REACH = timedelta(days=3)
"""How far beyond a month's ends a log has to go, so that nothing of the month is cut: the widest
zone, a sleep of twenty hours, a feed twelve hours before, and an exchange that goes on."""

Find = Callable[[pl.DataFrame, pl.DataFrame], pl.DataFrame]

FINDS: Mapping[str, Find] = MappingProxyType(
    {
        "exchanges": lambda _, found: found,
        "missed": lambda _, found: repair.missed(found),
        "occasions": dictionary.occasions,
        "tries": lambda _, found: soothing.tries(found),
        "cries": lambda _, found: rhythm.cries(found),
        "feeds": lambda log, _: rhythm.feeds(log),
        "sleeps": lambda log, _: rhythm.sleeps(log),
        "bouts": lambda log, _: exploring.bouts(log),
        "comforts": exploring.comforts,
        "signs": lambda log, _: signs.signs(log),
        "moments": lambda log, _: log.select("child", "zone", opened="at"),
    }
)
"""What is found in a log and its exchanges; each has child, zone and opened."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One count: of what is found, how, and by which columns it adds up."""

    of: str
    count: Callable[[pl.DataFrame], pl.DataFrame]
    by: tuple[str, ...]


TALLIES: Mapping[str, Tally] = MappingProxyType(
    {
        "waits": Tally("exchanges", promptness.tally_waits, ("asked", "time")),
        "mending": Tally("missed", repair.tally_mending, ("time",)),
        "meanings": Tally("occasions", dictionary.tally_occasions, dictionary.KEYS),
        "soothing": Tally("tries", soothing.tally_tries, soothing.KEYS),
        "feeds_by_day": Tally("feeds", partial(rhythm.tally_feeds, by="day"), ("day",)),
        "feeds_by_hour": Tally("feeds", partial(rhythm.tally_feeds, by="hour"), ("hour",)),
        "gaps": Tally("feeds", rhythm.tally_gaps, ("part", "time")),
        "sleeps": Tally("sleeps", rhythm.tally_sleeps, ("day",)),
        "asleep": Tally("sleeps", rhythm.tally_asleep, ("hour",)),
        "cries_by_day": Tally("cries", partial(rhythm.tally_cries, by="day"), ("day",)),
        "cries_by_hour": Tally("cries", partial(rhythm.tally_cries, by="hour"), ("hour",)),
        "bouts": Tally("bouts", exploring.tally_bouts, ("time",)),
        "comforts": Tally("comforts", exploring.tally_comforts, ("again",)),
        "signs": Tally("signs", signs.tally_signs, ("day", "sign")),
        "logged": Tally("moments", rhythm.tally_logged, ("day",)),
    }
)

Tallies = Mapping[str, pl.DataFrame]
ALL = tuple(TALLIES)


def found(log: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Find all that is counted in a log, each with the local `month` ("2026-03") it is of."""
    once = one_of_each(log)
    parted = exchanges(once)
    return {name: with_month(find(once, parted)) for name, find in FINDS.items()}


def with_month(frame: pl.DataFrame) -> pl.DataFrame:
    """Add the local month in which each began."""
    local = with_local(frame).with_columns(month=pl.col("day").dt.strftime("%Y-%m"))
    return local.drop("local", "day", "hour")


def tallies(log: pl.DataFrame) -> Tallies:
    """Count all of a log."""
    return count(found(log))


def tallies_of(log: pl.DataFrame, months: Iterable[str]) -> dict[str, Tallies]:
    """Count each of some local months.

    Args:
        log: moments from `REACH` before the first of the months until `REACH` after the last.
        months: as "2026-03".
    """
    parts = {name: frame.partition_by("month", as_dict=True) for name, frame in found(log).items()}
    none = {name: frame.clear() for name, frame in found_nothing().items()}
    return {
        month: NOTHING
        if not any((month,) in part for part in parts.values())
        else count({name: part.get((month,), none[name]) for name, part in parts.items()})
        for month in months
    }


def count(found: Mapping[str, pl.DataFrame]) -> Tallies:
    """Count what was found."""
    return {name: tally.count(found[tally.of].drop("month")) for name, tally in TALLIES.items()}


def found_nothing() -> dict[str, pl.DataFrame]:
    """Return what is found in an empty log: the columns."""
    return found(pl.DataFrame(schema=dict(SCHEMA)))


NOTHING: Tallies = count(found_nothing())
"""The tallies of an empty month."""


def span_of(month: str) -> tuple[date, date]:
    """Return the first days of a month and of the next."""
    first = date.fromisoformat(f"{month}-01")
    return first, (first + timedelta(days=31)).replace(day=1)


def add(parts: Iterable[pl.DataFrame], *, of: Sequence[str] = ALL) -> Tallies:
    """Add packed frames up (of months, of families) and lay the tallies out.

    Args:
        parts: each one row, as from `row_of` or `unpacked`.
        of: the names of those that are wanted; each costs its time.
    """
    stacked = pl.concat([part.select(of) for part in (row_of(NOTHING), *parts)])
    return {
        name: stacked.select(pl.col(name).explode(empty_as_null=False).struct.unnest())
        .group_by(*TALLIES[name].by)
        .agg(pl.exclude(TALLIES[name].by).sum())
        .sort(TALLIES[name].by)
        for name in of
    }


def row_of(tallies: Tallies) -> pl.DataFrame:
    """Return tallies as one row, each tally a list in its cell."""
    cells = [tallies[name].to_struct(name).implode() for name in TALLIES]
    return pl.DataFrame(cells)


def packed(tallies: Tallies) -> bytes:
    """Return tallies as one Arrow file."""
    file = io.BytesIO()
    row_of(tallies).write_ipc(file, compression="uncompressed")
    return file.getvalue()


def unpacked(blob: bytes) -> pl.DataFrame:
    """Return the row of tallies in an Arrow file, for `add`."""
    return pl.read_ipc(io.BytesIO(blob))


SHAPE = sha256(repr([(name, frame.schema) for name, frame in NOTHING.items()]).encode()).hexdigest()
"""Names what is counted: tallies of another shape are of another version, and not read."""
