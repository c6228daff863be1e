"""The two clocks that a need goes by: when a child was fed last, and when it slept."""

from typing import Any

import polars as pl

from holdfast.engine.seen import feeds
from holdfast.words.vocabulary import Care, Kind


def last_clocks(log: pl.DataFrame) -> dict[str, Any]:
    """Return when the last feed began, and the last sleep from when until when.

    Args:
        log: one child's moments, columns as in `holdfast.words.SCHEMA`.

    Returns:
        `fed`, `fell` and `woke`, each None where nobody wrote it down; `bottle` says how it was
        fed.
    """
    fed = feeds(log).tail(1).to_dicts()
    sleeps = log.filter((pl.col("kind") == Kind.CARE) & (pl.col("word") == Care.SLEEP))
    slept = sleeps.sort("at").tail(1).to_dicts()
    return {
        "fed": fed[0]["fed"] if fed else None,
        "bottle": bool(fed and fed[0]["bottle"]),
        "fell": slept[0]["at"] if slept else None,
        "woke": slept[0]["until"] if slept else None,
    }
