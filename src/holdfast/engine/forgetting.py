"""Letting old counts fade, so that what is learnt follows a baby that changes.

A conjugate update with a discount: before each new count the old ones are worth `keep` of what
they were (West and Harrison 1997, chapter 6). The prior fades like everything else.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


def fade(counts: Values, seen: Values, *, keep: float) -> Values:
    """Return the counts after one more was seen: what was there counts `keep` as much."""
    return keep * counts + seen


def fades(prior: Values, seen: Values, *, keep: float) -> Values:
    """Return the counts after each of many, one row each.

    Args:
        prior: what is counted before the first, shape (k,).
        seen: shape (n, k); for yes and no a row is (1, 0) or (0, 1).
        keep: over 0 and at most 1; 1 forgets nothing.
    """

    def steps() -> Iterator[Values]:
        counts = np.asarray(prior, dtype=np.float64)
        for row in np.asarray(seen, dtype=np.float64):
            counts = fade(counts, row, keep=keep)
            yield counts

    return np.array(list(steps())).reshape(len(seen), len(prior))


def mean(counts: Values) -> Values:
    """Return the shares that the counts stand for."""
    shares: Values = counts / counts.sum(axis=-1, keepdims=True)
    return shares


def effective_n(counts: Values) -> Values:
    """Return how many observations the counts are worth, prior included."""
    total: Values = counts.sum(axis=-1)
    return total


def keep_over(elapsed: float, *, half_life: float) -> float:
    """Return what is kept over a stretch of time, when half is after `half_life`."""
    return float(0.5 ** (elapsed / half_life))
