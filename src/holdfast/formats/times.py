"""Times as other apps write them, placed where they were lived.

Most files name no zone, so a person says it once a file. Where the clocks went back, an hour
comes twice: its end or its length may tell which it was, else it is the first, about an hour.
Where they went forward, an hour never was: what was noted in it moves forward by the gap.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import product
from zoneinfo import ZoneInfo

ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)
SLASHED = re.compile(
    r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d),? +(\d{1,2}):(\d\d)(?::(\d\d))? *(?:([AP])\.?M\.?)?",
    re.ASCII | re.IGNORECASE,
)
EPOCH = re.compile(r"(\d{10})(?:\.\d+)?|\d{13}", re.ASCII)
NARROW = str.maketrans({"\u202f": " ", "\u00a0": " "})
MONTHS = 12
NOON_ABOUT = 720  # minutes: a date alone is a day
TWICE = "the clocks showed this hour twice: taken as the first, about an hour"
SKIPPED = "the clocks skipped this hour: moved forward by the gap"


class Order(StrEnum):
    """Which number of a date such as 3/4/2026 comes first."""

    MONTH = "month_first"
    DAY = "day_first"


@dataclass(frozen=True, slots=True)
class Span:
    """When it was: instants in UTC, minutes of uncertainty, and what a person should look at."""

    at: datetime
    until: datetime | None = None
    about: int = 0
    doubts: tuple[str, ...] = ()


def clock(text: str, order: Order = Order.MONTH) -> datetime | None:
    """Read a time as written: naive where it names no offset, None where it is no time."""
    try:
        if ISO.fullmatch(text):
            return datetime.fromisoformat(text)
        text = text.translate(NARROW).strip()
        if EPOCH.fullmatch(text):
            return epoch(float(text))
        if found := SLASHED.fullmatch(text):
            return slashed(found, order)
        return datetime.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None


def slashed(found: re.Match[str], order: Order) -> datetime:
    """Read a date in the phone's locale, with a clock of 12 or 24 hours."""
    first, second, year, hour, minute, seconds = (int(part or 0) for part in found.groups()[:6])
    month, day = (first, second) if order is Order.MONTH else (second, first)
    if half := found[7]:
        if not 1 <= hour <= MONTHS:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half in "Pp" else 0)
    return datetime(year + 2000 * (year < 100), month, day, hour, minute, seconds)  # noqa: DTZ001, PLR2004 -- naive as written


def epoch(number: float) -> datetime | None:
    """Read milliseconds or seconds since 1970, told apart by size; about 1970 means "not set"."""
    seconds = number / 1000 if number >= MILLISECONDS else number
    return datetime.fromtimestamp(seconds, UTC) if seconds > A_YEAR_S else None


MILLISECONDS = 1e11
A_YEAR_S = 31_536_000


def date_order(texts: Iterable[str]) -> Order | None:
    """Decide over a whole import which number comes first; None where nothing tells.

    Where both occur, the reading that fits more rows wins.
    """
    told = Counter[Order]()
    for text in texts:
        if found := SLASHED.fullmatch(text.translate(NARROW).strip()):
            told[Order.DAY] += int(found[1]) > MONTHS
            told[Order.MONTH] += int(found[2]) > MONTHS
    if not told.total():
        return None
    return Order.DAY if told[Order.DAY] > told[Order.MONTH] else Order.MONTH


def ambiguous_dates(texts: Iterable[str]) -> bool:
    """Whether there are dates whose first number has to be asked for."""
    texts = list(texts)
    slashes = any(SLASHED.fullmatch(text.translate(NARROW).strip()) for text in texts)
    return slashes and date_order(texts) is None


def instants(local: datetime, zone: ZoneInfo) -> tuple[tuple[datetime, ...], timedelta]:
    """Return the instants that a clock's time can be, in order, and the gap that skipped it."""
    if local.tzinfo is not None:
        return (local.astimezone(UTC),), NO_GAP
    first = zone.utcoffset(local) or NO_GAP
    second = zone.utcoffset(local.replace(fold=1)) or NO_GAP
    utc = local.replace(tzinfo=UTC)
    if first > second:
        return (utc - first, utc - second), NO_GAP
    return (utc - first,), second - first


NO_GAP = timedelta(0)


def place(
    start: datetime, end: datetime | None, zone: ZoneInfo, lasted: timedelta | None = None
) -> Span:
    """Place a start and an end. An end before its start stays so: it is for others to refuse."""
    starts, gap = instants(start, zone)
    ends, gap_at_end = ((None,), NO_GAP) if end is None else instants(end, zone)
    doubts = (SKIPPED,) if gap or gap_at_end else ()
    if gap and ends[0] is not None and ends[0] < starts[0]:
        return Span(starts[0], ends[0] + gap, doubts=doubts)  # of one clock, that was not set
    if len(starts) == len(ends) == 1:
        return Span(starts[0], ends[0], doubts=doubts)
    readings = list(product(starts, ends))
    fits = [one for one in readings if lasts(*one) is None or lasts(*one) >= timedelta(0)]  # type: ignore[operator]
    fits = [one for one in fits if lasts(*one) == lasted] or fits or readings
    at, until = fits[0]
    if len(fits) > 1:
        return Span(at, until, 60, (*doubts, TWICE))
    return Span(at, until, doubts=doubts)


def lasts(start: datetime, end: datetime | None) -> timedelta | None:
    """Return how long it lasted."""
    return None if end is None else end - start


def day(text: str) -> date | None:
    """Read a date YYYY-MM-DD."""
    try:
        return date.fromisoformat(text) if DATE.fullmatch(text) else None
    except ValueError:
        return None


DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def noon(on: date, zone: ZoneInfo) -> Span:
    """Place a date alone: local noon, about the whole day."""
    at = datetime.combine(on, time(12), zone).astimezone(UTC)
    return Span(at, about=NOON_ABOUT)


def length(text: str) -> timedelta | None:
    """Read a length H:MM or H:MM:SS."""
    parts = text.split(":")
    if len(parts) not in {2, 3} or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    hours, minutes, seconds = (*map(int, parts), 0)[:3]
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def fixed_zone(at: datetime) -> str:
    """Return the name of a zone without a place, for an instant of which the offset alone is known.

    The names of these zones count westward: Etc/GMT+6 is UTC-06:00.
    """
    offset = at.utcoffset() or timedelta(0)
    hours, rest = divmod(offset, timedelta(hours=1))
    return "UTC" if rest or not hours or not -12 <= hours <= 14 else f"Etc/GMT{-hours:+d}"  # noqa: PLR2004 -- the zones there are
