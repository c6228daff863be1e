"""A day as one line of events: exchanges as what they are, what lasts as spans, all in order."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from holdfast.telling.spans import clock, lasting
from holdfast.web.drawn import Row, Step, step_of
from holdfast.words import Kind, Settling
from holdfast.words.language import gettext as _

SETTLED = (Settling.SETTLED, Settling.SETTLED_ALONE)


Names = Mapping[str, Sequence[str]]


def events(
    log: pl.DataFrame,
    exchanges: pl.DataFrame,
    *,
    on_day: set[str],
    names: Names,
    pronoun: str,
) -> list[dict[str, Any]]:
    """Return what happened, in order.

    Args:
        log: the day's moments, and those around it that an exchange over midnight may need.
        exchanges: those of the log.
        on_day: ids of the moments that are of this day.
        names: who wrote each moment down, by moment id.
        pronoun: she, he or they.
    """
    rows = {row["id"]: row for row in log.sort("at", maintain_order=True).to_dicts()}
    found = [one for one in exchanges.to_dicts() if on_day.intersection(one["moments"])]
    within = {name for one in found for name in one["moments"]}
    alone = [rows[name] for name in rows if name in on_day - within]
    drawn = [
        *(exchange(one, [rows[name] for name in one["moments"]], names, pronoun) for one in found),
        *(single(row, names, pronoun) for row in alone),
    ]
    return sorted(drawn, key=lambda event: event["at"])


def exchange(
    found: Mapping[str, Any], rows: Sequence[Row], names: Names, pronoun: str
) -> dict[str, Any]:
    """Draw an exchange: each step as it was, how long it took, who took part."""
    steps = [step_of(row, pronoun) for row in rows]
    if found["repaired"]:
        steps.append(Step("settling", _("mended")))
    took = lasting(found["ended"] - found["opened"]) if found["end"] in SETTLED else ""
    return {
        "kind": "exchange",
        "at": found["opened"],
        "clock": clock(found["opened"], found["zone"]),
        "steps": steps,
        "text": "\n".join(row["text"] for row in rows if row["text"]),
        "told": listed([who(rows, names), took, roughly(rows)]),
        "lasting": False,
        "ended": found["ended"] if found["end"] in SETTLED else None,
        "parted": None,
        "within": [lasted(row) for row in rows if row["kind"] == Kind.CARE],
    }


def single(row: Row, names: Names, pronoun: str) -> dict[str, Any]:
    """Draw a moment that stands for itself."""
    is_note = row["kind"] == Kind.NOTE
    return {
        "kind": row["kind"],
        "word": row["word"],
        "at": row["at"],
        "clock": clock(row["at"], row["zone"]),
        "steps": [step_of(row, pronoun)],
        "text": row["text"],
        "told": listed([who([row], names), roughly([row])]),
        "lasting": row["until"] is not None and not is_note,
        "ended": row["until"],
        "parted": None,
        "within": [],
    }


def lasted(row: Row) -> dict[str, Any]:
    """Return what of a moment of care within an exchange stands on the band of hours."""
    return {"kind": row["kind"], "word": row["word"], "at": row["at"], "ended": row["until"]}


def who(rows: Iterable[Row], names: Names) -> str:
    """Say who wrote it down, each once, in the order in which they came."""
    return ", ".join(dict.fromkeys(name for row in rows for name in names.get(row["id"], ())))


def roughly(rows: Iterable[Row]) -> str:
    """Say that a time was given as about."""
    return _("about this time") if any(row["about"] for row in rows) else ""


def listed(parts: Iterable[str]) -> str:
    """Set parts side by side."""
    return " · ".join(filter(None, parts))
