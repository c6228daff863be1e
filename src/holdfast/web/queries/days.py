"""What *Now* and *Day* read: one local day, one moment's history, the last of each care."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import reduce
from operator import or_
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, Subquery

from holdfast.web.access import within
from holdfast.web.models import Child, Moment
from holdfast.web.queries.logged import Logged, logged
from holdfast.web.queries.logs import counting
from holdfast.words import Care, Kind
from holdfast.words.moment import LONGEST_LASTING

LONGEST_SLEEP = timedelta(hours=20)  # one that began before was never stopped: nobody sleeps so


def day_of(child: Child, *, on: date, zone: str, removed: bool = False) -> list[Logged]:
    """Return the moments of a local day, in order; what lasts is in each day that it touches.

    Args:
        child: whose; must have come through `access`.
        on: the day by the clocks of `zone`.
        zone: an IANA name.
        removed: also those that were taken out, so that they can be put back.
    """
    start, end = bounds(on, zone)
    begins = Q(at__gte=start, at__lt=end)
    reaches = Q(at__lt=start, at__gte=start - LONGEST_LASTING, until__gt=start)
    with within(family=child.family_id):
        rows = Moment.objects.filter(begins | reaches, child=child, newest=True)
        rows = rows.filter(at__gte=start - LONGEST_LASTING, at__lt=end)
        if not removed:
            rows = rows.filter(removed=False)
        return logged(rows.order_by("at", "id"))


def bounds(on: date, zone: str) -> tuple[datetime, datetime]:
    """Return the instants at which a local day begins and ends: 23 to 25 hours apart."""
    place = ZoneInfo(zone)
    midnights = (datetime.combine(day, time(), place) for day in (on, on + timedelta(days=1)))
    start, end = (midnight.astimezone(UTC) for midnight in midnights)
    return start, end


def history_of(child: Child, *, moment: UUID) -> list[Logged]:
    """Return all revisions of a moment, oldest first; none if this child has no such moment."""
    with within(family=child.family_id):
        return logged(Moment.objects.filter(moment=moment, child=child).order_by("id"))


LATELY = (Care.FEED, Care.SLEEP, Care.NAPPY)


def last_of_each_care(
    child: Child, *, before: datetime, words: Sequence[Care] = LATELY
) -> dict[Care, Logged]:
    """Return the last of each care that is named. One query, however long the log is."""
    with within(family=child.family_id):
        lasts = [
            Q(
                id=Subquery(
                    counting(child)
                    .filter(kind=Kind.CARE, word=word, at__lte=before)
                    .order_by("-at", "-id")
                    .values("id")[:1]
                )
            )
            for word in words
        ]
        rows = Moment.objects.filter(reduce(or_, lasts)).order_by("at", "id")
        return {Care(row.moment.word): row for row in logged(rows)}


def running_sleep(lasts: dict[Care, Logged], *, now: datetime) -> Logged | None:
    """Return the sleep that has begun and not ended, out of the last of each care."""
    sleep = lasts.get(Care.SLEEP)
    if sleep is None or sleep.moment.until is not None or now - sleep.moment.at > LONGEST_SLEEP:
        return None
    return sleep
