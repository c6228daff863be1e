"""Rows of moments are added below the ORM: it takes four times as long over each of them.

One insert that SQLite and PostgreSQL both know. A row whose edit is here already adds nothing.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from holdfast.web.models.caches import SUM, Month, sum_before
from holdfast.web.models.moments import Moment


class Row(NamedTuple):
    """A new row of a moment, by the columns of its table."""

    family_id: UUID
    family_seq: int
    moment: UUID
    edit: UUID
    revision: int
    newest: bool
    removed: bool
    child_id: UUID
    by_id: UUID | None
    to_id: UUID | None
    kind: str
    word: str
    at: datetime
    until: datetime | None
    zone: str
    about: int
    answers: UUID | None
    detail: Mapping[str, object]
    text: str
    extra: Mapping[str, object]
    source: str
    source_id: str
    imported_id: int | None
    logged_by_id: UUID | None
    logged_at: datetime
    device: str


class Copy(NamedTuple):
    """A new row that says what another row does: the one with the key `says`."""

    family_seq: int
    edit: UUID
    revision: int
    newest: bool
    removed: bool
    says: int


def quoted(name: str) -> str:
    """Return a column's name as SQL has it: `to` is a word of its own."""
    return f'"{name}"'


TABLE = Moment._meta.db_table  # noqa: SLF001 -- Django documents it
NAMES = ", ".join(map(quoted, Row._fields))
PLACES = ", ".join("%s" for _ in Row._fields)
INSERT = f"INSERT INTO {TABLE} ({NAMES}) VALUES ({PLACES}) ON CONFLICT DO NOTHING"  # noqa: S608 -- names of ours alone
SAID = (
    *("moment", "child_id", "by_id", "to_id", "kind", "word", "at", "until", "zone", "about"),
    "answers",
    "detail",
    "text",
    "extra",
    "source",
    "source_id",
)
COPIED = ", ".join(quoted(name) if name in SAID else "%s" for name in Row._fields)
COPY = f"INSERT INTO {TABLE} ({NAMES}) SELECT {COPIED} FROM {TABLE} WHERE id = %s"  # noqa: S608 -- as above
RETIRE = f"UPDATE {TABLE} SET newest = %s WHERE family_id = %s AND edit = %s"  # noqa: S608 -- as above
MONTHS = Month._meta.db_table  # noqa: SLF001 -- as above


def insert(rows: Sequence[Row]) -> None:
    """Add rows in one go, within the transaction of whoever calls."""
    say = sayings()
    many(INSERT, [[say[type(v)](v) if type(v) in say else v for v in row] for row in rows])


def copy(rows: Iterable[Copy], **every: Any) -> None:  # noqa: ANN401 -- values of columns
    """Add revisions that say what other rows say; `every` is what all rows of a write share."""
    say = sayings()
    names = [name for name in Row._fields if name not in SAID]
    told = [{**every, **row._asdict()} for row in rows]
    values = ([row[name] for name in (*names, "says")] for row in told)
    many(COPY, [[say[type(v)](v) if type(v) in say else v for v in row] for row in values])


def retire(family: UUID, edits: Collection[UUID]) -> None:
    """Let these edits of a family count no more."""
    say = sayings()[UUID]
    many(RETIRE, [(False, say(family), say(edit)) for edit in edits])


def mark_months(child: UUID, months: Collection[str], *, written: int) -> None:
    """Raise `written` of these kept months of a child, and of the sums that any of them is in."""
    places = ", ".join("%s" for _ in months)
    sql = (
        f"UPDATE {MONTHS} SET written = %s WHERE child_id = %s AND "  # noqa: S608 -- as above
        f"(month IN ({places}) OR (month LIKE %s AND month > %s))"
    )
    sums = [f"{SUM}%", sum_before(min(months))]
    many(sql, [[written, sayings()[UUID](child), *months, *sums]])


def many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    """Do the same with each row of values."""
    with connection.cursor() as cursor:
        if len(rows) == 1:
            cursor.execute(sql, rows[0])
        else:
            cursor.executemany(sql, rows)


def sayings() -> dict[type, Callable[[Any], Any]]:
    """Return how this database is told values of the types that it has no own of."""
    own_ids = connection.features.has_native_uuid_field
    return {
        UUID: (lambda value: value) if own_ids else attrgetter("hex"),
        datetime: connection.ops.adapt_datetimefield_value,
        dict: json.dumps,
    }
