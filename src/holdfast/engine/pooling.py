"""Little said by many cells: each borrows from the others as much as they are alike.

Shares (beta-binomial), kinds (Dirichlet), rates (gamma-Poisson) and means (James and Stein 1961).
The prior is fitted to tallies of all cells, and each cell's own counts then outweigh it as they
grow (Gelman et al., Bayesian Data Analysis, chapter 5).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray

from holdfast.engine.estimate import Estimate, TooFew

Values = NDArray[np.float64]
Cells = tuple[Values, Values, Values]  # y, n and how many are so; or a, b and their weight
LEAST, MOST = math.log(1e-3), math.log(1e6)
"""How much a fitted prior may count, in log observations. Cells all alike end at the most."""


@dataclass(frozen=True, slots=True)
class Beta:
    """What is known of a share: as if `a` had been yes and `b` no."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The expected share."""
        return self.a / (self.a + self.b)

    def after(self, y: float, n: float) -> "Beta":
        """Return what is known after y of n were yes."""
        return Beta(self.a + y, self.b + n - y)

    def estimate(self, y: int, n: int, *, level: float = 0.8) -> Estimate | TooFew:
        """Estimate the share from y of n, with the band that holds `level` of the posterior."""
        from scipy.special import betaincinv  # noqa: PLC0415 -- slow import

        if n == 0:
            return TooFew(0, 1)
        now, edge = self.after(y, n), (1 - level) / 2
        low, high = (float(betaincinv(now.a, now.b, p)) for p in (edge, 1 - edge))
        return Estimate(now.mean, min(low, now.mean), max(high, now.mean), n)


@dataclass(frozen=True, slots=True)
class Gamma:
    """What is known of a rate: as if `shape` had been seen in `rate` units of time."""

    shape: float
    rate: float

    @property
    def mean(self) -> float:
        """The expected rate."""
        return self.shape / self.rate

    def after(self, y: float, time: float) -> "Gamma":
        """Return what is known after y more in `time`."""
        return Gamma(self.shape + y, self.rate + time)

    def estimate(self, y: int, time: float, *, n: int, level: float = 0.8) -> Estimate | TooFew:
        """Estimate the rate from y in `time`, spread over n spells, with its band."""
        from scipy.special import gammaincinv  # noqa: PLC0415 -- slow import

        if n == 0:
            return TooFew(0, 1)
        now, edge = self.after(y, time), (1 - level) / 2
        low, high = (float(gammaincinv(now.shape, p)) / now.rate for p in (edge, 1 - edge))
        return Estimate(now.mean, min(low, now.mean), max(high, now.mean), n)


@dataclass(frozen=True, slots=True)
class Shrunk:
    """Means pulled together: the common mean, what is left of each distance, and the estimates."""

    mean: float
    factor: float
    estimates: Values


def beta_by_moments(tally: pl.DataFrame) -> Beta | None:
    """Fit the prior of shares from the mean and the variance (n - 1) of the cells' shares.

    Args:
        tally: columns y and n, one row a cell.

    Returns:
        The prior, or None where the shares vary as no beta can: not at all, or too much.
    """
    shares = (tally["y"] / tally["n"]).to_numpy()
    if len(shares) < 2:  # noqa: PLR2004 -- one cell has no variance
        return None
    mean, variance = float(shares.mean()), float(shares.var(ddof=1))
    if not 0 < variance < mean * (1 - mean):
        return None
    size = mean * (1 - mean) / variance - 1
    return Beta(mean * size, (1 - mean) * size)


def beta_by_likelihood(tally: pl.DataFrame) -> Beta:
    """Fit the prior of shares by type-II maximum likelihood.

    Args:
        tally: columns y and n, one row a cell.

    Returns:
        The prior. Cells that are all alike want one that counts without end: it stops at the most
        that we let a prior count.
    """
    from scipy.special import expit  # noqa: PLC0415 -- slow import

    cells = distinct(tally, "y", "n")
    start = np.array([guess(tally), math.log(10.0)])

    def loss(point: Values) -> float:
        mean, size = expit(point[0]), math.exp(point[1])
        return -float(share_likelihood(cells, np.array(mean * size), np.array(size - mean * size)))

    logit, log_size = lowest(loss, start, [(-12, 12), (LEAST, MOST)])
    size = math.exp(log_size)
    return Beta(float(expit(logit)) * size, float(expit(-logit)) * size)


def guess(tally: pl.DataFrame) -> float:
    """Return the logit of the share of all cells together, a half added to both sides."""
    y, n = float(tally["y"].sum()) + 0.5, float(tally["n"].sum()) + 1
    return math.log(y / (n - y))


def beta_by_quadrature(tally: pl.DataFrame) -> Beta:
    """Return the posterior mean of a and b under the prior (a + b)^(-5/2).

    Args:
        tally: columns y and n, one row a cell.
    """
    a, b, weight = hyper_posterior(tally)
    return Beta(float((weight * a).sum()), float((weight * b).sum()))


def share_by_quadrature(tally: pl.DataFrame, *, y: int, n: int) -> float:
    """Return the expected share of a cell of the tally, y of n, whatever the prior may be."""
    a, b, weight = hyper_posterior(tally)
    return float((weight * (a + y) / (a + b + n)).sum())


def hyper_posterior(tally: pl.DataFrame, *, points: int = 100) -> Cells:
    """Return a grid of a and b with their posterior weights, which sum to 1."""
    logit, log_size = np.meshgrid(
        np.linspace(-5, 5, points) + guess(tally), np.linspace(-3, 9, points), indexing="ij"
    )
    a, b = np.exp(log_size) / (1 + np.exp(-logit)), np.exp(log_size) / (1 + np.exp(logit))
    # The volume of the change of variables is a b; (a + b)^(-5/2) is the prior in a and b.
    density = share_likelihood(distinct(tally, "y", "n"), a, b)
    density += np.log(a * b) - 2.5 * log_size
    weight = np.exp(density - density.max())
    return a, b, weight / weight.sum()


def share_log_likelihood(tally: pl.DataFrame, prior: Beta) -> float:
    """Return the log-likelihood of a prior, binomial coefficients included."""
    from scipy.special import betaln  # noqa: PLC0415 -- slow import

    y, n, times = distinct(tally, "y", "n")
    without = share_likelihood((y, n, times), np.array(prior.a), np.array(prior.b))
    return float(without - (times * (np.log(n + 1) + betaln(y + 1, n - y + 1))).sum())


def share_likelihood(cells: Cells, a: Values, b: Values) -> Values:
    """Return the log-likelihood of shares at each a and b, without binomial coefficients."""
    from scipy.special import betaln  # noqa: PLC0415 -- slow import

    y, n, times = cells
    total = np.zeros_like(a)
    for y_cell, n_cell, count in zip(y, n, times, strict=True):
        total += count * betaln(a + y_cell, b + n_cell - y_cell)
    likelihood: Values = total - times.sum() * betaln(a, b)
    return likelihood


def distinct(tally: pl.DataFrame, y: str, n: str) -> Cells:
    """Return the distinct cells and how often each occurs: cells that are alike cost once."""
    counts = tally.group_by(y, n).agg(times=pl.len()).sort(y, n).cast(pl.Float64)
    first, second, times = counts.to_numpy().T
    return first, second, times


def gamma_by_likelihood(tally: pl.DataFrame) -> Gamma:
    """Fit the prior of rates by type-II maximum likelihood.

    Args:
        tally: columns y (count) and time (exposure), one row a cell.

    Returns:
        The prior, which stops at the most that we let a prior count.
    """
    from scipy.special import gammaln  # noqa: PLC0415 -- slow import

    y, time, times = distinct(tally, "y", "time")
    whole = math.log((y @ times + 0.5) / (time @ times))

    def loss(point: Values) -> float:
        shape, rate = math.exp(point[1]), math.exp(point[1] - point[0])
        each = gammaln(shape + y) - gammaln(shape)
        each += shape * math.log(rate) - (shape + y) * np.log(rate + time)
        return -float(times @ each)

    log_mean, log_shape = lowest(
        loss, np.array([whole, 0.0]), [(whole - 9, whole + 9), (LEAST, MOST)]
    )
    return Gamma(math.exp(log_shape), math.exp(log_shape - log_mean))


def lowest(
    loss: Callable[[Values], float], start: Values, bounds: list[tuple[float, float]]
) -> tuple[float, float]:
    """Return where a loss over two numbers is lowest: a simplex, stopped tightly."""
    from scipy.optimize import minimize  # noqa: PLC0415 -- slow import

    options = {"xatol": 1e-9, "fatol": 1e-11, "maxiter": 2000}
    found = minimize(loss, start, method="Nelder-Mead", bounds=bounds, options=options)
    first, second = found.x
    return float(first), float(second)


def dirichlet(prior: ArrayLike, counts: ArrayLike) -> pl.DataFrame:
    """Return mean and variance of the share of each kind after the counts, one row a kind."""
    after = np.asarray(prior, dtype=np.float64) + np.asarray(counts)
    total = after.sum()
    mean = after / total
    return pl.DataFrame({"mean": mean, "variance": mean * (1 - mean) / (total + 1)})


def dirichlet_evidence(prior: ArrayLike, counts: ArrayLike, *, ordered: bool) -> float:
    """Return the log-probability of what was counted, before it was.

    Args:
        prior: of the Dirichlet.
        counts: by kind.
        ordered: of this one order of what was seen, or of the counts in any order (then the
            multinomial coefficient comes to it).
    """
    from scipy.special import gammaln  # noqa: PLC0415 -- slow import

    a, y = np.asarray(prior, dtype=np.float64), np.asarray(counts, dtype=np.float64)
    one = gammaln(a.sum()) - gammaln(a.sum() + y.sum()) + (gammaln(a + y) - gammaln(a)).sum()
    orders = 0.0 if ordered else gammaln(y.sum() + 1) - gammaln(y + 1).sum()
    return float(one + orders)


def james_stein(means: ArrayLike, *, variance: float) -> Shrunk | None:
    """Pull means of one known variance towards their common mean (Efron and Morris 1975).

    Returns:
        The estimates, never pulled past the common mean; None for fewer than four means, where
        nothing is to be gained.
    """
    y = np.asarray(means, dtype=np.float64)
    if len(y) < 4:  # noqa: PLR2004 -- k - 3 has to be positive
        return None
    mean = float(y.mean())
    spread = float(((y - mean) ** 2).sum())
    factor = max(1 - (len(y) - 3) * variance / spread, 0.0) if spread > 0 else 0.0
    return Shrunk(mean, factor, mean + factor * (y - mean))
