"""What somebody who comes back is told: since when others wrote, and who asks them to take over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from django.db.models import Max, Q

from holdfast.web.access import GRANTS, Caregiver, Child, May, Role, within
from holdfast.web.models import Asked, Moment

LONGEST = timedelta(days=7)
WAITS = timedelta(hours=2)  # so long an asking is shown, and its answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Somebody asks somebody to take over."""

    id: UUID
    by: str
    to: str
    at: datetime
    done: datetime | None
    mine: bool


def away_since(
    child: Child, seat: Caregiver, *, before: datetime | None, now: datetime
) -> datetime | None:
    """Return since when somebody missed what others wrote; None where there was nothing.

    Args:
        child: whose moments; must have come through `access`.
        seat: who comes back.
        before: when they were here last before they went away.
        now: the server's clock.
    """
    if before is None:
        return None
    return missed(
        Looked(child.pk, seat.pk, seat.family_id, seat.family.seq, max(before, now - LONGEST))
    )


class Looked(NamedTuple):
    """All that what somebody missed depends on; `seq` stands for the log as it is now."""

    child: UUID
    seat: UUID
    family: UUID
    seq: int
    since: datetime


@lru_cache(maxsize=256)
def missed(looked: Looked) -> datetime | None:
    """Return since when others wrote what this person did not see, and keep it until one writes."""
    child, seat, family, _seq, since = looked
    mine = Q(logged_by=seat)
    with within(family=family):
        counts = Moment.objects.filter(child=child, newest=True, removed=False, at__gte=since)
        last = counts.aggregate(mine=Max("logged_at", filter=mine), others=Max("at", filter=~mine))
    since = max(since, last["mine"] or since)
    return since if last["others"] is not None and last["others"] > since else None


def requests_of(child: Child, seat: Caregiver, *, now: datetime) -> list[Request]:
    """Return who asks this person to take over, and who took over from them, latest first."""
    waits = Q(to=seat, done=None) | Q(by=seat, done__isnull=False)
    with within(family=child.family_id):
        rows = Asked.objects.filter(waits, child=child, at__gt=now - WAITS)
        return [
            Request(
                id=row.pk,
                by=row.by.name,
                to=row.to.name,
                at=row.at,
                done=row.done,
                mine=row.by_id == seat.pk,
            )
            for row in rows.select_related("by", "to").order_by("-at")
        ]


def could_take_over(seat: Caregiver, *, now: datetime) -> list[tuple[UUID, str]]:
    """Return who else of the family could take over, by id and name."""
    here = Q(until=None) | Q(until__gt=now)
    with within(family=seat.family_id):
        others = Caregiver.objects.filter(here, user__isnull=False).exclude(pk=seat.pk)
        roles = [role for role in Role if May.LOG in GRANTS[role]]
        return list(others.filter(role__in=roles).order_by("id").values_list("pk", "name"))
