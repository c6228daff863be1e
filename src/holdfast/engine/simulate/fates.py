"""What becomes of a bid: met, mended, accompanied or missed, judged by the clock."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType

IN_TIME = 15  # minutes to a first answer
SETTLES = 10  # minutes from the first answer
MENDS = 20  # minutes from when it went wrong
NOBODY = 30  # minutes after which nobody came


class Fate(StrEnum):
    """How a bid ended for the child."""

    MET = "met"
    MENDED = "mended"
    ACCOMPANIED = "accompanied"
    MISSED = "missed"
    ALONE = "alone"  # settled by itself while somebody was on the way: neither gain nor loss


GAIN: Mapping[Fate, float] = MappingProxyType(
    {Fate.MET: 1.0, Fate.MENDED: 0.90, Fate.ACCOMPANIED: 0.50, Fate.ALONE: 0.0}
)
"""The share of a full gain that each fate brings. A miss has none: it takes away."""


def fate(onset: float, answers: Sequence[float], settled: float | None) -> Fate:
    """Judge a bid by the clock.

    Args:
        onset: when it began, in minutes on any clock.
        answers: when somebody answered, in order.
        settled: when the child had settled; None where it did not.
    """
    if not answers or answers[0] - onset > NOBODY:
        return Fate.MISSED
    wrong = went_wrong(onset, answers)
    if settled is None:
        return Fate.ACCOMPANIED
    if settled <= wrong:
        return Fate.MET
    return Fate.MENDED if settled - wrong <= MENDS else Fate.ACCOMPANIED


def went_wrong(onset: float, answers: Sequence[float]) -> float:
    """Return when it went wrong, had it gone on: late, still not settled, or tried once more."""
    first = answers[0]
    if first - onset > IN_TIME:
        return onset + IN_TIME
    second = answers[1] if len(answers) > 1 else first + SETTLES
    return min(second, first + SETTLES)
