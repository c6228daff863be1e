"""A person's own sealed journal in an export: age files, as their phone made them.

`journal/key.age` is the identity, sealed with the six words; every other `journal/*.age` is sealed
for that identity: a revision of an entry, or a photo. `journal/shared.json` holds in the clear what
was shared in the clear. Nothing here opens anything: see `journal_opening`.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO

FOLDER = "journal/"
KEY = f"{FOLDER}key.age"
SHARED = f"{FOLDER}shared.json"
HOW = f"{FOLDER}how-to-open.txt"
END = ".age"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # of all members, so that equal journals make equal zips

HOW_TO_OPEN = """\
This folder is a journal, sealed by the phone that it was written on. Its six words open it.

With Holdfast (pip install "holdfast[journal]"), without any server:

    holdfast journal open THIS-ZIP -o a-new-folder

With age (https://age-encryption.org), in this folder; the six words, in small letters and with
single spaces between them, are the passphrase:

    age -d -o identity.txt key.age
    for f in ????????-*.age; do age -d -i identity.txt -o "${f%.age}" "$f"; done

Each file that begins with { is a revision of an entry, as JSON; the others are photos, as JPEG. Of
an entry (id) that revision (edit) counts which no other names in its "replaces". Delete
identity.txt afterwards: it opens everything without the words.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenAlong:
    """A journal as it is taken along."""

    wrapped: bytes | None = None
    records: Mapping[str, bytes] = field(default_factory=dict)
    shared: Mapping[str, Sequence[Mapping[str, object]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.wrapped is not None or any(self.shared.values())


def members(journal: TakenAlong) -> Iterator[tuple[str, bytes]]:
    """Yield each file of the folder: its name in the zip, and what is in it."""
    if journal.wrapped is not None:
        yield HOW, HOW_TO_OPEN.encode()
        yield KEY, journal.wrapped
        yield from ((f"{FOLDER}{name}{END}", sealed) for name, sealed in journal.records.items())
    if any(journal.shared.values()):
        yield SHARED, json.dumps(journal.shared, ensure_ascii=False, indent=1).encode()


def write_journal(file: IO[bytes], journal: TakenAlong) -> None:
    """Write a zip of the journal alone."""
    with zipfile.ZipFile(file, "w") as archive:
        add_journal(archive, journal)


def add_journal(archive: zipfile.ZipFile, journal: TakenAlong) -> None:
    """Add the journal's folder to a zip. What is sealed cannot be packed smaller."""
    for name, content in members(journal):
        archive.writestr(zipfile.ZipInfo(name, FIRST_DAY), content)
