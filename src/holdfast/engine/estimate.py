"""An estimate: a number that cannot be had without its count and its uncertainty.

The fourth of our laws as a type. A page that wants to print a value gets a count and a band with
it, or learns that there are too few to say.
"""

from dataclasses import dataclass
from math import isfinite

from holdfast.words.errors import HoldfastError


class NoEstimate(HoldfastError):
    """A number that may not be told: without a count, or outside its own band."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its band, and how many observations it stands on.

    Args:
        value: the estimate.
        low: lower end of the band.
        high: upper end of the band.
        n: observations behind it, at least one.
    """

    value: float
    low: float
    high: float
    n: int

    def __post_init__(self) -> None:
        """Refuse what could not be said honestly."""
        if self.n < 1:
            raise NoEstimate("An estimate needs at least one observation.", hint="Say TooFew.")
        if not all(isfinite(number) for number in (self.value, self.low, self.high)):
            raise NoEstimate("An estimate is a finite number.", hint="Say TooFew.")
        if not self.low <= self.value <= self.high:
            raise NoEstimate(f"{self.value} is not between {self.low} and {self.high}.")


@dataclass(frozen=True, slots=True)
class TooFew:
    """Too few observations to say, which is a good answer: n of the needed are there."""

    n: int
    needed: int

    def __post_init__(self) -> None:
        """Hold it to what it says."""
        if not 0 <= self.n < self.needed:
            raise NoEstimate(f"{self.n} of {self.needed} are not too few.")
