"""What an import does to a log that may know the file already. Pure, as `sync` is.

The same file twice adds nothing. A record that has changed in the other app since is a new
revision, unless somebody edited the moment here: then both are shown. What was removed here stays
removed; what an undone import took away comes back.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from holdfast.web.sync import Arrival, Door, Outcome, Step, check_door
from holdfast.words import BadMoment, Moment


class Met(StrEnum):
    """How a record met what is kept."""

    NEW = "new"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    BOTH = "both"
    REMOVED = "removed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A revision of an imported moment, as it is kept. Revisions that people made come too."""

    moment: Moment
    edit: UUID
    revision: int
    newest: bool
    removed: bool
    imported: bool  # written by an import (or by taking one back), and not by a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """The decision about one record. Without a step nothing is written."""

    met: Met
    step: Step | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would do, or did."""

    meetings: tuple[Meeting, ...]

    def counts(self) -> dict[Met, int]:
        """Return how many met the log in each way."""
        found = Counter(meeting.met for meeting in self.meetings)
        return {met: found[met] for met in Met}


def preview(
    moments: Iterable[Moment],
    *,
    kept: Iterable[Kept],
    door: Door,
    now: datetime,
    new_ids: Iterable[UUID],
) -> Preview:
    """Decide about each record of a file.

    Args:
        moments: as read, with the ids that they have for this child.
        kept: all revisions of the child's moments from the same sources, oldest first.
        door: the child, and the family's caregivers; who else a file names is left out.
        now: to refuse what lies ahead.
        new_ids: where the ids of new revisions come from.
    """
    moments = [at_home(moment, door) for moment in moments]
    known: dict[str, list[Kept]] = {}
    for row in kept:
        known.setdefault(row.moment.id, []).append(row)
    named = {moment.id for moment in moments}
    gone = {name: rows for name, rows in known.items() if name not in named}
    twins = {likeness(rows[-1].moment): name for name, rows in gone.items()}
    ids = iter(new_ids)
    return Preview(
        meetings=tuple(
            meet(m, known.get(m.id), ids, door=door, now=now)
            for m in (renamed(moment, known, twins) for moment in moments)
        )
    )


def likeness(moment: Moment) -> tuple[object, ...]:
    """Return what tells a record without an id from others when only its words changed."""
    return moment.source, moment.kind, moment.word, moment.at, moment.until


def renamed(
    moment: Moment, known: dict[str, list[Kept]], twins: dict[tuple[object, ...], str]
) -> Moment:
    """Recognise a record without an id that was edited in the other app: same act, same times."""
    if moment.id in known or "~" not in moment.source_id:
        return moment
    name = twins.pop(likeness(moment), None)
    return moment if name is None else replace(moment, id=name)


def at_home(moment: Moment, door: Door) -> Moment:
    """Return a record without the caregivers who are none of this family."""
    by = moment.by if moment.by in door.caregivers else None
    to = moment.to if moment.to in door.caregivers else None
    return moment if (by, to) == (moment.by, moment.to) else replace(moment, by=by, to=to)


def meet(
    moment: Moment,
    rows: Sequence[Kept] | None,
    new_ids: Iterable[UUID],
    *,
    door: Door,
    now: datetime,
) -> Meeting:
    """Decide about one record."""
    try:
        moment.check(now=now)
        check_door(moment, door)
    except BadMoment as bad:
        return Meeting(met=Met.REFUSED, why=str(bad))
    if rows is None:
        return Meeting(met=Met.NEW, step=Step(arrival=Arrival.new(moment), outcome=Outcome.NEW))
    return meet_again(moment, rows, new_ids)


def meet_again(moment: Moment, rows: Sequence[Kept], new_ids: Iterable[UUID]) -> Meeting:
    """Decide about a record that is here already."""
    heads = [row for row in rows if row.newest]
    by_people = [row for row in heads if not row.imported]
    if any(row.removed for row in by_people):
        return Meeting(met=Met.REMOVED)
    if any(row.removed for row in heads):
        return Meeting(met=Met.NEW, step=revision(moment, rows, heads, new_ids))
    last = [row for row in rows if row.imported] or rows
    if same(last[-1].moment, moment):
        return Meeting(met=Met.UNCHANGED)
    if by_people:
        return Meeting(met=Met.BOTH, step=revision(moment, rows, (), new_ids))
    return Meeting(met=Met.CHANGED, step=revision(moment, rows, heads, new_ids))


def same(kept: Moment, read: Moment) -> bool:
    """Say whether a record still says what was kept of it (its hash of an id aside)."""
    return replace(kept, source_id="", by=None, to=None) == replace(
        read, source_id="", by=None, to=None
    )


def revision(
    moment: Moment, rows: Sequence[Kept], heads: Sequence[Kept], new_ids: Iterable[UUID]
) -> Step:
    """Return the step that adds what the file says now."""
    arrival = Arrival(
        moment=moment,
        edit=next(iter(new_ids)),
        replaces=tuple(row.edit for row in heads),
    )
    return Step(
        arrival=arrival,
        outcome=Outcome.REVISION if heads else Outcome.CROSSED,
        revision=1 + max(row.revision for row in rows),
        retires=arrival.replaces,
    )
