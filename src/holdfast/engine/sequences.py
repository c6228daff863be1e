"""What tends to follow what: the lag-sequential table.

One code after another, counted, and each count held against what it would be if the next code
did not care about the one before (Allison and Liker 1982; Bakeman and Quera 2011). Where fewer
than about five are expected in a cell, the residual says little: show counts, or a posterior.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

KEYS = ("given", "target")


@dataclass(frozen=True, slots=True)
class Independence:
    """How far a whole table is from "it does not matter what came before"."""

    g2: float
    x2: float
    df: int
    p_g2: float
    p_x2: float


def tally_lags(codes: pl.DataFrame, *, lag: int = 1) -> pl.DataFrame:
    """Count which code follows which.

    Args:
        codes: columns sequence (whatever names one unbroken run) and code, in the order in which
            they came; no pair is counted across two sequences.
        lag: how many codes later; 1 is the next.

    Returns:
        One row per pair that was seen: given, target, count. Tallies of runs add up.
    """
    pairs = codes.select(
        given=pl.col("code"), target=pl.col("code").shift(-lag).over("sequence")
    ).drop_nulls()
    counts = pairs.group_by(KEYS).agg(count=pl.len())
    return counts.cast({"count": pl.Int64}).sort(KEYS)


def lag_table(tally: pl.DataFrame) -> pl.DataFrame:
    """Measure each pair of codes against chance.

    Args:
        tally: counts from `tally_lags`, of one family or of many merged.

    Returns:
        One row for each pair of codes, also those never seen, in order: given, target, count, then
        expected, residual (Allison and Liker's z, adjusted for both margins), a, b, c, d (the
        pair's own 2 by 2 table), odds_ratio and log_odds_error (with a half added to each cell
        where one is empty), yules_q and phi (null where a margin is empty).
    """
    f, r, c, n = (pl.col(name).cast(pl.Float64) for name in ("count", "row", "column", "total"))
    cells = {"a": f, "b": r - f, "c": c - f, "d": n - r - c + f}
    a, b, c2, d = (pl.col(name).cast(pl.Float64) for name in cells)
    empty = pl.when(pl.min_horizontal(*cells) == 0).then(0.5).otherwise(0.0)
    odds = (a + empty) * (d + empty) / ((b + empty) * (c2 + empty))
    inverses = [1 / (cell + empty) for cell in (a, b, c2, d)]
    cross, margins = a * d - b * c2, (a + b) * (c2 + d) * (a + c2) * (b + d)
    return (
        squared(tally)
        .with_columns(expected=r * c / n)
        .with_columns(
            residual=known((f - r * c / n) / (r * c / n * (1 - r / n) * (1 - c / n)).sqrt()),
            **{name: cell.cast(pl.Int64) for name, cell in cells.items()},
        )
        .with_columns(
            odds_ratio=odds,
            log_odds_error=pl.sum_horizontal(inverses).sqrt(),
            yules_q=known(cross / (a * d + b * c2)),
            phi=known(cross / margins.sqrt()),
        )
        .drop("row", "column", "total")
    )


def known(value: pl.Expr) -> pl.Expr:
    """Put null where a division by an empty margin has no answer."""
    return pl.when(value.is_finite()).then(value)


def squared(tally: pl.DataFrame) -> pl.DataFrame:
    """Return the whole square of codes, with the margins: row, column, total."""
    codes = pl.concat([tally["given"], tally["target"].rename("given")]).unique().sort()
    square = pl.DataFrame({"given": codes}).join(pl.DataFrame({"target": codes}), how="cross")
    return (
        square.join(tally, on=KEYS, how="left", maintain_order="left")
        .with_columns(pl.col("count").fill_null(0))
        .with_columns(
            row=pl.col("count").sum().over("given"),
            column=pl.col("count").sum().over("target"),
            total=pl.col("count").sum(),
        )
    )


def independence(tally: pl.DataFrame) -> Independence:
    """Test the whole table: does the next code depend on the one before?

    Codes that never came first, or never came next, say nothing and are left out.
    """
    from scipy.special import chdtrc  # noqa: PLC0415 -- slow import

    cells = squared(tally).filter((pl.col("row") > 0) & (pl.col("column") > 0))
    f, r, c, n = cells.select("count", "row", "column", "total").cast(pl.Float64).to_numpy().T
    expected = r * c / n
    seen = f > 0
    g2 = float(2 * (f[seen] * np.log(f[seen] / expected[seen])).sum())
    x2 = float(((f - expected) ** 2 / expected).sum())
    df = (cells["given"].n_unique() - 1) * (cells["target"].n_unique() - 1)
    return Independence(g2, x2, df, float(chdtrc(df, g2)), float(chdtrc(df, x2)))
