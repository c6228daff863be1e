"""The day as a band of hours: where things stand on it. Beside the line, where there is room."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from holdfast.telling.spans import clock
from holdfast.words import Care
from holdfast.words.language import gettext as _

HOUR = timedelta(hours=1)
AN_HOUR_TALL = 27
TOP = 30
EVERY_H = 3
LEAST = 5  # as tall as a moment is drawn

LANES = {"sleep": 110, "feed": 200, "exchange": 280, "other": 360}
WIDE = {"sleep": 52, "feed": 30, "exchange": 30, "other": 18}


def hours(
    events: Sequence[Mapping[str, Any]], start: datetime, end: datetime, zone: str, *, now: datetime
) -> dict[str, Any]:
    """Return the band: marks of the clock, lanes with their names, bars.

    Args:
        events: as `page.events` gives them.
        start: when the day began; it may have 23 or 25 hours.
        end: when it ends.
        zone: whose clock stands beside it.
        now: what has begun and not ended is drawn up to here.
    """
    names = {
        "sleep": _("asleep"),
        "feed": _("fed"),
        "exchange": _("between you"),
        "other": _("else"),
    }
    return {
        "height": height(end, start) + 12,
        "marks": marks(start, end, zone),
        "lanes": [{"x": x, "label": names[lane]} for lane, x in LANES.items()],
        "bars": [bar(one, start, min(end, max(now, start))) for one in standing(events)],
    }


def standing(events: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return what stands on the band: a sleep that was the answer lies in its own lane, too."""
    return [one for event in events for one in (event, *event["within"])]


def height(at: datetime, start: datetime) -> float:
    """Return how far down an instant stands."""
    return round(TOP + (at - start) / HOUR * AN_HOUR_TALL, 1)


def marks(start: datetime, end: datetime, zone: str) -> list[dict[str, Any]]:
    """Return the lines of the clock: every third hour by the clock on the wall."""
    count = int((end - start) / HOUR)
    at = [start + hour * HOUR for hour in range(count + 1)]
    place = ZoneInfo(zone)
    return [
        {"y": height(one, start), "clock": clock(one, zone)}
        for one in at
        if one.astimezone(place).hour % EVERY_H == 0
    ]


def bar(event: Mapping[str, Any], start: datetime, end: datetime) -> dict[str, Any]:
    """Return one bar, cut to the day."""
    lane = lane_of(event)
    top = height(max(event["at"], start), start)
    until = event["ended"] or event["at"]
    tall = max(height(max(min(until, end), start), start) - top, LEAST)
    wide = WIDE[lane]
    return {
        "look": lane,
        "x": LANES[lane] - wide / 2,
        "y": top,
        "width": wide,
        "height": round(tall, 1),
        "round": min(6, tall / 2),
    }


def lane_of(event: Mapping[str, Any]) -> str:
    """Return the lane in which an event stands."""
    if event["kind"] == "exchange":
        return "exchange"
    return event["word"] if event.get("word") in (Care.SLEEP, Care.FEED) else "other"
