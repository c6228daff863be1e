"""Counts that add up: a month, a family and a cohort are the same counts, summed."""

from collections.abc import Iterable, Sequence

import polars as pl


def merge(tallies: Iterable[pl.DataFrame], *, by: str | Sequence[str]) -> pl.DataFrame:
    """Add tallies up: all columns but `by` are summed, in the order of `by`.

    Args:
        tallies: frames with the same columns, at least one.
        by: the columns that say what was counted.

    Returns:
        One row for each distinct `by`; null counts as a value of its own.
    """
    keys = [by] if isinstance(by, str) else list(by)
    stacked = pl.concat(tallies)
    return stacked.group_by(keys).agg(pl.exclude(keys).sum()).sort(keys)
