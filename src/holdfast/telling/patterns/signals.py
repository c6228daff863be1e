"""Her own dictionary: what each signal tended to be about here."""

from collections.abc import Sequence

from holdfast.engine.dictionary import COMFORT, Entry, dictionary
from holdfast.engine.estimate import TooFew
from holdfast.telling.figures import shares
from holdfast.telling.labels import need_label, told
from holdfast.telling.patterns.section import Section, Told
from holdfast.telling.pronouns import forms
from holdfast.telling.sentences import capital, listed
from holdfast.telling.shares import with_band
from holdfast.words.evidence import all_known
from holdfast.words.language import gettext as _
from holdfast.words.language import later
from holdfast.words.vocabulary import Kind, Need

TOLD, SHOWN = 4, 12  # signals in sentences and in the figure, the commonest first
CLEAR = 0.6  # what speaks for less is told as mixed
WHEN = {
    ("clock", "night"): later("at night"),
    ("clock", "morning"): later("in the morning"),
    ("clock", "afternoon"): later("in the afternoon"),
    ("clock", "evening"): later("in the evening"),
    ("fed", "1"): later("within an hour of a feed"),
    ("fed", "2"): later("one to two hours after a feed"),
    ("fed", "3"): later("two to three hours after a feed"),
    ("fed", "12"): later("three hours or more after a feed"),
    ("awake", "1"): later("within an hour of waking"),
    ("awake", "2"): later("after one to two hours awake"),
    ("awake", "3"): later("after two to three hours awake"),
    ("awake", "12"): later("after three hours or more awake"),
}


def her_words(told_of: Told) -> Section:
    """Tell the dictionary of the last months."""
    found = dictionary(told_of.lately["meanings"])
    entries = [one for one in found if isinstance(one, Entry)]
    general = [entry for entry in entries if entry.by == "always"]
    she = forms(told_of.of.pronoun)
    return Section(
        id="dictionary",
        title=capital(_("%(her_own)s dictionary") % she),
        sentences=sentences(entries, general, few_of(found), she),
        figure=shares(
            [(name(entry), entry.share) for entry in general[:SHOWN]],
            shows=_("How much of what is known speaks for the commonest need, by signal"),
            of=_("Signal"),
            seen=_("Times"),
        )
        if general
        else None,
        what=_(
            "For each signal, how much of what is known speaks for one need. Known is what "
            "somebody said that it was about, and else what settled it: a feed speaks mostly for "
            "hunger, but holding settles many things. The soft bar is where the share likely lies. "
            "It says what tended to be so here, and translates nothing."
        ),
        research=all_known("sig-9"),
    )


def few_of(found: Sequence[Entry | tuple[str, TooFew]]) -> list[str]:
    """Return the signals of which too few are known."""
    return [one[0] for one in found if not isinstance(one, Entry)]


def sentences(
    entries: Sequence[Entry], general: Sequence[Entry], few: Sequence[str], she: dict[str, str]
) -> list[str]:
    """Say what each signal was about, the commonest first."""
    if not general:
        return [
            _(
                "Too few to say yet. When it is written down how a signal ended, or what it was "
                "about, %(her_own)s words will stand here."
            )
            % she
        ]
    said = [say(entry, entries, she) for entry in general[:TOLD]]
    if len(general) > TOLD:
        said.append(_("The others are in the figure."))
    if few:
        signals = listed([told(Kind.SIGNAL, signal) for signal in few])
        said.append(_("Seen too seldom to say: %(signals)s.") % {"signals": signals})
    return said


def say(entry: Entry, entries: Sequence[Entry], she: dict[str, str]) -> str:
    """Say one signal, and where it was about something else."""
    words = {
        **she,
        "signal": told(Kind.SIGNAL, entry.signal),
        "need": about(entry.about),
        "share": with_band(entry.share),
    }
    if entry.about == Need.CANNOT_TELL:
        return (
            _("When %(she)s %(signal)s, it mostly stayed open what it was about: %(share)s.")
            % words
        )
    text = (
        _("When %(she)s %(signal)s, it was mostly about %(need)s: %(share)s.")
        if entry.share.value >= CLEAR
        else _("When %(she)s %(signal)s, it was mixed, most often about %(need)s: %(share)s.")
    )
    others = [
        _("%(when)s more about %(need)s (seen %(n)d times)")
        % {
            "when": _(WHEN[other.by, other.when]),
            "need": about(other.about),
            "n": other.share.n,
        }
        for other in entries
        if other.signal == entry.signal and other.by != "always"
    ]
    if not others:
        return text % words
    return _("%(sentence)s But %(others)s.") % {"sentence": text % words, "others": listed(others)}


def name(entry: Entry) -> str:
    """Return how an entry stands in the figure."""
    words = {"signal": told(Kind.SIGNAL, entry.signal), "need": about(entry.about)}
    return _("%(signal)s: %(need)s") % words


def about(need: str) -> str:
    """Return what a need is called, or comfort where closeness cannot be told from it."""
    return _("closeness or comfort") if need == COMFORT else need_label(need)
