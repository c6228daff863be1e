"""Huckleberry's CSV: one table in which the columns change their meaning with the type.

The file names no zone, no child and no id: the zone is asked, all cells of a row name it. How a
sleep began and where tells of care, which is offered as drafts.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.formats.answers import (
    Answers,
    Question,
    child_question,
    order_question,
    unit_question,
    zone_question,
)
from holdfast.formats.bytes import Row, Source, Table
from holdfast.formats.huckleberry_drafts import Fed
from holdfast.formats.huckleberry_types import COLUMNS, Setting, parse
from holdfast.formats.identity import hashed
from holdfast.formats.reading import Doubt, Found, FoundChild, Outcome, found_child
from holdfast.formats.record import MEND, SHIFTED, Record, outcome_of
from holdfast.formats.times import Order, ambiguous_dates, date_order
from holdfast.formats.units import ML, UK_OUNCE, unit_word
from holdfast.words import Problem
from holdfast.words.language import gettext as _

NAME = "huckleberry"
NEEDED = frozenset({"type", "start", "end", "start condition"})
SPELLINGS = {"start conditions": "start condition", "end conditions": "end condition"}
BRITISH = frozenset({"Europe/London", "Europe/Belfast", "Europe/Jersey", "Europe/Guernsey"})
OUNCES = re.compile(r"^[\d.]+\s*(fl\W*)?oz", re.IGNORECASE)
DRUNK = frozenset({"feed", "pump"})
WHERE_TOLD = {column: column.title() for column in COLUMNS} | {
    "at": "Start",
    "until": "End",
    "text": "Notes",
}


def claims(source: Source) -> bool:
    """Whether it is a Huckleberry export."""
    return isinstance(source, Table) and NEEDED.issubset(map(spelled, source.columns))


def spelled(column: str) -> str:
    """Return a column's name in the spelling that we use."""
    return SPELLINGS.get(column, column)


def questions(sources: Sequence[Source], answers: Answers) -> list[Question]:
    """Return what these files do not say."""
    rows = [row.cells for source in sources if isinstance(source, Table) for row in source.rows]
    asked = [zone_question(), child_question()]
    if ambiguous_dates(cells.get("start", "") for cells in rows):
        asked.append(order_question())
    if answers.text("zone") in BRITISH and any(map(in_ounces, rows)):
        text = _("Is the fluid ounce the American or the British one?")
        asked.append(unit_question("volume_oz", text, ("US", "UK"), "UK"))
    return asked


def doubts(sources: Sequence[Source], _answers: Answers) -> list[Doubt]:
    """List columns that nobody reads here."""
    tables = [source for source in sources if isinstance(source, Table)]
    return [
        Doubt("", f"{table.name}: columns not read: {', '.join(unknown)}")
        for table in tables
        if (unknown := [one for one in table.columns if spelled(one) not in COLUMNS])
    ]


def in_ounces(cells: dict[str, str]) -> bool:
    """Whether milk was measured in ounces."""
    milk = cells.get("type", "").casefold() in DRUNK
    return milk and any(OUNCES.match(cell) for cell in cells.values())


def outcomes(
    sources: Sequence[Source], answers: Answers, *, now: datetime, alone: bool
) -> Iterator[Outcome]:
    """Read the files: every row comes back. Drafts of a feed wait for all feeds to be known."""
    tables = [source for source in sources if isinstance(source, Table)]
    setting = setting_of(tables, answers)
    child = child_of(answers)
    read = [
        read_row(row, "" if alone else table.name, setting, child=child, now=now)
        for table in tables
        for row in table.rows
    ]
    fed = Fed(outcome for outcome in read if isinstance(outcome, Found))
    yield from (fed.spare(one) if isinstance(one, Found) else one for one in read)


def setting_of(tables: Sequence[Table], answers: Answers) -> Setting:
    """Return what holds for all rows: the zone, the order of dates, the ounce."""
    starts = [row.cells.get("start", "") for table in tables for row in table.rows]
    answered = answers.text("date_order")
    units = dict(ML)
    if unit_word(answers.text("volume_oz")) == "uk":
        units |= dict.fromkeys(("oz", "floz", "ounce", "ounces"), UK_OUNCE)
    return Setting(
        zone=answers.zone() or ZoneInfo("UTC"),
        order=Order(answered) if answered else date_order(starts) or Order.MONTH,
        units=units,
    )


def child_of(answers: Answers) -> FoundChild:
    """Return the child of the file: it has no name there, so it is who was answered."""
    name = answers.text("child")
    return found_child(f"{NAME}:{name}" if name else NAME, name)


def read_row(
    row: Row, table: str, setting: Setting, *, child: FoundChild, now: datetime
) -> Outcome:
    """Read one row."""
    name = f"{table}#{row.number}" if table else str(row.number)
    if row.too_long:
        return Problem(name, "", SHIFTED, MEND)
    cells = row.cells
    if not SPELLINGS.keys().isdisjoint(cells):
        cells = {spelled(column): cell for column, cell in cells.items()}
    sort = cells["type"].casefold()
    source_id = hashed(sort.replace(" ", "_")[:40] or "row", contents(cells))
    record = Record(name, cells, child.source, source_id, child)
    return outcome_of(record, lambda one: parse(one, setting), WHERE_TOLD, now)


def contents(cells: dict[str, str]) -> list[str]:
    """Return all that a row says, in one order, whatever the spelling of its columns."""
    return [f"{column}={cells[column]}" for column in COLUMNS if cells.get(column)]
