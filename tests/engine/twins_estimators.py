"""Slow, obvious twins of the estimators: loops over plain lists, as one would explain them."""

from fractions import Fraction
from itertools import pairwise
from math import comb, exp, log, pi

import numpy as np


def curve(waits):
    """Kaplan-Meier by the book, in whole fractions: {time: share not yet ended}."""
    share, shares = Fraction(1), {}
    for time in sorted({t for t, _ in waits}):
        at_risk = sum(t >= time for t, _ in waits)
        ended = sum(t == time and happened for t, happened in waits)
        share *= 1 - Fraction(ended, at_risk)
        shares[time] = share
    return shares


def greenwood(waits):
    """Greenwood's standard error, {time: error}; none where nothing is left."""
    shares, errors, total = curve(waits), {}, Fraction(0)
    for time, share in shares.items():
        at_risk = sum(t >= time for t, _ in waits)
        ended = sum(t == time and happened for t, happened in waits)
        if share == 0:
            errors[time] = None
            continue
        total += Fraction(ended, at_risk * (at_risk - ended))
        errors[time] = float(share) * float(total) ** 0.5
    return errors


def area(waits, limit):
    """The area under the curve up to a limit, step by step."""
    total, last, share = Fraction(0), 0, Fraction(1)
    for time, next_share in curve(waits).items():
        if time >= limit:
            break
        total += share * (time - last)
        last, share = time, next_share
    return float(total + share * (limit - last))


def incidence(waits, cause):
    """Aalen-Johansen by the book: {time: share that has ended by this cause}."""
    left, share, shares = Fraction(1), Fraction(0), {}
    for time in sorted({t for t, _ in waits}):
        at_risk = sum(t >= time for t, _ in waits)
        share += left * Fraction(sum(t == time and c == cause for t, c in waits), at_risk)
        left *= 1 - Fraction(sum(t == time and c is not None for t, c in waits), at_risk)
        shares[time] = share
    return shares


def log_rank(groups):
    """Mantel's chi-squared of two groups, from observed, expected and variance at each time."""
    one, two = groups
    excess = variance = 0.0
    for time in sorted({t for t, _ in one + two}):
        n1, n2 = (sum(t >= time for t, _ in group) for group in groups)
        d1, d2 = (sum(t == time and happened for t, happened in group) for group in groups)
        n, d = n1 + n2, d1 + d2
        excess += d1 - d * n1 / n
        if n > 1:
            variance += d * (n - d) / (n - 1) * n1 * n2 / n**2
    return excess**2 / variance


def lags(codes, lag=1):
    """Pairs of one run, counted one by one: {(given, target): count}."""
    counts = {}
    for given, target in zip(codes, codes[lag:], strict=False):
        counts[given, target] = counts.get((given, target), 0) + 1
    return counts


def residual(counts, given, target):
    """The adjusted residual of one pair, from sums over the dictionary; none without margins."""
    n = sum(counts.values())
    row = sum(k for (g, _), k in counts.items() if g == given)
    column = sum(k for (_, t), k in counts.items() if t == target)
    variance = row * column / n * (1 - row / n) * (1 - column / n)
    if variance == 0:
        return None
    return (counts.get((given, target), 0) - row * column / n) / variance**0.5


def windows(signals, responses, total, window):
    """Second by second: which are within a window, and which responses fall there."""
    inside = [any(s < t + 1 <= s + window for s in signals) for t in range(total)]
    answered = [any(s < r <= s + window for r in responses) for s in signals]
    within = [any(s < r <= s + window for s in signals) for r in responses]
    return {
        "signals": len(signals),
        "answered": sum(answered),
        "inside": sum(within),
        "outside": len(responses) - sum(within),
        "time_inside": sum(inside),
        "time_outside": total - sum(inside),
    }


def faded(prior, seen, keep):
    """Counts as a weighted sum: the newest counts 1, the one before `keep`, and so on."""
    n = len(seen)
    weights = [keep ** (n - 1 - i) for i in range(n)]
    return [
        keep**n * p + sum(w * row[k] for w, row in zip(weights, seen, strict=True))
        for k, p in enumerate(prior)
    ]


def share_log_likelihood(cells, a, b):
    """Beta-binomial log-likelihood, cell by cell, by products and without gamma functions."""
    total = 0.0
    for y, n in cells:
        rising = [log(a + k) for k in range(y)] + [log(b + k) for k in range(n - y)]
        total += log(comb(n, y)) + sum(rising) - sum(log(a + b + k) for k in range(n))
    return total


def joint_normal(times, values, mean, cov):
    """Condition a joint normal on noisy values: `cov(s, t)` of the level, then plain algebra.

    Returns smoothed means, smoothed variances, and the log-density of the values.
    """
    means, covariance, log_density = joint_posterior(times, values, mean, cov)
    return means, np.diag(covariance), log_density


def joint_posterior(times, values, mean, cov):
    """Return the same with the whole covariance; a value of None was only asked about."""
    asked = [i for i, (value, _) in enumerate(values) if value is not None]
    prior = np.array([mean(t) for t in times])
    whole = np.array([[cov(s, t) for t in times] for s in times])
    y = np.array([values[i][0] for i in asked], dtype=float)
    observed = whole[np.ix_(asked, asked)] + np.diag([values[i][1] for i in asked])
    gain = whole[:, asked] @ np.linalg.inv(observed)
    error = y - prior[asked]
    log_density = -0.5 * (
        len(y) * log(2 * pi)
        + np.linalg.slogdet(observed)[1]
        + error @ np.linalg.solve(observed, error)
    )
    return prior + gain @ error, whole - gain @ whole[asked, :], log_density


def crps_ensemble(draws, y, *, fair):
    """All pairs of draws, one by one."""
    m = len(draws)
    apart = sum(abs(a - b) for a in draws for b in draws)
    return sum(abs(a - y) for a in draws) / m - apart / (2 * (m * (m - 1) if fair else m * m))


def brier(forecasts, happened):
    """The mean squared distance, one by one."""
    pairs = list(zip(forecasts, happened, strict=True))
    return sum((p - y) ** 2 for p, y in pairs) / len(pairs)


def largest_gap(ranks, draws):
    """The largest distance of the ranks' distribution from the even one, rank by rank."""
    n = len(ranks)
    return max(
        abs(sum(r <= k for r in ranks) / n - (k + 1) / (draws + 1)) for k in range(draws + 1)
    )


def serve_return(signals, answers, total, model):
    """Rates at each answer from all signals before it, and their area by small trapezia."""

    def rate(t):
        called = sum(exp(-model.decay * (t - s)) for s in signals if s < t)
        return model.base + model.branching * model.decay * called

    edges = sorted({0, total, *signals})
    area = 0.0
    for low, high in pairwise(edges):
        steps = np.linspace(low, high, 2001)[1:]
        inside = np.array([rate(t) for t in (steps[0] + low) / 2 + (steps - steps[0])])
        area += inside.sum() * (high - low) / 2000
    return sum(log(rate(t)) for t in answers) - area


def profile(first, second, lag):
    """The mean of one diagonal of the table of matches."""
    pairs = [(a, b) for i, a in enumerate(first) for j, b in enumerate(second) if j - i == lag]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None
