"""What the simulator costs: a child's year, and the sandbox's two lives side by side.

CPU seconds, the best of three. The goal is half a second for a year on one core.
"""

import time
from collections.abc import Callable

import numpy as np
from rich.console import Console
from rich.table import Table

from holdfast.engine.simulate import Caregiver, Child, Course, sandbox
from holdfast.engine.simulate import live as live_on

ROUNDS = 3


def a_year() -> None:
    """Live a child's year, day by day."""
    live_on(np.random.default_rng(1), (Caregiver(),), Course(weeks=52), child=Child())


def two_lives() -> None:
    """Live what the sandbox shows: a life, and the one to compare it with."""
    sandbox.live(sandbox.Settings(), 1)
    sandbox.live(sandbox.Settings(noticed=0.2), 1)


def best(work: Callable[[], None]) -> float:
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
    table.add_row("the sandbox, two lives", f"{best(two_lives):.3f}")
    Console().print(table)
