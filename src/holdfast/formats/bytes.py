"""From bytes to records: files as they come, made texts and tables, or refused in one sentence.

The bytes are asked what they are, never the name. A table's rows come back whole, each with its
number; what cannot be read whole is not read at all, since half a log looks like a whole one.
"""

import csv
import io
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import JSONDecodeError
from pathlib import Path

from holdfast.formats.open_format import decode
from holdfast.formats.zips import LARGEST_IN_ALL, Member, is_zip, unzip
from holdfast.words import OtherFormat, Refused

MIB = 1024 * 1024
LARGEST = 64 * MIB
LONGEST_CELL = 100_000
csv.field_size_limit(LONGEST_CELL)

SIGNATURES = {
    b"\x1f\x8b": ("a gzip archive", "Unpack it, or pack it as a zip."),
    b"7z\xbc\xaf": ("a 7z archive", "Unpack it, or pack it as a zip."),
    b"Rar!": ("a RAR archive", "Unpack it, or pack it as a zip."),
    b"%PDF": ("a PDF", "Look in the app for an export as CSV or JSON."),
    b"\x89PNG": ("a picture", "Look in the app for an export as CSV or JSON."),
    b"\xff\xd8\xff": ("a picture", "Look in the app for an export as CSV or JSON."),
    b"\xd0\xcf\x11\xe0": ("an old spreadsheet", "Save it as CSV (UTF-8)."),
    b"SQLite format 3": ("a database", "Look in the app for an export as CSV or JSON."),
}
EXPORT_AGAIN = "Export it from the app once more."


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table: its number from 1 after the header, and its cells by column."""

    number: int
    cells: dict[str, str]
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV as read: column names trimmed and in lower case. `doubts` are about the whole file."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A JSON file as read."""

    name: str
    value: object
    doubts: tuple[str, ...] = ()


Source = Table | Document


def given(path: Path) -> Member:
    """Read a file from the disk.

    Raises:
        Refused: it is not there, no file, not readable, or larger than any log.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(f"{path.name or path} is no file.", hint="Name the exported file itself.")
        with path.open("rb") as file:
            data = file.read(LARGEST_IN_ALL + 1)
    except OSError as wrong:
        raise Refused(
            f"{path.name} cannot be read: {(wrong.strerror or 'no answer').lower()}.",
            hint="See that it is there and that you may read it.",
        ) from wrong
    return Member(path.name, data)


def sources_of(files: Iterable[Member]) -> tuple[list[Source], list[tuple[str, str]]]:
    """Read files, and the members of zips, as tables and documents.

    Returns:
        The sources, and what was passed over: (member, why).

    Raises:
        Refused: a file is too large, an archive that may not be opened, or cut off.
        OtherFormat: a file is neither table nor document.
    """
    found: list[Source] = []
    passed: list[tuple[str, str]] = []
    for file in files:
        if is_zip(file):
            check_size(file)
            members, left = unzip(file)
            passed += left
            found += [source(member) for member in members]
        else:
            found.append(source(file))
    return found, passed


def check_size(file: Member) -> None:
    """Hold a file to a size, and to being something."""
    largest = LARGEST_IN_ALL if is_zip(file) else LARGEST
    if len(file.data) > largest:
        raise Refused(
            f"{file.name} has more than {largest // MIB} MiB.",
            hint="No log is that large: see that it is the right file.",
        )
    if not file.data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise OtherFormat(f"{file.name} is empty.", hint=EXPORT_AGAIN)


def source(file: Member) -> Source:
    """Read one file as a document where it begins like one, else as a table."""
    check_size(file)
    for start, (what, hint) in SIGNATURES.items():
        if file.data.startswith(start):
            raise OtherFormat(f"{file.name} is {what}.", hint=hint)
    text, doubts = text_of(file)
    if text.startswith(OUR_OWN):
        raise OtherFormat(
            f"{file.name} is a log of Holdfast's own.",
            hint="Bring it in alone: it says all by itself.",
        )
    if JSON_BEGINS.match(text):
        return Document(file.name, document(file.name, text), doubts)
    columns, rows = table(file.name, text)
    return Table(file.name, columns, tuple(rows), doubts)


OUR_OWN = '{"holdfast"'


def text_of(file: Member) -> tuple[str, tuple[str, ...]]:
    """Decode a file, with a doubt where its encoding had to be guessed."""
    data = file.data
    none: tuple[str, ...] = ()
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            text, doubts = data.decode("utf-16"), none
        else:
            text, doubts = data.decode("utf-8-sig"), none
    except UnicodeDecodeError:
        text, doubts = data.decode("cp1252", errors="replace"), (GUESSED,)
    if "\0" in text:
        raise OtherFormat(f"{file.name} is no text: it holds NUL bytes.", hint=EXPORT_AGAIN)
    return text, doubts


JSON_BEGINS = re.compile(r"""\s*(?:\{|\[\s*(?:[\[\]{"\d-]|$))""")
"""A brace, or a bracket before a value: a text may begin with [its name], too."""

GUESSED = "its text is no UTF-8: read as Windows-1252, look at the accents"


def document(name: str, text: str) -> object:
    """Read JSON whole."""
    try:
        return decode(text)
    except (ValueError, RecursionError) as wrong:
        at = f", line {wrong.lineno}" if isinstance(wrong, JSONDecodeError) else ""
        raise Refused(
            f"{name}{at}: its JSON is cut off or broken.",
            hint="Download the file once more, to its end.",
        ) from wrong


def table(name: str, text: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Read a CSV: the first line that is not empty is its header."""
    lines = cells_of(name, text)
    header = next((line for line in lines if any(map(str.strip, line))), [])
    columns = tuple(cell.strip().casefold() for cell in header)
    return columns, rows_of(columns, lines)


def rows_of(columns: tuple[str, ...], lines: Iterator[list[str]]) -> Iterator[Row]:
    """Yield the records; rows of empty cells are none. A short row lacks its last, empty cells."""
    number, width = 0, len(columns)
    empty = [""] * width
    for line in lines:
        cells = [cell.strip() for cell in line]
        if any(cells):
            number += 1
            too_long = len(cells) > width and any(cells[width:])
            yield Row(number, dict(zip(columns, cells + empty, strict=False)), too_long)


def cells_of(name: str, text: str) -> Iterator[list[str]]:
    """Yield the lines as cells, with any line end.

    A last line of our own shows whether a quote is still open: it stands alone, or in a cell.
    """
    reader = csv.reader([*io.StringIO(text, newline=""), "\n", LAST], delimiter=delimiter(text))
    begun = 1
    try:
        for line in reader:
            if not line or not line[-1].endswith(LAST):
                begun = reader.line_num + 1
                yield line
            elif line != [LAST]:
                raise open_quote(name, reader.line_num - len(LINE_END.findall(line[-1])))
    except csv.Error as wrong:
        raise open_quote(name, begun) from wrong


LAST = "\ue000the last line"
LINE_END = re.compile(r"\r\n|\r|\n")


def open_quote(name: str, line: int) -> Refused:
    """Say where a cell begins that does not end."""
    return Refused(
        f"{name}, line {line}: a quote is opened there and not closed, or a cell is endless.",
        hint=f'Close it with a ", or take it out; {EXPORT_AGAIN.lower()}',
    )


def delimiter(text: str) -> str:
    """Return what parts the header's cells: a spreadsheet may have saved it with ; or tabs."""
    header = LINE_END.split(text.lstrip(), maxsplit=1)[0]
    return max(",;\t", key=header.count)
