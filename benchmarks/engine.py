"""What the engine costs: a year replayed from its file, one step, and the sheet for the phone.

CPU time, so that others on the machine do not count. Run it as `python benchmarks/engine.py [LOG]`;
without a log it makes up a year of one child.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np

from holdfast.cli.logs import log_at
from holdfast.engine import exchanges
from holdfast.engine.learner import predict, start, step
from holdfast.engine.replay import replay, score
from holdfast.engine.seen import Seen, seen
from holdfast.engine.sheet import may_help, sheet
from holdfast.formats import open_format

ROUNDS = 5


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median CPU milliseconds of some rounds."""
    taken = []
    for _ in range(rounds):
        begun = process_time()
        work()
        taken.append(1000 * (process_time() - begun))
    return median(taken)


def a_year(path: Path) -> Path:
    """Make up a year of one child."""
    from holdfast.engine.simulate import asked, cohort  # noqa: PLC0415 -- only where it is needed

    wish = asked.wish(
        children=1,
        weeks="0:52",
        seed=3,
        people="Ada",
        born="2026-01-05",
        zone="Europe/Berlin",
        kept=1.0,
    )
    (family,) = cohort.families(wish, tick=lambda: None)
    open_format.write(path, [family.child_header], family.caregivers_header, family.moments)
    return path


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if sys.argv[1:] else a_year(Path(folder) / "year.holdfast.jsonl")
        logged = log_at(path)
        found = exchanges(logged.log)
        shown = seen(logged.log, found, logged.born)
        replayed = replay(shown)
        rows = [Seen._make(row) for row in shown.rows()]
        state = next(iter(replayed.learners.values()), start())
        one = next(row for row in rows if row.settled_by is not None)
        paper = sheet(state, weeks=20)
        lines = {
            "read the file": timed(lambda: log_at(path)),
            "find the exchanges": timed(lambda: exchanges(logged.log)),
            "lay out what is seen": timed(lambda: seen(logged.log, found, logged.born)),
            "live through it again": timed(lambda: replay(shown)),
            "score it": timed(lambda: score(replayed, rng=np.random.default_rng(1))),
            "one prediction and step": timed(lambda: step(state, one, predict(state, one)), 999),
            "one sheet": timed(lambda: sheet(state, weeks=20), 99),
            "what may help": timed(
                lambda: may_help(paper, "cry", since_feed=150.0, awake=80.0), 99
            ),
        }
    print(f"{len(logged.log):,} moments, {len(found):,} exchanges, {len(replayed.scored):,} scored")
    for what, taken in lines.items():
        print(f"{what:26} {taken:10.3f} ms")
    print(f"{'from the file to states':26} {sum(list(lines.values())[:4]):10.3f} ms")
    print(f"{'sheet as JSON':26} {len(json.dumps(paper, separators=(',', ':'))):10,} bytes")
    print(f"{'state as JSON':26} {len(state.to_json()):10,} bytes")


if __name__ == "__main__":
    main()
