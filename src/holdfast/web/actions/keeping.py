"""Keep, change, remove, put back: all of it adds revisions, and none is ever deleted."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.actions.notices import Notice, notify
from holdfast.web.actions.staling import mark_stale
from holdfast.web.ids import new_id
from holdfast.web.models import Caregiver, Child, Family, Import, Moment
from holdfast.web.models.adding import Row, insert, retire
from holdfast.web.models.rows import value_of
from holdfast.web.sync import WRITTEN, Arrival, Door, Outcome, Step, Stored, plan
from holdfast.words import Moment as Said
from holdfast.words.timers import ended


def keep_moments(
    *, child: Child, by: Caregiver, moments: Sequence[Said], now: datetime | None = None
) -> list[Step]:
    """Keep new moments of one child. What is here already stays as it is; see `keep`."""
    arrivals = [Arrival.new(moment) for moment in moments]
    return keep(by=by, children=[child.pk], arrivals=arrivals, now=now)


def keep(
    *,
    by: Caregiver,
    children: Collection[UUID],
    arrivals: Sequence[Arrival],
    now: datetime | None = None,
    device: str = "",
    imported: Import | None = None,
) -> list[Step]:
    """Keep what comes in, in one transaction, and say of each what became of it.

    Args:
        by: who logs; must have come through `access`.
        children: whose moments `by` may log.
        arrivals: in the order in which they were made.
        now: the server's clock.
        device: the phone's own name, if it has one.
        imported: the import that they belong to, and are taken back with.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=by.family_id):
        family = Family.objects.select_for_update().get(pk=by.family_id)
        door = Door(
            children=frozenset(map(str, children)), caregivers=caregivers_among(arrivals, by)
        )
        steps = plan(arrivals, stored=stored_of(arrivals), door=door, now=now)
        write(steps, family=family, by=by, now=now, device=device, imported=imported)
        if imported is None:
            transaction.on_commit(partial(tell_others, steps, by))
    return steps


def tell_others(steps: Sequence[Step], by: Caregiver) -> None:
    """Let the phones of who is away know that there is something new."""
    children = {step.arrival.moment.child for step in steps if step.outcome == Outcome.NEW}
    for child in sorted(children):
        notify(Notice(child=UUID(child), by=by.pk))


def caregivers_among(arrivals: Sequence[Arrival], by: Caregiver) -> frozenset[str]:
    """Return those of the caregivers named who are of this family; mostly it is `by` alone."""
    named = {who for arrival in arrivals for who in (arrival.moment.by, arrival.moment.to)}
    others = named - {None, str(by.pk)}
    if not others:
        return frozenset({str(by.pk)})
    real = [str(who) for who in others if is_uuid(who)]
    found = Caregiver.objects.filter(pk__in=real).values_list("pk", flat=True)
    return frozenset({str(by.pk), *map(str, found)})


def is_uuid(text: object) -> bool:
    """Say whether a text can name anything at all."""
    try:
        UUID(str(text))
    except ValueError:
        return False
    return True


def stored_of(arrivals: Sequence[Arrival]) -> list[Stored]:
    """Return the revisions of the moments that come in, and whatever has one of their edits."""
    moments = {UUID(a.moment.id) for a in arrivals if is_uuid(a.moment.id)}
    edits = {a.edit for a in arrivals} - moments
    fields = ("edit", "moment", "child_id", "revision", "newest")
    rows = list(Moment.objects.filter(moment__in=moments).values_list(*fields).order_by("id"))
    if edits:
        foreign = Moment.objects.filter(edit__in=edits).exclude(moment__in=moments)
        rows += foreign.values_list(*fields)
    return [
        Stored(edit=edit, moment=moment, child=child, revision=revision, newest=newest)
        for edit, moment, child, revision, newest in rows
    ]


def write(
    steps: Sequence[Step],
    *,
    family: Family,
    by: Caregiver | None,
    now: datetime,
    device: str = "",
    imported: Import | None = None,
) -> None:
    """Write the rows of a plan under the family's lock, each with the next number."""
    written = [step for step in steps if step.outcome in WRITTEN]
    if not written:
        return
    retired = [edit for step in written for edit in step.retires]
    over = set(retired)
    every = {
        "family_id": family.pk,
        "logged_by_id": by and by.pk,
        "logged_at": now,
        "device": device,
        "imported_id": imported and imported.pk,
    }
    rows = [
        row_of(step, seq=seq, newest=step.arrival.edit not in over, every=every)
        for seq, step in enumerate(written, start=family.seq + 1)
    ]
    insert(rows)
    if retired:
        retire(family.pk, retired)
    family.seq += len(rows)
    Family.objects.filter(pk=family.pk).update(seq=family.seq)
    mark_stale(family, rows, retired=retired)


def row_of(step: Step, *, seq: int, newest: bool, every: Mapping[str, Any]) -> Row:
    """Return the row that a step writes; `every` is what all rows of a write share."""
    said = step.arrival.moment
    return Row(
        **every,
        family_seq=seq,
        newest=newest,
        moment=UUID(said.id),
        edit=step.arrival.edit,
        revision=step.revision,
        removed=step.arrival.removed,
        child_id=UUID(said.child),
        by_id=as_uuid(said.by),
        to_id=as_uuid(said.to),
        kind=str(said.kind),
        word=str(said.word),
        at=said.at,
        until=said.until,
        zone=said.zone,
        about=said.about,
        answers=as_uuid(said.answers),
        detail=dict(said.detail),
        text=said.text,
        extra=dict(said.extra),
        source=said.source,
        source_id=said.source_id,
    )


def as_uuid(name: str | None) -> UUID | None:
    """Return the id of somebody or something that a moment may name."""
    return None if name is None else UUID(name)


def revise(
    *,
    child: Child,
    by: Caregiver,
    moment: Said,
    replaces: Sequence[UUID],
    edit: UUID | None = None,
    now: datetime | None = None,
) -> Step:
    """Keep a changed moment as a new revision.

    Args:
        child: whose.
        by: who changes it.
        moment: as it should be now, with the id that it has.
        replaces: the edits that were on the page: where there is a newer one, they have crossed.
        edit: the form's own id, so that sending it twice is one change.
        now: the server's clock.
    """
    arrival = Arrival(moment=moment, edit=edit or new_id(), replaces=tuple(replaces))
    (step,) = keep(by=by, children=[child.pk], arrivals=[arrival], now=now)
    return step


def stop(
    *,
    child: Child,
    by: Caregiver,
    moment: UUID,
    at: datetime | None = None,
    edit: UUID | None = None,
    now: datetime | None = None,
) -> Step | None:
    """End what runs, from whichever phone. What has an end already keeps it.

    Args:
        child: whose.
        by: who ends it.
        moment: a sleep, a feed, anything that lasts.
        at: when it was over; now where not given.
        edit: the form's own id, so that sending it twice is one end.
        now: the server's clock.

    Returns:
        What became of it; None where it had ended, or was taken out.

    Raises:
        Http404: this child has no such moment.
    """
    heads = [row for row in revisions(child, moment) if row.newest]
    if any(row.until is not None or row.removed for row in heads):
        return None
    arrival = Arrival(
        moment=ended(value_of(heads[-1]), at or now or timezone.now()),
        edit=edit or new_id(),
        replaces=tuple(row.edit for row in heads),
    )
    (step,) = keep(by=by, children=[child.pk], arrivals=[arrival], now=now)
    return step


def remove(
    *,
    child: Child,
    by: Caregiver,
    moment: UUID,
    edit: UUID | None = None,
    now: datetime | None = None,
) -> Step:
    """Take a moment out of the log. It stays in the history and can be put back.

    Raises:
        Http404: this child has no such moment.
    """
    return follow(child=child, by=by, moment=moment, edit=edit, removed=True, now=now)


def put_back(
    *,
    child: Child,
    by: Caregiver,
    moment: UUID,
    edit: UUID | None = None,
    now: datetime | None = None,
) -> Step:
    """Put a removed moment back, as it was.

    Raises:
        Http404: this child has no such moment.
    """
    return follow(child=child, by=by, moment=moment, edit=edit, removed=False, now=now)


def choose(
    *,
    child: Child,
    by: Caregiver,
    moment: UUID,
    chosen: UUID,
    edit: UUID | None = None,
    now: datetime | None = None,
) -> Step:
    """Where two edits crossed, or to go back to an old one: let this one count.

    Raises:
        Http404: this child has no such moment, or it has no such edit.
    """
    rows = revisions(child, moment)
    picked = next((row for row in rows if row.edit == chosen), None)
    if picked is None:
        raise Http404
    arrival = Arrival(
        moment=value_of(picked),
        edit=edit or new_id(),
        replaces=tuple(row.edit for row in rows if row.newest),
        removed=picked.removed,
    )
    (step,) = keep(by=by, children=[child.pk], arrivals=[arrival], now=now)
    return step


def follow(
    *,
    child: Child,
    by: Caregiver,
    moment: UUID,
    edit: UUID | None,
    removed: bool,
    now: datetime | None,
) -> Step:
    """Add a revision with the newest content, removed or not."""
    heads = [row for row in revisions(child, moment) if row.newest]
    arrival = Arrival(
        moment=value_of(heads[-1]),
        edit=edit or new_id(),
        replaces=tuple(row.edit for row in heads),
        removed=removed,
    )
    (step,) = keep(by=by, children=[child.pk], arrivals=[arrival], now=now)
    return step


def revisions(child: Child, moment: UUID) -> list[Moment]:
    """Return all revisions of a moment, oldest first.

    Raises:
        Http404: there are none.
    """
    with within(family=child.family_id):
        rows = list(Moment.objects.filter(moment=moment, child=child).order_by("id"))
    if not rows:
        raise Http404
    return rows
