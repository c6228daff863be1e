"""Baby Buddy's CSV exports: one kind of moment a file, told by its columns.

The files name neither zone nor units, so a person is asked, once a measure. An id in the file
names the record for good, also where the same record comes through the app's API; without one,
all its cells do.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.formats.answers import Answers, Question, unit_question, zone_question
from holdfast.formats.babybuddy_sorts import SORTS, TIMES, Parse, Setting, Sort, sort_of
from holdfast.formats.bytes import Row, Source, Table
from holdfast.formats.identity import hashed, own_id
from holdfast.formats.reading import Doubt, Found, Outcome, found_child
from holdfast.formats.record import MEND, SHIFTED, Record, outcome_of
from holdfast.formats.times import day
from holdfast.formats.units import UnknownUnit, number
from holdfast.words import Problem
from holdfast.words.language import gettext as _

NAME = "babybuddy-csv"
APP = "babybuddy"  # its records have the same name in its CSVs and in its API
TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", re.ASCII)
KNOWN = frozenset[str]().union(*(sort.columns for sort in SORTS)) | {
    *("id", "child_id", "child_first_name", "child_last_name", "tags", "notes"),
    *("slug", "last_used", "birth_time", "picture", "next_dose_interval"),
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of one sort, as rows of texts; `name` stands before a record's number, or not."""

    sort: Sort
    rows: Sequence[Row]
    name: str = ""


def claims(source: Source) -> bool:
    """Whether it is a file of Baby Buddy's."""
    return isinstance(source, Table) and sort_of(source.columns) is not None


def near_miss(source: Source) -> str:
    """Return which column a file lacks that is called as one of Baby Buddy's, or nothing."""
    if not isinstance(source, Table) or "child_id" not in source.columns:
        return ""
    stem = source.name.rpartition("/")[2].partition(".")[0].casefold()
    sorts = [sort for sort in SORTS if sort.name == stem]
    return ", ".join(sorted(sorts[0].columns.difference(source.columns))) if sorts else ""


def questions(sources: Sequence[Source], _answers: Answers) -> list[Question]:
    """Return what these files do not say."""
    files = files_of(sources)
    zone = [zone_question()] if any(file.sort.parse for file in files) else []
    return zone + unit_questions(files)


def unit_questions(files: Iterable[File]) -> list[Question]:
    """Ask for each measure that has a number, and propose a unit from the largest."""
    largest: dict[str, float] = {}
    for file in files:
        for key in file.sort.asks:
            column = MEASURED.get(file.sort.name, "amount")
            sizes = [size(row.cells.get(column, "")) for row in file.rows]
            largest[key] = max(largest.get(key, 0), *sizes, 0)
    return [
        unit_question(key, _(TEXTS[key]), CHOICES[key], propose(key, most))
        for key, most in largest.items()
        if most > 0
    ]


MEASURED = {"weight": "weight", "height": "height", "headcircumference": "head_circumference"}
TEXTS = {
    "volume_unit": "In which unit are the amounts of milk?",
    "weight_unit": "In which unit is the weight?",
    "length_unit": "In which unit are length and head?",
}
CHOICES = {
    "volume_unit": ("ml", "oz (US)", "oz (UK)"),
    "weight_unit": ("kg", "g", "lb"),
    "length_unit": ("cm", "in"),
}
USUAL = {"volume_unit": (20, "ml", "oz (US)"), "length_unit": (30, "cm", "in")}


def propose(key: str, largest: float) -> str:
    """Propose a unit from the size: a feed above 20 is ml, a length above 30 is cm."""
    if key == "weight_unit":
        return "g" if largest > HEAVIEST_KG else "kg"
    limit, above, below = USUAL[key]
    return above if largest > limit else below


HEAVIEST_KG = 100


def size(text: str) -> float:
    """Return the number in a cell, or nothing where there is none."""
    try:
        return number(text)
    except UnknownUnit:
        return 0


def outcomes(
    sources: Sequence[Source], answers: Answers, *, now: datetime, alone: bool
) -> Iterator[Outcome]:
    """Read the files: every row comes back."""
    zone = answers.zone() or ZoneInfo("UTC")  # not asked where no record has a time
    setting = Setting(answers, clock=clock, zone_at=lambda _text: zone)
    yield from read_files(files_of(sources, alone=alone), setting, now=now)


def files_of(sources: Sequence[Source], *, alone: bool = False) -> list[File]:
    """Return the tables as files of their sorts."""
    return [
        File(sort, source.rows, "" if alone else source.name)
        for source in sources
        if isinstance(source, Table) and (sort := sort_of(source.columns))
    ]


def doubts(sources: Sequence[Source], answers: Answers) -> list[Doubt]:
    """List columns that nobody reads here, and units that were told by others."""
    tables = [source for source in sources if isinstance(source, Table)]
    return told_units(files_of(sources), answers) + [
        Doubt("", f"{table.name}: columns not read: {', '.join(unknown)}")
        for table in tables
        if (unknown := [column for column in table.columns if column not in KNOWN])
    ]


def told_units(files: Iterable[File], answers: Answers) -> list[Doubt]:
    """Say which units nobody answered: taken as the unit of volumes has it."""
    return [
        Doubt("", TOLD.format(key=question.key, unit=answers.unit(question.key)))
        for question in unit_questions(files)
        if question.key not in answers.given
    ]


TOLD = "{key} was not answered: taken as {unit}, as volumes were said to be in that system"


def clock(text: str) -> datetime | None:
    """Read a local time. Only `YYYY-MM-DD HH:MM:SS` is one."""
    try:
        return datetime.fromisoformat(text) if TIME.fullmatch(text) else None
    except ValueError:
        return None


def read_files(files: Iterable[File], setting: Setting, *, now: datetime) -> Iterator[Outcome]:
    """Read files of all sorts, those of the children first: so the others know their names."""
    known: set[str] = set()
    for file in sorted(files, key=lambda file: file.sort.name != "child"):
        for row in file.rows:
            name = f"{file.name}#{row.number}" if file.name else str(row.number)
            if row.too_long:
                yield Problem(name, "", SHIFTED, MEND)
            elif file.sort.name == "child":
                known.add(row.cells.get("id", ""))
                yield child_of(name, row.cells)
            elif file.sort.parse is None:
                yield Found(name)
            else:
                parse = with_setting(file.sort.parse, setting)
                record = record_of(name, row.cells, file.sort, known)
                yield outcome_of(record, parse, columns_of(row.cells), now)


def with_setting(parse: Parse, setting: Setting) -> Callable[[Record], None]:
    """Return the reader of a sort's records, told what a person has said."""
    return lambda record: parse(record, setting)


def child_of(name: str, cells: Mapping[str, str]) -> Found:
    """Offer a child: no moment."""
    full = full_name(cells, "first_name", "last_name")
    own = cells.get("id") or full
    return Found(name, child=found_child(f"{APP}:{own}", full, day(cells.get("birth_date", ""))))


def full_name(cells: Mapping[str, str], *columns: str) -> str:
    """Join a name."""
    return " ".join(filter(None, (cells.get(column, "") for column in columns)))


def record_of(name: str, cells: Mapping[str, str], sort: Sort, known: set[str]) -> Record:
    """Return a row as a record; a child without a name anywhere is told once."""
    child = cells.get("child_id", "")
    called = full_name(cells, "child_first_name", "child_last_name")
    own = cells.get("id", "")
    source_id = own_id(sort.name, own) if own else hashed(sort.name, contents(cells))
    source = f"{APP}:{child}"
    record = Record(name, cells, source, source_id, found_child(source, called))
    if not called and child not in known:
        known.add(child)
        record.doubt(f"child {child} has no name in these files: say whose it is")
    return record


def columns_of(cells: Mapping[str, str]) -> dict[str, str]:
    """Return which column of a file holds what of a moment, for who has to mend it."""
    at = next((one for one in TIMES if one in cells), "time")
    return {"at": at, "until": "end", "text": "note" if "note" in cells else "notes"}


def contents(cells: Mapping[str, str]) -> list[str]:
    """Return all that a row says, whatever the order of its columns."""
    return [f"{column}={text}" for column, text in sorted(cells.items()) if text]
