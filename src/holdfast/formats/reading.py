"""A reading: what a person gets to see of foreign files before anything of them is kept.

Every record comes back: as moments, as skipped by design, as a duplicate of another, or as a
problem. Nothing is dropped in silence, and nothing is kept yet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from holdfast.formats.identity import child_id, moment_id
from holdfast.formats.photos import Photo
from holdfast.words import Moment, Problem


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a person should look at: about one record, or (record "") about a whole file."""

    record: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Care that hides in a record's words. It counts when a caregiver accepts it, never before.

    `moment.source_id` is its record's with the word behind it, so that a draft once refused is
    found again by the next import and does not come back.
    """

    record: str
    moment: Moment
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundChild:
    """A child of whom files tell. The moments name it by `id` until `for_child` maps them."""

    id: str
    source: str  # "babybuddy:1": a family maps this once, and it is remembered
    name: str = ""
    born: date | None = None


@dataclass(slots=True)
class Found:
    """What one record gave."""

    record: str
    moments: list[Moment] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    child: FoundChild | None = None


Outcome = Found | Problem
"""Of a record. One without moments was skipped by design."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What files hold. `stands_in` names the record of each moment, in the order of `moments`."""

    format: str
    files: tuple[str, ...] = ()
    records: int = 0
    moments: tuple[Moment, ...] = ()
    stands_in: tuple[str, ...] = ()
    skipped: int = 0
    duplicates: int = 0
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Doubt, ...] = ()
    drafts: tuple[Draft, ...] = ()
    children: tuple[FoundChild, ...] = ()
    photos: Mapping[str, Photo] = field(default_factory=dict)  # by the id of the moment that has it

    @classmethod
    def of(cls, outcomes: Iterable[Outcome], *, name: str, files: Iterable[str]) -> "Reading":
        """Part the outcomes of all records, in their order; of equal ones the first counts."""
        parted = Parted()
        for outcome in outcomes:
            parted.take(outcome)
        return cls(
            format=name,
            files=tuple(files),
            records=parted.records,
            moments=tuple(parted.moments),
            stands_in=tuple(parted.stands_in),
            skipped=parted.skipped,
            duplicates=parted.duplicates,
            problems=tuple(parted.problems),
            warnings=tuple(parted.warnings),
            drafts=tuple(parted.drafts),
            children=tuple(parted.children.values()),
        )

    def with_warnings(self, more: Iterable[Doubt]) -> "Reading":
        """Return the reading with doubts about whole files before those about records."""
        return replace(self, warnings=(*more, *self.warnings))

    def counts(self) -> dict[str, int]:
        """Return how many moments there are of each `kind/word`; a note has no word."""
        return dict(sorted(Counter(f"{m.kind}/{m.word}".rstrip("/") for m in self.moments).items()))

    def for_child(self, children: Mapping[str, str]) -> "Reading":
        """Return the reading with moments and drafts of a family's own children.

        Args:
            children: found child's id to own child's id; who is not named is left out. The
                moments' ids depend on the own child, and are the same with each import.
        """
        mapped = [
            (rehomed(moment, children[moment.child]), record)
            for moment, record in zip(self.moments, self.stands_in, strict=True)
            if moment.child in children
        ]
        return replace(
            self,
            moments=tuple(moment for moment, _ in mapped),
            stands_in=tuple(record for _, record in mapped),
            drafts=tuple(
                replace(draft, moment=rehomed(draft.moment, children[draft.moment.child]))
                for draft in self.drafts
                if draft.moment.child in children
            ),
        )


def rehomed(moment: Moment, child: str) -> Moment:
    """Return a moment as it is called in the log of a family's own child."""
    return replace(moment, child=child, id=moment_id(child, moment.source, moment.source_id))


class Parted:
    """Outcomes, being parted."""

    def __init__(self) -> None:
        self.records = self.skipped = self.duplicates = 0
        self.moments: list[Moment] = []
        self.stands_in: list[str] = []
        self.problems: list[Problem] = []
        self.warnings: list[Doubt] = []
        self.drafts: list[Draft] = []
        self.children: dict[str, FoundChild] = {}
        self.seen: set[str] = set()

    def take(self, outcome: Outcome) -> None:
        """Put an outcome where it belongs."""
        self.records += 1
        if isinstance(outcome, Problem):
            self.problems.append(outcome)
            return
        if outcome.child is not None:
            self.know(outcome.child)
        if not outcome.moments:
            self.skipped += 1
        elif outcome.moments[0].id in self.seen:
            self.duplicates += 1
        else:
            self.keep(outcome)

    def know(self, child: FoundChild) -> None:
        """Remember a child; a record that tells more of it wins."""
        before = self.children.get(child.id, child)
        self.children[child.id] = replace(
            child, name=before.name or child.name, born=before.born or child.born
        )

    def keep(self, found: Found) -> None:
        """Keep a record's moments and all that is said of them."""
        self.seen.update(moment.id for moment in found.moments)
        self.moments += found.moments
        self.stands_in += [found.record] * len(found.moments)
        self.warnings += [Doubt(found.record, why) for why in found.doubts]
        self.drafts += found.drafts


def found_child(source: str, name: str = "", born: date | None = None) -> FoundChild:
    """Return a child as a file tells of it."""
    return FoundChild(id=child_id(source), source=source, name=name, born=born)
