"""Other apps' files: which format they are, what has to be asked, and what they hold."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from holdfast.formats import babybuddy, babybuddy_api, huckleberry
from holdfast.formats.answers import Answers, Question, Unanswered
from holdfast.formats.bytes import Source, Table, sources_of
from holdfast.formats.cards import card
from holdfast.formats.reading import Doubt, Outcome, Reading
from holdfast.formats.zips import Member, is_zip
from holdfast.words import OtherFormat

Watch = Callable[[Iterator[Outcome], int], Iterable[Outcome]]
"""Looks on while records are read, told how many rows there are: a progress bar, say."""


def unwatched(outcomes: Iterator[Outcome], _rows: int) -> Iterable[Outcome]:
    """Let nobody look on."""
    return outcomes


class Format(Protocol):
    """What the module of a foreign format offers."""

    NAME: str

    def claims(self, source: Source) -> bool:
        """Whether the source is of this format."""
        ...

    def questions(self, sources: Sequence[Source], answers: Answers) -> list[Question]:
        """Return what the sources do not say; an answer may open a further question."""
        ...

    def outcomes(
        self, sources: Sequence[Source], answers: Answers, *, now: datetime, alone: bool
    ) -> Iterator[Outcome]:
        """Read every record. Of one file alone, a record is called by its number only."""
        ...

    def doubts(self, sources: Sequence[Source], answers: Answers) -> list[Doubt]:
        """Return what should be looked at in whole files."""
        ...


FORMATS: tuple[Format, ...] = (babybuddy, babybuddy_api, huckleberry)


@dataclass(frozen=True, slots=True)
class Opened:
    """Files of one format, opened."""

    format: Format
    sources: Sequence[Source]
    passed: Sequence[Doubt]  # members of archives that were passed over


def questions(files: Sequence[Member], answers: Mapping[str, str] | None = None) -> list[Question]:
    """Return what has to be answered before these files can be read, with proposals.

    Args:
        files: as given, zips included.
        answers: what is known already. It takes questions away, and may open a further one.

    Raises:
        Refused: a file is refused whole, or an answer cannot be one.
    """
    known, opened = Answers.of(answers or {}), open_files(files)
    asked = opened.format.questions(opened.sources, known)
    return [question for question in asked if question.key not in known.given]


def read(
    files: Sequence[Member],
    answers: Mapping[str, str],
    *,
    now: datetime,
    watch: Watch = unwatched,
) -> Reading:
    """Read files of one foreign format. Nothing is kept yet.

    Args:
        files: as given, zips included.
        answers: by the keys of `questions`.
        now: the clock; what lies more than a day ahead is a problem.
        watch: looks on while it is read.

    Raises:
        Refused: a file is refused whole, or an answer cannot be one.
        Unanswered: an answer is missing without which the files cannot be read.
    """
    known, opened = Answers.of(answers), open_files(files)
    if missing := known.missing(opened.format.questions(opened.sources, known)):
        raise Unanswered(missing)
    alone = len(files) == 1 and not is_zip(files[0])
    outcomes = opened.format.outcomes(opened.sources, known, now=now, alone=alone)
    rows = sum(len(source.rows) for source in opened.sources if isinstance(source, Table))
    with no_collector():
        reading = Reading.of(
            watch(outcomes, rows), name=opened.format.NAME, files=[file.name for file in files]
        )
    told = [Doubt("", f"{one.name}: {why}") for one in opened.sources for why in one.doubts]
    more = opened.format.doubts(opened.sources, known)
    return reading.with_warnings([*opened.passed, *told, *more])


@contextmanager
def no_collector() -> Iterator[None]:
    """Keep the garbage collector from walking all that was read, again and again.

    Nothing read is garbage before the end, and it took a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def open_files(files: Sequence[Member]) -> Opened:
    """Open files, and find their one format."""
    found, passed = sources_of(files)
    formats = {source.name: format_of(source) for source in found}
    named = {one.NAME: name for name, one in formats.items()}
    if len(named) > 1:
        said = ", ".join(f"{file} is {name}" for name, file in named.items())
        raise OtherFormat(
            f"The files are of several formats: {said}.", hint="Read them one after another."
        )
    return Opened(next(iter(formats.values())), found, [Doubt(name, why) for name, why in passed])


def format_of(source: Source) -> Format:
    """Return the format of a file, told by its columns or keys.

    Raises:
        OtherFormat: it is none that we know.
    """
    for one in FORMATS:
        if one.claims(source):
            return one
    if missing := babybuddy.near_miss(source):
        raise OtherFormat(
            f"{source.name} has no column {missing}.",
            hint=card(babybuddy.NAME).export,
        )
    looks = f"its columns are {listed(source.columns)}" if isinstance(source, Table) else "as JSON"
    known = ", ".join(card(one.NAME).called for one in FORMATS)
    raise OtherFormat(
        f"{source.name} is no log that Holdfast knows ({looks}).", hint=f"It reads {known}."
    )


def listed(columns: Sequence[str]) -> str:
    """Name the first columns, shortened."""
    shown = ", ".join(column[:30] for column in columns[:6])
    return f"{shown}, ..." if len(columns) > len(columns[:6]) else shown
