"""A revision as pages and API see it: what was said, and who wrote it down when."""

from collections.abc import Sequence
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

    `others` are the edits that count beside this one; empty nearly always. Send `(edit, *others)`
    as what a change replaces. It has `crossed` where one of them says something else.
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
    device: str = ""
    others: tuple[UUID, ...] = ()
    crossed: bool = False

    @property
    def id(self) -> UUID:
        """The moment's id, the same in all its revisions."""
        return UUID(self.moment.id)


def logged(rows: QuerySet[Moment]) -> list[Logged]:
    """Read rows with the names of who is in them: one query, and one more if some were changed."""
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
        device=row.device,
    )


def with_others(found: Sequence[Logged]) -> list[Logged]:
    """Tell each edit that counts of those that count beside it, wherever these are now."""
    changed = {row.id for row in found if row.newest and row.revision > 1}
    heads = Moment.objects.filter(moment__in=changed, newest=True).order_by("id") if changed else ()
    by_moment: dict[UUID, list[Moment]] = {}
    for head in heads:
        by_moment.setdefault(head.moment, []).append(head)
    return [beside(row, by_moment.get(row.id, [])) for row in found]


def beside(row: Logged, heads: Sequence[Moment]) -> Logged:
    """Return the row, knowing the other heads of its moment."""
    others = [head for head in heads if head.edit != row.edit]
    if not row.newest or not others:
        return row
    mine = row.removed, to_the_minute(row.moment)
    crossed = any(mine != (head.removed, to_the_minute(value_of(head))) for head in others)
    return replace(row, others=tuple(head.edit for head in others), crossed=crossed)


def to_the_minute(moment: Said) -> Said:
    """Return a moment as a page shows it: two who stop a sleep within a minute say the same."""
    until = None if moment.until is None else moment.until.replace(second=0, microsecond=0)
    return replace(moment, at=moment.at.replace(second=0, microsecond=0), until=until)
