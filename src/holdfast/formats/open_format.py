"""The open format, both ways: a log as lines that any program can read.

The first line is the header, `{"holdfast": 1, "children": [...], "caregivers": [...]}`; after it
stands one moment a line. Times are RFC 3339 with the offset of the zone in which they were lived.
Keys that are not ours come back out as they went in, so that an older Holdfast loses nothing of a
newer one. A file has no clock: whether a time lies ahead is asked where a log is kept.
"""

import io
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import IO, cast
from zoneinfo import ZoneInfo

from holdfast.formats.fresh import fresh
from holdfast.words import BadMoment, Kind, Moment, OtherFormat, Refused
from holdfast.words.moment import FIELDS, is_text

VERSION = 1
SUFFIX = ".holdfast.jsonl"
NO_CLOCK = datetime(9000, 1, 1, tzinfo=UTC)
OURS = tuple(name for name in FIELDS if name != "extra")
NEEDED = ("id", "child", "kind", "at", "zone")
TIMES = frozenset({"at", "until"})
TYPES: Mapping[str, type] = {"about": int, "detail": dict}  # all others are texts
SAID = {str: "a text in quotes", int: "a whole number of minutes", dict: "an object like {}"}
HEADER = ("holdfast", "children", "caregivers")

Person = Mapping[str, object]
"""A child or a caregiver as the header has it: an id, and what else is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Whose log it is. `extra` holds keys that are not ours."""

    children: tuple[Person, ...] = ()
    caregivers: tuple[Person, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A whole log as a value."""

    header: Header
    moments: tuple[Moment, ...]

    @property
    def children(self) -> tuple[Person, ...]:
        """The children of the header."""
        return self.header.children

    @property
    def caregivers(self) -> tuple[Person, ...]:
        """The caregivers of the header."""
        return self.header.caregivers


def load(path: Path) -> Log:
    """Read a log whole and check each moment.

    Raises:
        OtherFormat: the first line is no header of ours.
        Refused: which line cannot be kept, and why.
    """
    with stream(path) as (header, moments):
        return Log(header=header, moments=tuple(moments))


def load_bytes(data: bytes, name: str) -> Log:
    """Read a log that is not on the disk; `name` is what it is called in a sentence.

    Raises:
        OtherFormat: the first line is no header of ours, or it is no text.
        Refused: which line cannot be kept, and why.
    """
    try:
        file = io.StringIO(data.decode("utf-8-sig"), newline="\n")
    except UnicodeDecodeError as wrong:
        raise no_text(name) from wrong
    header = read_header(require_header(file.readline(), name), name)
    return Log(header=header, moments=tuple(read_moments(file, header, name)))


@contextmanager
def stream(path: Path) -> Iterator[tuple[Header, Iterator[Moment]]]:
    """Open a log, read its header, and hand out its moments one by one while it is open.

    Raises:
        OtherFormat: the first line is no header of ours.
        Refused: which line cannot be kept, and why; as soon as it is reached.
    """
    with opened(path) as file:
        header = read_header(require_header(file.readline(LONGEST_LINE), path.name), path.name)
        yield header, read_moments(file, header, path.name)


@contextmanager
def opened(path: Path) -> Iterator[IO[str]]:
    """Open the file as text; what the system answers becomes a sentence."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
    except UnicodeDecodeError as wrong:
        raise no_text(path.name) from wrong
    except OSError as wrong:
        raise Refused(
            f"{path.name} cannot be opened: {(wrong.strerror or 'no file').lower()}.",
            hint="See that it is there and that you may read it.",
        ) from wrong


def no_text(name: str) -> OtherFormat:
    """Say that a file is no text."""
    return OtherFormat(f"{name} is not UTF-8 text.", hint=EXPORT_AGAIN)


def require_header(line: str, name: str) -> str:
    """Return the first line if there is one."""
    if not line.strip():
        raise OtherFormat(f"{name} is empty.", hint=EXPORT_AGAIN)
    return line


EXPORT_AGAIN = "Export the log once more, as .holdfast.jsonl."
LONGEST_LINE = 1_000_000  # a file of another sort may be one line of gigabytes


def read_header(line: str, name: str) -> Header:
    """Read the first line.

    Raises:
        OtherFormat: it is not ours, or from a Holdfast that is newer than this one.
    """
    try:
        found = decode(line)
    except ValueError:
        found = None
    if not isinstance(found, dict) or "holdfast" not in found:
        raise OtherFormat(
            f"{name} is no log of ours: its first line is no header.", hint=EXPORT_AGAIN
        )
    if found["holdfast"] != VERSION:
        raise OtherFormat(
            f"{name} has version {found['holdfast']!r} of the format; this Holdfast reads "
            f"version {VERSION}.",
            hint="Update Holdfast, then try again.",
        )
    extra = {key: value for key, value in found.items() if key not in HEADER}
    return Header(
        children=people(found, "children", name),
        caregivers=people(found, "caregivers", name),
        extra=extra,
    )


def people(found: Mapping[str, object], key: str, name: str) -> tuple[Person, ...]:
    """Return the header's children or caregivers, each with an id of its own."""
    listed = found.get(key, [])
    entries = listed if isinstance(listed, list) else [None]
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    if not all(isinstance(one, str) and one for one in ids) or len(set(ids)) < len(ids):
        raise OtherFormat(
            f"{name}, line 1: {key} is no list in which each has an id of its own.",
            hint=EXPORT_AGAIN,
        )
    return tuple(entries)


def read_moments(file: Iterable[str], header: Header, name: str) -> Iterator[Moment]:
    """Read the lines after the header, each checked; blank lines are passed over."""
    children = {str(child["id"]) for child in header.children}
    seen: set[str] = set()
    for number, line in enumerate(file, 2):
        if not line.isspace():
            try:
                moment = parse(line).check(now=NO_CLOCK)
                check_place(moment, children, seen)
            except BadMoment as bad:
                sentence = f"{name}, line {number}: {bad.args[0]}"
                raise Refused(sentence, hint=bad.hint) from bad
            seen.add(moment.id)
            yield moment


def check_place(moment: Moment, children: Collection[str], seen: Collection[str]) -> None:
    """Hold a moment to its file: its child is in the header, its id was not there before."""
    if moment.child not in children:
        raise BadMoment(
            f"The child {moment.child!r} is not in the first line.",
            field="child",
            hint="Add it to the header's children.",
        )
    if moment.id in seen:
        raise BadMoment(f"The id {moment.id} was there before.", field="id", hint="Keep one.")


def parse(line: str) -> Moment:
    """Read one line.

    Raises:
        BadMoment: it is no moment, or a value is not of its type.
    """
    found = decode_moment(line)
    given = {name: value for name in OURS if (value := found.pop(name, None)) is not None}
    check_types(given)
    for name in TIMES & given.keys():
        given[name] = instant(given[name], name)
    given["kind"] = KINDS.get(cast("str", given["kind"]), given["kind"])
    return Moment(**given, extra=found)  # type: ignore[arg-type] # checked one line above


def check_types(given: Mapping[str, object]) -> None:
    """Hold a line's values to their types; what they say is for `Moment.check`."""
    for name in NEEDED:
        if name not in given:
            raise BadMoment(f"It has no {name}.", field=name, hint=f"Add {name}.")
    for name, value in given.items():
        needed = TYPES.get(name, str)
        if not isinstance(value, needed) or isinstance(value, bool):
            raise BadMoment(
                f"{name} cannot be {value!r}.", field=name, hint=f"Send {SAID[needed]}."
            )


KINDS: Mapping[str, Kind] = {str(kind): kind for kind in Kind}


def decode_moment(line: str) -> dict[str, object]:
    """Return a line's object, if every file and database can hold its texts."""
    try:
        found = decode(line)
        whole = "\\u" not in line or can_be_kept(found)
    except (ValueError, RecursionError) as wrong:
        raise BadMoment("It is no JSON.", field="", hint=WHOLE_LINE) from wrong
    if not whole:
        raise BadMoment(
            "It holds what is no character.", field="text", hint="Write the text once more."
        )
    if not isinstance(found, dict):
        raise BadMoment("It is no object.", field="", hint=WHOLE_LINE)
    return found


def can_be_kept(found: object) -> bool:
    """Whether no text in it has a NUL or half of a character."""
    text = json.dumps(found, ensure_ascii=False)
    return is_text(text) and not NUL.search(text)


NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it; "\\\\u0000" is a text about it


WHOLE_LINE = "One moment stands on one line, from { to }; a file that was cut off ends like this."


def no_number(name: str) -> float:
    """Refuse NaN and Infinity, which JSON does not know."""
    raise ValueError(name)


decode = json.JSONDecoder(parse_constant=no_number).decode


def instant(text: object, name: str) -> datetime:
    """Read an RFC 3339 time as an instant in UTC."""
    try:
        time = datetime.fromisoformat(cast("str", text))
    except (TypeError, ValueError):
        time = None
    if time is None or time.tzinfo is None:
        raise BadMoment(
            f"{name} is {text!r}, no time with an offset.",
            field=name,
            hint="Write it like 2026-01-05T06:38:00+01:00.",
        )
    return time.astimezone(UTC)


def write(
    path: Path,
    children: Iterable[Person],
    caregivers: Iterable[Person],
    moments: Iterable[Moment],
    *,
    extra: Mapping[str, object] | None = None,
) -> int:
    """Write a log and return its number of moments. It takes its name only when it is whole."""
    header = Header(children=tuple(children), caregivers=tuple(caregivers), extra=extra or {})
    with fresh(path) as file:
        return sum(1 for line in lines(header, moments) if file.write(line.encode())) - 1


def lines(header: Header, moments: Iterable[Moment]) -> Iterator[str]:
    """Yield the file's lines, header first, each with its line end."""
    people = {
        "children": [*map(dict, header.children)],
        "caregivers": [*map(dict, header.caregivers)],
    }
    yield as_line({"holdfast": VERSION, **people, **header.extra})
    for moment in moments:
        yield as_line(as_object(moment))


def as_object(moment: Moment) -> dict[str, object]:
    """Return a moment as its line's object: what is empty is left out, what is not ours stays."""
    named = zip(OURS, values_of(moment), strict=True)
    found = {name: value for name, value in named if value or name in NEEDED}
    zone = zone_of(moment.zone)
    found["at"] = moment.at.astimezone(zone).isoformat()
    if moment.until is not None:
        found["until"] = moment.until.astimezone(zone).isoformat()
    if moment.detail:
        found["detail"] = dict(moment.detail)
    return {**found, **moment.extra}


values_of = attrgetter(*OURS)


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """Return the zone; asking ZoneInfo itself for each line takes longer than the line."""
    return ZoneInfo(name)


encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=dict).encode


def as_line(found: Mapping[str, object]) -> str:
    """Return one line of JSON."""
    return encode(found) + "\n"
