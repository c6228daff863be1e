"""Bring a reading of foreign files into a child's log, or take it back: each in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from holdfast.formats import Reading, open_format
from holdfast.web.access import within
from holdfast.web.actions.keeping import write
from holdfast.web.actions.photos import bring_photos
from holdfast.web.actions.staling import mark_touched
from holdfast.web.ids import new_id
from holdfast.web.models import Caregiver, Child, Draft, Family, Import, Moment
from holdfast.web.models.adding import Copy, copy, retire
from holdfast.web.models.rows import value_of
from holdfast.web.reimport import Kept, Preview, preview
from holdfast.web.sync import Door


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """An import that is done."""

    id: UUID
    preview: Preview
    drafts: int


def preview_reading(*, child: Child, reading: Reading, now: datetime | None = None) -> Preview:
    """Say what an import would do, and do nothing.

    Args:
        child: whose log it is to go into.
        reading: of this child alone: see `Reading.for_child`.
        now: the server's clock.
    """
    with within(family=child.family_id):
        return meet_log(child, reading, now or timezone.now())


def meet_log(child: Child, reading: Reading, now: datetime) -> Preview:
    """Hold a reading against what is kept of its sources."""
    ids = iter(new_id, None)
    kept = kept_of(child, {moment.source for moment in reading.moments})
    people = map(str, Caregiver.objects.values_list("pk", flat=True))
    door = Door(children=frozenset({str(child.pk)}), caregivers=frozenset(people))
    return preview(reading.moments, kept=kept, door=door, now=now, new_ids=ids)


def kept_of(child: Child, sources: set[str]) -> Iterator[Kept]:
    """Return all revisions of the child's moments from these sources, oldest first."""
    rows = Moment.objects.filter(child=child, source__in=sources).order_by("id")
    for row in rows:
        yield Kept(
            moment=value_of(row),
            edit=row.edit,
            revision=row.revision,
            newest=row.newest,
            removed=row.removed,
            imported=row.imported_id is not None,
        )


def apply_reading(
    *, child: Child, by: Caregiver, reading: Reading, now: datetime | None = None
) -> Imported:
    """Bring a reading into a child's log: all of it, or, when anything breaks, nothing.

    Args:
        child: whose log it goes into; must have come through `access`.
        by: who imports.
        reading: of this child alone: see `Reading.for_child`.
        now: the server's clock.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=child.family_id):
        family = Family.objects.select_for_update().get(pk=child.family_id)
        met = meet_log(child, reading, now)
        imported = Import.objects.create(
            family=family,
            child=child,
            by=by,
            format=reading.format,
            files=list(reading.files),
            counts={str(key): count for key, count in met.counts().items()},
            at=now,
        )
        steps = [meeting.step for meeting in met.meetings if meeting.step is not None]
        write(steps, family=family, by=by, now=now, imported=imported)
        pictures = {UUID(name): photo for name, photo in reading.photos.items()}
        bring_photos(child=child, by=by, pictures=pictures, now=now)
        drafts = offer_drafts(reading, imported)
    return Imported(id=imported.pk, preview=met, drafts=drafts)


def offer_drafts(reading: Reading, imported: Import) -> int:
    """Write down the drafts that nobody has decided about yet, and return how many are new."""
    open_before = Draft.objects.filter(child=imported.child_id).count()
    rows = [
        Draft(
            family_id=imported.family_id,
            child_id=imported.child_id,
            imported=imported,
            source=draft.moment.source,
            source_id=draft.moment.source_id,
            moment=open_format.as_object(draft.moment),
            why=draft.why,
        )
        for draft in reading.drafts
    ]
    Draft.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    return Draft.objects.filter(child=imported.child_id).count() - open_before


def undo_import(*, by: Caregiver, imported: UUID, now: datetime | None = None) -> int:
    """Take an import back as a whole, and return how many moments that touched.

    What it brought is removed (and can be put back); what it changed is as it was before, unless
    somebody has changed it since. Drafts that nobody decided about are forgotten.

    Raises:
        Http404: this family has no such import, or it was taken back already.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=by.family_id):
        family = Family.objects.select_for_update().get(pk=by.family_id)
        found = Import.objects.filter(pk=imported, undone=None).first()
        if found is None:
            raise Http404
        back = list(steps_back(found, seq=family.seq))
        take_back(back, found, family=family, by=by, now=now)
        Draft.objects.filter(imported=found, accepted=None).delete()
        found.undone = now
        found.save(update_fields=["undone"])
    return len(back)


@dataclass(frozen=True, slots=True)
class Back:
    """What undoes an import for one moment: a row as another was, and which edits retire."""

    row: Copy
    retires: tuple[UUID, ...]
    at: frozenset[datetime]


def take_back(
    back: Sequence[Back], imported: Import, *, family: Family, by: Caregiver, now: datetime
) -> None:
    """Write it, under the family's lock."""
    about = {"imported_id": imported.pk, "logged_by_id": by.pk, "logged_at": now, "device": ""}
    copy([one.row for one in back], family_id=family.pk, **about)
    retire(family.pk, [edit for one in back for edit in one.retires])
    family.seq += len(back)
    Family.objects.filter(pk=family.pk).update(seq=family.seq)
    mark_touched(family, {(imported.child_id, at.date()) for one in back for at in one.at})


def steps_back(imported: Import, *, seq: int) -> Iterator[Back]:
    """Return the steps that undo an import, one a moment, numbered from after `seq`."""
    touched = imported.rows.values("moment")
    found = Moment.objects.filter(moment__in=touched, child=imported.child_id).order_by("id")
    histories: dict[UUID, list[Was]] = {}
    for moment, *row in found.values_list("moment", *Was._fields).iterator():
        histories.setdefault(moment, []).append(Was(*row))
    numbers = count(seq + 1)
    for rows in histories.values():
        if undoes(rows, imported):
            yield step_back(rows, imported, seq=next(numbers))


class Was(NamedTuple):
    """A revision, as far as the decision needs it."""

    id: int
    edit: UUID
    revision: int
    newest: bool
    at: datetime
    imported_id: int | None


def undoes(rows: Sequence[Was], imported: Import) -> bool:
    """Say whether there is anything to undo: not where somebody has changed it back since."""
    ours = [row for row in rows if row.imported_id == imported.pk]
    brought = rows[0].id == ours[0].id
    return brought or [row for row in rows if row.newest] == ours[-1:]


def step_back(rows: Sequence[Was], imported: Import, *, seq: int) -> Back:
    """Return the step that undoes an import for one moment."""
    heads = [row for row in rows if row.newest]
    first = next(row for row in rows if row.imported_id == imported.pk)
    before = [row for row in rows if row.id < first.id]
    content = before[-1] if before else heads[-1]
    return Back(
        row=Copy(
            family_seq=seq,
            edit=new_id(),
            revision=1 + max(row.revision for row in rows),
            newest=True,
            removed=not before,
            says=content.id,
        ),
        retires=tuple(row.edit for row in heads),
        at=frozenset(row.at for row in (*heads, content)),
    )
