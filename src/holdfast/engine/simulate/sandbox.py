"""The sandbox: a few settings, a seed, and the year that comes of them.

Two lives begin from one seed and with one child. The bonds are drawn along their expected course,
without the ups and downs of the weeks, so that a difference is the settings' and not the dice's. It
takes no family's data and gives none: all that comes in is in `Settings`.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from math import isfinite, log
from types import MappingProxyType

import numpy as np

from holdfast.engine.simulate import settling, trust
from holdfast.engine.simulate.apart import LASTS, LEAST
from holdfast.engine.simulate.attachment import Array
from holdfast.engine.simulate.bids import Answer, Bid, Cause
from holdfast.engine.simulate.bond import Hindrance, Obstacle
from holdfast.engine.simulate.curves import DAY
from holdfast.engine.simulate.exploring import Room, stay
from holdfast.engine.simulate.fates import Fate
from holdfast.engine.simulate.life import Course, Life
from holdfast.engine.simulate.life import live as live_life
from holdfast.engine.simulate.people import Caregiver, Child, Manner

WEEKS = 52
EVERY = 4  # days 0 and 4 of each week are lived and stand for the seven
DRAWN_DAY = 200  # about half a year old: quiet cues and cries, play and sleep
LANES = 32  # rooms a week in which exploring is looked at
ROOM_MINUTES = 24


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set: its range, its step, and what it is called in a link."""

    name: str
    key: str
    low: float
    high: float
    step: float
    usual: float


SETTINGS = (
    Setting("noticed", "n", 0.0, 1.0, 0.05, 0.55),
    Setting("minutes", "s", 1.0, 20.0, 1.0, 3.0),
    Setting("mended", "m", 0.0, 1.0, 0.05, 0.80),
    Setting("people", "p", 1, 4, 1, 2),
    Setting("hard_start", "h", 0.0, 1.0, 0.25, 0.0),
    Setting("apart", "a", 0.0, 4.0, 0.5, 0.5),
)
BY_NAME = {setting.name: setting for setting in SETTINGS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How often somebody notices, how soon they come, and so on.

    Args:
        noticed: share of bids that somebody takes up.
        minutes: median minutes until they do.
        mended: of those let pass, the share that somebody comes to after all.
        people: how many care for the child.
        hard_start: from 0 to 1, how hard birth and the first four months are on the caregivers.
        apart: hours of a waking day in which whoever is in charge is out of sight, bit by bit.
    """

    noticed: float = BY_NAME["noticed"].usual
    minutes: float = BY_NAME["minutes"].usual
    mended: float = BY_NAME["mended"].usual
    people: int = int(BY_NAME["people"].usual)
    hard_start: float = BY_NAME["hard_start"].usual
    apart: float = BY_NAME["apart"].usual


def settings_from_query(query: Mapping[str, str]) -> Settings:
    """Read settings from a link. What is missing or cannot be read is as usual; never an error."""
    values = {setting.name: read(setting, query.get(setting.key)) for setting in SETTINGS}
    return Settings(
        noticed=values["noticed"],
        minutes=values["minutes"],
        mended=values["mended"],
        people=int(values["people"]),
        hard_start=values["hard_start"],
        apart=values["apart"],
    )


def read(setting: Setting, text: str | None) -> float:
    """Return the nearest step within the range."""
    try:
        value = float(text or "")
    except ValueError:
        return setting.usual
    if not isfinite(value):
        return setting.usual
    within = max(setting.low, min(setting.high, value))
    steps = round((within - setting.low) / setting.step)
    return round(setting.low + steps * setting.step, 6)


def query_from_settings(settings: Settings) -> dict[str, str]:
    """Return what a link says: only what is not as usual."""
    values = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return {
        setting.key: f"{values[setting.name]:g}"
        for setting in SETTINGS
        if values[setting.name] != setting.usual
    }


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange on the strip of a day. Times are minutes since that midnight."""

    cause: Cause
    at: float
    fussed: float | None
    cried: float | None
    answers: tuple[tuple[float, Answer], ...]
    ended: float
    fate: Fate
    by: int


@dataclass(frozen=True, slots=True)
class Strip:
    """One day, drawn."""

    day: int
    exchanges: tuple[Exchange, ...]
    sleeps: tuple[tuple[float, float], ...]
    feeds: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A made-up year. Each series has a value a week, from the end of the first week on."""

    settings: Settings
    seed: int
    strip: Strip
    trust: tuple[float, ...]
    trust_in: tuple[tuple[float, ...], ...]  # one series for each caregiver
    exploring: tuple[float, ...]  # share of a quiet hour, some of it with nobody near
    settling: tuple[float, ...]  # minutes to halve the cries that still go on, when answered
    settling_alone: tuple[float, ...]
    bonds: tuple[tuple[float, ...], ...]  # in standard deviations, one series for each
    fates: Mapping[Fate, int]


def live(settings: Settings, seed: int) -> Year:
    """Return the year that these settings and this seed give: always the same one."""
    caregivers = people(settings)
    lived = live_life(
        np.random.default_rng([seed, 1]),
        caregivers,
        Course(
            weeks=WEEKS,
            every=EVERY,
            leaves_a_day=settings.apart * 60 / APART_MINUTES,
            ups_and_downs=0.0,
        ),
        child=Child(),
    )
    hidden = [lived.hidden[place] for place in ends_of_weeks(lived)]
    trusts = np.array([states.trust for states in hidden])
    regulation = np.array([states.regulation for states in hidden])
    return Year(
        settings=settings,
        seed=seed,
        strip=strip(lived),
        trust=tuple(trusts.tolist()),
        trust_in=tuple(zip(*(states.trusts for states in hidden), strict=True)),
        exploring=exploring(seed, trusts, regulation, settings.apart),
        settling=half_life(settling.RIGHT, regulation),
        settling_alone=half_life(settling.ALONE, regulation),
        bonds=tuple(
            tuple(states.bonds[place].at(week) for week, states in enumerate(hidden, 1))
            for place in range(len(caregivers))
        ),
        fates=MappingProxyType(Counter(bid.fate for day in lived.days for bid in day.bids)),
    )


APART_MINUTES = LASTS + LEAST
WAKING_HOURS = 10.0
PARTS = (0.0, 0.6, 0.7, 0.8)  # how much of the first one's hours each further person takes
NOTICED_AT_MOST = 0.995  # log-odds of 1 have no number


def people(settings: Settings) -> tuple[Caregiver, ...]:
    """Return the caregivers that the settings ask for, all of one manner."""
    noticed = min(max(settings.noticed, 1 - NOTICED_AT_MOST), NOTICED_AT_MOST)
    manner = Manner(
        passes=log((1 - noticed) / noticed),
        expected=0.0,
        notices=SURE,
        latency=log(settings.minutes),
        returns=settings.mended,
        carried=CARRIED * noticed,
    )
    low = -HARD_START_BOND * settings.hard_start
    one = Caregiver(
        manner=manner, bond=(0.0, low), hindrances=hindrances(settings.hard_start), near=0.3
    )
    return tuple(
        replace(one, id=str(place), hours=tuple(h * (1 - PARTS[place]) for h in one.hours))
        for place in range(settings.people)
    )


CARRIED = 0.25  # share of the waking time in arms, for who takes every bid up
SURE = 3.0  # log-odds of seeing the quiet cue, for who takes a bid up at all
HARD_START_BOND, HARD_START_WEEKS = 1.0, 17.0


def hindrances(hard: float) -> tuple[Hindrance, ...]:
    """Return what stands in the way after a start that was this hard."""
    if not hard:
        return ()
    return (
        Hindrance(Obstacle.HARD_BIRTH, 2 * hard),
        Hindrance(Obstacle.LOW_MOOD, 1.5 * hard, end=HARD_START_WEEKS),
        Hindrance(Obstacle.LITTLE_SUPPORT, hard, end=HARD_START_WEEKS),
    )


def ends_of_weeks(lived: Life) -> list[int]:
    """Return the place of the last day that was lived in each week."""
    return [place for place, day in enumerate(lived.days) if day.number % 7 + EVERY >= 7]  # noqa: PLR2004 -- days of a week


def strip(lived: Life) -> Strip:
    """Return the day that is drawn, with the end of the night before."""
    place = min(range(len(lived.days)), key=lambda k: abs(lived.days[k].number - DRAWN_DAY))
    day, before = lived.days[place], lived.days[place - 1]
    midnight, eve = day.number * DAY, (before.number + 1) * DAY
    sleeps = [(start - midnight, end - midnight) for start, end in day.sleeps]
    sleeps += [(0.0, end - eve) for _, end in before.sleeps if end > eve]
    return Strip(
        day=day.number,
        exchanges=tuple(drawn(bid, midnight) for bid in day.bids),
        sleeps=tuple((start, min(end, DAY)) for start, end in sorted(sleeps)),
        feeds=tuple((start - midnight, min(end - midnight, DAY)) for start, end, _ in day.feeds),
    )


def drawn(bid: Bid, midnight: float) -> Exchange:
    """Return a bid as the strip has it."""
    return Exchange(
        cause=bid.cause,
        at=bid.onset - midnight,
        fussed=bid.fussed - midnight if bid.fussed < bid.ended else None,
        cried=bid.cried - midnight if bid.cried < bid.ended else None,
        answers=tuple((at - midnight, answer) for at, answer in bid.answers),
        ended=bid.ended - midnight,
        fate=bid.fate,
        by=bid.by,
    )


def exploring(seed: int, trusts: Array, regulation: Array, apart: float) -> tuple[float, ...]:
    """Return by week the share of a quiet while that goes to exploring.

    In as many rooms as the settings say, whoever is near goes out in the middle of it.
    """
    count = len(trusts) * LANES
    lane = np.tile(np.arange(LANES), len(trusts))
    left_alone = lane < LANES * apart / WAKING_HOURS
    room = Room(
        minutes=ROOM_MINUTES,
        away=lambda minute: left_alone * max(minute + 1 - ROOM_MINUTES // 2, 0.0),
        regulation=np.repeat(regulation, LANES),
    )
    weeks = np.repeat(np.arange(1.0, len(trusts) + 1), LANES)
    rng = np.random.default_rng([seed, 2])
    seen = stay(rng, room, weeks=weeks, trust=np.repeat(trusts, LANES), lanes=count)
    return tuple(seen.exploring.reshape(len(trusts), LANES).mean(axis=1).tolist())


def half_life(hazard: float, regulation: Array) -> tuple[float, ...]:
    """Return by week the minutes in which half of the cries have ended, at this hazard."""
    weeks = np.arange(1.0, len(regulation) + 1)
    faster = settling.settles_faster_with_age(weeks) * trust.settles_faster(regulation)
    return tuple((log(2) / (hazard * faster)).tolist())
