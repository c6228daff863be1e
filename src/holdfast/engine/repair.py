"""Repair: what went wrong at first and came good, and how long that took.

A signal is missed where somebody could not just then, where no answer came for ten minutes, where
an answer had not settled her after ten, or where it went on. From there the time runs, for up to
an hour, until she is settled with somebody's help; where she found rest alone or nobody saw the
end, it was "at least so long". What was mended is worth as much as what was met at once.
"""

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.exchanges import OPEN_FOR, SOON, UNKNOWN
from holdfast.engine.local import minutes
from holdfast.engine.survival import FEW, Z95, curve, tally_times
from holdfast.engine.within import share_within, up_to
from holdfast.words.vocabulary import Response, Settling

MENDED_WITHIN = 20.0  # minutes
INSTANT = pl.Datetime("us", "UTC")


def missed(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Find the exchanges in which something went wrong at first.

    Args:
        exchanges: as from `exchanges`.

    Returns:
        One row each that was seen on after it went wrong: its columns, and time (minutes from
        then on, at least one) and happened (whether it was mended).
    """
    seen_until = (
        pl.when(pl.col("end") == UNKNOWN).then(pl.col("ended") - OPEN_FOR).otherwise("ended")
    )
    first = pl.col("opened") + pl.duration(microseconds=(pl.col("waited") * 1e6).round())
    refused = (
        pl.col("answers")
        .list.eval(
            pl.when(pl.element().struct.field("word") == Response.NOT_JUST_THEN)
            .then(pl.element().struct.field("at"))
            .cast(INSTANT)
        )
        .list.min()
    )
    nobody = pl.col("opened") + SOON
    late = pl.when(pl.col("waited").is_null() | (pl.col("waited") > SOON.total_seconds())).then(
        nobody
    )
    in_vain = first + SOON
    went_on = pl.when(pl.col("repaired") | (pl.col("end") == Settling.WENT_ON)).then(
        pl.coalesce(first, "opened")
    )
    by_then = [
        pl.when(refused.is_not_null()).then(pl.max_horizontal(refused, "opened")),
        late,
        in_vain,
    ]
    return (
        exchanges.with_columns(until=seen_until)
        .with_columns(
            wrong=pl.coalesce(
                pl.min_horizontal(pl.when(at < pl.col("until")).then(at) for at in by_then), went_on
            )
        )
        .filter(pl.col("wrong").is_not_null())
        .filter(pl.col("repaired") | (pl.col("end") != Settling.SETTLED))  # one hug took its time
        .with_columns(
            **up_to(
                pl.max_horizontal(minutes(pl.col("until") - pl.col("wrong")).ceil(), 1.0),
                pl.col("repaired"),
            )
        )
        .drop("until", "wrong")
    )


def tally_mending(missed: pl.DataFrame) -> pl.DataFrame:
    """Count times to mending by length, as `tally_times`; they add up over months and families."""
    return tally_times(missed.select("time", "happened"))


def mending(tally: pl.DataFrame, *, z: float = Z95) -> pl.DataFrame:
    """Estimate the share not yet mended at each minute, as `survival.curve`."""
    return curve(tally, z=z)


def mended_within(
    tally: pl.DataFrame,
    limit: float = MENDED_WITHIN,
    *,
    level: float = 0.8,
    needed: int = FEW,
) -> Estimate | TooFew:
    """Estimate the share of missed signals that were mended by `limit` minutes: `share_within`."""
    return share_within(tally, limit, level=level, needed=needed)
