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
    answers: "Answers"
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


class Opening(NamedTuple):
    """A bid as it begins."""

    cause: Cause
    at: float
    by: int  # who is called
    activation: float = 0.0  # of attachment
    held: bool = False  # the child is in arms as it begins, so that it is noticed at once
    taken: bool = False  # somebody has taken it up, and will not let it pass
    comes: float | None = None  # when somebody comes, where that is known: who left comes back


class Louder(NamedTuple):
    """When a cue turns into fussing, and that into crying, if nothing comes before."""

    fussed: float
    cried: float


def live_bid(chance: Chance, opening: Opening, ready: Ready, ease: Ease) -> Bid:
    """Live one bid to its end.

    Args:
        chance: where chance comes from.
        opening: what it is about, when it begins, and who is called.
        ready: how they are today.
        ease: how easily this child settles.
    """
    louder = grows_louder(chance, opening, ease)
    first = answer_time(chance, opening, louder, ready)
    alone = gives_up(chance, opening, louder, ease)
    if alone < first:
        came = first <= opening.at + NOBODY
        answers: Answers = ()
        ended, settled, judged = alone, True, Fate.ALONE if came else Fate.MISSED
    else:
        answers, ended, settled = tries(chance, opening.cause, first, ready=ready, ease=ease)
        judged = fate(opening.at, [at for at, _ in answers], ended if settled else None)
    return Bid(
        cause=opening.cause,
        onset=opening.at,
        fussed=louder.fussed,
        cried=louder.cried,
        answers=answers,
        ended=ended,
        settled=settled,
        alone=alone < first,
        fate=judged,
        by=opening.by,
        activation=opening.activation,
    )


def grows_louder(chance: Chance, opening: Opening, ease: Ease) -> Louder:
    """Return when a bid grows louder: a call to play never, what nobody can explain at once."""
    if opening.cause is Cause.PLAY:
        return Louder(inf, inf)
    quiet = 0.0 if opening.cause is Cause.UNEXPLAINED else chance.wait(ease.louder)
    fussed = opening.at + quiet
    return Louder(fussed, fussed + chance.wait(ease.louder))


def answer_time(chance: Chance, opening: Opening, louder: Louder, ready: Ready) -> float:
    """Return when somebody comes; infinite where they let a call to play pass."""
    if opening.comes is not None:
        return opening.comes
    latency = exp(ready.latency + LATENCY_SPREAD * chance.normal())
    if opening.held:
        return opening.at + latency / LATER_TO_NOTICE
    passes = ready.passes_clock if opening.cause in CLOCKS else ready.passes
    if not opening.taken and chance.happens(passes):
        if not chance.happens(ready.returns):
            return louder.cried + CRIED_ENOUGH
        early, late = COMES_BACK
        return opening.at + early + (late - early) * chance.uniform()
    if chance.happens(ready.notices):
        return opening.at + latency
    seen = opening.at if opening.cause is Cause.PLAY else louder.fussed
    return seen + LATER_TO_NOTICE * latency


def gives_up(chance: Chance, opening: Opening, louder: Louder, ease: Ease) -> float:
    """Return when it would settle with nobody there."""
    if opening.cause is Cause.PLAY:
        return opening.at + chance.wait(1 / PLAY_ALONE)
    if opening.cause is Cause.UNEXPLAINED:
        return opening.at + chance.wait(1 / (settling.UNEXPLAINED_ALONE * ease.settles))
    quiet = HUNGRY_ALONE if opening.cause is Cause.HUNGER else STAYS_QUIET
    alone = opening.at + chance.wait(1 / (quiet * ease.settles))
    if alone <= louder.fussed:
        return alone
    return louder.fussed + chance.wait(1 / (STAYS_LOUD * ease.settles))


Answers = tuple[tuple[float, Answer], ...]


def tries(
    chance: Chance, cause: Cause, first: float, *, ready: Ready, ease: Ease
) -> tuple[Answers, float, bool]:
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


def guess(chance: Chance, cause: Cause, ready: Ready, before: list[tuple[float, Answer]]) -> Answer:
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
