"""The whole check: cohorts lived, measures taken, each held against its target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from holdfast.engine.simulate.bond import Bond, after_week, expecting, first_felt, through_birth
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.faces import in_tune
from holdfast.engine.simulate.life import Course, Life, live
from holdfast.engine.simulate.people import Caregiver, Manner, born
from holdfast.engine.simulate.security import SECURE_ABOVE, security
from holdfast.engine.simulate.validation import measures
from holdfast.engine.simulate.validation.against import engine_scored, settling_ranks
from holdfast.engine.simulate.validation.measures import Measured, mean, share
from holdfast.engine.simulate.validation.targets import TARGETS, Target

ADULTS = 20_000
BONDS = 4_000
DOUBLED = 2
HELPED = 0.33  # standard deviations of sensitivity that help for parents adds


@dataclass(frozen=True, slots=True)
class Verdict:
    """One target with what was simulated."""

    target: Target
    value: float
    error: float  # of sampling, one standard error; 0 where there is none
    met: bool


Found = dict[str, Measured]


def verdict(target: Target, value: float, error: float) -> Verdict:
    """Hold a value against its target."""
    return Verdict(target, value, error, target.low <= value <= target.high)


def validate(
    *, seed: int, children: int, tick: Callable[[], object] = lambda: None
) -> list[Verdict]:
    """Live the cohorts and hold them against all targets.

    Args:
        seed: of all that is drawn.
        children: in the cohort that lives a year; the others are of the same size and shorter.
        tick: called after each life, `lives_for(children)` times in all.

    Returns:
        One verdict a target, in the order of the table.
    """
    lives = cohort(seed, children, weeks=53, tick=tick)
    bottle = cohort(seed + 1, children, weeks=2, breast=False, tick=tick)
    carried = cohort(seed, children, weeks=7, carried=DOUBLED, tick=tick)
    helped = cohort(seed, children, weeks=7, shift=HELPED, tick=tick)
    found = of_crying(lives) | of_nights_and_feeds(lives, bottle) | of_people(lives, helped)
    found["carrying"] = changed(carried, lives)
    rng = np.random.default_rng([seed, 7])
    found |= of_bonds(rng) | of_ages(rng) | of_security(rng)
    found |= engine_scored(seed) | {"sbc": settling_ranks(rng), "sound": (0.0, 0.0)}
    return [verdict(target, *found[name]) for name, target in TARGETS.items()]


def lives_for(children: int) -> int:
    """Return how many lives a check of this size lives."""
    return 4 * children


def cohort(
    seed: int,
    children: int,
    *,
    weeks: int,
    breast: bool = True,
    carried: float = 1.0,
    shift: float = 0.0,
    tick: Callable[[], object],
) -> list[Life]:
    """Live a cohort; the n-th child has the same temperament and caregiver in each."""
    lives = []
    for place in range(children):
        z = float(np.random.default_rng([seed, place, 1]).standard_normal())
        usual = Manner()
        manner = Manner(sensitivity=z + shift, carried=usual.carried * carried)
        child = born(Chance(np.random.default_rng([seed, place, 3])), breast=breast)
        rng = np.random.default_rng([seed, place, 2])
        lives.append(live(rng, (Caregiver(manner=manner),), Course(weeks=weeks), child=child))
        tick()
    return lives


def of_crying(lives: Sequence[Life]) -> Found:
    """Measure rows 1 to 5. The diaries are of one day: day 38 and day 77."""
    early, late = measures.crying(lives, 5, 7), measures.crying(lives, 10, 12)
    whole, evening = measures.diary(lives, 42), measures.diary(lives, 42, evening=True)
    return {
        "cry_1": mean(measures.crying(lives, 1, 2)),
        "cry_3": mean(measures.crying(lives, 3, 4)),
        "cry_5": mean(early),
        "cry_10": mean(late),
        "drop": measures.ratio(late, early),
        "sd_5": measures.spread(measures.diary(lives, 38)),
        "sd_10": measures.spread(measures.diary(lives, 77)),
        "evening": measures.ratio(evening, whole),
    }


def of_nights_and_feeds(lives: Sequence[Life], bottle: Sequence[Life]) -> Found:
    """Measure rows 6 to 9."""
    return {
        "breast_1": mean(measures.sessions(lives, 0, 1)),
        "breast_4": mean(measures.sessions(lives, 4, 5)),
        "breast_13": mean(measures.sessions(lives, 12, 14)),
        "bottle_1": mean(measures.sessions(bottle, 0, 1)),
        "sleep_4": mean(measures.sleep_hours(lives, 4, 5)),
        "sleep_13": mean(measures.sleep_hours(lives, 12, 14)),
        "sleep_26": mean(measures.sleep_hours(lives, 25, 27)),
        "sleep_52": mean(measures.sleep_hours(lives, 51, 53)),
        "eight_hours": share(measures.sleeps_eight_hours(lives, 17, 18)),
    }


def of_people(lives: Sequence[Life], helped: Sequence[Life]) -> Found:
    """Measure row 11 and the second half of row 17."""
    before = measures.answered_share(lives, 4, 7)
    after = measures.answered_share(helped, 4, 7)
    difference, error = mean(after - before)
    spread = float(before.std(ddof=1))
    return {
        "within": measures.within_share(lives, 18, 21),
        "help": (difference / spread, error / spread),
    }


def changed(carried: Sequence[Life], lives: Sequence[Life]) -> Measured:
    """Measure row 18: the change of crying at six weeks in the same children, carried more."""
    value, error = measures.ratio(measures.crying(carried, 5, 7), measures.crying(lives, 5, 7))
    return value - 1, error


def of_bonds(rng: np.random.Generator) -> Found:
    """Measure rows 14 and 15 on made-up adults. Scales blur: each r is that of two scales."""
    chance = Chance(rng)
    before = [expecting(chance) for _ in range(BONDS)]
    felt = np.array([np.nan if (at := first_felt(one, chance)) is None else at for one in before])
    days = {day: [] for day in BOND_WEEKS}  # type: dict[int, list[float]]
    for bond in before:
        follow(through_birth(bond, chance), chance, days)
    own = [bond.own for bond in before]
    return {
        "bond_8": blurred(own, days[35], 0.87, 0.80),
        "bond_12": blurred(days[35], days[52], 0.80, 0.79),
        "bond_d3": blurred(days[0], days[12], 0.71, 0.71),
        "felt_birth": share(felt <= 0),
        "felt_days": share(felt <= 1),
        "felt_weeks": share(felt <= 8),  # noqa: PLR2004 -- weeks
        "felt_3": share(~np.isnan(felt)),
    }


BOND_WEEKS = (0, 12, 35, 52)


def follow(bond: Bond, chance: Chance, weeks: dict[int, list[float]]) -> None:
    """Follow one bond through a year of usual delight."""
    for week in range(53):
        if week in weeks:
            weeks[week].append(bond.own)
        bond = after_week(bond, delight=0.0, obstacles=0.0, shock=chance.normal())


def blurred(one: list[float], other: list[float], first: float, second: float) -> Measured:
    """Return the correlation that two scales of these reliabilities would show."""
    r, error = measures.correlation(one, other)
    blur = sqrt(first * second)
    return r * blur, error * blur


def of_ages(rng: np.random.Generator) -> Found:
    """Measure rows 10 and 16."""
    chance = Chance(rng)
    onsets = np.array([born(chance).protests for _ in range(BONDS)])
    matched, cycle = in_tune(rng, cycles=ADULTS)
    return {
        "matched": (matched, 0.0),
        "cycle": mean(cycle),
        "specific_29": share(onsets <= 29),  # noqa: PLR2004 -- weeks
        "specific_40": share(onsets <= 40),  # noqa: PLR2004 -- weeks
    }


def of_security(rng: np.random.Generator) -> Found:
    """Measure rows 12, 13 and the first half of row 17: the same help, seen in security."""
    z = rng.standard_normal(ADULTS)
    found = security(z, rng)
    helped = security(z + HELPED, rng)
    before, after = share(found > SECURE_ABOVE), share(helped > SECURE_ABOVE)
    odds = (after[0] / (1 - after[0])) / (before[0] / (1 - before[0]))
    counts = [ADULTS * p * (1 - p) for p, _ in (before, after)]
    return {
        "link": measures.correlation(z, found),
        "secure": before,
        "odds": (odds, odds * sqrt(sum(1 / count for count in counts))),
    }
