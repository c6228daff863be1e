"""Who there is: a child with a temperament of its own, and caregivers with ways of their own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log
from types import MappingProxyType
from typing import NamedTuple

from holdfast.engine.simulate.bond import Hindrance
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.curves import sigmoid
from holdfast.engine.simulate.trust import FAMILIAR_HOURS
from holdfast.words import Signal

NEVER = 1e9  # weeks: later than any life of ours
WEEKS_A_MONTH = 4.348


FIRSTS_MEAN = {
    Signal.GAZE: 0.0,
    Signal.SMILE: 7.0,
    Signal.COO: 9.0,
    Signal.LAUGH: 16.0,
    Signal.REACH: 19.0,
    Signal.BABBLE: 27.0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A temperament: factors of 1 and ages in weeks of somebody quite usual."""

    breast: bool = True
    unexplained: float = 1.0  # how often it cries and nobody can say why
    soothable: float = 1.0
    feed_pace: float = 1.0
    wake_pace: float = 1.0
    crawls: float = 37.0
    protests: float = 29.0
    firsts: Mapping[Signal, float] = field(
        default_factory=lambda: MappingProxyType(dict(FIRSTS_MEAN))
    )


FIRSTS_SPREAD = {
    Signal.GAZE: 0.0,
    Signal.SMILE: 2.0,
    Signal.COO: 2.0,
    Signal.LAUGH: 2.5,
    Signal.REACH: 2.5,
    Signal.BABBLE: 4.0,
}
NEVER_CRAWLS = 0.043
CRAWLS_MONTHS, CRAWLS_SPREAD = 8.5, 1.7
PROTEST_MEDIAN, PROTEST_SPREAD = 29.0, 0.38


def born(chance: Chance, *, breast: bool = True) -> Child:
    """Return a child whose temperament chance has drawn."""
    crawls = (CRAWLS_MONTHS + CRAWLS_SPREAD * chance.normal()) * WEEKS_A_MONTH
    return Child(
        breast=breast,
        unexplained=exp(UNEXPLAINED_SPREAD * chance.normal() - UNEXPLAINED_SPREAD**2 / 2),
        soothable=exp(SOOTHABLE_SPREAD * chance.normal()),
        feed_pace=exp(0.12 * chance.normal()),
        wake_pace=exp(0.10 * chance.normal()),
        crawls=NEVER if chance.happens(NEVER_CRAWLS) else max(crawls, 22.0),
        protests=exp(log(PROTEST_MEDIAN) + PROTEST_SPREAD * chance.normal()),
        firsts=MappingProxyType(
            {
                signal: mean + FIRSTS_SPREAD[signal] * max(-2.0, min(2.0, chance.normal()))
                for signal, mean in FIRSTS_MEAN.items()
            }
        ),
    )


UNEXPLAINED_SPREAD, SOOTHABLE_SPREAD = 1.0, 0.45


EXPECTED = 1.0  # on the log-odds: what comes round by the clock is less often let pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How somebody answers. As it is, it is somebody usual; `sensitivity` shifts all of it.

    The shifts are those of the model's table: letting a bid pass, noticing, time to answer, and
    the first guess at what it is about.
    """

    sensitivity: float = 0.0  # z, in standard deviations
    passes: float = -0.6  # log-odds that a bid is let pass
    expected: float = EXPECTED  # off those log-odds, where it is about hunger or sleep
    notices: float = 1.4  # log-odds that a bid is noticed while it is still quiet
    latency: float = log(1.6)  # log of the median minutes to an answer
    right: float = 0.62  # that the first answer is the right one
    returns: float = 0.0  # that somebody comes after all, where a bid was let pass
    carried: float = 0.25  # share of the waking time in arms or in a sling

    def now(self, shift: float = 0.0) -> "Ready":
        """Return the probabilities for today.

        Args:
            shift: what the bond adds to the sensitivity.
        """
        z = self.sensitivity + shift
        return Ready(
            passes=sigmoid(self.passes - 0.8 * z),
            passes_clock=sigmoid(self.passes - self.expected - 0.8 * z),
            notices=sigmoid(self.notices + 0.6 * z),
            latency=self.latency - 0.52 * z,
            right=max(0.05, min(0.98, self.right + 0.08 * z)),
            returns=self.returns,
            carried=self.carried,
        )


class Ready(NamedTuple):
    """A manner as it is today, as probabilities."""

    passes: float
    passes_clock: float  # where it is about hunger or sleep
    notices: float
    latency: float
    right: float
    returns: float
    carried: float


LATENCY_SPREAD = 0.9
BOND_HELPS = 0.20  # of a standard deviation of sensitivity, for one of the bond

ALWAYS = (1.0,) * 24
DAYTIME = (0.1,) * 7 + (1.0,) * 11 + (0.5,) * 3 + (0.1,) * 3
EVENINGS = (0.4,) * 7 + (0.1,) * 10 + (1.0,) * 6 + (0.4,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caregiver:
    """Somebody who cares for the child, with hours, a manner and a bond of their own."""

    id: str = "a"
    name: str = "Ada"
    called: str = "mother"
    hours: tuple[float, ...] = ALWAYS  # by hour of the day: how likely in charge, against others
    near: float = 0.3  # that they are near while somebody else is in charge
    nurses: bool = True  # can feed at the breast, where the child is fed so
    manner: Manner = Manner()
    hindrances: tuple[Hindrance, ...] = ()
    bond: tuple[float, float] | None = None  # level and course at birth; None: chance draws them


def in_charge(people: tuple[Caregiver, ...], chance: Chance) -> tuple[int, ...]:
    """Return who is in charge in each hour of a day; somebody stays for four hours at a time."""
    if len(people) == 1:
        return (0,) * 24
    charge: list[int] = []
    for start in range(0, 24, 4):
        weights = [sum(person.hours[start : start + 4]) for person in people]
        charge += [chance.pick(weights)] * 4
    return tuple(charge)


class Known(NamedTuple):
    """How a child stands with somebody."""

    hours: float  # awake together
    trust: float

    def pull(self, activation: float) -> float:
        """Return how strongly this one draws a bid: by trust the more, the more the need is."""
        return (1 - exp(-(self.hours + 1) / FAMILIAR_HOURS)) * exp(
            (0.5 + 8 * activation) * self.trust
        )


def called(known: list[Known], near: list[int], activation: float, chance: Chance) -> int:
    """Return who is called of those near: nearly anybody in play, the most trusted in need."""
    if len(near) == 1:
        return near[0]
    return near[chance.pick([known[k].pull(activation) for k in near])]
