"""A child's first months, day by day: what happened, and what grew unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from holdfast.engine.simulate import trust
from holdfast.engine.simulate.bond import Bond, after_week, delight_of, expecting, through_birth
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.living import (
    Day,
    Setting,
    State,
    delight,
    ease_of,
    live_day,
)
from holdfast.engine.simulate.people import BOND_HELPS, Caregiver, Child, born
from holdfast.engine.simulate.usual import usual

WEEK = 7


@dataclass(frozen=True, slots=True)
class Hidden:
    """What grew by the end of a day: states of a made-up child that no log shows."""

    day: int
    trusts: tuple[float, ...]  # one for each caregiver
    trust: float  # overall
    regulation: float
    worth: float
    bonds: tuple[Bond, ...]


@dataclass(slots=True)
class Life:
    """What was lived: the days, and the hidden states at the end of each."""

    child: Child
    people: tuple[Caregiver, ...]
    days: list[Day] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)


LEAVES_FROM, LEAVES_A_DAY = 4, 4.0  # weeks; times out of sight in a waking day


def live(
    rng: np.random.Generator,
    people: tuple[Caregiver, ...],
    *,
    weeks: int = 52,
    every: int = 1,
    child: Child | None = None,
    breast: bool = True,
    leaves_a_day: float = LEAVES_A_DAY,
    ups_and_downs: float = 1.0,
    tick: Callable[[], object] = lambda: None,
) -> Life:
    """Live from birth on.

    Args:
        rng: where chance comes from: the same generator in the same state lives the same life.
        people: who cares for the child.
        weeks: for how long.
        every: live one day in so many and let it stand for all of them: rougher, and faster.
        child: a temperament; None lets chance draw one.
        breast: how that one is fed.
        leaves_a_day: how often somebody goes out of the child's sight.
        ups_and_downs: of the bonds, from week to week; 0 leaves their expected course.
        tick: called after each week, for a progress bar.
    """
    moods = [Chance(one) for one in rng.spawn(len(people))]
    chance = Chance(rng)
    child = child or born(chance, breast=breast)
    state = State(trusts=[trust.START] * len(people), hours=[0.0] * len(people))
    bonds = tuple(at_birth(one, mood) for one, mood in zip(people, moods, strict=True))
    life = Life(child, people)
    for week in range(weeks):
        days = live_week(chance, state, life, bonds, week, every, leaves_a_day)
        bonds = tuple(
            grown(one, k, bonds[k], days, week, ups_and_downs * moods[k].normal())
            for k, one in enumerate(people)
        )
        tick()
    return life


def at_birth(person: Caregiver, chance: Chance) -> Bond:
    """Return the bond that somebody brings along, through pregnancy and birth."""
    if person.bond is not None:
        return Bond(*person.bond)
    return through_birth(expecting(chance), chance)


def live_week(
    chance: Chance,
    state: State,
    life: Life,
    bonds: tuple[Bond, ...],
    week: int,
    every: int,
    leaves_a_day: float,
) -> list[Day]:
    """Live a week; at its end regulation and self-worth have grown."""
    ready = tuple(
        person.manner.now(BOND_HELPS * bond.at(week))
        for person, bond in zip(life.people, bonds, strict=True)
    )
    days = []
    numbers = range(week * WEEK, (week + 1) * WEEK, every)
    for number in numbers:
        usually = usual(number)
        setting = Setting(
            life.child,
            life.people,
            ready,
            usually,
            ease_of(life.child, usually, state.regulation),
            leaves_a_day if week >= LEAVES_FROM else 0.0,
            WEEK / len(numbers),
        )
        state.now = max(state.now, number * 1440.0)
        days.append(live_day(chance, state, setting, number))
        life.hidden.append(hidden(number, state, bonds))
    life.days += days
    over = trust.overall(state.trusts, state.hours)
    state.regulation = trust.regulation_after_week(state.regulation, over, week)
    state.worth = trust.worth_after_week(state.worth, over)
    return days


def hidden(number: int, state: State, bonds: tuple[Bond, ...]) -> Hidden:
    """Take down what nobody sees."""
    over = trust.overall(state.trusts, state.hours)
    return Hidden(number, tuple(state.trusts), over, state.regulation, state.worth, bonds)


def grown(
    person: Caregiver, place: int, bond: Bond, days: list[Day], week: int, shock: float
) -> Bond:
    """Return a caregiver's bond after the week's delight and what stood in the way."""
    share = sum(day.in_charge.count(place) for day in days) / (24 * len(days))
    moments = sum(delight(bid) for day in days for bid in day.bids if bid.by == place)
    return after_week(
        bond,
        delight=delight_of(moments / len(days), week, share),
        obstacles=sum(hindrance.at(week) for hindrance in person.hindrances),
        shock=shock,
    )
