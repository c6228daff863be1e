"""All that a family has, in one zip: the log, each revision, tables, and a page to read.

Pure over moments: who calls brings them and gets the bytes written. Column names are English in
every language, and a cell that a spreadsheet would take for a formula is made safe.
"""

import csv
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO
from uuid import UUID

from holdfast.formats.bundle_page import page
from holdfast.formats.journal import TakenAlong, add_journal
from holdfast.formats.open_format import SUFFIX, Header, Person, as_line, as_object, lines
from holdfast.formats.photos import SUFFIXES, Photo
from holdfast.words import Kind, Moment
from holdfast.words.details import details_of
from holdfast.words.vocabulary import WORDS

LOG = f"family{SUFFIX}"
HISTORY = "history.jsonl"
PAGE = "read-me.html"
PHOTOS = "photos/"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of all members, so that equal logs make equal zips
PLAIN = ("id", "child", "by", "to", "word", "at", "until", "zone", "about", "answers", "text")
ORIGIN = ("source", "source_id")
NONE = TakenAlong()
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_bundle(
    file: IO[bytes],
    *,
    header: Header,
    moments: Iterable[Moment],
    history: Iterable[Mapping[str, object]] = (),
    journal: TakenAlong = NONE,
    photos: Iterable[tuple[UUID, Photo]] = (),
) -> None:
    """Write the zip.

    Args:
        file: where the bytes go.
        header: whose log it is.
        moments: all that count, in any order; they are written in order of time.
        history: all revisions as objects, in the order in which they were made.
        journal: the sealed journal of the person who exports, and nobody else's.
        photos: each with the id of its moment; they may come one at a time.
    """
    ordered = sorted(moments, key=lambda moment: (moment.at, moment.id))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        add(archive, LOG, lines(header, ordered))
        add(archive, HISTORY, map(as_line, history))
        shown = add_photos(archive, photos)
        add(archive, PAGE, page(header, ordered, shown))
        add(archive, "tables/children.csv", people_table(header.children))
        add(archive, "tables/caregivers.csv", people_table(header.caregivers))
        for kind in Kind:
            of_kind = [moment for moment in ordered if moment.kind == kind]
            if of_kind:
                add(archive, f"tables/{kind}.csv", table(kind, of_kind, header))
        add_journal(archive, journal)


def add_photos(archive: zipfile.ZipFile, photos: Iterable[tuple[UUID, Photo]]) -> dict[str, str]:
    """Write the photos as they are, each called as its moment is; return their names by moment."""
    names = {}
    for moment, photo in photos:
        name = f"{PHOTOS}{moment}{SUFFIXES[photo.type]}"
        archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), photo.content)
        names[str(moment)] = name
    return names


def add(archive: zipfile.ZipFile, name: str, parts: Iterable[str]) -> None:
    """Write one member, part by part."""
    info = zipfile.ZipInfo(name, FIRST_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as member:
        for part in parts:
            member.write(part.encode())


def table(kind: Kind, moments: Sequence[Moment], header: Header) -> Iterator[str]:
    """Yield a CSV of the moments of one kind: who by name, a detail in a column of its own."""
    names = {str(one["id"]): one.get("name", "") for one in (*header.children, *header.caregivers)}
    details = sorted({key for word in WORDS.get(kind, ("",)) for key in details_of(kind, word)})
    yield from rows(
        (*PLAIN, *(f"detail_{key}" for key in details), *ORIGIN),
        (row_of(moment, names) for moment in moments),
    )


def row_of(moment: Moment, names: Mapping[str, object]) -> dict[str, object]:
    """Return a moment as a row: as its line in the open format, with names for ids."""
    row = as_object(moment)
    for key in WHO & row.keys():
        row[key] = names.get(str(row[key]), row[key])
    row |= {f"detail_{key}": value for key, value in moment.detail.items()}
    return row


WHO = frozenset({"child", "by", "to"})


def people_table(people: Sequence[Person]) -> Iterator[str]:
    """Yield a CSV of people: all that is known of them."""
    columns = sorted({key for person in people for key in person} - {"id"})
    yield from rows(("id", *columns), people)


def rows(columns: Sequence[str], found: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a CSV's lines. What is not there is an empty cell."""
    line = Line()
    writer = csv.writer(line)
    writer.writerow(columns)
    yield line.text
    for row in found:
        writer.writerow([safe(row.get(column)) for column in columns])
        yield line.text


class Line:
    """Holds the last line that a CSV writer wrote."""

    text = ""

    def write(self, text: str) -> None:
        """Take a line."""
        self.text = text


def safe(value: object) -> str:
    """Return a cell that no spreadsheet runs: text that begins like a formula gets a quote."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
