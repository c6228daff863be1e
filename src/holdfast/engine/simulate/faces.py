"""Face to face: two who are in tune, and out of tune, and in tune again, second by second.

The matched share and the time to mend are those of the model; in play about a third is matched
(Tronick and Cohn 1989), and most mismatches are mended within seconds.
"""

import numpy as np

MATCHED_SECONDS, MISMATCHED_SECONDS = 1.2, 2.8


def in_tune(rng: np.random.Generator, *, cycles: int) -> tuple[float, np.ndarray]:
    """Live a face-to-face play.

    Args:
        rng: where chance comes from.
        cycles: how often they come into tune.

    Returns:
        The share of time that was matched, and the seconds from one repair to the next.
    """
    matched = rng.exponential(MATCHED_SECONDS, cycles)
    apart = rng.exponential(MISMATCHED_SECONDS, cycles)
    cycle = matched + apart
    return float(matched.sum() / cycle.sum()), cycle
