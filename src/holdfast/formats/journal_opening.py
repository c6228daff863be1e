"""Open an exported journal with its six words: no server, no phone, no network."""

import json
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from holdfast.formats.journal import END, FOLDER, KEY
from holdfast.words import Refused

LARGEST = 2_000_000  # bytes of one sealed record; a phone makes none that is larger
MOST = 100_000
RECORD = re.compile(rf"{FOLDER}[0-9a-f]{{8}}(-[0-9a-f]{{4}}){{3}}-[0-9a-f]{{12}}{END}")
JPEG = b"\xff\xd8"
ASIDE = {"holdfast", "edit", "replaces", "written", "removed"}

Revision = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """A journal, open: the entries that count, every revision, photos, and what did not open."""

    entries: list[Revision]
    history: list[Revision]
    photos: dict[str, bytes]
    unread: list[str]


def open_journal(path: Path, words: str) -> Opened:
    """Open an export with its words.

    Args:
        path: a zip, of a family or of the journal alone.
        words: the six, in any case, with any spaces. Whole words: the list of the first four
            letters is on the phone.

    Raises:
        Refused: there is no journal in it, or these are not its words.
    """
    wrapped, records = sealed_in(path)
    identity = unwrap(wrapped, typed(words))
    return parted(opened(records, identity))


def typed(words: str) -> str:
    """Return words as they seal: small letters, single spaces."""
    return " ".join(re.findall("[a-z]+", unicodedata.normalize("NFKD", words).lower()))


def sealed_in(path: Path) -> tuple[bytes, dict[str, bytes]]:
    """Return the wrapped identity and the sealed records of an export.

    Raises:
        Refused: it is no export, it has no journal, or it is larger than any that we make.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            files = [one for one in archive.infolist() if is_sealed(one.filename)]
            if len(files) > MOST or any(one.file_size > LARGEST for one in files):
                raise Refused(f"{path.name} is larger than any journal.", hint="Export it anew.")
            found = {one.filename: archive.read(one) for one in files}
    except (OSError, zipfile.BadZipFile) as wrong:
        raise Refused(
            f"{path.name} is no export.", hint="Download your journal, and name that zip."
        ) from wrong
    wrapped = found.pop(KEY, None)
    if wrapped is None:
        raise Refused(
            f"There is no sealed journal in {path.name}.",
            hint="An export holds the journal of the person who made it, and no other.",
        )
    return wrapped, {name[len(FOLDER) : -len(END)]: one for name, one in found.items()}


def is_sealed(name: str) -> bool:
    """Whether a member is one of the journal's sealed files: no other name is ever a path."""
    return name == KEY or RECORD.fullmatch(name) is not None


def unwrap(wrapped: bytes, words: str) -> str:
    """Return the identity that the words open.

    Raises:
        Refused: these are not its words, or what is read here needs a part that is not installed.
    """
    try:
        from pyrage import DecryptError, passphrase  # noqa: PLC0415 -- an extra of its own
    except ImportError:
        raise Refused(
            "What opens a journal is not installed.", hint='pip install "holdfast[journal]"'
        ) from None
    try:
        return str(passphrase.decrypt(wrapped, words).decode()).strip()
    except DecryptError:
        raise Refused(
            "These words do not open it.", hint="Are all six whole, and in their order?"
        ) from None


def opened(records: Mapping[str, bytes], identity: str) -> Iterator[tuple[str, bytes | None]]:
    """Open each record; None where one cannot be."""
    from pyrage import DecryptError, decrypt, x25519  # noqa: PLC0415 -- as above

    key = x25519.Identity.from_str(identity)
    for name, sealed in records.items():
        try:
            yield name, decrypt(sealed, [key])
        except DecryptError:
            yield name, None


def parted(records: Iterable[tuple[str, bytes | None]]) -> Opened:
    """Part what was opened into entries and photos. What did not open is named, not dropped."""
    history: list[Revision] = []
    photos: dict[str, bytes] = {}
    unread: list[str] = []
    for name, content in records:
        if content is None:
            unread.append(name)
        elif content.startswith(JPEG):
            photos[name] = content
        elif (revision := revision_in(content)) is not None:
            history.append(revision)
        else:
            unread.append(name)
    return Opened(newest(history), history, photos, unread)


def revision_in(content: bytes) -> Revision | None:
    """Read a revision; None where it is something else."""
    try:
        said = json.loads(content)
    except ValueError:
        return None
    return said if isinstance(said, dict) and {"id", "edit", "at"} <= said.keys() else None


def newest(history: Iterable[Revision]) -> list[Revision]:
    """Return the entries that count, in order of time: what no other revision replaces.

    The twin of `client/src/journal/entries.js`. Where two crossed, what was not taken out counts,
    then the one made last.
    """
    revisions = list(history)
    replaced = {edit for one in revisions for edit in one.get("replaces", ())}
    heads: dict[str, Revision] = {}
    for one in sorted(revisions, key=lambda each: (not each.get("removed"), str(each["edit"]))):
        if one["edit"] not in replaced:
            heads[one["id"]] = one
    there = [one for one in heads.values() if not one.get("removed")]
    return sorted(there, key=lambda one: (instant(one["at"]), one["id"]))


def instant(text: object) -> float:
    """Return when something was, to sort by; what names no time comes first."""
    try:
        return datetime.fromisoformat(str(text)).timestamp()
    except ValueError:
        return 0.0


def as_pages(found: Opened) -> Iterator[str]:
    """Yield the journal as a page of Markdown, entry by entry."""
    yield "# My journal\n"
    for entry in found.entries:
        yield f"\n## {str(entry['at'])[:10]} · {str(entry.get('kind', '')).replace('_', ' ')}\n"
        yield from ([f"\n{entry['text']}\n"] if entry.get("text") else [])
        yield from (f"\n![](photos/{name}.jpg)\n" for name in entry.get("photos", ()))
        rest = {key: value for key, value in entry.items() if key not in ASIDE | TOLD}
        yield from (f"\n- {key}: {value}" for key, value in rest.items() if value not in (None, ""))
        yield from ["\n"] if rest else []


TOLD = {"id", "child", "kind", "at", "text", "photos"}
