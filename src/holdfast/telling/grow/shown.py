"""The figures that stand with pieces: published ranges, and what this family's log adds to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

import polars as pl

from holdfast.engine.estimate import Estimate
from holdfast.engine.months import Tallies
from holdfast.engine.rhythm import per_day
from holdfast.telling.figures import Figure
from holdfast.telling.figures.ranges import (
    Own,
    Range,
    Window,
    crying,
    feeding,
    range_by_age,
    sleeping,
    windows,
)
from holdfast.telling.labels import tile
from holdfast.telling.spans import short
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext
from holdfast.words.vocabulary import Kind, Milestone

LATELY = timedelta(days=14)  # what is longer ago is of another age
ENOUGH = 5  # days with anything of it written down
WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What a family's log adds: its tallies, today, and the age in days."""

    counts: Tallies
    today: date
    age: int


def minutes(value: float) -> str:
    """Say minutes as a length of time, not to be broken over two lines."""
    return short(timedelta(minutes=round(value))).replace(" ", "\N{NO-BREAK SPACE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Something of which a day has so much: its range, and where a log has it."""

    published: Callable[[], Range]
    tally: str
    what: str
    unit: float  # of the log's unit in one of the range's
    said: Callable[[float], str]
    shows: str
    of: str


DAILY: Mapping[str, Daily] = MappingProxyType(
    {
        "how-much-crying": Daily(
            published=crying,
            tally="cries_by_day",
            what="cried",
            unit=1,
            said=minutes,
            shows=later("Minutes of fussing and crying a day in the first twelve weeks"),
            of=later("Minutes a day"),
        ),
        "how-much-sleep": Daily(
            published=sleeping,
            tally="sleeps",
            what="asleep",
            unit=60,
            said=minutes,
            shows=later("Hours of sleep in a day and night in the first year"),
            of=later("Hours a day"),
        ),
        "feeds": Daily(
            published=feeding,
            tally="feeds_by_day",
            what="feeds",
            unit=1,
            said=lambda count: str(round(count)),
            shows=later("Feeds in a day and night between one and six months"),
            of=later("Feeds a day"),
        ),
    }
)
"""By the key of the piece beside which it stands."""

WINDOWS: Mapping[Milestone, tuple[float, float]] = MappingProxyType(
    {
        Milestone.SITS: (3.8, 9.2),
        Milestone.STANDS_WITH_HELP: (4.8, 11.4),
        Milestone.CRAWLS: (5.2, 13.5),
        Milestone.WALKS_WITH_HELP: (5.9, 13.7),
        Milestone.STANDS_ALONE: (6.9, 16.9),
        Milestone.WALKS_ALONE: (8.2, 17.6),
    }
)
"""Months, 1st to 99th percentile: WHO MGRS 2006, Acta Paediatr Suppl 450:86, n = 816 [R]."""


def figure_of(piece: str, here: Here | None) -> Figure | None:
    """Return the figure that stands beside a piece, where one does.

    Args:
        piece: its key.
        here: what the log adds; None where somebody looks at another age than today's.
    """
    if piece == "windows":
        return windows(
            [Window(tile(Kind.MILESTONE, word), *span) for word, span in WINDOWS.items()],
            shows=_("In which months 98 of 100 children began to sit, crawl, stand and walk"),
        )
    daily = DAILY.get(piece)
    if daily is None:
        return None
    own = None if here is None else own_of(daily, here)
    return range_by_age(daily.published(), own=own, shows=_(daily.shows), of=_(daily.of))


def note_of(piece: str) -> str:
    """Return what is said beside a piece's figure, so that nobody takes it for a mark."""
    if piece == "windows":
        return _("98 of 100 children lie within each band. The others are children, too.")
    return _("Babies differ a lot, and so do studies. A log holds less than there was.")


def own_of(daily: Daily, here: Here) -> Own | None:
    """Return a family's own figure of the last days; None where the log has too few of them."""
    first, last = (week for week, _words in daily.published().ends)
    days = here.counts[daily.tally].filter(
        pl.col("day").is_between(here.today - LATELY, here.today, closed="left")
    )
    found = per_day(days, daily.what, needed=ENOUGH)
    if not isinstance(found, Estimate) or not first <= here.age / WEEK <= last:
        return None
    text = ngettext(
        "here %(value)s, from %(n)d day", "here %(value)s, from %(n)d days", found.n
    ) % {"value": daily.said(found.value), "n": found.n}
    value, low, high = (size / daily.unit for size in (found.value, found.low, found.high))
    return Own(here.age / WEEK, value, low, high, text)
