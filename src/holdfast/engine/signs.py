"""Signs seen so far, and what phase of Bowlby's they speak for, once they do.

A hidden Markov chain of four phases that only goes forward, one step a week: how soon it moves on
is by age, and each week's signs weigh each phase (science, D5). A sign that nobody wrote down in
a week says nothing: it is not "not seen". No phase is named before it is more than 80 % likely.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import erf, log, sqrt
from types import MappingProxyType

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine.local import with_local
from holdfast.words.vocabulary import Exploring, Kind, Milestone, Signal

SURE = 0.8
PHASES = 4
SIGNS: Mapping[str, tuple[float, float, float, float]] = MappingProxyType(
    {
        "knows_you": (0.5, 0.7, 0.85, 0.85),
        "minds_goodbyes": (0.05, 0.15, 0.65, 0.4),
        "shy_with_strangers": (0.02, 0.1, 0.6, 0.3),
        "comes_to_you": (0.02, 0.1, 0.8, 0.8),
    }
)
"""How likely each sign is to be seen in a week of each phase [D]: settles faster with a familiar
person, protests at goodbyes, is wary of strangers, follows or approaches when able."""

TELLS: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (Kind.MILESTONE, Milestone.MINDS_GOODBYES): "minds_goodbyes",
        (Kind.MILESTONE, Milestone.SHY_WITH_STRANGERS): "shy_with_strangers",
        (Kind.MILESTONE, Milestone.CRAWLED_TO_ME): "comes_to_you",
        (Kind.SIGNAL, Signal.APPROACH): "comes_to_you",
        (Kind.EXPLORING, Exploring.RETURN): "comes_to_you",
    }
)
"""Which words are signs. That she settles faster with somebody is counted elsewhere or not."""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SoFar:
    """What the signs speak for after the last week.

    Args:
        seen: in how many weeks each sign was seen.
        chances: of the four phases.
        phase: 1 to 4, once it is more than 80 % likely and a sign was seen; else None.
    """

    seen: Mapping[str, int]
    chances: tuple[float, ...]
    phase: int | None


def signs(log: pl.DataFrame) -> pl.DataFrame:
    """Find the moments that are signs: child, zone, opened, sign."""
    words = pl.DataFrame(
        [[*word, sign] for word, sign in TELLS.items()], ["kind", "word", "sign"], orient="row"
    )
    return log.join(words, on=["kind", "word"]).select("child", "zone", "sign", opened="at")


def tally_signs(signs: pl.DataFrame) -> pl.DataFrame:
    """Count signs by local day: day, sign, count."""
    counts = with_local(signs).group_by("day", "sign").agg(count=pl.len())
    return counts.cast({"count": pl.Int64}).sort("day", "sign")


def so_far(tally: pl.DataFrame, *, origin: date, today: date) -> SoFar:
    """Weigh all signs up to today.

    Args:
        tally: counts from `tally_signs`, of one child.
        origin: birth, or the due date where age is corrected.
        today: the local day.
    """
    week = (pl.col("day") - origin).dt.total_days() // 7
    weeks = tally.select("sign", week=week).unique()
    seen = {sign: len(weeks.filter(sign=sign)) for sign in SIGNS}
    by_week = dict(weeks.group_by("week").agg("sign").iter_rows())
    chances = np.array([1.0, 0.0, 0.0, 0.0])
    for age in range(max((today - origin).days // 7, 0) + 1):
        chances = step(chances, age, by_week.get(age, []))
    lead = int(chances.argmax())
    sure = bool(chances[lead] > SURE) and not tally.is_empty()
    return SoFar(seen, tuple(map(float, chances)), lead + 1 if sure else None)


def step(chances: Values, week: int, seen: list[str]) -> Values:
    """Return the chances of the phases after one more week of age and its signs."""
    moves = np.array([hazard(phase, week) for phase in range(PHASES - 1)])
    moved = chances.copy()
    moved[:-1] -= chances[:-1] * moves
    moved[1:] += chances[:-1] * moves
    for sign in seen:
        moved *= SIGNS[sign]
    after: Values = moved / moved.sum()
    return after


def hazard(phase: int, week: int) -> float:
    """Return how likely a move on from a phase (0 to 2) is in a week, if it has not come before.

    Ages at the moves [D]: N(10, 2.5) weeks; log-normal with median 29 weeks and sigma .38, fitted
    to Schaffer and Emerson 1964; N(36, 6) months.
    """
    ages = (lambda w: (w - 10) / 2.5, later, lambda w: (w - 36 * 365.25 / 84) / (6 * 365.25 / 84))
    before, after = (ages[phase](float(at)) for at in (week, week + 1))
    left = 1 - below(before)
    return min((below(after) - below(before)) / left, 1.0) if left > 0 else 1.0


def later(week: float) -> float:
    """Return how many deviations a week is from when a particular tie usually shows."""
    return (log(week) - log(29)) / 0.38 if week > 0 else -float("inf")


def below(deviations: float) -> float:
    """Return the share of a normal that lies below."""
    return (1 + erf(deviations / sqrt(2))) / 2
