"""What files do not say, asked at a terminal. Without one it has to be given as --answer."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from holdfast.formats import Member, Question, Unanswered, questions
from holdfast.formats.answers import Answers
from holdfast.words import Refused

LOCALTIME = Path("/etc/localtime")
ZONES = "zoneinfo/"


def answered(files: Sequence[Member], given: Iterable[str]) -> dict[str, str]:
    """Return the answers that were given, and those to what is still open, asked here.

    Raises:
        Refused: an answer is no key=value, or cannot be one.
    """
    answers = dict(pair(one) for one in given)
    while at_a_terminal() and (asked := next(iter(questions(files, answers)), None)):
        answers[asked.key] = ask(asked)
    return {key: value for key, value in answers.items() if value}


def at_a_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def pair(text: str) -> tuple[str, str]:
    """Part key=value."""
    key, is_one, value = text.partition("=")
    if not is_one or not value:
        raise Refused(f"{text!r} is no answer.", hint="Write it like zone=Europe/Berlin.")
    return key, value


def ask(question: Question) -> str:
    """Ask until the answer can be one; what is not needed may be left empty.

    Raises:
        Unanswered: nobody is there any more.
    """
    proposal = question.proposal or (zone_here() if question.key == "zone" else "")
    choices = f" ({', '.join(question.choices)})" if question.choices else ""
    shown = f" [{proposal}]" if proposal else ""
    while True:
        typer.echo(f"{question.text}{choices}{shown} ", nl=False, err=True)
        line = sys.stdin.readline()
        if not line:
            raise Unanswered([question])
        value = line.strip() or proposal
        try:
            if value or not question.needed:
                return value and Answers.of({question.key: value}).text(question.key)
        except Refused as refused:
            typer.echo(str(refused), err=True)


def zone_here() -> str:
    """Return the zone of this machine, or nothing where it has none."""
    named = os.environ.get("TZ") or str(LOCALTIME.resolve()).partition(ZONES)[2]
    try:
        return Answers.of({"zone": named}).text("zone") if named else ""
    except Refused:
        return ""
