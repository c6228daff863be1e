"""What is usual at which age, as the simulated child lives it: rates, intervals and lengths.

Where a figure has a source, the source is named; all else is a choice of ours. Ages are in weeks,
lengths in minutes, rates a day.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import exp

HOUR = 60.0
DAY = 1440.0


def sigmoid(x: float) -> float:
    """Return 1/(1 + e^-x)."""
    return 1 / (1 + exp(-x))


def between(x: float, xs: Sequence[float], ys: Sequence[float]) -> float:
    """Return y at x on straight lines between the points, level beyond both ends."""
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    right = bisect_right(xs, x)
    share = (x - xs[right - 1]) / (xs[right] - xs[right - 1])
    return ys[right - 1] + share * (ys[right] - ys[right - 1])
