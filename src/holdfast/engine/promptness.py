"""Promptness: how waits spread between a signal and its answer, told without a score.

A wait that nobody saw the end of still says "longer than this", so the spread is a Kaplan-Meier
curve and not an average of the answered waits (Kaplan and Meier 1958). Logs have the resolution
of minutes: a wait counts in whole ones, what was answered at once within the first, and it is
followed for an hour.
"""

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.exchanges import OPEN_FOR, UNKNOWN
from holdfast.engine.local import minutes
from holdfast.engine.survival import FEW, Z95, curve, tally_times
from holdfast.engine.within import share_within, up_to
from holdfast.words.vocabulary import Signal

DISTRESS = (Signal.FUSS, Signal.CRY)
WITHIN = (2, 5, 15)  # minutes
UNSEEN = 0.0
"""The time of a wait of which nobody saw anything: no answer and no ending was written down."""


def tally_waits(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Count waits by length: all that the curve needs, and it adds up over families.

    Args:
        exchanges: columns signals, opened, waited (seconds), end and ended, as from `exchanges`.

    Returns:
        One row per kind of call and distinct wait: asked ("distress" where she fussed or cried,
        else "contact"), time (whole minutes; 0 where nobody saw anything of it), happened and
        ended (counts; ended holds both those answered and those lost sight of).
    """
    seen_until = (
        pl.when(pl.col("end") == UNKNOWN).then(pl.col("ended") - OPEN_FOR).otherwise("ended")
    )
    distress = pl.col("signals").list.eval(pl.element().is_in(DISTRESS)).list.any()
    answered = pl.col("waited").is_not_null()
    waited = pl.coalesce(pl.col("waited") / 60, minutes(seen_until - pl.col("opened")))
    waits = exchanges.select(
        asked=pl.when(distress).then(pl.lit("distress")).otherwise(pl.lit("contact")),
        **up_to(pl.max_horizontal(waited.ceil(), answered.cast(pl.Float64)), answered),
    )
    return tally_times(waits, by=("asked",))


def promptness(tally: pl.DataFrame, *, z: float = Z95) -> pl.DataFrame:
    """Estimate the share of waits still unanswered at each time, with its band.

    Args:
        tally: counts from `tally_waits`, of one kind of call; of one family or of many merged.
        z: half-width of the band in standard errors; 1.96 gives 95 %.

    Returns:
        As `survival.curve`, in minutes. Waits of which nobody saw anything are not in it.
    """
    return curve(seen(tally), z=z)


def seen(tally: pl.DataFrame) -> pl.DataFrame:
    """Return the waits of which somebody saw something, summed over kinds of call."""
    waits = tally.filter(pl.col("time") > UNSEEN)
    return waits.group_by("time").agg(pl.col("happened", "ended").sum()).sort("time")


def unseen(tally: pl.DataFrame) -> int:
    """Count the waits of which nobody saw anything."""
    return int(tally.filter(pl.col("time") == UNSEEN)["ended"].sum())


def answered_within(
    tally: pl.DataFrame, limit: float, *, level: float = 0.8, needed: int = FEW
) -> Estimate | TooFew:
    """Estimate the share of signals that had an answer by `limit` minutes.

    Returns:
        As `share_within`.
    """
    return share_within(seen(tally), limit, level=level, needed=needed)


def middle_half(tally: pl.DataFrame) -> tuple[float, float] | None:
    """Return the minutes between which the middle half of the waits ended, where both were seen."""
    steps = curve(seen(tally))
    below = [steps.filter(pl.col("share") <= share)["time"] for share in (0.75, 0.25)]
    if any(times.is_empty() for times in below):
        return None
    return float(below[0][0]), float(below[1][0])
