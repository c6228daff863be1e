"""A level that nobody sees, followed through answers that come now and then.

Two models of how it moves: a local level that wanders, and one that is pulled back to its usual
place (Ornstein and Uhlenbeck). Kalman's filter says at each time what was known then; the smoother
of Rauch, Tung and Striebel says what is known now. Times may be irregular; an answer may be
missing, which is the same as a time at which nobody asked (Durbin and Koopman 2012, chapter 2).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

LOG_2_PI = math.log(2 * math.pi)


class Move(NamedTuple):
    """What time does: level becomes `keep` times itself plus `pull`, and `spread` unsurer."""

    keep: float
    pull: float
    spread: float


class Model(Protocol):
    """How a level starts, moves, and shows."""

    @property
    def noise(self) -> float:
        """The variance of an answer around the level."""

    def start(self) -> tuple[float, float]:
        """Return mean and variance at the first time; an infinite variance knows nothing."""

    def move(self, elapsed: float) -> Move:
        """Return what a stretch of time does."""


@dataclass(frozen=True, slots=True)
class LocalLevel:
    """A level that wanders: its variance grows by `drift` in a unit of time."""

    noise: float
    drift: float

    def start(self) -> tuple[float, float]:
        """Know nothing at first."""
        return 0.0, math.inf

    def move(self, elapsed: float) -> Move:
        """Stay, and grow less sure."""
        return Move(1.0, 0.0, self.drift * elapsed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """A level that is pulled back to `usual` at `rate`, and shaken with `shake` per root of time.

    Its first mean and variance are those of its long run where they are not given.
    """

    rate: float
    usual: float
    shake: float
    noise: float
    first_mean: float | None = None
    first_variance: float | None = None

    @property
    def long_run(self) -> float:
        """The variance when nobody has asked for long."""
        return self.shake**2 / (2 * self.rate)

    def start(self) -> tuple[float, float]:
        """Start as told, or as in the long run."""
        mean = self.usual if self.first_mean is None else self.first_mean
        return mean, self.long_run if self.first_variance is None else self.first_variance

    def move(self, elapsed: float) -> Move:
        """Go back towards the usual."""
        keep = math.exp(-self.rate * elapsed)
        return Move(keep, self.usual * (1 - keep), self.long_run * (1 - keep**2))


@dataclass(frozen=True, slots=True)
class Followed:
    """A level as it was followed.

    Args:
        steps: one row per time: time, value, ahead and ahead_variance (expected before the answer),
            mean and variance (known with it).
        log_likelihood: of all answers; where nothing was known at first, without the first one.
    """

    steps: pl.DataFrame
    log_likelihood: float


def follow(times: ArrayLike, values: Sequence[float | None], model: Model) -> Followed:
    """Follow a level through answers, in order of time.

    Args:
        times: never falling, in the model's unit.
        values: one a time; None where nobody answered.
        model: `LocalLevel` or `Pulled`.
    """
    clock = np.asarray(times, dtype=np.float64).tolist()
    mean, variance = model.start()
    rows, total, before = [], 0.0, clock[0] if clock else 0.0
    for time, value in zip(clock, values, strict=True):
        keep, pull, spread = model.move(time - before)
        mean, variance, before = keep * mean + pull, keep**2 * variance + spread, time
        ahead = mean, variance
        if value is not None:
            mean, variance, surprise = answered(mean, variance, value, model.noise)
            total += surprise
        rows.append((time, value, *ahead, mean, variance))
    schema = ["time", "value", "ahead", "ahead_variance", "mean", "variance"]
    return Followed(pl.DataFrame(rows, dict.fromkeys(schema, pl.Float64), orient="row"), total)


def answered(
    mean: float, variance: float, value: float, noise: float
) -> tuple[float, float, float]:
    """Return mean and variance with one answer more, and the answer's log-density."""
    if math.isinf(variance):
        return value, noise, 0.0
    total, error = variance + noise, value - mean
    gain = variance / total
    density = -0.5 * (LOG_2_PI + math.log(total) + error**2 / total)
    return mean + gain * error, gain * noise, density


def look_back(followed: Followed, model: Model) -> pl.DataFrame:
    """Say for each time what is known now, from the answers before and after it.

    Returns:
        The steps, with smooth and smooth_variance.
    """
    steps = followed.steps
    rows = list(steps.select("time", "mean", "variance", "ahead", "ahead_variance").iter_rows())
    if not rows:
        return steps.with_columns(smooth=pl.col("mean"), smooth_variance=pl.col("variance"))
    later, smooth, variance, ahead, ahead_variance = rows[-1]
    found = [(smooth, variance)]
    for time, mean, known, before, before_variance in reversed(rows[:-1]):
        keep, pull, spread = model.move(later - time)
        if math.isinf(known):  # nothing was known yet: all comes from what came after
            gain, left, smooth = 1 / keep, spread / keep**2, (smooth - pull) / keep
        else:
            gain, left = known * keep / ahead_variance, known * spread / ahead_variance
            smooth = mean + gain * (smooth - ahead)
        variance = left + gain**2 * variance
        found.append((smooth, variance))
        later, ahead, ahead_variance = time, before, before_variance
    smooth_columns = pl.DataFrame(
        found[::-1], {"smooth": pl.Float64, "smooth_variance": pl.Float64}, orient="row"
    )
    return pl.concat([steps, smooth_columns], how="horizontal")


def fit_local_level(times: ArrayLike, values: Sequence[float | None]) -> tuple[LocalLevel, float]:
    """Fit a local level by maximum likelihood, knowing nothing at first.

    Returns:
        The model and its log-likelihood. Only the ratio of both variances is searched for: their
        size follows from it.
    """
    from scipy.optimize import minimize_scalar  # noqa: PLC0415 -- slow import

    def noise(log_ratio: float) -> float:
        steps = follow(times, values, LocalLevel(1.0, math.exp(log_ratio))).steps
        error = (pl.col("value") - pl.col("ahead")) ** 2 / (pl.col("ahead_variance") + 1)
        return float(steps.filter(pl.col("ahead_variance").is_finite()).select(error.mean()).item())

    def model(log_ratio: float) -> LocalLevel:
        size = noise(log_ratio)
        return LocalLevel(size, size * math.exp(log_ratio))

    best = minimize_scalar(
        lambda x: -follow(times, values, model(x)).log_likelihood,
        bounds=(-20.0, 10.0),
        method="bounded",
        options={"xatol": 1e-8},
    )
    return model(float(best.x)), -float(best.fun)
