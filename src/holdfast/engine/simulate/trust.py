"""Felt security: how a simulated child comes to expect an answer, and what grows out of it.

Three states of a made-up child, never estimated for a real one. F is the expectation of being
answered, one for each caregiver; G, how well the child settles, follows it; W, what it thinks of
itself, is a slow average of it. The forms are ours; no study claims these numbers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import exp
from typing import overload

import numpy as np
from numpy.typing import NDArray

from holdfast.engine.simulate.curves import sigmoid
from holdfast.engine.simulate.fates import GAIN, Fate

START = 0.30
LEARNS = 6e-4  # the most that one bid moves F, late in the year
LOSS = 1 / 3  # a miss takes a third of what a met bid gives: half is good enough
PLAY_WEIGHT = 0.30
REGULATION_WEEKS, REGULATION_GAIN = 8, 0.60
WORTH_WEEKS = 26
FAMILIAR_HOURS = 150.0

DISTRESS_A_DAY, PLAY_A_DAY, PLAY_FROM = 12.0, 8.0, 3


def learns(weeks: float) -> float:
    """Return how much one bid can move the expectation at this age."""
    return LEARNS * (0.3 + 0.7 * sigmoid((weeks - 10) / 4))


def after_bid(trust: float, fate: Fate, weeks: float, *, weight: float = 1.0) -> float:
    """Return the expectation after one bid has met its fate."""
    step = weight * learns(weeks)
    if fate is Fate.MISSED:
        return trust - step * LOSS * trust
    return trust + step * GAIN[fate] * (1 - trust)


def familiarity(hours: float) -> float:
    """Return how well the child knows somebody after so many hours awake together."""
    return 1 - exp(-hours / FAMILIAR_HOURS)


def overall(trusts: Sequence[float], hours: Sequence[float]) -> float:
    """Return the expectation over all caregivers, weighed by how well each is known."""
    known = [familiarity(time) for time in hours]
    total = sum(known)
    if not total:
        return START
    return sum(q * trust for q, trust in zip(known, trusts, strict=True)) / total


def regulation_after_week(regulation: float, trust: float, weeks: float) -> float:
    """Return G a week later: it follows the expectation, as far as the age allows."""
    return regulation + (trust * min(weeks / 52, 1) - regulation) / REGULATION_WEEKS


def worth_after_week(worth: float, trust: float) -> float:
    """Return W a week later: it lags behind the expectation by half a year."""
    return worth + (trust - worth) / WORTH_WEEKS


@overload
def settles_faster(regulation: float) -> float: ...
@overload
def settles_faster(regulation: NDArray[np.float64]) -> NDArray[np.float64]: ...
def settles_faster(regulation: float | NDArray[np.float64]) -> float | NDArray[np.float64]:
    """Return what every settling hazard is multiplied by."""
    return 1 + REGULATION_GAIN * regulation


@dataclass(frozen=True, slots=True)
class Care:
    """A way of caring as shares of bids: what is left over was missed."""

    met: float
    mended: float = 0.0
    accompanied: float = 0.0

    @property
    def gain(self) -> float:
        """How much of a bid's full gain an average bid brings."""
        return (
            self.met * GAIN[Fate.MET]
            + self.mended * GAIN[Fate.MENDED]
            + self.accompanied * GAIN[Fate.ACCOMPANIED]
        )

    @property
    def missed(self) -> float:
        """The share that nobody came for."""
        return 1 - self.met - self.mended - self.accompanied


@dataclass(frozen=True, slots=True)
class Grown:
    """What has grown by the end of a week."""

    weeks: int
    trust: float
    regulation: float
    worth: float


def grow(care: Callable[[int], Care], weeks: int = 52) -> Iterable[Grown]:
    """Yield week by week what grows under a way of caring, with expected counts and no chance.

    Args:
        care: the shares in the week that starts at this age.
        weeks: for how long.
    """
    trust, regulation, worth = START, 0.0, START
    for week in range(weeks):
        trust = week_of(trust, care(week), week)
        regulation = regulation_after_week(regulation, trust, week)
        worth = worth_after_week(worth, trust)
        yield Grown(week + 1, trust, regulation, worth)


def week_of(trust: float, care: Care, week: int, share: float = 1.0) -> float:
    """Return the expectation after a week of the usual load, of which `share` goes to this one."""
    play = PLAY_A_DAY * PLAY_WEIGHT if week >= PLAY_FROM else 0.0
    load = 7 * share * (DISTRESS_A_DAY + play) * learns(week)
    up, down = load * care.gain, load * care.missed * LOSS
    return settle_towards(trust, up, down)


def settle_towards(trust: float, up: float, down: float) -> float:
    """Return the expectation after gains and losses that add up to these, in any order."""
    if up + down == 0:
        return trust
    aim = up / (up + down)
    return aim + (trust - aim) * exp(-(up + down))
