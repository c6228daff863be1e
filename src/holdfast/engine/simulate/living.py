"""Living through a day: clocks of hunger and waking, needs as they come up, and who answers.

The day goes from one thing to the next and not minute by minute; what happens in between is drawn
from the same hazards. Time is in minutes since midnight of the day of birth.
"""

from dataclasses import dataclass, field
from math import inf

from holdfast.engine.simulate import trust
from holdfast.engine.simulate.apart import Apart, apart
from holdfast.engine.simulate.bids import CLOCKS, Answer, Bid, Cause, Ease, live_bid
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.curves import DAY, HOUR
from holdfast.engine.simulate.fates import Fate
from holdfast.engine.simulate.people import Caregiver, Child, Ready, called, in_charge
from holdfast.engine.simulate.settling import settles_faster_with_age
from holdfast.engine.simulate.usual import (
    EVENING,
    EVENING_RATE,
    MORNING,
    OTHER_RATE,
    Usual,
    is_night,
)

AWAKE_A_DAY = 9.5 * HOUR
HUNGER_SHAPE, WAKE_SHAPE, NAP_SHAPE, NIGHT_SHAPE = 4, 12, 4, 6
AGAIN, HUNGRY_AGAIN, AGAIN_SHAPE = 15.0, 40.0, 2  # minutes until an unmet need comes back
SLEEPS_ON = 30.0  # minutes that sleep holds hunger off
ILL_DAYS = 1 / 30
NIGHT_WAKE = 0.25  # of a day's waking time, until tired again at night


@dataclass(slots=True)
class State:
    """What a child carries from one minute to the next. Changed in place, by `live_day` alone."""

    now: float = 0.0
    asleep: bool = True
    hungry_at: float = 60.0
    tired_at: float = inf
    wakes_at: float = 30.0
    slept_from: float = 0.0
    slower: float = 1.0  # how much slower the clock of hunger runs in this sleep
    held_until: float = 0.0
    stands_for: float = 1.0
    trusts: list[float] = field(default_factory=list)
    hours: list[float] = field(default_factory=list)  # awake together
    regulation: float = 0.0
    worth: float = trust.START


@dataclass(slots=True)
class Day:
    """What a day held."""

    number: int
    bids: list[Bid] = field(default_factory=list)
    sleeps: list[tuple[float, float]] = field(default_factory=list)
    feeds: list[tuple[float, float, int]] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    in_charge: tuple[int, ...] = (0,) * 24
    ill: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What stays the same through a day."""

    child: Child
    people: tuple[Caregiver, ...]
    ready: tuple[Ready, ...]
    usual: Usual
    ease: Ease
    leaves_a_day: float
    stands_for: float = 1.0  # how many days this one counts for


def live_day(chance: Chance, state: State, setting: Setting, number: int) -> Day:
    """Live one day and leave the state as it is at midnight."""
    start = number * DAY
    state.stands_for = setting.stands_for
    day = Day(number, in_charge=in_charge(setting.people, chance), ill=chance.happens(ILL_DAYS))
    coming = needs_of_day(chance, setting, start, ill=day.ill)
    while state.now < start + DAY:
        if state.asleep:
            wake(chance, state, setting, day)
            continue
        while coming and coming[-1][0] < state.now:
            coming.pop()
        at, what = min(
            (max(state.hungry_at, state.now), Cause.HUNGER),
            (max(state.tired_at, state.now), Cause.TIRED),
            coming[-1] if coming else (inf, Cause.PLAY),
            key=when,
        )
        if at >= start + DAY:
            together(state, day, at=start + DAY)
            break
        if coming and at == coming[-1][0]:
            coming.pop()
        together(state, day, at=at)
        happen(chance, state, setting, day, what)
    return day


def needs_of_day(
    chance: Chance, setting: Setting, start: float, *, ill: bool
) -> list[tuple[float, Cause | None]]:
    """Return what may come up in the waking hours of a day, the last first; None: somebody leaves."""
    usual = setting.usual
    awake = 1 / AWAKE_A_DAY
    close = usual.closeness * (1.5 if ill else 1.0)
    unexplained = usual.unexplained * setting.child.unexplained / DAY
    evening = [start + HOUR * hour for hour in EVENING]
    coming: list[tuple[float, Cause | None]] = []
    for rate, cause in (
        (close * awake, Cause.CLOSENESS),
        (usual.discomfort * awake, Cause.DISCOMFORT),
        (usual.play * awake, Cause.PLAY),
        (setting.leaves_a_day * awake, None),
    ):
        coming += [(at, cause) for at in chance.times(rate, start, start + DAY)]
    coming += [
        (at, Cause.UNEXPLAINED)
        for at in (
            *chance.times(unexplained * OTHER_RATE, start, evening[0]),
            *chance.times(unexplained * EVENING_RATE, *evening),
        )
    ]
    coming.sort(key=when, reverse=True)
    return coming


def when(need: tuple[float, Cause | None]) -> float:
    """Return the time of a need."""
    return need[0]


def together(state: State, day: Day, *, at: float) -> None:
    """Let waking time pass with whoever is in charge."""
    who = day.in_charge[int(state.now / HOUR) % 24]
    state.hours[who] += state.stands_for * (at - state.now) / HOUR
    state.now = at


def happen(
    chance: Chance, state: State, setting: Setting, day: Day, what: Cause | None
) -> None:
    """Let one thing happen now."""
    if what is None:
        leave(chance, state, setting, day)
        return
    activation = 0.35 if what is Cause.UNEXPLAINED else 0.05 if what is Cause.PLAY else 0.15
    who = call(chance, state, setting, day, activation, clock=what in CLOCKS)
    held = state.now < state.held_until or chance.happens(setting.ready[who].carried / 2)
    bid = live_bid(
        chance,
        what,
        state.now,
        by=who,
        ready=setting.ready[who],
        ease=setting.ease,
        activation=activation,
        held=held and what is not Cause.PLAY,
    )
    remember(state, setting, day, bid)
    follow(chance, state, setting, day, bid)


def call(
    chance: Chance, state: State, setting: Setting, day: Day, activation: float, *, clock: bool
) -> int:
    """Return who is called: of those in charge or near, by trust and by need.

    Where that one lets it pass and somebody else is near, the bid becomes theirs.
    """
    main = day.in_charge[int(state.now / HOUR) % 24]
    if len(setting.people) == 1:
        return main
    near = [k for k, one in enumerate(setting.people) if k == main or chance.happens(one.near)]
    known = [trust.familiarity(hours + 1) for hours in state.hours]
    who = called(known, state.trusts, near, activation, chance)
    ready = setting.ready[who]
    if len(near) > 1 and chance.happens(ready.passes_clock if clock else ready.passes):
        near.remove(who)
        who = called(known, state.trusts, near, activation, chance)
    return who


def remember(state: State, setting: Setting, day: Day, bid: Bid) -> None:
    """Keep the bid, and what it did to the expectation."""
    weight = setting.stands_for * (trust.PLAY_WEIGHT if bid.cause is Cause.PLAY else 1.0)
    state.trusts[bid.by] = trust.after_bid(
        state.trusts[bid.by], bid.fate, setting.usual.weeks, weight=weight
    )
    day.bids.append(bid)
    together(state, day, at=bid.ended)


def follow(chance: Chance, state: State, setting: Setting, day: Day, bid: Bid) -> None:
    """Let come what comes of it: a feed, a sleep, the same need again, or some peace."""
    last = bid.answers[-1][1] if bid.answers else None
    if any(answer is Answer.FEED for _, answer in bid.answers) and (
        last is Answer.FEED or bid.cause is Cause.HUNGER
    ):
        feed(chance, state, setting, day, bid)
    elif bid.cause is Cause.HUNGER:
        state.hungry_at = state.now + chance.gamma(AGAIN_SHAPE, HUNGRY_AGAIN)
    if not bid.settled or (bid.cause is Cause.TIRED and rests(bid, last)) or dozes(
        chance, state, setting, bid
    ):
        if bedtime(state, day) and bid.answers:
            nurse(chance, state, setting, day, state.now, bid.by)
        fall_asleep(chance, state, setting)
    elif bid.cause is Cause.TIRED:
        state.tired_at = state.now + chance.gamma(AGAIN_SHAPE, AGAIN)
    if last is Answer.HOLD:
        state.held_until = state.now + 10.0


def dozes(chance: Chance, state: State, setting: Setting, bid: Bid) -> bool:
    """Whether it sleeps on after a stir in the night, the surer the more night differs from day."""
    return (
        bid.cause is not Cause.PLAY
        and is_night(hour_of(state.now))
        and chance.happens(setting.usual.consolidated)
    )


def rests(bid: Bid, last: Answer | None) -> bool:
    """Whether a tired child is asleep now: put down, in arms, or by itself."""
    return bid.alone or last in {Answer.REST, Answer.HOLD, Answer.FEED}


def feed(chance: Chance, state: State, setting: Setting, day: Day, bid: Bid) -> None:
    """Feed because a bid was answered so."""
    start = max(at for at, answer in bid.answers if answer is Answer.FEED)
    nurse(chance, state, setting, day, start, bid.by)


BEDTIME, FED_ENOUGH = (18.5, 22.0), 60.0  # hours; minutes since a feed


def bedtime(state: State, day: Day) -> bool:
    """Whether a feed comes before this sleep: it is evening, and the last was a while ago."""
    early, late = BEDTIME
    fed = day.feeds[-1][1] if day.feeds else -FED_ENOUGH
    return early <= hour_of(state.now) < late and state.now - fed >= FED_ENOUGH


def nurse(
    chance: Chance, state: State, setting: Setting, day: Day, start: float, by: int
) -> None:
    """Feed, and wind the clock of hunger up."""
    usual, child = setting.usual, setting.child
    length = chance.gamma(6, usual.feed_length)
    together(state, day, at=max(start + length, state.now))
    day.feeds.append((start, state.now, by))
    interval = usual.breast_interval if child.breast else usual.bottle_interval
    wait = chance.gamma(HUNGER_SHAPE, interval * child.feed_pace)
    state.hungry_at = max(start + wait, state.now + 20.0)


def fall_asleep(chance: Chance, state: State, setting: Setting) -> None:
    """Fall asleep, for a nap or for the night."""
    usual = setting.usual
    hour = hour_of(state.now)
    length = chance.gamma(NAP_SHAPE, usual.nap)
    if is_night(hour):
        length = min(
            chance.gamma(NIGHT_SHAPE, usual.night_sleep),
            chance.wait(10 * HOUR / usual.night_wakings),
        )
        morning = HOUR * ((MORNING - hour) % 24) + 30.0 * chance.normal()
        if usual.consolidated > chance.uniform():
            length = min(length, max(morning, 20.0))
    state.slower = 1 + (usual.night_stretch if is_night(hour) else 0.0)
    state.hungry_at = state.now + max(state.hungry_at - state.now, 0.0) * state.slower
    state.hungry_at += chance.wait(SLEEPS_ON)
    state.asleep, state.slept_from = True, state.now
    state.wakes_at = state.now + length


def wake(chance: Chance, state: State, setting: Setting, day: Day) -> None:
    """Sleep until it wakes, by itself or of hunger."""
    state.now = max(min(state.wakes_at, max(state.hungry_at, state.slept_from + 20.0)), state.now)
    state.asleep = False
    state.hungry_at = state.now + max(state.hungry_at - state.now, 0.0) / state.slower
    day.sleeps.append((state.slept_from, state.now))
    awake = chance.gamma(WAKE_SHAPE, setting.usual.wake * setting.child.wake_pace)
    if is_night(hour_of(state.now)):
        awake *= 1 - (1 - NIGHT_WAKE) * setting.usual.consolidated
    state.tired_at = state.now + awake


def hour_of(minutes: float) -> float:
    """Return the hour of the day."""
    return minutes / HOUR % 24


def leave(chance: Chance, state: State, setting: Setting, day: Day) -> None:
    """Whoever is in charge goes out of sight for a while; others may be near."""
    who = day.in_charge[int(state.now / HOUR) % 24]
    near = [
        trust.familiarity(state.hours[k]) * state.trusts[k]
        for k, person in enumerate(setting.people)
        if k != who and chance.happens(person.near)
    ]
    spell = apart(
        chance,
        state.now,
        who=who,
        weeks=setting.usual.weeks,
        protests=setting.child.protests,
        trust=state.trusts[who],
        other=max(near, default=0.0),
        mobile=setting.usual.weeks >= setting.child.crawls,
    )
    day.apart.append(spell)
    if spell.called is None:
        return
    together(state, day, at=spell.called)
    bid = live_bid(
        chance,
        Cause.CLOSENESS,
        spell.called,
        by=who,
        ready=setting.ready[who],
        ease=setting.ease,
        activation=spell.peak,
        comes=spell.back + 0.5,
    )
    remember(state, setting, day, bid)
    follow(chance, state, setting, day, bid)


def ease_of(child: Child, usual: Usual, regulation: float) -> Ease:
    """Return how easily this child settles at this age."""
    settles = settles_faster_with_age(usual.weeks) * trust.settles_faster(regulation)
    return Ease(child.soothable * settles, usual.louder)


DELIGHT = {Fate.MET: 1.0, Fate.MENDED: 0.5}
PLAY_DELIGHT, COMFORT_DELIGHT = 0.6, 0.25


def delight(bid: Bid) -> float:
    """Return how much a caregiver's delight an exchange is, as a share of a moment of it."""
    of = PLAY_DELIGHT if bid.cause is Cause.PLAY else COMFORT_DELIGHT
    return of * DELIGHT.get(bid.fate, 0.0)
