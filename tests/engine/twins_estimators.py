"""Slow, obvious twins of the estimators: loops over plain lists, as one would explain them."""

from fractions import Fraction


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
