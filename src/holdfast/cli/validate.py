"""`holdfast validate`: the simulator held against what studies found, row by row."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from holdfast.engine.simulate.validation import Verdict


def validate(
    *,
    seed: Annotated[int, typer.Option(help="The same seed gives the same table.")] = 1,
    children: Annotated[int, typer.Option(min=10, help="How many live the year.")] = 200,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead.")] = False,
) -> None:
    """Hold the simulator against what studies found, and say which rows it was tuned on."""
    from rich.console import Console  # noqa: PLC0415 -- slow import
    from rich.progress import Progress  # noqa: PLC0415 -- slow import

    from holdfast.engine.simulate import validation  # noqa: PLC0415 -- slow import

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Living", total=validation.lives_for(children))
        verdicts = validation.validate(
            seed=seed, children=children, tick=lambda: progress.advance(task)
        )
    if as_json:
        typer.echo(json.dumps({"seed": seed, "children": children, "rows": rows(verdicts)}))
        return
    Console().print(table(verdicts))
    typer.echo(KEY)


KEY = """\
input: put in as it is, so it tests the code and not the theory. tuned: numbers of the model were
set by it, so a tick is a fit. held out: never tuned on. Row 9 had been seen once when a fault in
the night's clock of hunger was mended. In row 17 the help itself is put in: .33 SD of sensitivity.
One standard error of sampling stands behind each value; it does not say how right the model is."""


def rows(verdicts: "list[Verdict]") -> list[dict[str, object]]:
    """Return the table as plain values."""
    return [
        {
            "row": one.target.row,
            "finding": one.target.name,
            "target": one.target.target,
            "low": one.target.low,
            "high": one.target.high,
            "simulated": one.value,
            "standard_error": one.error,
            "met": one.met,
            "use": one.target.use.value,
        }
        for one in verdicts
    ]


def table(verdicts: "list[Verdict]") -> "Table":
    """Lay the table out for a terminal."""
    from rich.table import Table  # noqa: PLC0415 -- slow import

    laid = Table("#", "finding", "target", "tolerance", "simulated", "verdict", "use", box=None)
    for one in verdicts:
        low, high = one.target.low, one.target.high
        laid.add_row(
            str(one.target.row),
            one.target.name,
            one.target.target,
            f"{low:g} to {high:g}",
            figure(one.value) + (f" ±{figure(one.error)}" if one.error else ""),
            "within" if one.met else "outside",
            one.target.use.value,
        )
    return laid


def figure(value: float) -> str:
    """Write a value to as many digits as it is worth."""
    return f"{value:.1f}" if abs(value) >= LARGE else f"{value:.3f}"


LARGE = 2.0
