"""Is the engine as sure as it may be? Calibration by simulation.

Draw a truth from the prior, data from the truth, and from the data the posterior: over many rounds
the truth's rank among posterior draws is uniform, or else prior, simulator and inference do not
belong together (Talts et al. 2018). Ranks of something that looks at the data too, such as the
log-likelihood, find faults that ranks of the parameters alone do not (Modrák et al. 2023).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Values = NDArray[np.float64]
Ranks = NDArray[np.int64]
Round = Callable[[np.random.Generator], tuple[ArrayLike, ArrayLike]]
"""One round: the truth of each quantity, shape (k,), and its posterior draws, shape (draws, k)."""

BINS = 20
EXACT_UP_TO = 1000


@dataclass(frozen=True, slots=True)
class Uniformity:
    """How far ranks are from uniform, by chi-squared over bins and by the largest gap."""

    chi2: float
    chi2_limit: float
    gap: float
    gap_limit: float

    @property
    def holds(self) -> bool:
        """Whether neither is beyond its limit."""
        return self.chi2 <= self.chi2_limit and self.gap <= self.gap_limit


def simulate(one_round: Round, *, rounds: int, rng: np.random.Generator) -> Ranks:
    """Return the ranks of the truth among its draws, one row a round and a column a quantity."""
    return np.array([ranks(*one_round(rng), rng=rng) for _ in range(rounds)], dtype=np.int64)


def ranks(truth: ArrayLike, draws: ArrayLike, *, rng: np.random.Generator) -> Ranks:
    """Count the draws below the truth; those that equal it fall to either side by chance."""
    true, drawn = np.asarray(truth, dtype=np.float64), np.asarray(draws, dtype=np.float64)
    equal = (drawn == true).sum(axis=0)
    return np.asarray((drawn < true).sum(axis=0) + rng.integers(0, equal + 1), dtype=np.int64)


def uniformity(
    found: ArrayLike, *, draws: int, bins: int = BINS, chi2_at: float = 0.01, gap_at: float = 0.05
) -> Uniformity:
    """Measure how far the ranks of one quantity are from uniform on 0 to `draws`.

    Args:
        found: ranks, one a round.
        draws: posterior draws in each round; draws + 1 has to be a multiple of `bins`.
        bins: for chi-squared.
        chi2_at: how often uniform ranks may be beyond chi-squared's limit.
        gap_at: the same for the gap.
    """
    from scipy.special import chdtri  # noqa: PLC0415 -- slow import

    counts = np.bincount(np.asarray(found, dtype=np.int64), minlength=draws + 1)
    n = int(counts.sum())
    expected = n / bins
    chi2 = float(((counts.reshape(bins, -1).sum(axis=1) - expected) ** 2 / expected).sum())
    even = np.arange(1, draws + 2) / (draws + 1)
    gap = float(np.abs(counts.cumsum() / n - even).max())
    return Uniformity(chi2, float(chdtri(bins - 1, chi2_at)), gap, gap_limit(n, at=gap_at))


def gap_limit(n: int, *, at: float) -> float:
    """Return the gap that n uniform numbers exceed with probability `at` (Kolmogorov 1933)."""
    from scipy.optimize import brentq  # noqa: PLC0415 -- slow import

    many = gap_limit_of_many(n, at=at)
    if n > EXACT_UP_TO:
        return many
    low, high = many / 2, min(1.5 * many, 1.0)
    return float(brentq(lambda gap: gap_within(n, gap) - (1 - at), low, high, xtol=1e-12))


def gap_limit_of_many(n: int, *, at: float) -> float:
    """Return the same as it is where n is large."""
    from scipy.special import kolmogi  # noqa: PLC0415 -- slow import

    return float(kolmogi(at)) / math.sqrt(n)


def gap_within(n: int, gap: float) -> float:
    """Return the exact probability that n uniform numbers keep within a gap.

    Source: Marsaglia, Tsang and Wang 2003, J Stat Softw 8(18).
    """
    from scipy.special import gammaln  # noqa: PLC0415 -- slow import

    k = math.floor(n * gap) + 1
    h, size = k - n * gap, 2 * k - 1
    row, column = np.indices((size, size))
    matrix = np.where(row - column + 1 >= 0, 1.0, 0.0)
    edge = h ** np.arange(1, size + 1)
    matrix[:, 0] -= edge
    matrix[-1, :] -= edge[::-1]
    matrix[-1, 0] += max(2 * h - 1, 0.0) ** size
    matrix *= np.exp(-gammaln(np.maximum(row - column + 1, 0) + 1))
    power, log_size = matrix_power(matrix, n)
    log_orders = math.lgamma(n + 1) - n * math.log(n)
    return float(power[k - 1, k - 1]) * math.exp(log_size + log_orders)


def matrix_power(matrix: Values, n: int) -> tuple[Values, float]:
    """Return a matrix and a log: the n-th power is the one times e to the other, within range."""
    result, log_result = np.eye(len(matrix)), 0.0
    base, log_base = matrix, 0.0
    while n:
        if n % 2:
            result, log_result = result @ base, log_result + log_base
        base, log_base, n = base @ base, 2 * log_base, n // 2
        largest = float(np.abs(base).max())
        base, log_base = base / largest, log_base + math.log(largest)
        scale = float(np.abs(result).max())
        result, log_result = result / scale, log_result + math.log(scale)
    return result, log_result
