"""A revision as pages and API see it: what was said, and who wrote it down when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from holdfast.web.models import Moment
from holdfast.web.models.rows import value_of
from holdfast.words import Moment as Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A moment in one of its revisions.

    `others` are the edits that count beside this one where two crossed; empty nearly always. Send
    `(edit, *others)` as what a change replaces.
    """

    moment: Said
    edit: UUID
    seq: int
    revision: int
    newest: bool
    removed: bool
    logged_at: datetime
    logged_by: UUID | None
    logged_by_name: str
    by_name: str
    to_name: str
    imported: UUID | None
    others: tuple[UUID, ...] = ()

    @property
    def id(self) -> UUID:
        """The moment's id, the same in all its revisions."""
        return UUID(self.moment.id)

    @property
    def crossed(self) -> bool:
        """Whether somebody has to choose between two edits."""
        return bool(self.others)


def logged(rows: QuerySet[Moment]) -> list[Logged]:
    """Read rows with the names of who is in them: one query."""
    found = [one(row) for row in rows.select_related("by", "to", "logged_by")]
    return with_others(found)


def one(row: Moment) -> Logged:
    """Read one row."""
    return Logged(
        moment=value_of(row),
        edit=row.edit,
        seq=row.family_seq,
        revision=row.revision,
        newest=row.newest,
        removed=row.removed,
        logged_at=row.logged_at,
        logged_by=row.logged_by_id,
        logged_by_name=row.logged_by.name if row.logged_by else "",
        by_name=row.by.name if row.by else "",
        to_name=row.to.name if row.to else "",
        imported=row.imported_id,
    )


def with_others(found: Iterable[Logged]) -> list[Logged]:
    """Tell each of two edits that crossed about the other."""
    found = list(found)
    heads: dict[str, list[UUID]] = {}
    for row in found:
        if row.newest:
            heads.setdefault(row.moment.id, []).append(row.edit)
    return [crossed_with(row, heads.get(row.moment.id, [])) for row in found]


def crossed_with(row: Logged, heads: list[UUID]) -> Logged:
    """Return the row, knowing the other heads of its moment."""
    others = tuple(edit for edit in heads if edit != row.edit)
    if not row.newest or not others:
        return row
    return replace(row, others=others)
