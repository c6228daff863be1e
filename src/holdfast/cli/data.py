"""Logs in and out at the command line: what a page does with an upload, for who has a shell."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from holdfast import formats
from holdfast.cli.asking import answered
from holdfast.formats import Reading, open_format
from holdfast.formats.reading import Outcome

LONG = 5_000  # rows; less is read before a bar would be seen
SHOWN = 20

Files = Annotated[list[Path], typer.Argument(help="Exported files, or zips of them.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Write the log here.")]
Answer = Annotated[
    list[str] | None,
    typer.Option(
        "--answer", help="What the files do not say: zone=Europe/Berlin. May be repeated."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print what was found as JSON.")]


def read(files: Files, out: Out = None, answer: Answer = None, *, as_json: AsJson = False) -> None:
    """Read files of other apps into a log in the open format.

    Nothing is kept but the log that -o names; without it, only what was found is told.
    """
    members = [formats.given(path) for path in files]
    answers = answered(members, answer or [])
    reading = formats.read(members, answers, now=datetime.now(UTC), watch=watch)
    if out is not None:
        children = [header_child(child) for child in reading.children if child.id in used(reading)]
        open_format.write(out, children, [], reading.moments)
    if as_json:
        typer.echo(json.dumps(as_object(reading), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(summary(reading, out)))


def used(reading: Reading) -> set[str]:
    """Return the children that have moments."""
    return {moment.child for moment in reading.moments}


def header_child(child: formats.FoundChild) -> dict[str, object]:
    """Return a child as a log's header has it."""
    born = {"born": child.born.isoformat()} if child.born else {}
    return {"id": child.id, "name": child.name, "source": child.source, **born}


def as_object(reading: Reading) -> dict[str, object]:
    """Return what was found, for programs."""
    return {
        "format": reading.format,
        "records": reading.records,
        "moments": reading.counts(),
        "moments_total": len(reading.moments),
        "skipped": reading.skipped,
        "duplicates": reading.duplicates,
        "problems": [
            {"record": numbered(one.record), "column": one.column, "why": one.why, "do": one.do}
            for one in reading.problems
        ],
        "warnings": [{"record": numbered(one.record), "why": one.why} for one in reading.warnings],
        "drafts": [
            {
                "record": numbered(one.record),
                "kind": one.moment.kind,
                "word": one.moment.word,
                "at": one.moment.at.isoformat(),
                "why": one.why,
            }
            for one in reading.drafts
        ],
    }


def numbered(record: str) -> int | str:
    """Return a record's number as a number, where it is one."""
    return int(record) if record.isdigit() else record


def summary(reading: Reading, out: Path | None) -> Iterator[str]:
    """Tell what was found, in lines."""
    counted = ", ".join(f"{count} {word}" for word, count in reading.counts().items())
    yield f"{reading.format}: {reading.records} records, {len(reading.moments)} moments."
    yield from [f"  {counted}"] if counted else []
    left = {"skipped by design": reading.skipped, "duplicates": reading.duplicates}
    yield from (f"  {what}: {count}" for what, count in left.items() if count)
    yield from first(
        "problems", [f"{p.record}, {p.column or 'row'}: {p.why}. {p.do}" for p in reading.problems]
    )
    yield from first(
        "to look at", [f"{w.record}: {w.why}".removeprefix(": ") for w in reading.warnings]
    )
    if reading.drafts:
        yield f"  drafts: {len(reading.drafts)}, care that hides in the words, offered on import"
    if out is not None:
        yield f"Written to {out}."


def first(what: str, lines: list[str]) -> Iterator[str]:
    """Tell the first of many lines, and how many there are."""
    if lines:
        yield f"  {what}: {len(lines)}"
        yield from (f"    {line}" for line in lines[:SHOWN])
        yield from ["    ... --json has all."] if len(lines) > SHOWN else []


def watch(outcomes: Iterator[Outcome], rows: int) -> Iterable[Outcome]:
    """Show a progress bar while many rows are read, where somebody looks on."""
    if rows < LONG or not somebody_looks_on():
        return outcomes
    return bar(outcomes, rows)


def somebody_looks_on() -> bool:
    """Whether a bar would be seen."""
    return sys.stderr.isatty()


def bar(items: Iterable[Any], count: int) -> Iterable[Any]:
    """Show a progress bar on stderr, so that stdout stays for programs."""
    from rich.console import Console  # noqa: PLC0415 -- slow import
    from rich.progress import track  # noqa: PLC0415 -- slow import

    return track(items, "Reading", total=count, console=Console(stderr=True), transient=True)
