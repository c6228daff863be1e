"""The log as the engine takes it, and what is new since a phone last asked."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import polars as pl
from django.db.models import Q, QuerySet

from holdfast.engine import one_of_each
from holdfast.web.access import within
from holdfast.web.models import Child, Family, Moment
from holdfast.web.queries.logged import Logged, logged
from holdfast.words import SCHEMA

PAGE = 500

COLUMNS = (
    "moment",
    "child_id",
    "by_id",
    "to_id",
    "kind",
    "word",
    "at",
    "until",
    "zone",
    "about",
    "answers",
    "detail",
    "text",
)
"""The row's name for each column of `SCHEMA`, in its order."""


def log_of(
    child: Child, *, since: datetime | None = None, until: datetime | None = None
) -> pl.DataFrame:
    """Return what counts of a child's log, in order of time, one row a moment.

    Args:
        child: whose; must have come through `access`.
        since: from this instant on (a sleep or feed that began before it is not in it).
        until: up to and without this instant.

    Returns:
        Columns as in `SCHEMA`. Of two edits that crossed, the one that was written later; of what
        two people wrote down of one happening, the one that counts.
    """
    with within(family=child.family_id):
        rows = counting(child)
        if since is not None:
            rows = rows.filter(at__gte=since)
        if until is not None:
            rows = rows.filter(at__lt=until)
        found = dict[UUID, tuple[object, ...]]()
        for row in rows.order_by("at", "id").values_list(*COLUMNS, "id"):
            crossed = found.pop(row[0], None)
            if crossed is None or crossed[-1] < row[-1]:
                found[row[0]] = row
            else:
                found[row[0]] = crossed
    told = [said(row[:-1]) for row in found.values()]
    return one_of_each(pl.DataFrame(told, schema=dict(SCHEMA), orient="row"))


def counting(child: Child) -> QuerySet[Moment]:
    """Find the rows that count: of each moment the newest, unless removed."""
    return Moment.objects.filter(child=child, newest=True, removed=False)


def said(row: tuple[object, ...]) -> list[object]:
    """Return a row as a frame has it: ids and details as text."""
    return [
        str(value)
        if isinstance(value, UUID)
        else json.dumps(value, sort_keys=True)
        if isinstance(value, dict)
        else value
        for value in row
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What came since a sequence number. Ask again from `seq` while there is `more`."""

    seq: int
    rows: tuple[Logged, ...]
    more: bool


def moments_since(
    family: Family, seq: int, *, limit: int = PAGE, children: frozenset[UUID] | None = None
) -> Changes:
    """Return the revisions that were written after a sequence number, in order.

    Args:
        family: must have come through `access`.
        seq: what the phone knows; 0 for all.
        limit: rows a page.
        children: only these, where given.
    """
    which = Q() if children is None else Q(child__in=children)
    with within(family=family.pk):
        rows = Moment.objects.filter(which, family_seq__gt=seq).order_by("family_seq")
        found = logged(rows[: limit + 1])
    page = found[:limit]
    more = len(found) > limit
    return Changes(seq=page[-1].seq if page else seq, rows=tuple(page), more=more)
