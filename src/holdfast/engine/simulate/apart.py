"""Time apart: somebody goes out of sight, the attachment rises, and the child may call."""

from math import exp
from typing import NamedTuple

from holdfast.engine.simulate.attachment import (
    RELIEF,
    RISES,
    SEPARATION,
    SEPARATION_MINUTES,
    SEPARATION_SPREAD,
)
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.curves import sigmoid

LASTS, LEAST = 6.0, 1.0  # minutes
CALLS_MOBILE, CALLS_HELPLESS = 0.25, 0.10  # per minute of full activation


class Apart(NamedTuple):
    """One time apart. Times are minutes since midnight of the day of birth."""

    who: int
    left: float
    back: float
    peak: float  # of the activation, when it called or at the end
    called: float | None  # when the child called


def apart(
    chance: Chance,
    left: float,
    *,
    who: int,
    weeks: float,
    protests: float,
    trust: float,
    other: float,
    mobile: bool,
) -> Apart:
    """Live a time apart, minute by minute, until the child calls or somebody is back.

    Args:
        chance: where chance comes from.
        left: when.
        who: left.
        weeks: age.
        protests: the age at which this child begins to mind.
        trust: what it expects of who left.
        other: the best q·F of the others who are near.
        mobile: whether it can follow, so that distance counts.
    """
    back = left + LEAST + chance.wait(LASTS)
    height = (
        SEPARATION
        * sigmoid((weeks - protests) / SEPARATION_SPREAD)
        * (1 - RELIEF * trust)
        * (1 - other)
    )
    if height < NEGLIGIBLE:
        return Apart(who, left, back, height, None)
    calls = CALLS_MOBILE if mobile else CALLS_HELPLESS
    activation, minute = 0.0, 1
    while left + minute < back:
        aim = height * (1 - exp(-minute / SEPARATION_MINUTES))
        activation += (1 - exp(-1 / RISES)) * (aim - activation)
        if chance.happens(1 - exp(-calls * activation)):
            return Apart(who, left, back, activation, left + minute)
        minute += 1
    return Apart(who, left, back, activation, None)


NEGLIGIBLE = 0.02  # an alarm so small that no call comes of it in minutes
