"""What a phone hears of its person's sealed journal, and what was shared in the clear."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from holdfast.formats.journal import TakenAlong
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Journal, JournalKey, Sealed, Shared, SharedPhoto

SMALL = 65_536  # bytes: what is larger is a photo, and is sent when it is looked at
PAGE = 200  # records


@dataclass(frozen=True, slots=True)
class Key:
    """The key that counts, wrapped."""

    id: UUID
    wrapped: bytes
    made: datetime


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A record as it is kept. `sealed` is None where it is too large to be sent unasked."""

    id: UUID
    seq: int
    size: int
    sealed: bytes | None

    @property
    def gone(self) -> bool:
        """Whether it was deleted for good."""
        return self.size == 0


@dataclass(frozen=True, slots=True)
class JournalChanges:
    """What came since a number. `head` is the record that came with that number itself."""

    seq: int
    head: UUID | None
    key: Key | None
    records: tuple[SealedRecord, ...] = ()
    more: bool = False


def journal_seq(seat: Caregiver) -> tuple[UUID | None, int]:
    """Return which key counts and how far the journal is: all that a phone has to compare."""
    with within(family=seat.family_id):
        journal = Journal.objects.filter(seat=seat).first()
        name = JournalKey.objects.filter(journal=seat.pk, counts=True).values_list("name").first()
    return name and name[0], journal.seq if journal else 0


def journal_since(seat: Caregiver, since: int) -> JournalChanges:
    """Return what came to a journal after a number, in order, one page of it."""
    with within(family=seat.family_id):
        journal = Journal.objects.filter(seat=seat).first()
        key = JournalKey.objects.filter(journal=seat.pk, counts=True).first()
        if journal is None or key is None:
            return JournalChanges(journal.seq if journal else 0, None, None)
        head = key.records.filter(seq=since).values_list("record", flat=True).first()
        rows = list(new_ones(key, since))
    told = Key(key.name, bytes(key.wrapped), key.made)
    return JournalChanges(journal.seq, head, told, tuple(rows[:PAGE]), len(rows) > PAGE)


def new_ones(key: JournalKey, since: int) -> Iterator[SealedRecord]:
    """Yield a page of records and one more, reading of the large ones their size alone."""
    found = key.records.filter(seq__gt=since).order_by("seq")
    rows = list(found.values_list("record", "seq", "size")[: PAGE + 1])
    small = found.filter(record__in=[row[0] for row in rows if 0 < row[2] <= SMALL])
    sealed = dict(small.values_list("record", "sealed"))
    for record, seq, size in rows:
        content = sealed.get(record)
        yield SealedRecord(record, seq, size, None if content is None else bytes(content))


def record_of(seat: Caregiver, record: UUID) -> bytes:
    """Return one record.

    Raises:
        Http404: it is not there, or deleted.
    """
    with within(family=seat.family_id):
        rows = Sealed.objects.filter(key__journal=seat.pk, key__counts=True, size__gt=0)
        found = rows.filter(record=record).values_list("sealed", flat=True).first()
    if found is None:
        raise Http404
    return bytes(found)


def taken_along(seat: Caregiver) -> TakenAlong:
    """Read all of a journal, sealed as it is, and what was shared in the clear with or by them."""
    shared = {"with_me": shared_with(seat), "by_me": shared_by(seat)}
    clear = {side: [plain(one) for one in entries] for side, entries in shared.items()}
    with within(family=seat.family_id):
        key = JournalKey.objects.filter(journal=seat.pk, counts=True).first()
        if key is None:
            return TakenAlong(shared=clear)
        rows = key.records.filter(size__gt=0).order_by("seq").values_list("record", "sealed")
        records = {str(name): bytes(sealed) for name, sealed in rows}
    return TakenAlong(wrapped=bytes(key.wrapped), records=records, shared=clear)


def plain(entry: "SharedEntry") -> dict[str, object]:
    """Return a shared entry as it is written down."""
    return {
        "entry": str(entry.entry),
        "child": str(entry.child),
        "by": entry.by_name,
        "at": entry.at.isoformat(),
        "said": entry.said,
    }


@dataclass(frozen=True, slots=True)
class PhoneListed:
    """A phone on which the journal is open."""

    id: UUID
    name: str
    opened: datetime
    last_day: date


def phones_of(seat: Caregiver) -> list[PhoneListed]:
    """List them, the one seen last first."""
    with within(family=seat.family_id):
        journal = Journal.objects.filter(seat=seat).first()
        rows = journal.phones.order_by("-last_day", "-id") if journal else []
        return [PhoneListed(row.phone, row.name, row.opened, row.last_day) for row in rows]


@dataclass(frozen=True, slots=True)
class SharedEntry:
    """An entry that somebody shared: what it says, by whom, with whom."""

    id: UUID
    entry: UUID
    child: UUID
    by: UUID
    by_name: str
    to: list[UUID]
    at: datetime
    said: dict[str, Any]
    photos: list[UUID]


def shared_with(seat: Caregiver) -> list[SharedEntry]:
    """Return what others share with this person, oldest first."""
    with within(family=seat.family_id):
        rows = Shared.objects.filter(to=seat)
        return [told(row) for row in listed(rows)]


def shared_by(seat: Caregiver) -> list[SharedEntry]:
    """Return what this person shares with others, oldest first."""
    with within(family=seat.family_id):
        return [told(row) for row in listed(Shared.objects.filter(by=seat))]


def listed(rows: QuerySet[Shared]) -> QuerySet[Shared]:
    """Return rows in order of time, each with whom it is shared and the names of its photos."""
    photos = Prefetch("photos", SharedPhoto.objects.defer("content"))
    return rows.select_related("by").prefetch_related("to", photos).order_by("at")


def told(row: Shared) -> SharedEntry:
    """Return a row as a value."""
    return SharedEntry(
        id=row.pk,
        entry=row.entry,
        child=row.child_id,
        by=row.by_id,
        by_name=row.by.called or row.by.name,
        to=sorted(one.pk for one in row.to.all()),
        at=row.at,
        said=row.said,
        photos=[photo.photo for photo in row.photos.all()],
    )


def shared_photo(seat: Caregiver, shared: UUID, photo: UUID) -> bytes:
    """Return a photo that somebody shared with this person, or this person with others.

    Raises:
        Http404: there is none, or it is not shared with them (any more).
    """
    with within(family=seat.family_id):
        theirs = Q(shared__to=seat) | Q(shared__by=seat)
        rows = SharedPhoto.objects.filter(theirs, shared=shared, photo=photo)
        found = rows.values_list("content", flat=True).first()
    if found is None:
        raise Http404
    return bytes(found)
