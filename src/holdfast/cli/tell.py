"""`holdfast tell`: what a log holds, in the words of the pages, without a database."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import polars as pl
import typer

from holdfast.cli.logs import day as day_in
from holdfast.cli.logs import log_at
from holdfast.engine.local import with_local
from holdfast.engine.months import Tallies, add, row_of, tallies_of
from holdfast.telling.patterns import Of, patterns_told
from holdfast.telling.sentences import day_told
from holdfast.words import Refused
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

LogFile = Annotated[Path, typer.Argument(help="A log in the open format, or another app's file.")]
OneDay = Annotated[
    datetime | None,
    typer.Option("--day", formats=["%Y-%m-%d"], help="Tell this local day and nothing else."),
]
Answer = Annotated[
    list[str] | None, typer.Option("--answer", help="What the file does not say: key=value.")
]
LATELY = 3  # months
WIDTH = 78


def tell(log: LogFile, *, day: OneDay = None, answer: Answer = None) -> None:
    """Say in plain words what a log holds."""
    logged = log_at(log, answer or [])
    if logged.log.is_empty():
        raise Refused(f"{log.name} holds no moment.", hint="There is nothing to tell.")
    known = {str(child["id"]): child for child in logged.children}
    for (child,), rows in logged.log.partition_by("child", as_dict=True).items():
        about = known.get(str(child), {"id": child})
        paragraphs = one_day(rows, about, day.date()) if day else all_of_it(rows, about)
        typer.echo("\n".join(paragraphs))


def one_day(log: pl.DataFrame, child: Mapping[str, object], day: date) -> Iterator[str]:
    """Tell one local day of a child."""
    sentences = day_told(log, day=day, zone=last_zone(log), pronoun=str(child.get("pronoun") or ""))
    yield f"{name(child)}, {day:%A} {day.day} {day:%B %Y}"
    yield from (wrapped(sentence) for sentence in sentences)
    yield ""


def all_of_it(log: pl.DataFrame, child: Mapping[str, object]) -> Iterator[str]:
    """Tell all that is found in a child's log, as *Patterns* does; the last months for most."""
    days = with_local(log, at="at")["day"]
    first, last = days.min(), days.max()
    assert isinstance(first, date)  # noqa: S101 -- a log with moments has days
    assert isinstance(last, date)  # noqa: S101 -- the same
    counted = tallies_of(log, months_between(first, last))
    told = patterns_told(
        added(dict(list(counted.items())[-LATELY:])),
        added(counted),
        of=Of(
            today=last,
            born=day_in(child.get("born")),
            due=day_in(child.get("due")),
            pronoun=str(child.get("pronoun") or ""),
        ),
    )
    moments = ngettext("%(n)d moment", "%(n)d moments", len(log)) % {"n": len(log)}
    yield f"{name(child)}, {first} to {last}, {moments}"
    yield from (wrapped(sentence) for sentence in told.opening)
    for section in told.sections:
        yield ""
        yield section.title
        yield from (wrapped(sentence) for sentence in section.sentences)
    yield ""


def months_between(first: date, last: date) -> list[str]:
    """Return the names of the months from one day to another."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [f"{month // 12}-{month % 12 + 1:02}" for month in months]


def added(counted: Mapping[str, Tallies]) -> Tallies:
    """Add months up."""
    return add(row_of(tallies) for tallies in counted.values())


def last_zone(log: pl.DataFrame) -> str:
    """Return where the last moment was lived."""
    return str(log.sort("at")["zone"].item(-1))


def name(child: Mapping[str, object]) -> str:
    """Return what the child is called; some have no name yet."""
    return str(child.get("name") or _("The baby"))


def wrapped(sentence: str) -> str:
    """Return a sentence as lines that fit a terminal."""
    return textwrap.fill(sentence, WIDTH, initial_indent="  ", subsequent_indent="  ")
