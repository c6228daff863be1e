"""What to do with each moment that comes in. Pure: values in, decisions out, no database.

A moment is never changed in place: a change is a further revision, which names the edits that its
writer had seen. Where somebody else had changed it meanwhile, the two have crossed: both stay, and
both are shown until a person chooses. Nothing is ever dropped: what cannot be kept says why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from holdfast.words import BadMoment, Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A moment as a phone, a page or an import sends it.

    `edit` names this revision; for a new moment it is the moment's own id. `replaces` are the
    edits that the writer had before the eyes: none for a new moment.
    """

    moment: Moment
    edit: UUID
    replaces: tuple[UUID, ...] = ()
    removed: bool = False

    @classmethod
    def new(cls, moment: Moment) -> "Arrival":
        """Wrap a moment that nobody has seen yet."""
        return cls(moment=moment, edit=edit_of(moment.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A revision that is kept already, as far as the decision needs it."""

    edit: UUID
    moment: UUID
    child: UUID
    revision: int
    newest: bool


class Outcome(StrEnum):
    """What becomes of an arrival."""

    NEW = "new"
    REPEATED = "repeated"
    REVISION = "revision"
    CROSSED = "crossed"
    REFUSED = "refused"


KEPT = frozenset(Outcome) - {Outcome.REFUSED}
WRITTEN = KEPT - {Outcome.REPEATED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The decision about one arrival. `retires` are edits that are not the newest any more."""

    arrival: Arrival
    outcome: Outcome
    revision: int = 1
    retires: tuple[UUID, ...] = ()
    why: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """What the writer may touch: their family's children and caregivers."""

    children: frozenset[str]
    caregivers: frozenset[str]


def plan(
    arrivals: Iterable[Arrival], *, stored: Sequence[Stored], door: Door, now: datetime
) -> list[Step]:
    """Decide about each arrival in turn, as if the ones before it were kept already.

    Args:
        arrivals: in the order in which they were sent.
        stored: all revisions of the moments that the arrivals are about.
        door: whose moments the writer may log.
        now: to refuse what lies ahead.
    """
    known = {row.edit: row for row in stored}
    steps = []
    for arrival in arrivals:
        step = decide(arrival, known=known, door=door, now=now)
        steps.append(step)
        if step.outcome in WRITTEN:
            keep_in_mind(step, known)
    return steps


def decide(arrival: Arrival, *, known: Mapping[UUID, Stored], door: Door, now: datetime) -> Step:
    """Decide about one arrival."""
    try:
        arrival.moment.check(now=now)
        check_door(arrival.moment, door)
    except BadMoment as bad:
        return Step(arrival=arrival, outcome=Outcome.REFUSED, why=str(bad), field=bad.field)
    moment = UUID(arrival.moment.id)
    if arrival.edit in known and known[arrival.edit].moment == moment:
        return Step(arrival=arrival, outcome=Outcome.REPEATED)
    rows = [row for row in known.values() if row.moment == moment]
    if refusal := refuse(arrival, rows, known):
        return Step(arrival=arrival, outcome=Outcome.REFUSED, why=refusal, field="replaces")
    if not rows:
        return Step(arrival=arrival, outcome=Outcome.NEW)
    heads = {row.edit for row in rows if row.newest}
    seen = heads & set(arrival.replaces)
    return Step(
        arrival=arrival,
        outcome=Outcome.REVISION if seen == heads else Outcome.CROSSED,
        revision=1 + max(row.revision for row in rows),
        retires=tuple(sorted(seen)),
    )


def check_door(moment: Moment, door: Door) -> None:
    """Hold child and caregivers to those of the writer's family.

    Raises:
        BadMoment: somebody who is not there, or not for this writer: both look alike.
    """
    if moment.child not in door.children:
        raise BadMoment("There is no such child here.", field="child", hint="Choose one of yours.")
    for name in ("by", "to"):
        if (somebody := getattr(moment, name)) is not None and somebody not in door.caregivers:
            raise BadMoment(
                "There is no such caregiver here.", field=name, hint="Leave it empty, or choose."
            )


def refuse(arrival: Arrival, rows: Sequence[Stored], known: Mapping[UUID, Stored]) -> str:
    """Say why an arrival does not fit what is kept; the empty string where it does."""
    if arrival.edit in known:
        return "This id is that of another moment. Send it with an id of its own."
    if not rows and arrival.replaces:
        return "The moment that this changes has not come yet. Send that one first."
    if not rows and str(arrival.edit) != arrival.moment.id:
        return "The first edit of a moment has the moment's own id."
    if rows and rows[0].child != UUID(arrival.moment.child):
        return "A moment stays with its child. Remove it there, and log it here."
    return ""


def keep_in_mind(step: Step, known: dict[UUID, Stored]) -> None:
    """Add what a step will write to what is known."""
    for edit in step.retires:
        known[edit] = replace(known[edit], newest=False)
    known[step.arrival.edit] = Stored(
        edit=step.arrival.edit,
        moment=UUID(step.arrival.moment.id),
        child=UUID(step.arrival.moment.child),
        revision=step.revision,
        newest=True,
    )


def edit_of(text: str) -> UUID:
    """Return the id as a UUID.

    Raises:
        BadMoment: it is none.
    """
    try:
        return UUID(text)
    except (ValueError, AttributeError, TypeError) as bad:
        raise BadMoment(
            f"{text!r} is no id.", field="id", hint="Send a UUID in lower case."
        ) from bad
