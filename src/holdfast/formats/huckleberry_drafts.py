"""Care that hides in a Huckleberry sleep: how it began, where, and how it ended."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from holdfast.formats.drafts import HOW_SLEEP_BEGAN, Meaning, draft, from_text, meanings
from holdfast.formats.reading import Draft, Found
from holdfast.formats.record import Record
from holdfast.words import Care, Kind, Moment, Response

ABOUT = 15  # minutes: it was somewhere near the start, or the end
NEAR = timedelta(minutes=15)
FEED: Meaning = (Kind.RESPONSE, str(Response.FEED))
WHERE: dict[str, Meaning] = {
    "worn or held": (Kind.RESPONSE, str(Response.CARRY)),
    "wornorheld": (Kind.RESPONSE, str(Response.CARRY)),
    "nursing": FEED,
    "bottle": FEED,
}
"""Next to carer and on own in bed are places, and a place is no act."""


def of_notes(record: Record, moment: Moment) -> list[Draft]:
    """Return the drafts that a row's notes give."""
    return from_text(record.name, moment, record.cell("notes"))


def of_sleep(record: Record, asleep: Moment) -> list[Draft]:
    """Return the drafts that a sleep's conditions and its place give."""
    began, where, ended = (
        record.cell(column) for column in ("start condition", "start location", "end condition")
    )
    found = [(meaning, asleep.at, began) for meaning in meanings(began, HOW_SLEEP_BEGAN)]
    if where.casefold() in WHERE:
        found.append((WHERE[where.casefold()], asleep.at, where))
    if asleep.until is not None:
        at_end = meanings(ended)
        found += [(meaning, asleep.until, ended) for meaning in at_end if meaning[0] == Kind.SIGNAL]
    known = {(one.moment.kind, one.moment.word) for one in record.found.drafts}
    drafts = []
    for meaning, at, why in found:
        if meaning not in known:
            known.add(meaning)
            drafts.append(draft(record.name, asleep, meaning, at=at, about=ABOUT, why=why))
    return drafts


class Fed:
    """When there were feeds, so that a sleep that began at the breast is not a second one."""

    def __init__(self, found: Iterable[Found]) -> None:
        spans = [
            (moment.at, moment.until or moment.at)
            for one in found
            for moment in one.moments
            if moment.word == Care.FEED
        ]
        self.starts = sorted(at for at, _ in spans)
        self.ends = sorted(until for _, until in spans)

    def near(self, at: datetime) -> bool:
        """Whether a feed began or ended within a quarter of an hour, or was going on."""
        begun = bisect_left(self.starts, at + NEAR)
        over = bisect_left(self.ends, at - NEAR)
        return begun > over

    def spare(self, found: Found) -> Found:
        """Leave the draft of a feed out where a feed was logged."""
        kept = [
            one
            for one in found.drafts
            if (one.moment.kind, one.moment.word) != FEED or not self.near(one.moment.at)
        ]
        return found if len(kept) == len(found.drafts) else replace(found, drafts=kept)
