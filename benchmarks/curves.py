"""Kaplan-Meier curves with their bands, beside lifelines: how long, and how far apart.

Waits to the microsecond have many distinct lengths, waits as a family logs them have few.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter

import numpy as np
import polars as pl
from rich.console import Console
from rich.table import Table

SIZES = (1_000, 10_000, 100_000, 200_000)
RUNS = 7
KINDS = {"to a microsecond": 1e6, "to the second": 1.0, "to the minute": 1 / 60}


def waits(n: int, per_second: float) -> pl.DataFrame:
    """Return n waits of which one in five was lost sight of."""
    rng = np.random.default_rng(1)
    times = np.ceil(rng.gamma(1.2, 300, n) * per_second) / per_second
    return pl.DataFrame({"time": times, "happened": rng.random(n) < 0.8})  # noqa: PLR2004 -- four in five


def median_ms(work: Callable[[], object]) -> float:
    """Return the median of some runs, in milliseconds, after one to warm up."""
    work()
    spent = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        spent.append(perf_counter() - start)
    return 1000 * float(np.median(spent))


def import_ms(module: str) -> float:
    """Return how long a fresh Python takes to import a module, beyond starting."""
    return median_ms(
        lambda: subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
    ) - (median_ms(lambda: subprocess.run([sys.executable, "-c", ""], check=True)))


def main() -> None:
    """Print the tables."""
    from lifelines import KaplanMeierFitter  # noqa: PLC0415 -- slow import

    from holdfast.engine.survival import curve, tally_times  # noqa: PLC0415 -- measured itself

    def both(some: pl.DataFrame) -> pl.DataFrame:
        return curve(tally_times(some))

    table = Table("waits", "lengths", "both, ms", "curve, ms", "lifelines, ms", "times", "apart")
    for n in SIZES:
        for kind, per_second in KINDS.items():
            some = waits(n, per_second)
            arrays = some["time"].to_numpy(), some["happened"].to_numpy()
            tally = tally_times(some)
            ours = median_ms(partial(both, some))
            alone = median_ms(partial(curve, tally))
            theirs = median_ms(partial(KaplanMeierFitter().fit, *arrays))
            steps, fit = curve(tally), KaplanMeierFitter().fit(*arrays)
            gap = np.abs(steps["share"].to_numpy() - fit.survival_function_.to_numpy()[1:, 0]).max()
            figures = f"{ours:.1f}", f"{alone:.1f}", f"{theirs:.1f}", f"{theirs / ours:.1f}"
            table.add_row(f"{n:,} {kind}", f"{tally.height:,}", *figures, f"{gap:.0e}")
    console = Console(width=100)
    console.print(table)
    imports = Table("import", "ms")
    for module in ("holdfast.engine.survival", "lifelines"):
        imports.add_row(module, f"{import_ms(module):.0f}")
    console.print(imports)


if __name__ == "__main__":
    main()
