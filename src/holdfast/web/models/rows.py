"""What a row says, as a value."""

from uuid import UUID

from holdfast.web.models.moments import Moment
from holdfast.words import Kind
from holdfast.words import Moment as Said


def value_of(row: Moment) -> Said:
    """Return what a row says, as a value."""
    return Said(
        id=str(row.moment),
        child=str(row.child_id),
        kind=Kind(row.kind),
        word=row.word,
        at=row.at,
        until=row.until,
        zone=row.zone,
        about=row.about,
        by=text(row.by_id),
        to=text(row.to_id),
        answers=text(row.answers),
        detail=row.detail,
        text=row.text,
        source=row.source,
        source_id=row.source_id,
        extra=row.extra,
    )


def text(name: UUID | None) -> str | None:
    """Return an id as values have it."""
    return None if name is None else str(name)
