"""What a signal may be about, and what may settle it: chances over needs, not a translation.

A need is never seen. What is seen is which answer settled, so that is what is told and scored: the
chance over needs, times a fixed table of which answer settles which need (science, D1). The clock
since the last feed and since waking comes in as the hazard of a gamma spread.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from holdfast.engine import priors
from holdfast.words.vocabulary import Signal

Values = NDArray[np.float64]

SIGNAL_GROUP = {
    Signal.ROOT: "root",
    Signal.YAWN: "yawn",
    Signal.LOOK_AWAY: "yawn",
    Signal.FUSS: "fuss",
    Signal.CRY: "cry",
    Signal.REACH: "reach",
    Signal.APPROACH: "reach",
    Signal.CLING: "reach",
    Signal.GAZE: "gaze",
    Signal.SMILE: "gaze",
    Signal.COO: "gaze",
    Signal.BABBLE: "gaze",
    Signal.LAUGH: "gaze",
}
"""Signals alike in what they are about. A kick has none: before birth nothing is guessed."""

GROUP_OF = {str(s): priors.SIGNAL_ORDER.index(group) for s, group in SIGNAL_GROUP.items()}


def feed_minutes(weeks: float | None, *, bottle: bool = False) -> float:
    """Return the mean minutes from feed to feed at an age, of which the corrected one is meant."""
    a, b, c = priors.BOTTLE_HOURS if bottle else priors.BREAST_HOURS
    w = priors.AGE_UNKNOWN_WEEKS if weeks is None else max(weeks, 0.0)
    return 60 * (a + b * (1 - math.exp(-w / c)))


def tired_minutes(weeks: float | None) -> float:
    """Return the minutes awake after which tiredness shows: derived, and no norm."""
    w = priors.AGE_UNKNOWN_WEEKS if weeks is None else weeks
    return 60 * float(np.interp(w, priors.TIRED_WEEKS, priors.TIRED_HOURS))


def clock_factor(minutes: float | None, mean: float, shape: int) -> float:
    """Return the gamma hazard at these minutes relative to its mean rate; 1 where unknown.

    For a whole shape k the hazard has a closed form: x = k minutes / mean, and
    k x^(k-1) / (k-1)! over the sum of x^j / j! for j < k.
    """
    if minutes is None:
        return 1.0
    low, high = priors.FACTOR_RANGE
    x = shape * max(minutes, 0.0) / mean
    term = total = 1.0
    for j in range(1, shape):
        term *= x / j
        total += term
    return min(max(shape * term / total, low), high)


def clock_factors(
    since_feed: float | None, awake: float | None, *, mean_feed: float, mean_wake: float
) -> tuple[float, float]:
    """Return how much likelier food and rest are than on average, by the two clocks."""
    return (
        clock_factor(since_feed, mean_feed, priors.FEED_SHAPE),
        clock_factor(awake, mean_wake, priors.WAKE_SHAPE),
    )


def need_shares(weeks: float | None) -> tuple[float, ...]:
    """Return how often a signal is about each need at an age, before any was seen."""
    young = weeks is not None and weeks < priors.PLAY_FROM_WEEKS
    shares = priors.NEED_SHARES_BEFORE_PLAY if young else priors.NEED_SHARES
    total = sum(shares)
    return tuple(share / total for share in shares)


def need_chances(shares: ArrayLike, telling: ArrayLike, factors: ArrayLike) -> Values:
    """Return the chances of the six needs at a signal.

    Args:
        shares: how often a signal is about each need, shape (..., 6).
        telling: how often each need is told by this signal, shape (..., 6).
        factors: how much the clocks raise each need, shape (..., 6).
    """
    weights = np.asarray(shares) * np.asarray(telling) * np.asarray(factors)
    chances = weights / weights.sum(axis=-1, keepdims=True)
    least = priors.LEAST_NEED
    mixed: Values = (1 - least) * chances + least / len(priors.NEED_ORDER)
    return mixed


def settling_chances(needs: ArrayLike, *, temperature: float = 0.0) -> Values:
    """Return the chances of the five classes to be what settles, in the order of NEED_CLASSES."""
    settles: Values = sharpened(needs, temperature) @ np.asarray(priors.SETTLES)
    return settles


def sharpened(needs: ArrayLike, temperature: float) -> Values:
    """Return chances made surer (temperature above 0) or less sure, as outcomes have taught."""
    powers = np.asarray(needs) ** math.exp(temperature)
    sharp: Values = powers / powers.sum(axis=-1, keepdims=True)
    return sharp


def corrected(expects: Values, settled: ArrayLike, expected: ArrayLike) -> Values:
    """Return chances corrected by what settled this signal more or less often than expected.

    The table of what settles a need is not this child's. The clocks move the chances as the tables
    say; how often each class came, over how often it was expected, is learned, as if AS_EXPECTED
    outcomes had come just as expected (so nothing changes before anything was seen).

    Args:
        expects: what the tables say now, shape (5,).
        settled: how often each class settled this signal.
        expected: the sum of what the tables said each time.
    """
    sums = np.asarray(expected, dtype=np.float64)
    usual = priors.AS_EXPECTED * (sums + expects) / (sums.sum() + 1)
    weights = expects * (np.asarray(settled) + usual) / (sums + usual)
    right: Values = weights / weights.sum()
    return right


def needs_after(needs: ArrayLike, settled_by: int, *, said: int | None = None) -> Values:
    """Return the chances of the needs once it is known what settled, and what somebody said.

    Args:
        needs: chances before, from `need_chances`.
        settled_by: the class that settled, as its place in NEED_CLASSES.
        said: the need that somebody said it was, as its place in NEED_ORDER.
    """
    weights = np.asarray(needs) * np.asarray(priors.SETTLES)[:, settled_by]
    if said is not None:
        weights *= np.where(np.arange(len(weights)) == said, priors.SAID_SO, priors.NOT_SAID)
    after: Values = weights / weights.sum()
    return after


def by_age_alone(
    group: int,
    *,
    weeks: float | None,
    since_feed: float | None,
    awake: float | None,
    bottle: bool = False,
) -> Values:
    """Return the chances of the needs for a child of whom nothing was seen yet."""
    feed, rest = clock_factors(
        since_feed,
        awake,
        mean_feed=feed_minutes(weeks, bottle=bottle),
        mean_wake=tired_minutes(weeks),
    )
    telling = np.asarray(priors.SIGNAL_SHARES)[:, group]
    return need_chances(need_shares(weeks), telling, (feed, rest, 1.0, 1.0, 1.0, 1.0))
