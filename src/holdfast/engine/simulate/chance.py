"""Chance: a generator's draws, fetched by the thousand, so that one costs no more than a pop."""

from bisect import bisect
from collections.abc import Callable, Sequence
from itertools import accumulate
from math import log

import numpy as np

BATCH = 4096


class Chance:
    """Draws of one generator. The same generator in the same state gives the same life."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Draw from this generator and from nowhere else."""
        self.rng = rng
        self._uniform: list[float] = []
        self._exponential: list[float] = []
        self._normal: list[float] = []

    def uniform(self) -> float:
        """Return a number from 0 to 1."""
        batch = self._uniform  # asked for most often by far: not one call more than needed
        return batch.pop() if batch else drawn(batch, self.rng.random)

    def normal(self) -> float:
        """Return a standard normal."""
        return drawn(self._normal, self.rng.standard_normal)

    def wait(self, mean: float) -> float:
        """Return an exponential time."""
        batch = self._exponential
        return mean * (batch.pop() if batch else drawn(batch, self.rng.standard_exponential))

    def gamma(self, shape: int, mean: float) -> float:
        """Return a gamma time of whole shape: that many waits in a row."""
        product = 1.0
        for _ in range(shape):
            product *= self.uniform()
        return -log(product or 5e-324) * mean / shape

    def happens(self, probability: float) -> bool:
        """Return whether something of this probability happens."""
        return self.uniform() < probability

    def pick(self, weights: Sequence[float]) -> int:
        """Return an index, each as likely as its weight says."""
        sums = list(accumulate(weights))
        return min(bisect(sums, self.uniform() * sums[-1]), len(sums) - 1)

    def times(self, rate: float, start: float, end: float) -> list[float]:
        """Return the times of a Poisson process of this rate per minute, in order."""
        times: list[float] = []
        if rate <= 0:
            return times
        at = start + self.wait(1 / rate)
        while at < end:
            times.append(at)
            at += self.wait(1 / rate)
        return times


def drawn(batch: list[float], more: Callable[[int], np.ndarray]) -> float:
    """Take the next of a batch; fetch more when it is used up."""
    if not batch:
        batch.extend(more(BATCH).tolist())
    return batch.pop()
