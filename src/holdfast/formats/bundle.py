"""All that a family has, in one zip: the log, each revision, tables, and a page that one can read.

The page and the tables are for people and spreadsheets; the log is what another Holdfast reads.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import IO
from zoneinfo import ZoneInfo

from holdfast.formats.open_format import Header, as_line, as_object, lines
from holdfast.words import Moment

COLUMNS = ("at", "until", "kind", "word", "child", "by", "about", "detail", "text", "id")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_bundle(
    file: IO[bytes],
    *,
    header: Header,
    moments: Iterable[Moment],
    history: Iterable[Mapping[str, object]],
) -> None:
    """Write the zip.

    Args:
        file: open for writing bytes.
        header: children and caregivers, by id and name.
        moments: what counts, in order of time.
        history: all revisions as objects, in the order in which they were written.
    """
    kept = list(moments)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        put(bundle, "family.holdfast.jsonl", lines(header, kept))
        put(bundle, "history.jsonl", map(as_line, history))
        put(bundle, "moments.csv", table(kept, names_of(header)))
        put(bundle, "read-me.html", page(kept, names_of(header)))


def put(bundle: zipfile.ZipFile, name: str, text: Iterable[str]) -> None:
    """Write one member, line by line."""
    with bundle.open(name, "w") as member, io.TextIOWrapper(member, "utf-8", newline="") as file:
        file.writelines(text)


def names_of(header: Header) -> dict[str, str]:
    """Return what children and caregivers are called, by id."""
    people = (*header.children, *header.caregivers)
    return {str(one["id"]): str(one.get("name", "")) for one in people}


def table(moments: Iterable[Moment], names: Mapping[str, str]) -> Iterator[str]:
    """Yield the moments as CSV. A cell that a spreadsheet would run as a formula is made text."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in [COLUMNS, *(cells(moment, names) for moment in moments)]:
        writer.writerow([safe(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def cells(moment: Moment, names: Mapping[str, str]) -> list[str]:
    """Return a moment as a row, people by name."""
    found = as_object(moment) | {
        "child": names.get(moment.child, moment.child),
        "by": names.get(moment.by or "", ""),
        "detail": as_line(moment.detail).strip() if moment.detail else "",
    }
    return [str(found.get(name, "")) for name in COLUMNS]


def safe(cell: str) -> str:
    """Return a cell so that no spreadsheet runs it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def page(moments: Iterable[Moment], names: Mapping[str, str]) -> Iterator[str]:
    """Yield a page that any browser can show, also in twenty years: a list for each day."""
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
    yield "<title>Holdfast</title></head>\n<body><h1>All that was written down</h1>\n"
    for day, group in groupby(moments, key=local_day):
        yield f"<h2>{day}</h2>\n<ul>\n"
        yield from (f"<li>{item(moment, names)}</li>\n" for moment in group)
        yield "</ul>\n"
    yield "</body></html>\n"


def local_day(moment: Moment) -> str:
    """Return the day by the clocks where it was lived."""
    return f"{moment.at.astimezone(ZoneInfo(moment.zone)):%Y-%m-%d}"


def item(moment: Moment, names: Mapping[str, str]) -> str:
    """Return one moment as a line of the page."""
    clock = f"{moment.at.astimezone(ZoneInfo(moment.zone)):%H:%M}"
    detail = ", ".join(f"{key} {value}" for key, value in moment.detail.items())
    who = names.get(moment.by or "", "")
    said = (clock, names.get(moment.child, ""), moment.word or moment.kind, detail, moment.text)
    return escape(" · ".join(filter(None, (*said, who))))
