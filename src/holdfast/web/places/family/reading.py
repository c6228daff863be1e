"""Uploaded files as a reading of one of the family's children, whichever format they are."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from holdfast import formats
from holdfast.formats import FoundChild, Member, Question, Reading, open_format
from holdfast.words import Moment

OURS = b'{"holdfast"'
NAME = "holdfast"


def questions(files: Sequence[Member], answers: Mapping[str, str]) -> list[Question]:
    """Return what the files do not say; see `formats.questions`."""
    return [] if is_ours(files) else formats.questions(files, answers)


def read(files: Sequence[Member], answers: Mapping[str, str], *, now: datetime) -> Reading:
    """Read the files; see `formats.read`."""
    return read_ours(files[0]) if is_ours(files) else formats.read(files, answers, now=now)


def is_ours(files: Sequence[Member]) -> bool:
    """Say whether it is one log in our own format."""
    return len(files) == 1 and files[0].data.lstrip().startswith(OURS)


def read_ours(file: Member) -> Reading:
    """Read a log of our own, which keeps the names that its moments have."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(file.name).name
        path.write_bytes(file.data)
        log = open_format.load(path)
    return Reading(
        format=NAME,
        files=(file.name,),
        records=len(log.moments),
        moments=log.moments,
        stands_in=tuple(map(str, range(1, len(log.moments) + 1))),
        children=tuple(
            FoundChild(id=name, source=f"{NAME}:{name}", name=str(child.get("name", "")))
            for child in log.children
            for name in [str(child["id"])]
        ),
    )


def for_child(reading: Reading, *, found: str, child: str) -> Reading:
    """Return the reading of one found child, as of a child of this family."""
    if reading.format != NAME:
        return reading.for_child({found: child})
    moments = tuple(rehomed(m, child) for m in reading.moments if m.child == found)
    return replace(reading, moments=moments, records=len(moments), drafts=())


def rehomed(moment: Moment, child: str) -> Moment:
    """Return a moment of our own format as one of this child; at home it keeps its name."""
    if moment.child == child:
        return moment
    answers = moment.answers and str(uuid5(UUID(child), moment.answers))
    name = str(uuid5(UUID(child), moment.id))
    return replace(moment, child=child, id=name, answers=answers)
