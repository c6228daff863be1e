"""Say that moments are one and the same, or that they are not: a further revision of the later one.

Nothing is put together in the rows, so nothing has to be taken apart: see the engine's sameness.
Which of two says it of the other is settled by their names, so that two phones say it alike.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import Http404

from holdfast.web.actions.keeping import keep, revisions
from holdfast.web.ids import new_id
from holdfast.web.models import Caregiver, Child, Moment
from holdfast.web.models.rows import value_of
from holdfast.web.sync import Arrival, Step
from holdfast.words.details import APART, SAME


def say_same(
    *, child: Child, by: Caregiver, one: UUID, other: UUID, now: datetime | None = None
) -> list[Step]:
    """Keep that two moments are one and the same. Said again it changes nothing.

    Raises:
        Http404: this child has no such moments, or they are not of one kind and word.
    """
    return say(child=child, by=by, pair=(one, other), key=SAME, now=now)


def say_apart(
    *, child: Child, by: Caregiver, one: UUID, other: UUID, now: datetime | None = None
) -> list[Step]:
    """Keep that two moments are two, and ask no more. Said again it changes nothing.

    Raises:
        Http404: as `say_same`.
    """
    return say(child=child, by=by, pair=(one, other), key=APART, now=now)


def part(
    *, child: Child, by: Caregiver, moments: Sequence[UUID], now: datetime | None = None
) -> list[Step]:
    """Let each of these moments stand for itself again.

    Raises:
        Http404: this child has no such moments.
    """
    heads = {name: head_of(child, name) for name in moments}
    names = {str(name) for name in heads}
    said = [(head, head.detail.get(SAME)) for head in heads.values()]
    arrivals = [arrival(head, APART, other) for head, other in said if other in names]
    return keep(by=by, children=[child.pk], arrivals=arrivals, now=now) if arrivals else []


def say(
    *, child: Child, by: Caregiver, pair: tuple[UUID, UUID], key: str, now: datetime | None
) -> list[Step]:
    """Let the younger of two say something of the elder."""
    elder, younger = (head_of(child, name) for name in sorted(pair))
    alike = (elder.kind, elder.word) == (younger.kind, younger.word)
    if not alike or elder.moment == younger.moment:
        raise Http404
    if younger.detail.get(key) == str(elder.moment):
        return []
    arrivals = [arrival(younger, key, str(elder.moment))]
    return keep(by=by, children=[child.pk], arrivals=arrivals, now=now)


def head_of(child: Child, moment: UUID) -> Moment:
    """Return the revision that counts; of two that crossed the later one.

    Raises:
        Http404: there is none.
    """
    return next(row for row in reversed(revisions(child, moment)) if row.newest)


def arrival(head: Moment, key: str, other: object) -> Arrival:
    """Return the revision in which a moment says one thing of another, and not its contrary."""
    said = value_of(head)
    rest = {name: value for name, value in said.detail.items() if name not in {SAME, APART}}
    return Arrival(
        moment=replace(said, detail={**rest, key: other}),
        edit=new_id(),
        replaces=(head.edit,),
        removed=head.removed,
    )
