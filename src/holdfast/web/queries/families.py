"""Who is in a family, and whether this server has one yet."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.keys import digest
from holdfast.web.models import Caregiver, Family, SetupLink, User, WayBack


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A caregiver as pages show one."""

    id: UUID
    name: str
    called: str
    role: str
    username: str
    until: datetime | None


def caregivers_of(family: Family) -> list[Person]:
    """Return the caregivers of a family, in the order in which they came."""
    with within(family=family.pk):
        rows = Caregiver.objects.select_related("user").order_by("id")
        return [
            Person(
                id=row.pk,
                name=row.name,
                called=row.called,
                role=row.role,
                username=row.user.username if row.user else "",
                until=row.until,
            )
            for row in rows
        ]


def needs_first_family() -> bool:
    """Say whether nobody has a family on this server yet; a made-up one does not count."""
    return not Family.objects.filter(demo=False).exists()


def link_is_open(token: str) -> bool:
    """Say whether a set-up link would still start a family."""
    hashed = digest(token)
    now = timezone.now()
    return SetupLink.objects.filter(digest=hashed, used=None, until__gt=now).exists()


def user_of_way_back(token: str) -> User | None:
    """Return whom a way back is for, while it is open."""
    open_ways = WayBack.objects.filter(digest=digest(token), until__gt=timezone.now())
    way = open_ways.select_related("user").first()
    return None if way is None else way.user
