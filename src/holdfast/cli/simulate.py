"""`holdfast simulate`: made-up children, their caregivers and their logs, from a seed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from holdfast.engine.simulate.cohort import Made

SEEDS = "The same seed makes the same log."
PEOPLE = "Who cares for each child: NAME or NAME=SENSITIVITY, with commas; -1 answers less, 1 more."


def simulate(  # noqa: PLR0913 -- an option each
    *,
    out: Annotated[Path, typer.Option("-o", "--out", help="Where the log goes.")],
    children: Annotated[int, typer.Option(min=1, help="How many.")] = 1,
    weeks: Annotated[str, typer.Option(help="From which age to which: 0:52, -10:4.")] = "0:52",
    seed: Annotated[int, typer.Option(help=SEEDS)] = 1,
    truth: Annotated[Path | None, typer.Option(help="Where what nobody sees goes.")] = None,
    caregivers: Annotated[str, typer.Option(help=PEOPLE)] = "Ada",
    born: Annotated[str, typer.Option(help="Birth date of all children.")] = "2026-01-05",
    zone: Annotated[str, typer.Option(help="IANA time zone.")] = "Europe/Berlin",
    kept: Annotated[float, typer.Option(min=0, max=1, help="Share that is logged.")] = 1.0,
) -> None:
    """Make up children, their caregivers and their log."""
    from rich.console import Console  # noqa: PLC0415 -- slow import
    from rich.progress import Progress  # noqa: PLC0415 -- slow import

    from holdfast.engine.simulate import asked, cohort  # noqa: PLC0415 -- slow import
    from holdfast.formats import open_format  # noqa: PLC0415 -- slow import

    wish = asked.wish(
        children=children,
        weeks=weeks,
        seed=seed,
        people=caregivers,
        born=born,
        zone=zone,
        kept=kept,
    )
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Living", total=children * max(wish.last, 1))
        families = list(cohort.families(wish, tick=lambda: progress.advance(task)))
    written = open_format.write(
        out,
        [family.child_header for family in families],
        [one for family in families for one in family.caregivers_header],
        (moment for family in families for moment in family.moments),
    )
    if truth is not None:
        with truth.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines(families))
    typer.echo(f"{written} moments of {children} children in {out}.")


def lines(families: "list[Made]") -> Iterator[str]:
    """Yield the hidden truth, one JSON object a line."""
    for family in families:
        for row in family.truth():
            yield json.dumps(row) + "\n"
