"""What the simulator costs: a child's year, and the sandbox's two lives side by side.

CPU seconds, the best of three. The goal is half a second for a year on one core.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from holdfast.engine.simulate import Caregiver, Child, Course, asked, cohort, sandbox
from holdfast.engine.simulate import live as live_on
from holdfast.formats import open_format

ROUNDS = 3


def a_year() -> None:
    """Live a child's year, day by day."""
    live_on(np.random.default_rng(1), (Caregiver(),), Course(weeks=52), child=Child())


def families() -> list[cohort.Made]:
    """Live a child's year and note every moment of it, as `holdfast simulate` does."""
    return list(cohort.families(WISH))


WISH = asked.wish(
    children=1,
    weeks="0:52",
    seed=3,
    people="Ada",
    born="2026-01-05",
    zone="Europe/Berlin",
    kept=1.0,
)


def written(path: Path, family: cohort.Made) -> None:
    """Write the year into its file."""
    open_format.write(path, [family.child_header], family.caregivers_header, family.moments)


def two_lives() -> None:
    """Live what the sandbox shows: a life, and the one to compare it with."""
    sandbox.live(sandbox.Settings(), 1)
    sandbox.live(sandbox.Settings(noticed=0.2), 1)


def best(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest round."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return min(spent)


if __name__ == "__main__":
    table = Table("simulator", "CPU seconds")
    table.add_row("a child's year", f"{best(a_year):.3f}")
    table.add_row("the same, every moment noted", f"{best(families):.3f}")
    with tempfile.TemporaryDirectory() as folder:
        path, (family,) = Path(folder) / "year.holdfast.jsonl", families()
        table.add_row("its file written", f"{best(lambda: written(path, family)):.3f}")
    table.add_row("the sandbox, two lives", f"{best(two_lives):.3f}")
    Console().print(table)
