"""A section of patterns: words, perhaps a figure, what it is, and what research says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.engine.months import Tallies
from holdfast.telling.figures import Figure
from holdfast.words.ages import Ages, ages
from holdfast.words.evidence import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Of:
    """Of whom patterns are told, and when."""

    today: date
    born: date | None = None
    due: date | None = None
    pronoun: str = "they"

    @property
    def ages(self) -> Ages:
        """The child's ages today."""
        return ages(self.today, born=self.born, due=self.due)

    @property
    def origin(self) -> date | None:
        """The day from which the usual age counts: birth, or the due date where corrected."""
        return self.due if self.ages.corrected is not None else self.born


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the page. Where there are too few to say, `sentences` say that."""

    id: str
    title: str
    sentences: Sequence[str]
    known: Sequence[Evidence] = ()  # what research says, beside what the log says
    figure: Figure | None = None
    what: str
    research: Sequence[Evidence] = ()  # the same, for who asks what this is


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of: the last months, all of the log, and the child."""

    lately: Tallies
    always: Tallies
    of: Of
