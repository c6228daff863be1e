"""Settling: how likely a child calms down in the next minute, by what is done about it."""

from math import exp
from typing import overload

import numpy as np
from numpy.typing import NDArray

RIGHT, CONTACT, OTHER, ALONE = 0.60, 0.20, 0.08, 0.04  # per minute: the right answer, being held
UNEXPLAINED_HELD, UNEXPLAINED_OTHER, UNEXPLAINED_ALONE = 0.065, 0.045, 0.03


@overload
def settles_faster_with_age(weeks: float) -> float: ...
@overload
def settles_faster_with_age(weeks: NDArray[np.float64]) -> NDArray[np.float64]: ...
def settles_faster_with_age(
    weeks: float | NDArray[np.float64],
) -> float | NDArray[np.float64]:
    """Return what a hazard is multiplied by at this age: it grows around nine weeks."""
    if isinstance(weeks, np.ndarray):
        return np.asarray(1 + 0.7 / (1 + np.exp(-(weeks - 9) / 1.2)))
    return 1 + 0.7 / (1 + exp(-(weeks - 9) / 1.2))
