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


class Left(NamedTuple):
    """Somebody goes out of sight."""

    who: int
    at: float  # when
    weeks: float  # the child's age
    protests: float  # the age at which this child begins to mind
    trust: float  # what it expects of who left
    other: float  # the best q·F of the others who are near
    mobile: bool  # whether it can follow, so that distance counts


def apart(chance: Chance, left: Left) -> Apart:
    """Live a time apart, minute by minute, until the child calls or somebody is back."""
    back = left.at + LEAST + chance.wait(LASTS)
    height = (
        SEPARATION
        * sigmoid((left.weeks - left.protests) / SEPARATION_SPREAD)
        * (1 - RELIEF * left.trust)
        * (1 - left.other)
    )
    if height < NEGLIGIBLE:
        return Apart(left.who, left.at, back, height, None)
    calls = CALLS_MOBILE if left.mobile else CALLS_HELPLESS
    activation, minute = 0.0, 1
    while left.at + minute < back:
        aim = height * (1 - exp(-minute / SEPARATION_MINUTES))
        activation += (1 - exp(-1 / RISES)) * (aim - activation)
        if chance.happens(1 - exp(-calls * activation)):
            return Apart(left.who, left.at, back, activation, left.at + minute)
        minute += 1
    return Apart(left.who, left.at, back, activation, None)


NEGLIGIBLE = 0.02  # an alarm so small that no call comes of it in minutes
