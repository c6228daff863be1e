"""Simulated lives looked at as the studies looked at real ones. Each measure has its error."""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from holdfast.engine.simulate.bids import Cause
from holdfast.engine.simulate.fates import Fate
from holdfast.engine.simulate.life import Life
from holdfast.engine.simulate.living import Day

Values = NDArray[np.float64]
Measured = tuple[float, float]
"""A value and its standard error."""

EVENING = (16 * 60, 24 * 60)
SESSION = 30  # minutes: feeds closer together are one session (Kent)


def mean(values: ArrayLike) -> Measured:
    """Return a mean with its error."""
    found = np.asarray(values, dtype=float)
    return float(found.mean()), float(found.std(ddof=1) / sqrt(len(found)))


def spread(values: ArrayLike) -> Measured:
    """Return a standard deviation with its error by the jackknife."""
    found = np.asarray(values, dtype=float)
    n = len(found)
    total, squares = found.sum(), (found**2).sum()
    left = (squares - found**2 - (total - found) ** 2 / (n - 1)) / (n - 2)
    without = np.sqrt(np.maximum(left, 0))
    error = sqrt((n - 1) / n * ((without - without.mean()) ** 2).sum())
    return float(found.std(ddof=1)), error


def ratio(above: ArrayLike, below: ArrayLike) -> Measured:
    """Return a ratio of means over the same children, with its error by the delta method."""
    a, b = np.asarray(above, dtype=float), np.asarray(below, dtype=float)
    value = float(a.mean() / b.mean())
    left = a - value * b
    return value, float(left.std(ddof=1) / (b.mean() * sqrt(len(b))))


def correlation(one: ArrayLike, other: ArrayLike) -> Measured:
    """Return Pearson's r with its error."""
    first, second = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
    r = float(np.corrcoef(first, second)[0, 1])
    return r, (1 - r * r) / sqrt(len(first) - 1)


def share(flags: ArrayLike) -> Measured:
    """Return a share with its error."""
    found = np.asarray(flags, dtype=float)
    p = float(found.mean())
    return p, sqrt(p * (1 - p) / len(found))


def days_between(life: Life, first: float, last: float) -> list[Day]:
    """Return the days of these weeks of age."""
    return [day for day in life.days if first * 7 <= day.number < last * 7]


def loud_minutes(day: Day, *, evening: bool = False) -> float:
    """Return the minutes of crying and fussing on a day."""
    midnight = day.number * 1440
    start, end = EVENING if evening else (0, 1440)
    return sum(
        max(min(bid.ended, midnight + end) - max(bid.fussed, midnight + start), 0.0)
        for bid in day.bids
    )


def diary(lives: Sequence[Life], day: int, *, evening: bool = False) -> Values:
    """Return for each child what a diary of one day says about crying and fussing."""
    return np.array([loud_minutes(life.days[day], evening=evening) for life in lives])


def crying(lives: Sequence[Life], first: float, last: float) -> Values:
    """Return for each child the mean minutes a day between these weeks."""
    return np.array(
        [np.mean([loud_minutes(day) for day in days_between(life, first, last)]) for life in lives]
    )


def sessions(lives: Sequence[Life], first: float, last: float) -> Values:
    """Return for each child the sessions of feeding a day."""
    return np.array([sessions_of(days_between(life, first, last)) for life in lives])


def sessions_of(days: list[Day]) -> float:
    """Return the sessions a day: feeds less than half an hour apart are one."""
    feeds = sorted((start, end) for day in days for start, end, _ in day.feeds)
    apart = [later[0] - earlier[1] >= SESSION for earlier, later in pairwise(feeds)]
    return (sum(apart) + bool(feeds)) / len(days)


def sleep_hours(lives: Sequence[Life], first: float, last: float) -> Values:
    """Return for each child the hours of sleep in 24."""
    hours = []
    for life in lives:
        days = days_between(life, first, last)
        slept = sum(end - start for day in days for start, end in day.sleeps)
        hours.append(slept / 60 / len(days))
    return np.array(hours)


def sleeps_eight_hours(lives: Sequence[Life], first: float, last: float) -> Values:
    """Return for each child whether it slept eight hours on end in most of these nights.

    A sleep counts as one where nobody was called in between: a stir that passed is no waking that
    a parent's diary knows of.
    """
    return np.array([mostly(days_between(life, first, last)) for life in lives])


def mostly(days: list[Day]) -> bool:
    """Whether eight hours were reached in more than half of the nights."""
    long = [longest_hours(day) >= EIGHT for day in days]
    return sum(long) * 2 > len(long)


EIGHT = 8.0
SEEN = 5.0  # minutes of being awake that a diary misses


def longest_hours(day: Day) -> float:
    """Return the longest sleep that ended on this day; stirs that nobody met do not part it."""
    best = run = 0.0
    last = -1e9
    answered = sorted(bid.onset for bid in day.bids if bid.answers)
    for start, end in sorted(day.sleeps):
        stirred = start - last <= SEEN and not any(last <= at <= start for at in answered)
        run = run + end - start if stirred else end - start
        best, last = max(best, run), end
    return best / 60


def within_share(lives: Sequence[Life], first: float, last: float) -> Measured:
    """Return the share of the variance of responsiveness to distress within one caregiver.

    Responsiveness is the logarithm of the minutes to the first answer; where nobody came it counts
    as the half hour after which nobody did. The error is that of a bootstrap over caregivers.
    """
    groups = [
        np.array([wait for day in days_between(life, first, last) for wait in waits(day)])
        for life in lives
    ]
    groups = [group for group in groups if len(group) > 1]
    rng = np.random.default_rng(0)
    drawn = [
        parted([groups[place] for place in rng.integers(0, len(groups), len(groups))])
        for _ in range(BOOTSTRAPS)
    ]
    return parted(groups), float(np.std(drawn))


BOOTSTRAPS = 100


def waits(day: Day) -> list[float]:
    """Return the log of the minutes to an answer, for each bid of distress."""
    logs = []
    for bid in day.bids:
        if bid.cause is Cause.PLAY or bid.fate is Fate.ALONE:
            continue
        wait = bid.answers[0][0] - bid.onset if bid.answers else 30.0
        logs.append(float(np.log(max(min(wait, 30.0), 0.1))))
    return logs


def parted(groups: list[Values]) -> float:
    """Return the share of the variance that lies within groups, by components."""
    sizes = np.array([len(group) for group in groups], dtype=float)
    means = np.array([group.mean() for group in groups])
    within = sum(((group - group.mean()) ** 2).sum() for group in groups) / (
        sizes.sum() - len(groups)
    )
    grand = (sizes * means).sum() / sizes.sum()
    between = (sizes * (means - grand) ** 2).sum() / (len(groups) - 1)
    usual = (sizes.sum() - (sizes**2).sum() / sizes.sum()) / (len(groups) - 1)
    variance = max((between - within) / usual, 0.0)
    return float(within / (within + variance))


def answered_share(lives: Sequence[Life], first: float, last: float) -> Values:
    """Return for each child the share of distress bids that were met or mended."""
    good = {Fate.MET, Fate.MENDED}
    shares = []
    for life in lives:
        bids = [bid for day in days_between(life, first, last) for bid in day.bids]
        told = [bid.fate in good for bid in bids if bid.cause is not Cause.PLAY]
        shares.append(np.mean(told))
    return np.array(shares)
