"""The sealed journal: take in what is sealed, once each, and let go of it for good.

Nothing here can read a record. What is not sealed is refused, so that no mistake of ours on a phone
lays a journal open.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.actions.wiping import for_good
from holdfast.web.models import Caregiver, Journal, JournalKey, Sealed, Shared
from holdfast.words.errors import HoldfastError

SEAL = b"age-encryption.org/v1\n"
RECORD = 1_500_000  # bytes of one: a photo, shrunk on the phone, with room
WRAPPED = 4_000
ALL = 512 * 1024**2  # bytes of a journal: some thousand photos
A_MINUTE = 600  # records: a phone that was offline for months sends fewer
NAMED = 200  # of what is missing, at a time


class JournalRefused(HoldfastError):
    """Something that a journal does not take."""


class TooMuchAtOnce(HoldfastError):
    """More in a minute than a person writes."""

    status = HTTPStatus.TOO_MANY_REQUESTS


@dataclass(frozen=True, slots=True)
class Record:
    """A sealed record as it arrives."""

    id: UUID
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of records: which are kept, why others are not, how far the journal is now."""

    kept: list[UUID]
    refused: dict[UUID, str]
    seq: int


def begin_journal(
    *, seat: Caregiver, key: UUID, wrapped: bytes, now: datetime | None = None
) -> None:
    """Begin a journal with its first key. Sent again, it is the same beginning.

    Args:
        seat: whose; must have come through `access.journal_for`.
        key: the name that the phone gave it.
        wrapped: the identity, sealed with the six words.
        now: the server's clock.

    Raises:
        JournalRefused: there is another journal already, or this is not sealed.
    """
    see_that_it_is_sealed(wrapped, WRAPPED)
    with transaction.atomic(), within(family=seat.family_id):
        whose: dict[str, Any] = {"family_id": seat.family_id, "user_id": seat.user_id}
        journals = Journal.objects.select_for_update()
        journal, _new = journals.get_or_create(seat=seat, defaults=whose)
        there = journal.keys.filter(counts=True).first()
        if there is None:
            add_key(journal, key, wrapped, counts=True, now=now)
        elif there.name != key:
            raise JournalRefused(
                "This journal was begun on another phone.", hint="Open it with its six words."
            )


def add_key(
    journal: Journal, key: UUID, wrapped: bytes, *, counts: bool, now: datetime | None
) -> None:
    """Write a key down, once."""
    made = now or timezone.now()
    more = {"family_id": journal.family_id, "counts": counts, "wrapped": wrapped, "made": made}
    JournalKey.objects.get_or_create(journal=journal, name=key, defaults=more)


def keep_records(
    *, seat: Caregiver, under: UUID, records: Sequence[Record], now: datetime | None = None
) -> Taken:
    """Keep sealed records: each once, whatever its phone sends again.

    Args:
        seat: whose; must have come through `access.journal_for`.
        under: the key for which they are sealed.
        records: at most as many as the API lets through.
        now: the server's clock.

    Raises:
        Http404: this journal has no such key: words were changed on another phone.
        TooMuchAtOnce: more than a person writes.
    """
    now = now or timezone.now()
    refused = {one.id: why for one in records if (why := unfit(one))}
    with transaction.atomic(), within(family=seat.family_id):
        journal = locked(seat)
        key = journal.keys.filter(name=under).first()
        if key is None:
            raise Http404
        names = [one.id for one in records]
        known = set(key.records.filter(record__in=names).values_list("record", flat=True))
        new = [one for one in records if one.id not in known and one.id not in refused]
        see_that_there_is_room(journal, key, new, now)
        add_records(journal, key, new, now)
    return Taken([one.id for one in records if one.id not in refused], refused, journal.seq)


def unfit(record: Record) -> str:
    """Say what is wrong with a record, or nothing."""
    try:
        see_that_it_is_sealed(record.sealed, RECORD)
    except JournalRefused as refused:
        return str(refused)
    return ""


def see_that_it_is_sealed(sealed: bytes, limit: int) -> None:
    """Refuse what is not sealed, and what is too large.

    Raises:
        JournalRefused: which of them.
    """
    if not sealed.startswith(SEAL):
        raise JournalRefused("This is not sealed, so it was not kept.")
    if len(sealed) > limit:
        raise JournalRefused("This is too large.", hint="A photo has to be smaller.")


def see_that_there_is_room(
    journal: Journal, key: JournalKey, new: Collection[Record], now: datetime
) -> None:
    """Refuse what nobody writes by hand. What is sealed anew only has to be there already.

    Raises:
        JournalRefused: the journal is full, or what is sealed anew was not there before.
        TooMuchAtOnce: too many in a minute.
    """
    if not key.counts:
        before = Sealed.objects.filter(key__journal=journal, key__counts=True)
        names = [one.id for one in new]
        if before.filter(record__in=names).count() < len(set(names)):
            raise JournalRefused("Only what is in the journal can be sealed anew.")
        return
    lately = key.records.filter(arrived__gt=now - timedelta(minutes=1)).count()
    if lately + len(new) > A_MINUTE:
        raise TooMuchAtOnce("That is much at once.", hint="It waits on your phone for a minute.")
    size = key.records.aggregate(size=Sum("size"))["size"] or 0
    if size + sum(len(one.sealed) for one in new) > ALL:
        raise JournalRefused("The journal is full.", hint="Delete photos for good to make room.")


def add_records(journal: Journal, key: JournalKey, new: Iterable[Record], now: datetime) -> None:
    """Write records down, each with its number."""
    once = {one.id: one for one in new}
    rows = [
        Sealed(
            family_id=journal.family_id,
            key=key,
            record=one.id,
            seq=seq,
            size=len(one.sealed),
            sealed=one.sealed,
            arrived=now,
        )
        for seq, one in enumerate(once.values(), journal.seq + 1)
    ]
    Sealed.objects.bulk_create(rows)
    count_up(journal, len(rows))


def count_up(journal: Journal, by: int) -> None:
    """Raise the journal's count."""
    journal.seq += by
    journal.save(update_fields=["seq"])


def locked(seat: Caregiver) -> Journal:
    """Return a seat's journal, locked until the transaction is over.

    Raises:
        Http404: it was not begun.
    """
    journal = Journal.objects.select_for_update().filter(seat=seat).first()
    if journal is None:
        raise Http404
    return journal


def erase_records(
    *, seat: Caregiver, records: Collection[UUID], now: datetime | None = None
) -> list[UUID]:
    """Delete records for good. An empty row stays of each, so that other phones hear of it."""
    with for_good(), transaction.atomic(), within(family=seat.family_id):
        journal = locked(seat)
        rows = list(Sealed.objects.filter(key__journal=journal, record__in=records))
        for seq, row in enumerate(rows, journal.seq + 1):
            row.seq, row.size, row.sealed = seq, 0, b""
            row.arrived = now or timezone.now()
        Sealed.objects.bulk_update(rows, ["seq", "size", "sealed", "arrived"])
        count_up(journal, len(rows))
    return list(dict.fromkeys(records))


def bring_next_key(
    *, seat: Caregiver, key: UUID, wrapped: bytes, now: datetime | None = None
) -> None:
    """Lay a new key beside the one that counts: the words are about to be changed.

    Raises:
        JournalRefused: this is not sealed.
        Http404: there is no journal.
    """
    see_that_it_is_sealed(wrapped, WRAPPED)
    with transaction.atomic(), within(family=seat.family_id):
        journal = locked(seat)
        journal.keys.filter(counts=False).exclude(name=key).delete()
        add_key(journal, key, wrapped, counts=False, now=now)


def change_key(*, seat: Caregiver, key: UUID) -> list[UUID]:
    """Let the new key count, if all is sealed anew. Returns what is not yet; then nothing changed.

    The old key and all that was sealed for it are deleted for good.

    Raises:
        Http404: there is no such key.
    """
    with for_good(), transaction.atomic(), within(family=seat.family_id):
        journal = locked(seat)
        new = journal.keys.filter(name=key).first()
        if new is None:
            raise Http404
        if new.counts:
            return []
        there = new.records.values("record")
        old = Sealed.objects.filter(key__journal=journal, key__counts=True)
        missing = old.filter(size__gt=0).exclude(record__in=there).order_by("seq")
        names = list(missing.values_list("record", flat=True)[:NAMED])
        if not names:
            journal.keys.filter(counts=True).delete()
            new.counts = True
            new.save(update_fields=["counts"])
        return names


def end_journal(*, seat: Caregiver) -> None:
    """Delete a journal for good, with its words, phones and shared copies. It can begin anew.

    Its count stays, so that its phones can tell this from a server that has lost something.
    """
    with for_good(), transaction.atomic(), within(family=seat.family_id):
        journal = locked(seat)
        journal.keys.all().delete()
        journal.phones.all().delete()
        Shared.objects.filter(by=seat).delete()
        count_up(journal, 1)
