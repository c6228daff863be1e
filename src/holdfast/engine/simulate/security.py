"""Security as a study would find it: a weak link to sensitivity, and much that lies elsewhere.

Never computed from a child's hidden states: in this model the expectation of answers follows the
caregiver far more closely than the real link (r = .25, Madigan et al. 2024) allows.
"""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

LINK = 0.25
SECURE_ABOVE = -0.0401  # so that 51.6 % are (Madigan et al. 2023)


def security(sensitivity: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    """Return S for each caregiver's sensitivity."""
    noise = rng.standard_normal(len(sensitivity))
    return np.asarray(LINK * sensitivity + sqrt(1 - LINK**2) * noise)
