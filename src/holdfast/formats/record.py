"""From one record to its outcome: what every format does with a row, whatever its columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from holdfast.formats.identity import moment_id
from holdfast.formats.reading import Found, FoundChild, Outcome
from holdfast.formats.times import Span
from holdfast.formats.units import UnknownUnit
from holdfast.words import BadMoment, Kind, Moment, Problem
from holdfast.words.details import details_of


class Unreadable(Exception):
    """A record that should have become a moment: which column, why, and what to do."""

    def __init__(self, column: str, why: str, do: str) -> None:
        super().__init__(why)
        self.problem = column, why, do


MEND = "Mend it in the file, or log it by hand."
SHIFTED = "it has more cells than the header: an unquoted comma has shifted them"


T = TypeVar("T", date, datetime)


@dataclass(slots=True)
class Record:
    """One row on its way: what names it, whose it is, and what it has given so far."""

    name: str
    cells: Mapping[str, str]
    source: str
    source_id: str
    child: FoundChild
    found: Found = field(init=False)

    def __post_init__(self) -> None:
        self.found = Found(self.name, child=self.child)

    def cell(self, column: str) -> str:
        """Return a cell, or the empty string where the file has no such column."""
        return self.cells.get(column, "")

    def doubt(self, why: str) -> None:
        """Ask for a look at this record."""
        self.found.doubts.append(why)

    def measure(self, column: str, read: Callable[[str], float]) -> float | None:
        """Read an amount; an empty cell is None.

        Raises:
            Unreadable: it has no unit that we know.
        """
        text = self.cell(column)
        if not text:
            return None
        try:
            return read(text)
        except UnknownUnit as unknown:
            why = f"{text!r} is no amount in a unit that we know"
            raise Unreadable(column, why, MEND) from unknown

    def time(self, column: str, read: Callable[[str], T | None]) -> T:
        """Read the time or the date in a cell.

        Raises:
            Unreadable: there is none.
        """
        text = self.cell(column)
        if not text:
            raise Unreadable(column, "it has no time", MEND)
        found = read(text)
        if found is None:
            raise Unreadable(column, f"{text!r} cannot be read as a time", MEND)
        return found

    def moment(
        self,
        kind: Kind,
        word: str,
        span: Span,
        zone: str,
        *,
        detail: Mapping[str, object] | None = None,
        text: str = "",
    ) -> Moment:
        """Add a moment of this record."""
        if span.until is not None and span.until < span.at:
            raise Unreadable("until", "the end is before the start", MEND)
        kept, left = fitting(kind, word, detail or {})
        for why in (*left, *span.doubts):
            self.doubt(why)
        moment = Moment(
            id=moment_id(self.child.id, self.source, self.source_id),
            child=self.child.id,
            kind=kind,
            word=word,
            at=span.at,
            until=span.until,
            zone=zone,
            about=span.about,
            detail=kept,
            text="\n".join([*([text] if text else []), *left]),
            source=self.source,
            source_id=self.source_id,
        )
        self.found.moments.append(moment)
        return moment


def fitting(
    kind: Kind, word: str, detail: Mapping[str, object]
) -> tuple[dict[str, Any], list[str]]:
    """Part a detail into what the word can hold, and sentences on what it cannot: kept as text."""
    known = details_of(kind, word)
    kept, left = {}, []
    for key, value in detail.items():
        if value is None or value == "":
            continue
        if expected := known[key](value):
            left.append(f"{key} {value}: no {expected.removeprefix('a ')}, kept as text")
        else:
            kept[key] = value
    return kept, left


def outcome_of(
    record: Record, parse: Callable[[Record], None], columns: Mapping[str, str], now: datetime
) -> Outcome:
    """Parse a record and check its moments at the door.

    Args:
        record: the row.
        parse: adds moments and drafts to the record, or raises Unreadable.
        columns: which column of the file holds a field of the moment, for the sentence.
        now: the clock; what lies more than a day ahead is a problem.
    """
    try:
        parse(record)
        for moment in record.found.moments:
            moment.check(now=now)
    except Unreadable as unreadable:
        column, why, do = unreadable.problem
        return Problem(record.name, columns.get(column, column), why, do)
    except BadMoment as bad:
        why = bad.args[0].rstrip(".")
        return Problem(record.name, columns.get(bad.field, bad.field), why, bad.hint)
    return record.found
