"""One bid: a cause, a quiet cue that grows louder, somebody who comes or not, and how it ends."""

from enum import StrEnum
from math import exp, inf
from typing import NamedTuple

from holdfast.engine.simulate import settling
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.fates import NOBODY, Fate, fate
from holdfast.engine.simulate.people import LATENCY_SPREAD, Ready


class Cause(StrEnum):
    """What a bid is about: the simulator knows, nobody else does."""

    HUNGER = "hunger"
    TIRED = "tired"
    CLOSENESS = "closeness"
    DISCOMFORT = "discomfort"
    PLAY = "play"
    UNEXPLAINED = "unexplained"


class Answer(StrEnum):
    """The classes of what somebody tries."""

    FEED = "feed"
    HOLD = "hold"
    REST = "rest"
    CARE = "care"
    PLAY = "play"


CLOCKS = frozenset({Cause.HUNGER, Cause.TIRED})
"""What comes round by the clock is expected, and less often let pass."""
RIGHT = {
    Cause.HUNGER: Answer.FEED,
    Cause.TIRED: Answer.REST,
    Cause.CLOSENESS: Answer.HOLD,
    Cause.DISCOMFORT: Answer.CARE,
    Cause.PLAY: Answer.PLAY,
}
GUESSES = (Answer.FEED, Answer.HOLD, Answer.REST, Answer.CARE, Answer.PLAY)
GUESS_WEIGHTS = (0.34, 0.40, 0.14, 0.08, 0.04)
NEXT_TRY, NEXT_TRY_SHAPE = 3.9, 3  # minutes
LATER_TO_NOTICE = 2.5  # times the latency, once it fusses
KEEPS_AT_IT = 10.0  # minutes more for what is the right thing
COMES_BACK = (10.0, 25.0)  # minutes, where a bid was first let pass and somebody comes after all
STAYS_QUIET, STAYS_LOUD = 0.10, settling.ALONE  # per minute with nobody: gives up a cue, a cry
HUNGRY_ALONE, PLAY_ALONE = 0.04, 0.25
LONGEST = 120.0  # minutes; then exhaustion ends it
CRIED_ENOUGH = 25.0  # minutes after which somebody comes to any cry


class Bid(NamedTuple):
    """One bid as it was lived. Times are minutes since midnight of the day of birth."""

    cause: Cause
    onset: float
    fussed: float  # when fussing began, or would have
    cried: float
    answers: tuple[tuple[float, Answer], ...]
    ended: float
    settled: bool
    alone: bool  # settled before anybody came
    fate: Fate
    by: int  # who was called, as a place in the row of caregivers
    activation: float

    @property
    def loud(self) -> float:
        """Minutes of fussing and crying."""
        return max(self.ended - self.fussed, 0.0)


class Ease(NamedTuple):
    """What a settling hazard is multiplied by, and how fast a cue grows louder."""

    settles: float
    louder: float


def live_bid(
    chance: Chance,
    cause: Cause,
    onset: float,
    *,
    by: int,
    ready: Ready,
    ease: Ease,
    activation: float = 0.0,
    held: bool = False,
    comes: float | None = None,
) -> Bid:
    """Live one bid to its end.

    Args:
        chance: where chance comes from.
        cause: what it is about.
        onset: when it begins.
        by: who is called.
        ready: how they are today.
        ease: how easily this child settles.
        activation: of attachment, at the onset.
        held: the child is in arms as it begins: it is noticed at once.
        comes: when somebody comes, where that is known (a figure returns); else chance says.
    """
    fussed = onset if cause is Cause.UNEXPLAINED else onset + chance.wait(ease.louder)
    if cause is Cause.PLAY:
        fussed = inf
    cried = fussed + chance.wait(ease.louder)
    first = answer_time(chance, cause, onset, fussed, ready, held=held) if comes is None else comes
    if first == inf and cause is not Cause.PLAY:
        first = cried + CRIED_ENOUGH
    alone = gives_up(chance, cause, onset, fussed, ease)
    if alone < first:
        came = first <= onset + NOBODY
        end = Fate.ALONE if came else Fate.MISSED
        return Bid(cause, onset, fussed, cried, (), alone, True, True, end, by, activation)
    answers, ended, settled = tries(chance, cause, first, ready, ease)
    judged = fate(onset, [at for at, _ in answers], ended if settled else None)
    return Bid(
        cause, onset, fussed, cried, answers, ended, settled, False, judged, by, activation
    )


def answer_time(
    chance: Chance, cause: Cause, onset: float, fussed: float, ready: Ready, *, held: bool
) -> float:
    """Return when somebody comes; infinite where they let it pass."""
    latency = exp(ready.latency + LATENCY_SPREAD * chance.normal())
    if held:
        return onset + latency / LATER_TO_NOTICE
    if chance.happens(ready.passes if cause not in CLOCKS else ready.passes_clock):
        if not chance.happens(ready.returns):
            return inf
        early, late = COMES_BACK
        return onset + early + (late - early) * chance.uniform()
    if chance.happens(ready.notices):
        return onset + latency
    return (onset if fussed == inf else fussed) + LATER_TO_NOTICE * latency


def gives_up(
    chance: Chance, cause: Cause, onset: float, fussed: float, ease: Ease
) -> float:
    """Return when it would settle with nobody there."""
    if cause is Cause.PLAY:
        return onset + chance.wait(1 / PLAY_ALONE)
    if cause is Cause.UNEXPLAINED:
        return onset + chance.wait(1 / (settling.UNEXPLAINED_ALONE * ease.settles))
    quiet = HUNGRY_ALONE if cause is Cause.HUNGER else STAYS_QUIET
    alone = onset + chance.wait(1 / (quiet * ease.settles))
    if alone <= fussed:
        return alone
    return fussed + chance.wait(1 / (STAYS_LOUD * ease.settles))


def tries(
    chance: Chance, cause: Cause, first: float, ready: Ready, ease: Ease
) -> tuple[tuple[tuple[float, Answer], ...], float, bool]:
    """Try one thing after the other until it settles; return what, until when, and whether."""
    answers: list[tuple[float, Answer]] = []
    at = first
    while True:
        answer = guess(chance, cause, ready, answers)
        answers.append((at, answer))
        settled = at + chance.wait(1 / (hazard(cause, answer) * ease.settles))
        following = at + chance.gamma(NEXT_TRY_SHAPE, NEXT_TRY)
        following += KEEPS_AT_IT * (answer is RIGHT.get(cause))
        if settled <= following:
            return tuple(answers), settled, True
        if following > first + LONGEST:
            return tuple(answers), first + LONGEST, False
        at = following


def guess(
    chance: Chance, cause: Cause, ready: Ready, before: list[tuple[float, Answer]]
) -> Answer:
    """Choose what to try next: the right thing, or what one often tries; not the same again.

    A coo or a smile that is not taken up as one is taken up in arms, and not with a bottle.
    """
    if cause is not Cause.UNEXPLAINED and chance.happens(ready.right):
        return RIGHT[cause]
    if cause is Cause.PLAY:
        return Answer.HOLD
    last = before[-1][1] if before else None
    answer = GUESSES[chance.pick(GUESS_WEIGHTS)]
    return Answer.HOLD if answer is last else answer


def hazard(cause: Cause, answer: Answer) -> float:
    """Return how likely this answer settles this cause in the next minute."""
    held = answer is Answer.HOLD
    if cause is Cause.UNEXPLAINED:
        return settling.UNEXPLAINED_HELD if held else settling.UNEXPLAINED_OTHER
    if answer is RIGHT[cause]:
        return settling.RIGHT
    return settling.CONTACT if held else settling.OTHER
