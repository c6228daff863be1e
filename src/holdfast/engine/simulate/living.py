"""Living through a day: clocks of hunger and waking, needs as they come up, and who answers.

The day goes from one thing to the next and not minute by minute; what happens in between is drawn
from the same hazards. Time is in minutes since midnight of the day of birth.
"""

from dataclasses import dataclass, field
from math import inf

from holdfast.engine.simulate import trust
from holdfast.engine.simulate.apart import Apart, Left, apart
from holdfast.engine.simulate.bids import CLOCKS, Answer, Bid, Cause, Ease, Opening, live_bid
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.curves import DAY, HOUR
from holdfast.engine.simulate.fates import Fate
from holdfast.engine.simulate.people import Caregiver, Child, Known, Ready, called, in_charge
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
HUNGER_SHAPE, WAKE_SHAPE, NAP_SHAPE, NIGHT_SHAPE, FEED_SHAPE = 4, 12, 4, 6, 6
AGAIN, HUNGRY_AGAIN, AGAIN_SHAPE = 15.0, 40.0, 2  # minutes until an unmet need comes back
SLEEPS_ON = 30.0  # minutes that sleep holds hunger off
ILL_DAYS, ILL_CLOSENESS = 1 / 30, 1.5
NIGHT_WAKE = 0.25  # of a day's waking time, until tired again at night
HELD_ON = 10.0  # minutes in arms after being comforted there
URGENCY = {Cause.UNEXPLAINED: 0.35, Cause.PLAY: 0.05}
"""Of the attachment as a bid begins; of a quiet cue in need it is this:"""
QUIET_NEED = 0.15

Coming = list[tuple[float, Cause | None]]
"""What is still to come, the last first; None: somebody leaves."""


@dataclass(slots=True)
class State:
    """What a child carries from one minute to the next. Changed in place, by this module alone."""

    now: float = 0.0
    asleep: bool = True
    hungry_at: float = 60.0
    tired_at: float = inf
    wakes_at: float = 30.0
    slept_from: float = 0.0
    slower: float = 1.0  # how much slower the clock of hunger runs in this sleep
    held_until: float = 0.0
    trusts: list[float] = field(default_factory=list)
    hours: list[float] = field(default_factory=list)  # awake together
    regulation: float = 0.0
    worth: float = trust.START

    def skip(self, days: int) -> None:
        """Let days pass that are not lived: all clocks stand as they stood."""
        self.now += days * DAY
        self.hungry_at += days * DAY
        self.tired_at += days * DAY
        self.wakes_at += days * DAY
        self.slept_from += days * DAY
        self.held_until += days * DAY


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What stays the same through a day."""

    child: Child
    people: tuple[Caregiver, ...]
    ready: tuple[Ready, ...]
    usual: Usual
    ease: Ease
    leaves_a_day: float
    stands_for: float = 1.0  # how many days this one counts for


@dataclass(frozen=True, slots=True)
class Scene:
    """A day while it is lived."""

    chance: Chance
    state: State
    setting: Setting
    day: Day

    @property
    def charge(self) -> int:
        """Who is in charge now."""
        return self.day.in_charge[int(self.state.now / HOUR) % 24]


def live_day(chance: Chance, state: State, setting: Setting, number: int) -> Day:
    """Live one day and leave the state as it is at midnight."""
    midnight = (number + 1) * DAY
    day = Day(number, in_charge=in_charge(setting.people, chance), ill=chance.happens(ILL_DAYS))
    scene = Scene(chance, state, setting, day)
    coming = needs_of_day(scene)
    while state.now < midnight:
        if state.asleep:
            wake(scene)
            continue
        at, what = next_need(state, coming)
        if at >= midnight:
            together(scene, until=midnight)
            break
        if coming and at == coming[-1][0]:
            coming.pop()
        together(scene, until=at)
        happen(scene, what)
    return day


def next_need(state: State, coming: Coming) -> tuple[float, Cause | None]:
    """Return what is next: a clock that runs out, or what comes up by chance."""
    while coming and coming[-1][0] < state.now:
        coming.pop()
    return min(
        (max(state.hungry_at, state.now), Cause.HUNGER),
        (max(state.tired_at, state.now), Cause.TIRED),
        coming[-1] if coming else (inf, Cause.PLAY),
        key=when,
    )


def when(need: tuple[float, Cause | None]) -> float:
    """Return the time of a need."""
    return need[0]


def needs_of_day(scene: Scene) -> Coming:
    """Return what may come up in the waking hours of a day."""
    chance, setting, start = scene.chance, scene.setting, scene.day.number * DAY
    usual = setting.usual
    close = usual.closeness * (ILL_CLOSENESS if scene.day.ill else 1.0)
    unexplained = usual.unexplained * setting.child.unexplained / DAY
    coming: Coming = []
    for a_day, cause in (
        (close, Cause.CLOSENESS),
        (usual.discomfort, Cause.DISCOMFORT),
        (usual.play, Cause.PLAY),
        (setting.leaves_a_day, None),
    ):
        coming += [(at, cause) for at in chance.times(a_day / AWAKE_A_DAY, start, start + DAY)]
    evening, night = (start + HOUR * hour for hour in EVENING)
    times = chance.times(unexplained * OTHER_RATE, start, evening)
    times += chance.times(unexplained * EVENING_RATE, evening, night)
    coming += [(at, Cause.UNEXPLAINED) for at in times]
    return sorted(coming, key=when, reverse=True)


def together(scene: Scene, *, until: float) -> None:
    """Let waking time pass with whoever is in charge."""
    state = scene.state
    state.hours[scene.charge] += scene.setting.stands_for * (until - state.now) / HOUR
    state.now = until


def happen(scene: Scene, what: Cause | None) -> None:
    """Let one thing happen now."""
    if what is None:
        leave(scene)
        return
    activation = URGENCY.get(what, QUIET_NEED)
    who, taken = call(scene, activation, clock=what in CLOCKS)
    ready = scene.setting.ready[who]
    held = scene.state.now < scene.state.held_until or scene.chance.happens(ready.carried / 2)
    opening = Opening(
        what,
        scene.state.now,
        by=who,
        activation=activation,
        held=held and what is not Cause.PLAY,
        taken=taken,
    )
    answer(scene, opening)


def answer(scene: Scene, opening: Opening) -> None:
    """Live the bid that opens here, remember it, and let come what comes of it."""
    setting = scene.setting
    bid = live_bid(scene.chance, opening, setting.ready[opening.by], setting.ease)
    remember(scene, bid)
    follow(scene, bid)


def call(scene: Scene, activation: float, *, clock: bool) -> tuple[int, bool]:
    """Return who is called, of those in charge or near, and whether they have taken it up already.

    Where the first one lets it pass and somebody else is near, the bid becomes theirs.
    """
    main, people = scene.charge, scene.setting.people
    if len(people) == 1:
        return main, False
    chance, state = scene.chance, scene.state
    near = [k for k, one in enumerate(people) if k == main or chance.happens(one.near)]
    known = [Known(hours, trust) for hours, trust in zip(state.hours, state.trusts, strict=True)]
    who = called(known, near, activation, chance)
    if len(near) == 1:
        return who, False
    ready = scene.setting.ready[who]
    if not chance.happens(ready.passes_clock if clock else ready.passes):
        return who, True
    near.remove(who)
    return called(known, near, activation, chance), False


def remember(scene: Scene, bid: Bid) -> None:
    """Keep the bid, and what it did to the expectation."""
    setting, trusts = scene.setting, scene.state.trusts
    weight = setting.stands_for * (trust.PLAY_WEIGHT if bid.cause is Cause.PLAY else 1.0)
    weeks = setting.usual.weeks
    trusts[bid.by] = trust.after_bid(trusts[bid.by], bid.fate, weeks, weight=weight)
    scene.day.bids.append(bid)
    together(scene, until=bid.ended)


def follow(scene: Scene, bid: Bid) -> None:
    """Let come what comes of it: a feed, a sleep, the same need again, or some peace."""
    chance, state = scene.chance, scene.state
    last = bid.answers[-1][1] if bid.answers else None
    fed = [at for at, answer in bid.answers if answer is Answer.FEED]
    if fed and (last is Answer.FEED or bid.cause is Cause.HUNGER):
        nurse(scene, fed[-1], bid.by)
    elif bid.cause is Cause.HUNGER:
        state.hungry_at = state.now + chance.gamma(AGAIN_SHAPE, HUNGRY_AGAIN)
    if goes_to_sleep(scene, bid, last):
        if bid.answers and bedtime(scene):
            nurse(scene, state.now, bid.by)
        fall_asleep(scene)
    elif bid.cause is Cause.TIRED:
        state.tired_at = state.now + chance.gamma(AGAIN_SHAPE, AGAIN)
    if last is Answer.HOLD:
        state.held_until = state.now + HELD_ON


def goes_to_sleep(scene: Scene, bid: Bid, last: Answer | None) -> bool:
    """Whether it sleeps now: exhausted, laid down or in arms, by itself, or on after a stir."""
    if not bid.settled:
        return True
    if bid.cause is Cause.TIRED and (bid.alone or last in SLEEPS_AFTER):
        return True
    night = bid.cause is not Cause.PLAY and is_night(hour_of(scene.state.now))
    return night and scene.chance.happens(scene.setting.usual.consolidated)


SLEEPS_AFTER = frozenset({Answer.REST, Answer.HOLD, Answer.FEED})
BEDTIME, FED_ENOUGH = (18.5, 22.0), 60.0  # hours; minutes since a feed


def bedtime(scene: Scene) -> bool:
    """Whether a feed comes before this sleep: it is evening, and the last was a while ago."""
    early, late = BEDTIME
    fed = scene.day.feeds[-1][1] if scene.day.feeds else -FED_ENOUGH
    return early <= hour_of(scene.state.now) < late and scene.state.now - fed >= FED_ENOUGH


def nurse(scene: Scene, start: float, by: int) -> None:
    """Feed, and wind the clock of hunger up."""
    chance, state, usual = scene.chance, scene.state, scene.setting.usual
    child = scene.setting.child
    length = chance.gamma(FEED_SHAPE, usual.feed_length)
    together(scene, until=max(start + length, state.now))
    scene.day.feeds.append((start, state.now, by))
    interval = usual.breast_interval if child.breast else usual.bottle_interval
    wait = chance.gamma(HUNGER_SHAPE, interval * child.feed_pace)
    state.hungry_at = max(start + wait, state.now + 20.0)


def fall_asleep(scene: Scene) -> None:
    """Fall asleep, for a nap or for the night, in which hunger comes on more slowly."""
    chance, state, usual = scene.chance, scene.state, scene.setting.usual
    night = is_night(hour_of(state.now))
    length = night_bout(scene) if night else chance.gamma(NAP_SHAPE, usual.nap)
    state.slower = 1 + (usual.night_stretch if night else 0.0)
    state.hungry_at = state.now + max(state.hungry_at - state.now, 0.0) * state.slower
    state.hungry_at += chance.wait(SLEEPS_ON)
    state.asleep, state.slept_from = True, state.now
    state.wakes_at = state.now + length


def night_bout(scene: Scene) -> float:
    """Return how long it sleeps at night, unless hunger ends it: at most until the morning."""
    chance, usual = scene.chance, scene.setting.usual
    length = min(
        chance.gamma(NIGHT_SHAPE, usual.night_sleep),
        chance.wait(10 * HOUR / usual.night_wakings),
    )
    if not chance.happens(usual.consolidated):
        return length
    morning = HOUR * ((MORNING - hour_of(scene.state.now)) % 24) + 30.0 * chance.normal()
    return min(length, max(morning, 20.0))


def wake(scene: Scene) -> None:
    """Sleep until it wakes, by itself or of hunger."""
    state, usual = scene.state, scene.setting.usual
    hungry = max(state.hungry_at, state.slept_from + 20.0)
    state.now = max(min(state.wakes_at, hungry), state.now)
    state.asleep = False
    state.hungry_at = state.now + max(state.hungry_at - state.now, 0.0) / state.slower
    scene.day.sleeps.append((state.slept_from, state.now))
    awake = scene.chance.gamma(WAKE_SHAPE, usual.wake * scene.setting.child.wake_pace)
    if is_night(hour_of(state.now)):
        awake *= 1 - (1 - NIGHT_WAKE) * usual.consolidated
    state.tired_at = state.now + awake


def hour_of(minutes: float) -> float:
    """Return the hour of the day."""
    return minutes / HOUR % 24


def leave(scene: Scene) -> None:
    """Whoever is in charge goes out of sight for a while; others may be near."""
    state, setting, who = scene.state, scene.setting, scene.charge
    near = [
        trust.familiarity(state.hours[k]) * state.trusts[k]
        for k, person in enumerate(setting.people)
        if k != who and scene.chance.happens(person.near)
    ]
    left = Left(
        who,
        state.now,
        weeks=setting.usual.weeks,
        protests=setting.child.protests,
        trust=state.trusts[who],
        other=max(near, default=0.0),
        mobile=setting.usual.weeks >= setting.child.crawls,
    )
    spell = apart(scene.chance, left)
    scene.day.apart.append(spell)
    if spell.called is None:
        return
    together(scene, until=spell.called)
    cause, at, back = Cause.CLOSENESS, spell.called, spell.back + 0.5
    answer(scene, Opening(cause, at, by=who, activation=spell.peak, comes=back))


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
