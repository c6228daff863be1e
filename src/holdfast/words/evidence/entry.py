"""What an entry of the ledger is: a sentence that may be said, and what it stands on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.words.language import gettext as _
from holdfast.words.language import later


class Strength(StrEnum):
    """How much stands behind a sentence."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    CONVENTION = "convention"


class Read(StrEnum):
    """How near to the source the one came who wrote the entry."""

    SOURCE = "source"  # read in the source itself
    PARTLY = "partly"  # one part read in the source, one told by others
    AFTER_OTHERS = "after others"  # read in a text that cites it
    NOT_YET = "not yet"  # not read in the original
    OUR_READING = "our reading"  # no source says it in so many words


STRENGTHS = {
    Strength.STRONG: later("Several large studies agree."),
    Strength.MODERATE: later("One good study, or several small ones."),
    Strength.WEAK: later("Small studies, a single one, or mixed findings."),
    Strength.CONVENTION: later("A usual way to tell it: theory, definition or guidance."),
}
"""Each strength in words."""

READ = {
    Read.SOURCE: later("Read in the source itself."),
    Read.PARTLY: later("Read in the source in part; the rest is told after others who cite it."),
    Read.AFTER_OTHERS: later("Not read in the original: told after others who cite it."),
    Read.NOT_YET: later("Not read in the original yet."),
    Read.OUR_READING: later("Our own reading: no source says it in so many words."),
}
"""Each way of having read in words."""

LOOKED_AT = date(2026, 11, 26)  # when the entries were last held against what is known
OTHERWISE = later("A large new study that finds otherwise.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence of fact as it may be said: translated, shortened, never strengthened."""

    key: str
    sentence: str
    source: str
    strength: Strength
    read: Read = Read.SOURCE
    checked: date = LOOKED_AT
    would_change: str = OTHERWISE  # what would change our mind

    @property
    def how_strong(self) -> str:
        """The strength in words."""
        return _(STRENGTHS[self.strength])

    @property
    def how_read(self) -> str:
        """How near to the source we came, in words."""
        return _(READ[self.read])


@dataclass(frozen=True, slots=True)
class Topic:
    """Entries that belong together on the page of all."""

    key: str
    title: str
    entries: tuple[Evidence, ...]
