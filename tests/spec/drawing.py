"""Drawn logs and tables: what goes in and what comes out, as one would draw it on paper.

`log("03:00 cry / 03:04 hug by sam / 03:09 settled")` is a log; a word that is both a signal and an
answer, or both care and an answer, takes its kind before it ("care:feed"). "for 1" names the first
moment, "same 1" says that both are one and the same; "until 05:00" says when it was over; "~30" is
a time known to half an hour; "says tired" is its text.
"""

import re
from datetime import UTC, datetime, timedelta

import polars as pl

from holdfast.words import WORDS, Kind, Moment, frame

DAY = datetime(2026, 3, 3, tzinfo=UTC)
KINDS = (Kind.SIGNAL, Kind.RESPONSE, Kind.SETTLING, Kind.CARE, Kind.EXPLORING, Kind.MILESTONE)
ENTRY = re.compile(
    r"(?P<at>\d+:\d\d) (?:(?P<kind>\w+):)?(?P<word>\w+)(?: until (?P<until>\d+:\d\d))?"
    r"(?: by (?P<by>\w+))?(?: for (?P<answers>\d+))?(?: ~(?P<about>\d+))?(?: need (?P<need>\w+))?"
    r"(?: same (?P<same>\d+))?(?: says (?P<text>\w+))?"
)


def log(drawing, *, child="ada", zone="UTC", day=DAY):
    """Read a drawn log. Moments are called 1, 2, 3, in the order in which they are drawn."""
    entries = [text.strip() for text in re.split(r"/|\n", drawing) if text.strip()]
    return frame(
        moment(number, text, child=child, zone=zone, day=day)
        for number, text in enumerate(entries, 1)
    )


def moment(number, text, *, child, zone, day):
    entry = ENTRY.fullmatch(text)
    assert entry, f"cannot read {text!r}"
    word = entry["word"]
    kind = entry["kind"] or next(kind for kind in KINDS if word in list(WORDS[kind]))
    return Moment(
        id=str(number),
        child=child,
        kind=Kind(kind),
        word=word,
        at=instant(entry["at"], day),
        until=instant(entry["until"], day) if entry["until"] else None,
        zone=zone,
        about=int(entry["about"] or 0),
        by=entry["by"],
        answers=entry["answers"],
        detail={
            key: entry[name] for key, name in (("need", "need"), ("same_as", "same")) if entry[name]
        },
        text=entry["text"] or "",
    )


def instant(text, day):
    """Read 27:10 as ten past three of the next day."""
    hours, minutes = map(int, text.split(":"))
    return day + timedelta(hours=hours, minutes=minutes)


def table(drawing):
    """Read a drawn table: a header, then one row a line; - is nothing."""
    header, *rows = drawn(drawing)
    columns = zip(*rows, strict=True) if rows else [[] for _ in header]
    return pl.DataFrame(
        {name: [value(cell) for cell in cells] for name, cells in zip(header, columns, strict=True)}
    )


def drawn(drawing):
    lines = [line for line in drawing.splitlines() if line.strip()]
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def value(cell):
    """Read a cell as what it looks like."""
    if cell in {"-", "true", "false"}:
        return {"-": None, "true": True, "false": False}[cell]
    for read in (int, float):
        try:
            return read(cell)
        except ValueError:
            continue
    return cell


def assert_drawn(found, drawing):
    """Want the whole frame to be as drawn, numbers to two digits, times as on the clock."""
    header, *rows = drawn(drawing)
    assert [list(found.columns), *map(said, found.rows())] == [header, *rows]


def said(row):
    return [draw(cell) for cell in row]


def draw(cell):
    """Draw one value."""
    if cell is None or cell == []:
        return "-"
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float):
        return f"{cell:.2f}"
    if isinstance(cell, datetime):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        return f"{cell / timedelta(minutes=1):.0f}"
    return ", ".join(map(draw, cell)) if isinstance(cell, list) else str(cell)
