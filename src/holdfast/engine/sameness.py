"""One and the same: what two people wrote down of one happening counts once.

A moment may say `same_as` another (in its detail): somebody looked at both and said so. It holds
while both are in the log, of one child, kind and word; a chain of them is one happening. Of these
the one whose time is known best counts (the earlier of two known equally well: what somebody saw
then had begun by then), and what it leaves open the others say. What answers any of them answers
that one. The log itself stays as it is, so parting the two again loses nothing.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl

from holdfast.words.details import SAME

IS_ONE = ("child", "kind", "word")
"""What two moments must share, so that they can be one."""

Row = Mapping[str, Any]


def one_of_each(log: pl.DataFrame) -> pl.DataFrame:
    """Return the log with each happening once.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`, in any order, of any children.

    Returns:
        The same rows without those that another one stands for; the one that counts keeps its id,
        time and caregiver, and takes from the others its end, need, words and what else it lacks.
    """
    groups = same(linked(log))
    if not groups:
        return log
    ranked = [sorted(group, key=best_known) for group in groups]
    stands_for = {row["id"]: first["id"] for first, *rest in ranked for row in rest}
    counting = pl.DataFrame([in_one(group) for group in ranked], schema=log.schema)
    others = pl.col("id").is_in(list(stands_for))
    left = log.filter(~others).update(counting, on="id", maintain_order="left")
    return left.with_columns(pl.col("answers").replace(stands_for))


def linked(log: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the moments that say so, and those of which they say it."""
    says = log.filter(pl.col("detail").str.contains(f'"{SAME}"', literal=True))
    if says.is_empty():
        return []
    named = says["detail"].str.json_path_match(f"$.{SAME}")
    return log.filter(pl.col("id").is_in([*says["id"], *named])).to_dicts()


def same(rows: Iterable[Row]) -> list[list[Row]]:
    """Part moments into happenings, and return those that were written down more than once."""
    by_id = {row["id"]: row for row in rows}
    group_of = {name: [row] for name, row in by_id.items()}
    for row in by_id.values():
        other = by_id.get(json.loads(row["detail"] or "{}").get(SAME, ""))
        if other is None or any(row[key] != other[key] for key in IS_ONE):
            continue
        mine, theirs = group_of[row["id"]], group_of[other["id"]]
        if mine is not theirs:
            mine.extend(theirs)
            group_of.update({each["id"]: mine for each in theirs})
    groups = {id(group): group for group in group_of.values()}
    return [group for group in groups.values() if len(group) > 1]


def best_known(row: Row) -> tuple[Any, ...]:
    """Order moments of one happening: the best known time first, then the earliest."""
    return row["about"], row["at"], row["id"]


def in_one(ranked: Iterable[Row]) -> dict[str, Any]:
    """Return the moment that counts, with what the others say and it does not."""
    first, *others = ranked
    whole = dict(first)
    detail = json.loads(first["detail"] or "{}")
    for other in others:
        whole = {key: other[key] if value is None else value for key, value in whole.items()}
        detail = json.loads(other["detail"] or "{}") | detail
    texts = dict.fromkeys(row["text"] for row in (first, *others) if row["text"])
    detail.pop(SAME, None)
    return {**whole, "detail": json.dumps(detail, sort_keys=True), "text": "\n".join(texts)}
