"""The caregiver's side: a line through check-ins, private to whom it belongs.

The bond is a mean that depends on the week, plus a person's level, plus what drifts and is
forgotten within some twenty weeks: two states, one Kalman filter, one smoother. A single check-in
says little, and the band shows how little. Weeks count from birth, or from the arrival where there
was no pregnancy; before birth they are negative.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from holdfast.engine import priors
from holdfast.engine.estimate import Estimate
from holdfast.engine.priors import BOND_DRIFT_VARIANCE, BOND_LEVEL_VARIANCE

Values = NDArray[np.float64]
TERM_WEEKS = 40.0
BAND = 0.8
WIDTH = NormalDist().inv_cdf((1 + BAND) / 2)  # of half a band, in standard errors
LOW = -1.28  # one in ten is below
SURE = 0.9
TIMES, WEEKS = 3, 3.0


class State(NamedTuple):
    """Means and (co)variances of level u and drift x."""

    u: float
    x: float
    uu: float
    ux: float
    xx: float


class Kept(NamedTuple):
    """What a stretch of time keeps of level and drift."""

    u: float
    x: float


START = State(0.0, 0.0, BOND_LEVEL_VARIANCE, 0.0, BOND_DRIFT_VARIANCE)


@dataclass(frozen=True, slots=True)
class Line:
    """The bond over time.

    Args:
        weeks: one row per week asked about: week, n (check-ins up to then), level, low, high (as
            known now), then and then_error (as known then).
        log_likelihood: of all check-ins.
    """

    weeks: pl.DataFrame
    log_likelihood: float


def usual(week: ArrayLike, *, born_at: float = TERM_WEEKS) -> Values:
    """Return the mean bond at weeks since birth; `born_at` is the gestation at birth in weeks."""
    weeks = np.atleast_1d(np.asarray(week, dtype=np.float64))
    gestations, before = np.array(priors.BOND_BEFORE_BIRTH).T
    ages, after = np.array(priors.BOND_AFTER_BIRTH).T
    born: Values = np.interp(weeks, ages, after)
    return np.where(weeks < 0, np.interp(weeks + born_at, gestations, before), born)


def noise_of(reliability: float, *, slope: float = 1.0) -> float:
    """Return the variance of an answer around the bond, on a scale of this reliability."""
    return slope**2 * (1 - reliability) / reliability


def check_ins(answers: pl.DataFrame) -> pl.DataFrame:
    """Read five-step check-ins (week, answer) as observations (week, value, slope, noise)."""
    return answers.select(
        pl.col("week").cast(pl.Float64),
        value=pl.col("answer") - priors.CHECK_IN_MIDDLE,
        slope=pl.lit(1.0),
        noise=pl.lit(priors.CHECK_IN_NOISE),
    )


def kept(start: float, end: float) -> Kept:
    """Return what is kept from one week to a later one: drift fades, birth shakes both."""
    birth = priors.BOND_BIRTH if start < 0 <= end else 1.0
    return Kept(birth, birth * math.exp(-(end - start) / priors.BOND_DRIFT_WEEKS))


def correlation(start: float, end: float, *, reliability: tuple[float, float]) -> float:
    """Return how answers at two weeks go together, on scales of these reliabilities."""
    over = kept(start, end)
    true = BOND_LEVEL_VARIANCE * over.u + BOND_DRIFT_VARIANCE * over.x
    return true * math.sqrt(reliability[0] * reliability[1])


def bond_line(
    observations: pl.DataFrame, *, at: ArrayLike = (), born_at: float = TERM_WEEKS
) -> Line:
    """Follow a caregiver's bond through what they answered.

    Args:
        observations: columns week, value (on the scale's own zero), slope and noise, in any order;
            from `check_ins`, or a scale's with `noise_of`.
        at: further weeks to say something about.
        born_at: gestation at birth in weeks.

    Returns:
        The line, one row per observation and per week in `at`, in order of time.
    """
    steps, means = in_order(observations, at, born_at=born_at)
    weeks = steps["week"].to_list()
    aheads, thens, total = follow(steps, means)
    return Line(told(steps, means, thens, look_back(weeks, aheads, thens)), total)


def rise(
    observations: pl.DataFrame, *, since: float, until: float, born_at: float = TERM_WEEKS
) -> Estimate:
    """Return by how much the bond is nearer at one week than at an earlier one.

    Both weeks share what is unsure about the person's level, so the band is narrower than the two
    bands of the line would make one think.

    Args:
        observations: as for `bond_line`; at least one.
        since: the earlier week.
        until: the later week.
        born_at: gestation at birth in weeks.
    """
    steps, means = in_order(observations, [since, until], born_at=born_at)
    weeks = steps["week"].to_list()
    aheads, thens, _density = follow(steps, means)
    nows = look_back(weeks, aheads, thens)
    first, last = (len(weeks) - 1 - weeks[::-1].index(week) for week in (since, until))
    shared = matrix(nows[last])
    for k in range(last - 1, first - 1, -1):
        shared = gain(thens[k], kept(weeks[k], weeks[k + 1]), aheads[k + 1]) @ shared
    (level, error), both = whole(means, nows), float(shared.sum())
    value = float(level[last] - level[first])
    variance = max(float(error[last] ** 2 + error[first] ** 2) - 2 * both, 0.0)
    width = WIDTH * math.sqrt(variance)
    return Estimate(value, value - width, value + width, observations.height)


def in_order(
    observations: pl.DataFrame, at: ArrayLike, *, born_at: float
) -> tuple[pl.DataFrame, Values]:
    """Return observations and weeks asked about in order of time, answers first; and the means."""
    names = ["week", "value", "slope", "noise"]
    answers = observations.select(pl.col(names).cast(pl.Float64)).sort(names)
    asked = pl.DataFrame({"week": np.asarray(at, dtype=np.float64)}, schema={"week": pl.Float64})
    rows = pl.concat([answers, asked], how="diagonal").sort("week", maintain_order=True)
    return rows, usual(rows["week"], born_at=born_at)


def follow(steps: pl.DataFrame, means: Values) -> tuple[list[State], list[State], float]:
    """Return each step's state before and after its answer, and the log-density of all answers."""
    weeks = steps["week"].to_list()
    state, before, total = START, weeks[0] if weeks else 0.0, 0.0
    aheads, thens = [], []
    for mean, (week, value, slope, noise) in zip(means.tolist(), steps.iter_rows(), strict=True):
        state, before = moved(state, kept(before, week)), week
        aheads.append(state)
        if value is not None:
            state, density = answered(state, value - slope * mean, slope, noise)
            total += density
        thens.append(state)
    return aheads, thens, total


def moved(state: State, keep: Kept) -> State:
    """Let time pass: means shrink, and what is lost in variance comes in as new."""
    u, x = keep
    return State(
        u * state.u,
        x * state.x,
        u**2 * state.uu + (1 - u**2) * BOND_LEVEL_VARIANCE,
        u * x * state.ux,
        x**2 * state.xx + (1 - x**2) * BOND_DRIFT_VARIANCE,
    )


def answered(state: State, value: float, slope: float, noise: float) -> tuple[State, float]:
    """Return the state with one answer more, and the answer's log-density."""
    u, x, uu, ux, xx = state
    with_u, with_x = slope * (uu + ux), slope * (ux + xx)
    total = slope * (with_u + with_x) + noise
    error = value - slope * (u + x)
    gain_u, gain_x = with_u / total, with_x / total
    density = -0.5 * (math.log(2 * math.pi * total) + error**2 / total)
    mean = u + gain_u * error, x + gain_x * error
    return State(*mean, uu - gain_u * with_u, ux - gain_u * with_x, xx - gain_x * with_x), density


def look_back(weeks: list[float], aheads: list[State], thens: list[State]) -> list[State]:
    """Return each week's state as known now (Rauch, Tung and Striebel 1965)."""
    found = thens[-1:]
    for k in range(len(thens) - 2, -1, -1):
        found.append(back(thens[k], kept(weeks[k], weeks[k + 1]), aheads[k + 1], found[-1]))
    return found[::-1]


def back(then: State, keep: Kept, ahead: State, later: State) -> State:
    """Correct what was known then by how the later state came out against what was expected."""
    pull = gain(then, keep, ahead)
    mean = np.array([then.u, then.x]) + pull @ np.array([later.u - ahead.u, later.x - ahead.x])
    spread = matrix(then) + pull @ (matrix(later) - matrix(ahead)) @ pull.T
    return State(*mean.tolist(), *spread[np.triu_indices(2)].tolist())


def gain(then: State, keep: Kept, ahead: State) -> Values:
    """Return how much of what came out later corrects what was known then."""
    pull: Values = np.linalg.solve(matrix(ahead), (matrix(then) * np.array(keep)).T).T
    return pull


def matrix(state: State) -> Values:
    """Return a state's covariance."""
    return np.array([[state.uu, state.ux], [state.ux, state.xx]])


def told(steps: pl.DataFrame, means: Values, thens: list[State], nows: list[State]) -> pl.DataFrame:
    """Lay the states out as level and band."""
    (level, error), (then, then_error) = (whole(means, states) for states in (nows, thens))
    width = WIDTH * error
    return steps.select(
        "week",
        n=pl.col("value").is_not_null().cum_sum().cast(pl.Int64),
        answered=pl.col("value").is_not_null(),
        level=level,
        low=level - width,
        high=level + width,
        then=then,
        then_error=then_error,
    )


def whole(means: Values, states: list[State]) -> tuple[Values, Values]:
    """Return mean and error of the bond, from the usual mean and both states."""
    u, x, uu, ux, xx = np.array(states).reshape(-1, len(State._fields)).T
    return means + u + x, np.sqrt(uu + 2 * ux + xx)


def heavy(line: Line) -> bool:
    """Say whether to ask gently how it is. It comes from what was answered, never from moments.

    Returns:
        Whether the last check-ins, three or more over three weeks or more, were each very probably
        among the lowest tenth, as known at the time.
    """
    from scipy.special import ndtr  # noqa: PLC0415 -- slow import

    asked = line.weeks.filter("answered")
    below = ndtr((LOW - asked["then"].to_numpy()) / asked["then_error"].to_numpy()) > SURE
    run = int(np.argmin(np.r_[below[::-1], False]))  # how many in a row, counted from the last
    if run < TIMES:
        return False
    weeks = asked["week"].tail(run)
    return bool(weeks[-1] - weeks[0] >= WEEKS)
