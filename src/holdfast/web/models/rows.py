"""What a row says, as a value."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from holdfast.engine.sheet import Asked, MayHelp, Option
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


def said_of(asked: Asked) -> dict[str, Any]:
    """Return what was said may help as it is kept: each chance, and what the reasons are from."""
    return {
        **asked.may._asdict(),
        "options": [option._asdict() for option in asked.may.options],
        "since_feed": asked.since_feed,
        "awake": asked.awake,
        "gap": asked.sheet["gap"],
        "scored": asked.sheet["scored"],
    }


def asked_of(said: Mapping[str, Any]) -> Asked:
    """Return what was kept as it was said; of the tables only what the reasons are from."""
    may = MayHelp(tuple(Option(**one) for one in said["options"]), said["by"], said["n"])
    sheet = {name: said[name] for name in ("gap", "scored")}
    return Asked(may, sheet, said["since_feed"], said["awake"])
