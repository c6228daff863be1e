"""The one door to a family's data. Pages, API and jobs come in here and nowhere else."""

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.timezone import now
from django_scopes import scope, scopes_disabled

from holdfast.web.keys import digest
from holdfast.web.models import Caregiver, Child, Family, HandLink, Role, User
from holdfast.words.modes import Mode, mode_of

__all__ = [
    "GRANTS",
    "Caregiver",
    "Child",
    "Family",
    "May",
    "Mode",
    "Role",
    "Somebody",
    "User",
    "child_for",
    "child_in_front",
    "children_in",
    "children_of",
    "family_for",
    "hand_for",
    "journal_for",
    "mode_for",
    "scopes_disabled",
    "seat_taken",
    "within",
]

Somebody = AbstractBaseUser | AnonymousUser
TAKEN = "_seat_taken"
within = scope
"""`with within(family=…):` names the family whose rows are read; without it, none are."""


class May(StrEnum):
    """What somebody may do, as noun:verb."""

    READ = "moments:read"
    LOG = "moments:log"
    IMPORT = "moments:import"
    EXPORT = "family:export"
    ADD_CHILD = "children:add"
    TOKENS = "tokens:make"
    INVITE = "family:invite"
    LOSS = "children:loss"


GRANTS = MappingProxyType(
    {
        Role.PARENT: frozenset(May),
        Role.HELPER: frozenset({May.READ, May.LOG}),
        Role.GUEST: frozenset({May.READ}),
    }
)


def child_for(user: Somebody, child_id: UUID, may: May) -> tuple[Child, Caregiver]:
    """Return the child, and the caregiver who is asking.

    Raises:
        Http404: no such child, or not theirs, or not theirs any more, or not for them to do.
            All look alike, so that nobody can find out which children exist.
    """
    with scopes_disabled():
        caregiver = seats(user).filter(family__children=child_id).first()
        caregiver = take_seat(user, granted(caregiver, may))
        return Child.objects.get(pk=child_id, family=caregiver.family_id), caregiver


def family_for(user: Somebody, may: May, family_id: UUID | None = None) -> tuple[Family, Caregiver]:
    """Return a family of theirs, the first where none is named, and their seat in it.

    Raises:
        Http404: as `child_for`.
    """
    with scopes_disabled():
        theirs = seats(user) if family_id is None else seats(user).filter(family=family_id)
        first = theirs.order_by("family__started", "family_id").first()
        caregiver = take_seat(user, granted(first, may))
        return caregiver.family, caregiver


def journal_for(user: Somebody, seat_id: UUID, *, past: bool = False) -> Caregiver:
    """Return the seat whose journal this is: the asker's own, and no other.

    No role opens somebody else's. What came through here still is sealed.

    Args:
        user: who asks.
        seat_id: whose journal.
        past: let in those whose seat has ended as well: what they wrote stays theirs.

    Raises:
        Http404: there is no such seat, or it is somebody else's: these look alike.
    """
    with scopes_disabled():
        own = Caregiver.objects.filter(user=user.pk) if past else seats(user)
        seat = own.filter(pk=seat_id).select_related("family").first()
        if user.pk is None or seat is None:
            raise Http404
        return seat


def hand_for(key: str) -> HandLink:
    """Return the link that a tag, a button or a hub holds: whoever holds it may write one thing.

    Raises:
        Http404: there is no such link, it was ended, or who made it may not log here any more.
            All look alike.
    """
    current = Q(caregiver__until=None) | Q(caregiver__until__gt=now())
    with scopes_disabled():
        links = HandLink.objects.filter(current, digest=digest(key), revoked=None)
        theirs = links.filter(caregiver__user__is_active=True)
        hand = theirs.select_related("caregiver__family", "child").first()
    if hand is None or May.LOG not in GRANTS[Role(hand.caregiver.role)]:
        raise Http404
    return hand


def mode_for(seat: Caregiver, child: Child) -> Mode:
    """Return how Holdfast may speak to this caregiver about this child."""
    return mode_of(quiet=seat.quiet, lost=child.lost is not None)


def seats(user: Somebody) -> QuerySet[Caregiver]:
    """Find where this person is a caregiver today."""
    current = Q(until=None) | Q(until__gt=now())
    return Caregiver.objects.filter(current, user=user.pk).select_related("family")


def granted(caregiver: Caregiver | None, may: May) -> Caregiver:
    """Return the caregiver, if there is one and the role allows it."""
    if caregiver is None or may not in GRANTS[Role(caregiver.role)]:
        raise Http404
    return caregiver


def take_seat(user: Somebody, caregiver: Caregiver) -> Caregiver:
    """Remember under which seat this person came in, so that the page can name it."""
    setattr(user, TAKEN, caregiver)
    return caregiver


def seat_taken(user: Somebody | None) -> Caregiver | None:
    """Return the seat under which this person came through the door for this answer."""
    return getattr(user, TAKEN, None)


def children_in(family: Family) -> list[UUID]:
    """Return the ids of a family's children."""
    with within(family=family.pk):
        return list(Child.objects.values_list("pk", flat=True))


def children_of(user: Somebody) -> list[tuple[Child, Caregiver]]:
    """Return all children whom this person may read about, oldest family first."""
    with scopes_disabled():
        theirs = {seat.family_id: seat for seat in seats(user)}
        children = Child.objects.filter(family__in=theirs).order_by("family__started", "id")
        return [(child, theirs[child.family_id]) for child in children]


def child_in_front(children: Iterable[Child]) -> Child | None:
    """Return the child that a door leads to: the first, but no lost one before one who is here."""
    return min(children, key=lambda child: child.lost is not None, default=None)
