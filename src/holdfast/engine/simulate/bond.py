"""The caregiver's bond: from pregnancy on, slow or quick, with what may stand in the way.

b = m(t) + u + x, in standard deviations: the usual course m, the person's own level u, and what
comes and goes, x. Delight feeds x, obstacles press on it, and both fade over months. The
correlations that the variances imply are near those found (Cuijlits et al. 2016, r = .42 from
pregnancy to eight months); the weekly feedback is a choice of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, log2, sqrt
from types import MappingProxyType

from scipy.special import ndtr

from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.curves import between

LEVEL_VARIANCE, COURSE_VARIANCE = 0.6, 0.4
MEMORY_WEEKS = 20.0
KEPT = exp(-1 / MEMORY_WEEKS)  # of x, from one week to the next
BIRTH_KEEPS = 0.78  # of u and x; the rest is new with the baby in one's arms
DELIGHT, EXPLAINED = 0.15, 0.25
MOST_DELIGHT = 2.0
USUAL_DELIGHT_EARLY, USUAL_DELIGHT, SMILES_WEEKS = 1.4, 3.7, 3

TERM_WEEKS = 40.0
USUAL_WEEKS = (-24.0, -16.0, -8.0, -0.01, 0.0, 4.0, 12.0, 26.0)  # from birth on the due date
USUAL_BOND = (-0.6, -0.2, 0.0, 0.0, -0.25, 0.0, 0.15, 0.2)


class Obstacle(StrEnum):
    """What may stand in the way, and what may help."""

    LOW_MOOD = "low_mood"
    ANXIETY = "anxiety"
    APART = "apart"  # preterm birth or separation, while it lasts
    HARD_BIRTH = "hard_birth"
    LITTLE_SUPPORT = "little_support"
    GOOD_SUPPORT = "good_support"


WEIGHT: Mapping[Obstacle, float] = MappingProxyType(
    {
        Obstacle.LOW_MOOD: 0.30,
        Obstacle.ANXIETY: 0.15,
        Obstacle.APART: 0.25,
        Obstacle.HARD_BIRTH: 0.15,
        Obstacle.LITTLE_SUPPORT: 0.20,
        Obstacle.GOOD_SUPPORT: -0.20,
    }
)
"""In standard deviations of the bond; the directions are found, the sizes ours."""
HARD_BIRTH_FADES = 2.0  # weeks


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One obstacle with its course."""

    what: Obstacle
    size: float = 1.0
    start: float = 0.0  # weeks
    end: float = 52.0

    def at(self, weeks: float) -> float:
        """Return how much it presses at this age."""
        if not self.start <= weeks < self.end:
            return 0.0
        fades = exp(-weeks / HARD_BIRTH_FADES) if self.what is Obstacle.HARD_BIRTH else 1.0
        return WEIGHT[self.what] * self.size * fades


@dataclass(frozen=True, slots=True)
class Bond:
    """The two parts that are one's own: the level, and what comes and goes."""

    level: float
    course: float = 0.0

    @property
    def own(self) -> float:
        """The two together, without the usual course."""
        return self.level + self.course

    def at(self, weeks: float) -> float:
        """Return b at this age; before birth the weeks are negative."""
        return usual(weeks) + self.own


def usual(weeks: float) -> float:
    """Return m: where a bond usually is."""
    return between(weeks, USUAL_WEEKS, USUAL_BOND)


def expecting(chance: Chance) -> Bond:
    """Return somebody's bond in pregnancy, in the weeks before birth."""
    return Bond(sqrt(LEVEL_VARIANCE) * chance.normal(), sqrt(COURSE_VARIANCE) * chance.normal())


def through_birth(bond: Bond, chance: Chance) -> Bond:
    """Return the bond with the baby there: much stays, something is new."""
    new = 1 - BIRTH_KEEPS**2
    return Bond(
        BIRTH_KEEPS * bond.level + sqrt(LEVEL_VARIANCE * new) * chance.normal(),
        BIRTH_KEEPS * bond.course + sqrt(COURSE_VARIANCE * new) * chance.normal(),
    )


def after_week(bond: Bond, *, delight: float, obstacles: float, shock: float) -> Bond:
    """Return the bond a week later.

    Args:
        bond: before.
        delight: J, see `delight_of`.
        obstacles: O, in standard deviations, added up.
        shock: a standard normal.
    """
    spread = sqrt(COURSE_VARIANCE * (1 - EXPLAINED) * (1 - KEPT**2))
    course = KEPT * bond.course + (1 - KEPT) * (DELIGHT * delight - obstacles) + spread * shock
    return replace(bond, course=course)


def delight_of(moments_a_day: float, weeks: float, share: float) -> float:
    """Return J: moments of delight against what is usual at this age for this share of the time.

    Args:
        moments_a_day: with this caregiver.
        weeks: the child's age.
        share: of the time that this caregiver is in charge.
    """
    usual_a_day = share * (USUAL_DELIGHT_EARLY if weeks < SMILES_WEEKS else USUAL_DELIGHT)
    delight = log2((1 + moments_a_day) / (1 + usual_a_day))
    return max(-MOST_DELIGHT, min(MOST_DELIGHT, delight))


FELT_BY = (0.539, 0.753, 0.858, 0.951, 0.993)
"""By when a mother felt that the baby belonged to her: in pregnancy, at birth, in the first days,
the first weeks, at three months (Henderson, Carson, Redshaw 2016, n = 4347)."""
FELT_WEEKS = ((-24.0, -1.0), (0.0, 0.0), (0.14, 1.0), (1.0, 8.0), (8.0, 13.0))
FELT_WITH_BOND = 0.7  # how far the onset goes with the bond in pregnancy


def first_felt(bond: Bond, chance: Chance) -> float | None:
    """Return the week in which it was first felt, negative in pregnancy; None for "not yet".

    The spread over people is the survey's; who is early goes with the bond in pregnancy.
    """
    noise = sqrt(1 - FELT_WITH_BOND**2) * chance.normal()
    rank = 1 - float(ndtr(FELT_WITH_BOND * bond.own + noise))
    start = 0.0
    for by, (first, last) in zip(FELT_BY, FELT_WEEKS, strict=True):
        if rank < by:
            return first + (last - first) * (rank - start) / (by - start)
        start = by
    return None
