"""One signal: what it may mean, what this family's log says of it, what to try, when to call."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from holdfast.engine.dictionary import ALWAYS, NEEDS, Entry, cells_of, dictionary
from holdfast.engine.months import Tallies
from holdfast.engine.survival import FEW
from holdfast.telling.grow.meanings import MEANINGS
from holdfast.telling.labels import need_label, tile
from holdfast.telling.patterns.answers import WAYS
from holdfast.telling.patterns.signals import say
from holdfast.telling.pronouns import forms
from holdfast.telling.sentences import capital
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext
from holdfast.words.vocabulary import Kind, Need, Signal

TRIED = 3  # times, before a way is told
TOLD = 3  # ways
URGENT = {
    Signal.KICK: ("kick-1",),
    Signal.CRY: ("cry-3", "ill-1", "fever-1", "ill-3"),
    Signal.FUSS: ("ill-1", "fever-1", "ill-3"),
    Signal.CLING: ("fever-1", "ill-3"),
    Signal.YAWN: ("ill-1",),
}
"""Guidance by key that stands with a signal: when to call somebody."""


@dataclass(frozen=True, slots=True)
class SignalTold:
    """What is said of one signal. What the log says is empty where nothing may be said from it."""

    word: str
    title: str
    asks: str
    may: str
    known: Sequence[str]
    notes: Sequence[str]
    likes: str
    helps: Sequence[str]
    settled: Sequence[str]
    urgent: Sequence[str]
    picture: str


def signal_told(word: str, counts: Tallies, *, pronoun: str) -> SignalTold:
    """Tell of one signal.

    Args:
        word: one of `Signal`.
        counts: the family's tallies of the last months.
        pronoun: she, he or they.
    """
    meaning, she = MEANINGS[Signal(word)], forms(pronoun)
    return SignalTold(
        word=word,
        title=capital(tile(Kind.SIGNAL, word, pronoun)),
        asks=_("What may %(she)s be telling me?") % she,
        may=_(meaning.may) % she,
        known=meaning.evidence,
        notes=notes(word, counts["meanings"], she),
        likes=_(meaning.likes) % she,
        helps=meaning.helps,
        settled=settled(word, counts["soothing"], she),
        urgent=URGENT.get(Signal(word), ()),
        picture=meaning.picture,
    )


def notes(word: str, tally: pl.DataFrame, she: dict[str, str]) -> list[str]:
    """Say what it was about here: as somebody said, else as what settled it speaks for."""
    of_it = [cell for cell in cells_of(tally) if (cell.signal, cell.by) == (word, ALWAYS)]
    if not of_it:
        return [few(0)]
    said, times = of_it[0].said, int(of_it[0].said.sum())
    if times >= FEW:
        lead = int(said.argmax())
        return [counted(NEEDS[lead], int(said[lead]), times)]
    entries = [one for one in dictionary(tally) if isinstance(one, Entry) and one.signal == word]
    return [say(entries[0], entries, she)] if entries else [few(of_it[0].times)]


def counted(need: str, times: int, of: int) -> str:
    """Say how often somebody wrote that it was about a need."""
    words = {"need": need_label(need), "times": times, "of": of}
    if need == Need.CANNOT_TELL:
        return _("In your notes it mostly stayed open: %(times)d of %(of)d times.") % words
    return (
        _(
            "In your notes it was most often about %(need)s: %(times)d of the %(of)d times that "
            "somebody wrote down what it was about."
        )
        % words
    )


def few(times: int) -> str:
    """Say that there are too few to say."""
    if not times:
        return _(
            "Nothing yet. When it is written down how it ended, or what it was about, your own "
            "notes will stand here."
        )
    text = ngettext(
        "Too few to say yet: written down %(n)d time with how it ended.",
        "Too few to say yet: written down %(n)d times with how it ended.",
        times,
    )
    return text % {"n": times}


def settled(word: str, tally: pl.DataFrame, she: dict[str, str]) -> list[str]:
    """Say what settled it here when it was tried first, the oftenest tried first.

    It stands below what to try, so a way that never settled it is left out: it is no suggestion.
    """
    tried = tally.filter(pl.col("signal") == word, pl.col("tries") >= TRIED, pl.col("settled") > 0)
    rows = tried.sort(["tries", "way"], descending=[True, False]).head(TOLD)
    return [
        _("%(way)s settled %(her)s %(settled)d of the %(tries)d times that it was tried first.")
        % {**she, **row, "way": capital(_(WAYS[row["way"]]))}
        for row in rows.to_dicts()
    ]
