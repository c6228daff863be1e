"""A piece: a few warm sentences in our own words, and the facts on which they stand, by key.

What is a fact stands in the ledger alone (`holdfast.words.evidence`) and is shown from there, so
that it opens. The text around it says what one may do with it.
"""

from dataclasses import dataclass
from enum import StrEnum

from holdfast.telling.pronouns import forms
from holdfast.words.ages import Ages
from holdfast.words.language import gettext as _

WEEK, MONTH = 7, 30.4375


class Scale(StrEnum):
    """By what the time of a piece is counted."""

    ALWAYS = "always"
    ON_THE_WAY = "on the way"  # gestation
    WAITING = "waiting"  # for the day on which the family comes together
    HERE = "here"  # since that day
    AGE = "age"  # corrected, where there is such an age


class For(StrEnum):
    """For whom a piece is, besides its time."""

    ANYBODY = "anybody"
    EARLY = "early"  # born before 37 weeks
    ADOPTED = "adopted"  # came to the family after birth
    TWINS = "twins"  # of one birthday
    SIBLINGS = "siblings"


@dataclass(frozen=True, slots=True)
class When:
    """From which to before which day a piece is shown."""

    scale: Scale
    first: float = float("-inf")
    end: float = float("inf")
    of: For = For.ANYBODY


def days(first: float, end: float, of: For = For.ANYBODY) -> When:
    """Return an age in days."""
    return When(Scale.AGE, first, end, of)


def weeks(first: float, end: float, of: For = For.ANYBODY) -> When:
    """Return an age in weeks."""
    return days(first * WEEK, end * WEEK, of)


def months(first: float, end: float, of: For = For.ANYBODY) -> When:
    """Return an age in months."""
    return days(first * MONTH, end * MONTH, of)


def on_the_way(first: float, end: float) -> When:
    """Return weeks of gestation."""
    return When(Scale.ON_THE_WAY, first * WEEK, end * WEEK)


def here(first: float, end: float) -> When:
    """Return weeks since the family came together."""
    return When(Scale.HERE, first * WEEK, end * WEEK)


ALWAYS = When(Scale.ALWAYS)
BORN = days(float("-inf"), float("inf"))
WAITING = When(Scale.WAITING)


@dataclass(frozen=True, slots=True)
class Piece:
    """A short text of ours. `evidence` are keys of the ledger; `picture` is a drawing's name."""

    key: str
    title: str
    text: str
    evidence: tuple[str, ...] = ()
    when: When = BORN
    picture: str = ""
    heavy: bool = False  # the way to help stands beside it

    def said(self, pronoun: str) -> "Said":
        """Return it in the spoken language, about this child."""
        words = forms(pronoun)
        return Said(
            key=self.key,
            title=_(self.title) % words,
            text=_(self.text) % words,
            evidence=self.evidence,
            picture=self.picture,
            heavy=self.heavy,
        )


@dataclass(frozen=True, slots=True)
class Said:
    """A piece as it is shown."""

    key: str
    title: str
    text: str
    evidence: tuple[str, ...]
    picture: str
    heavy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Of whom pieces are chosen.

    Args:
        ages: today's, or those of another time that somebody looks at.
        waiting: the family has not come together yet.
        by_birth: whether age shall count from birth although there is a corrected one.
        are: what is so of this child and family, besides age.
    """

    ages: Ages
    waiting: bool = False
    by_birth: bool = False
    are: frozenset[For] = frozenset()

    @property
    def age(self) -> int | None:
        """The age by which pieces go."""
        return self.ages.calendar if self.by_birth else self.ages.usual

    def at(self, scale: Scale) -> float | None:
        """Return where this life is on a scale; None where it is not on it."""
        places = {
            Scale.ALWAYS: 0,
            Scale.ON_THE_WAY: self.ages.gestation,
            Scale.WAITING: 0 if self.waiting else None,
            Scale.HERE: self.ages.here,
            Scale.AGE: self.age,
        }
        return places[scale]

    def has(self, when: When) -> bool:
        """Say whether it is this time of this life."""
        place = self.at(when.scale)
        meant = when.of is For.ANYBODY or when.of in self.are
        return meant and place is not None and when.first <= place < when.end
