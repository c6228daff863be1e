"""`holdfast replay`: a log lived through again, each chance said before its outcome was known."""

# laws: allow score in this file -- forecasts are scored, by proper scoring rules; no person is
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from holdfast.cli.logs import log_at
from holdfast.engine import NEED_CLASSES, exchanges
from holdfast.engine.replay import MODEL, predictions, score
from holdfast.engine.replay import replay as live_through
from holdfast.engine.seen import seen

LogFile = Annotated[Path, typer.Argument(help="A log in the open format, or another app's file.")]
Predictions = Annotated[
    Path | None,
    typer.Option(
        "--predictions", help="Write what was said of each signal here, one JSON line each."
    ),
]
Answer = Annotated[
    list[str] | None, typer.Option("--answer", help="What the file does not say: key=value.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")]
SEED = 1  # the bootstrap's: the same log has the same interval
NAMES = {"frequency_by_signal": "frequency by signal", "age_prior": "prior by age"}


def replay(
    log: LogFile,
    *,
    to: Predictions = None,
    answer: Answer = None,
    as_json: AsJson = False,
) -> None:
    """Score what the engine would have said, moment by moment."""
    logged = log_at(log, answer or [])
    replayed = live_through(seen(logged.log, exchanges(logged.log), logged.born))
    scores = score(replayed, rng=np.random.default_rng(SEED))
    if to is not None:
        with to.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(lines(predictions(replayed).to_dicts()))
    typer.echo(json.dumps(scores, indent=1) if as_json else "\n".join(table(scores)))


def lines(said: list[dict[str, Any]]) -> Iterator[str]:
    """Yield each prediction as a line that anybody can score again."""
    for row in said:
        line = {
            "moment": row["moment"],
            "at": row["at"].isoformat(),
            "p": {name: row[name] for name in NEED_CLASSES},
            "settled_by": row["settled_by"],
        }
        yield json.dumps(line) + "\n"


def table(scores: Mapping[str, Any]) -> Iterator[str]:
    """Tell the scores in a table, and in one sentence what they come to."""
    yield f"{scores['scored']} exchanges were settled by a feed, a rest, holding, play or care."
    if not scores["scored"]:
        return
    yield ""
    yield f"{'':20} {'log-loss':>9} {'Brier':>7} {'calibration':>12}   model less this one, 95 %"
    for name, found in scores.items():
        if name != "scored":
            yield row(name, found)
    yield ""
    yield verdict(scores[MODEL]["difference"])


def row(name: str, found: Mapping[str, Any]) -> str:
    """Tell one forecaster's scores in a line."""
    numbers = f"{found['log_loss']:9.3f} {found['brier']:7.3f} {found['calibration_error']:12.3f}"
    better = found["difference"]
    told = ""
    if name != MODEL and better["value"] is not None:
        told = f"   {better['value']:+.3f} ({better['low']:+.3f} to {better['high']:+.3f})"
    return f"{NAMES.get(name, name):20} {numbers}{told}"


def verdict(difference: Mapping[str, Any]) -> str:
    """Say plainly whether the model does better than the frequencies by signal."""
    if difference["value"] is None:
        return f"{difference['days']} days are too few to say which does better."
    days = f"(intervals by whole days, {difference['days']} of them)"
    if difference["high"] < 0:
        return f"The model does better than what usually settled the same signal {days}."
    if difference["low"] > 0:
        return f"The model does worse than what usually settled the same signal {days}."
    return f"Whether the model does better than what usually settled it cannot be told {days}."
