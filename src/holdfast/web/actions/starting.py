"""How a family begins: a link that works once, an account, a caregiver, children."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from holdfast.web.access import Role, within
from holdfast.web.keys import digest, new_key
from holdfast.web.models import Caregiver, Child, Family, SetupLink, User
from holdfast.words.errors import HoldfastError

LINK_LASTS = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Who starts a family: how they sign in, what they are called, what they are to the child."""

    username: str
    password: str | None
    name: str
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChild:
    """A child as a family tells of it at the beginning."""

    name: str = ""
    born: date | None = None
    due: date | None = None
    arrived: date | None = None
    pronoun: str = "they"


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A family that has begun."""

    family: Family
    user: User
    caregiver: Caregiver
    children: tuple[Child, ...]


class LinkSpent(HoldfastError):
    """A set-up link that does not open anything (any more)."""


def make_setup_link(*, now: datetime | None = None) -> str:
    """Return the token of a new link that starts one family; older unused links end."""
    now = now or timezone.now()
    token = new_key()
    with transaction.atomic():
        SetupLink.objects.filter(used=None).delete()
        SetupLink.objects.create(digest=digest(token), made=now, until=now + LINK_LASTS)
    return token


def start_family(
    *,
    token: str,
    person: NewPerson,
    children: Sequence[NewChild],
    zone: str = "UTC",
    now: datetime | None = None,
) -> Started:
    """Start a family from its set-up link: an account, its first caregiver, the children.

    Raises:
        LinkSpent: the link was used, has ended, or never was.
        NameTaken: somebody on this server has that user name.
        ValidationError: the password is too easily guessed (Django's).
    """
    now = now or timezone.now()
    with transaction.atomic():
        spend(token, now)
        user = open_account(username=person.username, password=person.password)
        return found(user=user, person=person, children=children, zone=zone)


def spend(token: str, now: datetime) -> None:
    """Use a link up, once: of two at the same time, one wins."""
    open_links = SetupLink.objects.filter(digest=digest(token), used=None, until__gt=now)
    if not open_links.update(used=now):
        raise LinkSpent(
            "This link has been used, or its two days are over.",
            hint="Make a new one on the server with: holdfast setup-link",
        )


class NameTaken(HoldfastError):
    """A user name that somebody has already."""


def open_account(*, username: str, password: str | None) -> User:
    """Make an account. Names are the same in any case.

    Raises:
        NameTaken: somebody has it.
        ValidationError: the password is too easily guessed.
    """
    user = User(username=username.strip().casefold())
    if User.objects.filter(username=user.username).exists():
        raise NameTaken("Somebody here has that name already.", hint="Choose another.")
    if password is None:  # nobody signs in as this one
        user.set_unusable_password()
    else:
        user.clean_fields(exclude=["password"])
        validate_password(password, user)
        user.set_password(password)
    user.save()
    return user


def found(
    *,
    user: User,
    person: NewPerson,
    children: Sequence[NewChild],
    zone: str,
    demo: bool = False,
) -> Started:
    """Write a family's first rows."""
    family = Family.objects.create(zone=zone, demo=demo)
    with within(family=family.pk):
        caregiver = Caregiver.objects.create(
            family=family, user=user, name=person.name, called=person.called, role=Role.PARENT
        )
        kids = tuple(add_child(family=family, child=child) for child in children)
    return Started(family=family, user=user, caregiver=caregiver, children=kids)


def add_child(*, family: Family, child: NewChild) -> Child:
    """Add a child to a family."""
    with within(family=family.pk):
        return Child.objects.create(
            family=family,
            name=child.name,
            born=child.born,
            due=child.due,
            arrived=child.arrived,
            pronoun=child.pronoun,
        )
