"""A room with a child in it: going off, looking back, coming back, and calling.

Many rooms are lived at once, a minute at a time; each is a lane of the arrays. A child explores
while its attachment is quiet, keeps within a set-point distance that shrinks with alarm, and calls
when the distance is greater than that.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from holdfast.engine.simulate.attachment import (
    CRY,
    CUE,
    FUSS,
    QUIET,
    THRESHOLD,
    Array,
    Minute,
    activation_after_minute,
    alarm,
    misses_people,
)
from holdfast.engine.simulate.settling import ALONE, CONTACT, RIGHT, settles_faster_with_age
from holdfast.engine.simulate.trust import settles_faster

Flags = NDArray[np.bool_]

MOBILE_WEEKS = 33.0
WIDEST, WIDER_WITH_TRUST = 6.0, 0.6  # metres
GOES, COMES, AT_LEAST = 0.5, 6.0, 0.2  # metres a minute
ANOTHER_ROOM = 10.0  # metres that a wall is worth
CHECKS_BACK = 1.5  # minutes
CUE_MINUTES, CRY_MINUTES, CRY_MINUTES_EARLY, EARLY_WEEKS = 2, 16.0, 10.0, 9.0
ANSWERED_WITHIN, ANSWER_SHAPE, STAYS = 2.0, 2.0, 2  # minutes
EXPLORES_SLOWLY = 0.65  # how much being left keeps from exploring, once people are missed

DISTRESS = np.array([QUIET, CUE, FUSS, CRY])
CALM, CALLS, FUSSES, CRIES = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What a room is like: by minute from 0, who is near, how new it is, who is strange."""

    minutes: int = 20
    away: Callable[[int], ArrayLike] = lambda _: 0.0
    new: Callable[[int], ArrayLike] = lambda _: 0.0
    stranger: Callable[[int], ArrayLike] = lambda _: 0.0
    answered: float = 1.0  # share of bids that somebody near answers
    answered_within: float = ANSWERED_WITHIN  # mean minutes
    regulation: ArrayLike = 0.0


@dataclass(frozen=True, slots=True)
class Stay:
    """What was seen in the rooms, a value for each lane."""

    minutes: int
    exploring: Array  # share of minutes
    bouts: Array  # how many were begun
    activation: Array  # mean
    bids: Array  # how many
    distance: Array  # mean, metres
    crying: Array  # share of minutes

    @property
    def bout(self) -> float:
        """Minutes of exploring for each bout that was begun, over all lanes; 0 where none was."""
        begun = self.bouts.sum()
        return float(self.exploring.sum() * self.minutes / begun) if begun else 0.0


@dataclass(slots=True)
class Lanes:
    """Where each child is: changed in place, minute by minute."""

    activation: Array
    distance: Array
    off: Flags  # exploring
    bid: NDArray[np.intp]
    since: Array  # minutes since the bid began
    answer_in: Array  # minutes until somebody answers; infinite where nobody will
    contact: Array  # minutes that contact still lasts
    pause: Array  # minutes of checking back still to come

    @classmethod
    def of(cls, count: int) -> "Lanes":
        """Children at rest beside somebody."""
        zeros = [np.zeros(count) for _ in range(6)]
        return cls(
            activation=zeros[0],
            distance=zeros[1],
            off=np.zeros(count, bool),
            bid=np.zeros(count, np.intp),
            since=zeros[2],
            answer_in=zeros[3],
            contact=zeros[4],
            pause=zeros[5],
        )


def stay(
    rng: np.random.Generator, room: Room, *, weeks: ArrayLike, trust: ArrayLike, lanes: int
) -> Stay:
    """Live many rooms at once.

    Args:
        rng: where chance comes from.
        room: what all the rooms are like.
        weeks: age, one for all or one for each lane.
        trust: the expectation of answers (of who is near; overall where nobody is), likewise.
        lanes: how many rooms.
    """
    weeks, trust = (np.broadcast_to(np.asarray(x, float), (lanes,)) for x in (weeks, trust))
    now = Lanes.of(lanes)
    sums = np.zeros((6, lanes))
    for minute in range(room.minutes):
        began, called = live_minute(Here(rng, room, weeks, trust, minute), now)
        sums += (now.off, began, now.activation, called, now.distance, now.bid >= FUSSES)
    exploring, bouts, activation, bids, distance, crying = sums
    n = room.minutes
    return Stay(
        minutes=n,
        exploring=exploring / n,
        bouts=bouts,
        activation=activation / n,
        bids=bids,
        distance=distance / n,
        crying=crying / n,
    )


@dataclass(frozen=True, slots=True)
class Here:
    """A minute in all the rooms, as the children meet it."""

    rng: np.random.Generator
    room: Room
    weeks: Array
    trust: Array
    minute: int

    @property
    def away(self) -> Array:
        """How long nobody has been near, 0 where somebody is."""
        return np.broadcast_to(np.asarray(self.room.away(self.minute), float), self.weeks.shape)

    def happens(self, probability: float | Array) -> Flags:
        """Return where something of this probability happens."""
        happens: Flags = self.rng.random(len(self.weeks)) < probability
        return happens

    def falls_due(self, hazard: ArrayLike) -> Flags:
        """Return where something of this hazard per minute happens in this minute."""
        return self.happens(1 - np.exp(-np.asarray(hazard)))


def live_minute(here: Here, now: Lanes) -> tuple[Flags, Flags]:
    """Live one minute in every lane; return where a bout began and where a bid did."""
    away = here.away
    near = away == 0
    seen = Minute(
        distress=DISTRESS[now.bid],
        away=away,
        new=here.room.new(here.minute),
        stranger=here.room.stranger(here.minute),
        contact=now.contact > 0,
    )
    aim = alarm(seen, here.weeks, here.trust)
    now.activation = activation_after_minute(now.activation, seen, aim)
    limit = set_point(now.activation, here.weeks, here.trust)
    apart = now.distance + ANOTHER_ROOM * ~near
    called = call(here, now, np.maximum(apart - limit, 0), near)
    settle(here, now, near)
    began = explore(here, now, near)
    move(now, limit)
    return began, called


def set_point(activation: Array, weeks: Array, trust: Array) -> Array:
    """Return the distance that the child is at ease with, in metres; 0 before it can move."""
    range_ = WIDEST * (1 - activation) * (1 - WIDER_WITH_TRUST + WIDER_WITH_TRUST * trust)
    return np.where(weeks >= MOBILE_WEEKS, range_, 0.0)


def call(here: Here, now: Lanes, error: Array, near: Flags) -> Flags:
    """Begin closeness bids where the error or the alarm calls for one."""
    helpless = here.weeks < MOBILE_WEEKS
    hazard = (
        0.010 + 0.25 * now.activation * np.minimum(error / 3, 1) + 0.10 * now.activation * helpless
    )
    called: Flags = (now.bid == CALM) & (now.contact <= 0) & here.falls_due(hazard)
    comes = near & here.happens(here.room.answered)
    scale = here.room.answered_within / ANSWER_SHAPE
    wait = here.rng.gamma(ANSWER_SHAPE, scale, len(here.weeks))
    now.bid[called] = CALLS
    now.since[called] = 0
    now.answer_in[called] = np.where(comes, wait, np.inf)[called]
    now.off &= ~called
    return called


def settle(here: Here, now: Lanes, near: Flags) -> None:
    """Let open bids grow louder, be answered and settle."""
    open_ = now.bid > CALM
    now.since += open_
    now.answer_in -= open_
    answered = open_ & (now.answer_in <= 0) & near
    now.contact = np.maximum(now.contact - 1, 0)
    now.contact[answered] = STAYS + 1
    base = np.where(answered, RIGHT, np.where(now.contact > 0, CONTACT, ALONE))
    regulation = np.asarray(here.room.regulation, float)
    hazard = base * settles_faster_with_age(here.weeks) * settles_faster(regulation)
    settled = open_ & here.falls_due(hazard)
    louder = np.where(here.weeks < EARLY_WEEKS, CRY_MINUTES_EARLY, CRY_MINUTES)
    now.bid[open_ & (now.bid == CALLS) & (now.since >= CUE_MINUTES)] = FUSSES
    now.bid[(now.bid == FUSSES) & here.falls_due(1 / louder)] = CRIES
    now.bid[settled] = CALM


def explore(here: Here, now: Lanes, near: Flags) -> Flags:
    """End bouts and begin new ones; return where one began."""
    weeks = here.weeks
    ease = np.where(near, 1.0, 1 - EXPLORES_SLOWLY * misses_people(weeks))
    length = (1 + 4 * (1 - np.exp(-weeks / 30))) * (0.6 + 0.8 * here.trust) * ease
    tension = now.activation / THRESHOLD
    quiet = (now.activation < THRESHOLD) & (now.bid == CALM) & (now.contact <= 0)
    ends = now.off & (~quiet | here.falls_due((1 + tension) / length))
    now.off &= ~ends
    now.pause = np.maximum(now.pause - 1, 0)
    now.pause[ends] = here.rng.exponential(CHECKS_BACK, len(weeks))[ends]
    starts = 0.8 * (1 + np.asarray(here.room.new(here.minute))) * ease * np.maximum(1 - tension, 0)
    may = quiet & ~now.off & (now.pause < 1)  # a look back of under a minute takes none
    began: Flags = may & here.falls_due(starts)
    now.off |= began
    return began


def move(now: Lanes, limit: Array) -> None:
    """Go out while exploring, as far as one is at ease; otherwise come back."""
    back = COMES * np.maximum(now.activation, AT_LEAST)
    out = now.off & (now.distance < limit)
    now.distance = np.where(
        out, np.minimum(now.distance + GOES, limit), np.maximum(now.distance - back, 0)
    )
