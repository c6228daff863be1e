"""Serve and return: answers that come of themselves, and answers that a signal calls forth.

Each signal raises the rate of answers at once, and the rise fades: so many answers a signal brings,
and so soon (Hawkes 1971). For dense sessions only (video, sound), with fifty events or more in each
direction: a log tapped by hand cannot say this, and is not asked.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from holdfast.engine.estimate import TooFew

Values = NDArray[np.float64]
NEEDED = 50


@dataclass(frozen=True, slots=True)
class ServeReturn:
    """How answers come.

    Args:
        base: answers in a unit of time that come of themselves.
        branching: answers that one signal brings, on average.
        decay: how fast a signal's pull fades; 1 / decay is the mean time to its answer.
    """

    base: float
    branching: float
    decay: float

    @property
    def long_run(self) -> float:
        """The rate at which a sequence that calls forth itself goes on in the end."""
        return self.base / (1 - self.branching)


def pulls(signals: ArrayLike, at: ArrayLike, *, decay: float) -> Values:
    """Return the pull of all earlier signals at each time: each is 1 at first and fades.

    Both in order of time. A signal at the very time does not pull yet.
    """
    calls = np.asarray(signals, dtype=np.float64).tolist()
    found, pull, last, k = [], 0.0, 0.0, 0
    for time in np.asarray(at, dtype=np.float64).tolist():
        while k < len(calls) and calls[k] < time:
            pull, last, k = pull * math.exp(-decay * (calls[k] - last)) + 1, calls[k], k + 1
        found.append(pull * math.exp(-decay * (time - last)))
    return np.array(found)


def log_rates(signals: ArrayLike, answers: ArrayLike, model: ServeReturn) -> float:
    """Return the sum of the log-rates at the answers."""
    rates = model.base + model.branching * model.decay * pulls(signals, answers, decay=model.decay)
    return float(np.log(rates).sum())


def expected(signals: ArrayLike, total: float, model: ServeReturn) -> float:
    """Return how many answers are to be expected within the session (the compensator)."""
    left = total - np.asarray(signals, dtype=np.float64)
    called = -np.expm1(-model.decay * np.maximum(left, 0)).sum()
    return float(model.base * total + model.branching * called)


def log_likelihood(
    signals: ArrayLike, answers: ArrayLike, model: ServeReturn, *, total: float
) -> float:
    """Return the log-likelihood of the answers in a session from 0 to `total`.

    Args:
        signals: times in order; those of the answers themselves where they call forth each other.
        answers: times in order.
        model: how answers come.
        total: length of the session, in the unit of the times.
    """
    return log_rates(signals, answers, model) - expected(signals, total, model)


def fit(signals: ArrayLike, answers: ArrayLike, *, total: float) -> ServeReturn | TooFew:
    """Fit how answers come by maximum likelihood, where there are enough in each direction."""
    from scipy.optimize import minimize  # noqa: PLC0415 -- slow import

    n = min(len(np.atleast_1d(signals)), len(np.atleast_1d(answers)))
    if n < NEEDED:
        return TooFew(n, NEEDED)

    def loss(logs: Values) -> float:
        model = ServeReturn(*np.exp(logs).tolist())
        return -log_likelihood(signals, answers, model, total=total)

    rate = len(np.atleast_1d(answers)) / total
    start = np.log([rate / 2, 0.5, 4 * rate])
    options = {"xatol": 1e-5, "fatol": 1e-7, "maxiter": 2000}
    found = minimize(loss, start, method="Nelder-Mead", options=options)
    return ServeReturn(*np.exp(found.x).tolist())
