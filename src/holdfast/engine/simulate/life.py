"""A child's first months, day by day: what happened, and what grew unseen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a life is to be lived.

    Args:
        weeks: for how long.
        every: live one day in so many and let it stand for all of them: rougher, and faster.
        leaves_a_day: how often somebody goes out of the child's sight.
        ups_and_downs: of the bonds, from week to week; 0 leaves their expected course.
    """

    weeks: int = 52
    every: int = 1
    leaves_a_day: float = LEAVES_A_DAY
    ups_and_downs: float = 1.0


def live(
    rng: np.random.Generator,
    people: tuple[Caregiver, ...],
    course: Course | None = None,
    *,
    child: Child | None = None,
    tick: Callable[[], object] = lambda: None,
) -> Life:
    """Live from birth on.

    Args:
        rng: where chance comes from: the same generator in the same state lives the same life.
        people: who cares for the child.
        course: for how long, and how; None is a year.
        child: a temperament; None lets chance draw one.
        tick: called after each week, for a progress bar.
    """
    course = course or Course()
    moods = [Chance(one) for one in rng.spawn(len(people))]
    chance = Chance(rng)
    state = State(trusts=[trust.START] * len(people), hours=[0.0] * len(people))
    bonds = tuple(at_birth(one, mood) for one, mood in zip(people, moods, strict=True))
    life = Life(child or born(chance), people)
    for week in range(course.weeks):
        this = Week(week, bonds, course)
        live_week(chance, state, life, this)
        days = life.days[-len(this.numbers) :]
        shocks = [course.ups_and_downs * mood.normal() for mood in moods]
        bonds = tuple(
            grown(one, bonds[k], Lately(k, week, days, shocks[k])) for k, one in enumerate(people)
        )
        tick()
    return life


def at_birth(person: Caregiver, chance: Chance) -> Bond:
    """Return the bond that somebody brings along, through pregnancy and birth."""
    if person.bond is not None:
        return Bond(*person.bond)
    return through_birth(expecting(chance), chance)


@dataclass(frozen=True, slots=True)
class Week:
    """A week to be lived."""

    number: int
    bonds: tuple[Bond, ...]
    course: Course

    @property
    def numbers(self) -> range:
        """The days of it that are lived."""
        return range(self.number * WEEK, (self.number + 1) * WEEK, self.course.every)


def live_week(chance: Chance, state: State, life: Life, week: Week) -> None:
    """Live a week; at its end regulation and self-worth have grown."""
    ready = tuple(
        one.manner.now(BOND_HELPS * bond.at(week.number))
        for one, bond in zip(life.people, week.bonds, strict=True)
    )
    for number in week.numbers:
        usually = usual(number)
        setting = Setting(
            child=life.child,
            people=life.people,
            ready=ready,
            usual=usually,
            ease=ease_of(life.child, usually, state.regulation),
            leaves_a_day=week.course.leaves_a_day if week.number >= LEAVES_FROM else 0.0,
            stands_for=WEEK / len(week.numbers),
        )
        if life.days:
            state.skip(number - life.days[-1].number - 1)
        life.days.append(live_day(chance, state, setting, number))
        life.hidden.append(hidden(number, state, week.bonds))
    over = trust.overall(state.trusts, state.hours)
    state.regulation = trust.regulation_after_week(state.regulation, over, week.number)
    state.worth = trust.worth_after_week(state.worth, over)


def hidden(number: int, state: State, bonds: tuple[Bond, ...]) -> Hidden:
    """Take down what nobody sees."""
    over = trust.overall(state.trusts, state.hours)
    return Hidden(number, tuple(state.trusts), over, state.regulation, state.worth, bonds)


class Lately(NamedTuple):
    """A week behind a caregiver."""

    place: int  # which of the caregivers
    week: int
    days: list[Day]
    shock: float  # the ups and downs of it, a normal draw


def grown(one: Caregiver, bond: Bond, lately: Lately) -> Bond:
    """Return a caregiver's bond after the week's delight and what stood in the way."""
    days, place = lately.days, lately.place
    share = sum(day.in_charge.count(place) for day in days) / (24 * len(days))
    moments = sum(delight(bid) for day in days for bid in day.bids if bid.by == place)
    return after_week(
        bond,
        delight=delight_of(moments / len(days), lately.week, share),
        obstacles=sum(hindrance.at(lately.week) for hindrance in one.hindrances),
        shock=lately.shock,
    )
