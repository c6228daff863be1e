"""Share one entry of a journal: a copy in the clear for those who are named. Undone, it is gone."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.actions.wiping import for_good
from holdfast.web.models import Caregiver, Child, Shared, SharedPhoto
from holdfast.words.errors import HoldfastError
from holdfast.words.moment import is_text

MOST = 300  # entries of one person, shared at a time
NUL = r"\u0000"  # as JSON has it
LONGEST = 100_000  # characters of one; a phone makes none that is longer


class NobodyToShareWith(HoldfastError):
    """An entry that is shared with nobody who is here."""


class SharedTooMuch(HoldfastError):
    """More than one shares."""


class NoText(HoldfastError):
    """What no database and no file can hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToShare:
    """An entry as its writer's phone opened it, to be read by others."""

    entry: UUID
    child: UUID
    said: Mapping[str, Any]
    photos: Mapping[UUID, bytes]


def share_entry(
    *,
    seat: Caregiver,
    what: ToShare,
    to: Collection[UUID] | None,
    now: datetime | None = None,
) -> list[UUID]:
    """Lay a copy where those named can read it, in place of an earlier copy of the same entry.

    Args:
        seat: who shares; must have come through `access.journal_for`.
        what: the copy.
        to: seats of this family, or None for everybody who is in it today. Who comes later does
            not see it.
        now: the server's clock.

    Returns:
        The seats that can read it.

    Raises:
        Http404: no such child in this family.
        NobodyToShareWith: nobody of these is here.
        SharedTooMuch: it is too long, or there are too many already.
        NoText: it holds what is no character.
    """
    now = now or timezone.now()
    see_that_it_can_be_kept(what)
    with for_good(), transaction.atomic(), within(family=seat.family_id):
        if not Child.objects.filter(pk=what.child).exists():
            raise Http404
        here = Caregiver.objects.filter(Q(until=None) | Q(until__gt=now), user__isnull=False)
        others = here.exclude(pk=seat.pk)
        named = list(others if to is None else others.filter(pk__in=to))
        if not named:
            raise NobodyToShareWith("Nobody of these is here.", hint="Choose somebody else.")
        Shared.objects.filter(by=seat, entry=what.entry).delete()
        if Shared.objects.filter(by=seat).count() >= MOST:
            raise SharedTooMuch("You share very many already.", hint="Take some of them back.")
        lay_copy(seat, what, named, now)
    return sorted(one.pk for one in named)


def see_that_it_can_be_kept(what: ToShare) -> None:
    """Refuse what is too long, and what PostgreSQL would stumble over.

    Raises:
        SharedTooMuch: it is too long.
        NoText: it holds what is no character.
    """
    said = json.dumps(what.said, ensure_ascii=False)
    if len(said) > LONGEST:
        raise SharedTooMuch("This is too long to share.", hint="Share a part of it.")
    if NUL in said or not is_text(said):
        raise NoText("This holds what is no character.", hint="Write it once more.")


def lay_copy(seat: Caregiver, what: ToShare, named: list[Caregiver], now: datetime) -> None:
    """Write the copy down."""
    shared = Shared.objects.create(
        family_id=seat.family_id,
        by=seat,
        child_id=what.child,
        entry=what.entry,
        said=dict(what.said),
        at=now,
    )
    shared.to.set(named)
    SharedPhoto.objects.bulk_create(
        SharedPhoto(family_id=seat.family_id, shared=shared, photo=photo, content=content)
        for photo, content in what.photos.items()
    )


def take_back(*, seat: Caregiver, entry: UUID) -> None:
    """Delete the copy of an entry for good. What is not shared is taken back already."""
    with for_good(), transaction.atomic(), within(family=seat.family_id):
        Shared.objects.filter(by=seat, entry=entry).delete()
