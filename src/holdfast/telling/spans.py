"""Lengths of time and times of day in words: "nine minutes", "3 h 10", "about 20 minutes ago"."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SMALL = (
    later("no"),
    later("one"),
    later("two"),
    later("three"),
    later("four"),
    later("five"),
    later("six"),
    later("seven"),
    later("eight"),
    later("nine"),
    later("ten"),
    later("eleven"),
    later("twelve"),
)
TWICE = 2
SHORT: Mapping[str, str] = MappingProxyType(
    {
        "minutes": later("%(minutes)d min"),
        "hours": later("%(hours)d h"),
        "both": later("%(hours)d h %(minutes)02d"),
    }
)
ABOUT = later("about %(time)s")


def number(count: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    return _(SMALL[count]) if 0 <= count < len(SMALL) else str(count)


def times(count: int) -> str:
    """Return how often: once, twice, three times."""
    if count == 1:
        return _("once")
    if count == TWICE:
        return _("twice")
    return ngettext("%(count)s time", "%(count)s times", count) % {"count": number(count)}


def lasting(span: timedelta) -> str:
    """Return how long, in words: "under a minute", "nine minutes", "3 h 10"."""
    minutes = whole_minutes(span)
    if minutes == 0:
        return _("under a minute")
    if span >= HOUR:
        return short(span)
    return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": number(minutes)}


def short(span: timedelta) -> str:
    """Return how long, where there is little room: "40 min", "3 h", "3 h 10"."""
    hours, minutes = divmod(whole_minutes(span), 60)
    which = "both" if hours and minutes else "hours" if hours else "minutes"
    return _(SHORT[which]) % {"hours": hours, "minutes": minutes}


def ago(span: timedelta, *, about: int = 0) -> str:
    """Return how long ago: "just now", "20 minutes ago", "about 3 h ago".

    Args:
        span: time that has passed; a little less than none, where clocks differ, is just now.
        about: minutes of uncertainty.
    """
    if span < MINUTE and not about:
        return _("just now")
    words = {"long": days(span) if span >= DAY else lasting(max(span, MINUTE))}
    return _("about %(long)s ago") % words if about else _("%(long)s ago") % words


def days(span: timedelta) -> str:
    """Return how many days."""
    return ngettext("%(count)s day", "%(count)s days", span.days) % {"count": number(span.days)}


def clock(at: datetime, zone: str, *, about: int = 0) -> str:
    """Return the time of day where it was lived: "03:04", "about 03:00"."""
    time = f"{at.astimezone(ZoneInfo(zone)):%H:%M}"
    return _(ABOUT) % {"time": time} if about else time


def whole_minutes(span: timedelta) -> int:
    """Return whole minutes, rounded down: a minute is told when it is over."""
    return max(span // MINUTE, 0)
