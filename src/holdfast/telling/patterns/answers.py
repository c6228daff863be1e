"""Answers: what soothes, how soon somebody came, and what was mended."""

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.promptness import answered_within, middle_half, promptness, seen, unseen
from holdfast.engine.repair import MENDED_WITHIN, mended_within
from holdfast.engine.soothing import Way, helps_most, ways
from holdfast.engine.survival import FEW, median
from holdfast.telling.figures import Figure, answered_by, shares
from holdfast.telling.patterns.section import Section, Told
from holdfast.telling.pronouns import forms
from holdfast.telling.sentences import capital, listed
from holdfast.telling.shares import minutes_with_band, too_few, with_band
from holdfast.words.evidence import all_known
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext

SOON = 10.0  # minutes by which a way is told to have settled
HALF_AN_HOUR = 30.0
TOLD = 3  # ways in sentences, the oftenest tried first; all are in the figure
WAYS = {
    "feed": later("feeding"),
    "hold": later("holding"),
    "carry": later("carrying about"),
    "rock": later("rocking"),
    "rest": later("a rest"),
    "care": later("a fresh nappy, a change"),
    "play": later("playing"),
    "voice": later("a kind word, a song, a look"),
}


def soothes(told: Told) -> Section:
    """Tell what settled, when it was tried first."""
    found = ways(told.lately["soothing"], time=SOON)
    known = [way for way in found if isinstance(way, Way)]
    few = [_(WAYS[one[0]]) for one in found if not isinstance(one, Way)]
    she = forms(told.of.pronoun)
    said = [
        _("%(way)s: %(share)s.") % {"way": capital(_(WAYS[way.way])), "share": with_band(way.share)}
        for way in known[:TOLD]
    ]
    if known:
        lead = _(
            "When %(she)s fussed or cried and this was tried first, it had settled %(her)s within "
            "ten minutes:"
        )
        said.insert(0, lead % she)
    if len(known) > TOLD:
        said.append(_("The others are in the figure."))
    if best := helps_most(found):
        said.append(
            _("%(way)s settled %(her)s sooner than the others here, and that is fairly clear.")
            % {**she, "way": capital(_(WAYS[best.way]))}
        )
    elif len(known) > 1:
        said.append(_("Which of them settles soonest cannot be told apart."))
    if few:
        said.append(_("Tried too seldom to say: %(ways)s.") % {"ways": listed(few)})
    if not found:
        said = [
            _(
                "Too few to say yet. Once it is written down what was tried and how it ended, it "
                "will stand here."
            )
        ]
    return Section(
        id="soothing",
        title=_("What soothes"),
        sentences=said,
        figure=shares(
            [(_(WAYS[way.way]), way.share) for way in known],
            shows=_("How often each way had settled within ten minutes, when tried first"),
            of=_("Tried first"),
            seen=_("Times"),
        )
        if known
        else None,
        what=_(
            "Only what was tried first counts: what came second was tried because the first had "
            "not helped. One chooses by what seems to be needed, so a low share does not make a "
            "way a poor one; hunger is not settled by holding. The soft bar is where the share "
            "likely lies."
        ),
        research=all_known("soo-1"),
    )


def promptly(told: Told) -> Section:
    """Tell how waits for an answer spread, of everybody together."""
    tally = told.lately["waits"]
    distress = tally.filter(asked="distress")
    seen_waits = int(seen(distress)["ended"].sum())
    said = (
        [too_few(TooFew(seen_waits, FEW))]
        if few(distress)
        else spread(distress, forms(told.of.pronoun))
    )
    contact = answered_within(tally.filter(asked="contact"), 5)
    if isinstance(contact, Estimate):
        said.append(
            _("A look, a smile or a sound had its answer within five minutes %(share)s.")
            % {"share": with_band(contact)}
        )
    if unknown := unseen(tally):
        text = ngettext(
            "Once nobody wrote down an answer or an end. That says nothing about waits: hands may "
            "have been full.",
            "%(n)d times nobody wrote down an answer or an end. That says nothing about waits: "
            "hands may have been full.",
            unknown,
        )
        said.append(text % {"n": unknown})
    return Section(
        id="promptness",
        title=_("Until somebody answered"),
        sentences=said,
        figure=None if few(distress) else curve_of(distress),
        what=_(
            "How many calls had an answer by each minute, whoever gave it. A call that nobody saw "
            "the end of counts for as long as it was seen. The soft band is where the line likely "
            "runs. Sooner is not a target: how soon an answer is wanted depends on the call, and "
            "within one person most variation is normal."
        ),
        research=all_known("ans-4", "ans-5"),
    )


def few(tally: pl.DataFrame) -> bool:
    """Say whether too few waits were seen to say anything of their spread."""
    return int(seen(tally)["ended"].sum()) < FEW


def spread(distress: pl.DataFrame, she: dict[str, str]) -> list[str]:
    """Say by when half of the calls had an answer, and between when the middle half."""
    half, within = median(seen(distress)), answered_within(distress, 5)
    n = int(seen(distress)["ended"].sum())
    said = []
    if isinstance(half, Estimate):
        text = ngettext(
            "When %(she)s fussed or cried, half of the answers had come after %(half)s; this is "
            "from %(n)d call.",
            "When %(she)s fussed or cried, half of the answers had come after %(half)s; this is "
            "from %(n)d calls.",
            n,
        )
        said.append(text % {**she, "half": minutes_with_band(half), "n": n})
    if isinstance(within, Estimate):
        said.append(_("Within five minutes it was %(share)s.") % {"share": with_band(within)})
    if middle := middle_half(distress):
        first, last = (round(minute) for minute in middle)
        said.append(
            _(
                "The middle half lay between %(first)d and %(last)d minutes. Such a spread is what "
                "one person's day looks like."
            )
            % {"first": first, "last": last}
        )
    return said


def curve_of(distress: pl.DataFrame) -> Figure:
    """Draw how many calls had an answer by each minute."""
    return answered_by(
        promptness(distress),
        limit=HALF_AN_HOUR,
        shows=_("How many fusses and cries had an answer by each minute"),
    )


def mended(told: Told) -> Section:
    """Tell what went wrong at first and came good."""
    tally = told.lately["mending"]
    times, n = int(tally["happened"].sum()), int(tally["ended"].sum())
    share, half = mended_within(tally, MENDED_WITHIN), median(tally)
    said = []
    if times:
        text = ngettext(
            "Once it did not work at first, and then somebody found the way.",
            "%(times)d times it did not work at first, and then somebody found the way.",
            times,
        )
        said.append(text % {"times": times})
    if isinstance(share, TooFew):
        said.append(
            too_few(share) if n else _("Nothing was written down here that needed mending.")
        )
    else:
        said.append(
            _("Where somebody saw it through, it was mended within twenty minutes %(share)s.")
            % {"share": with_band(share)}
        )
    if isinstance(half, Estimate):
        said.append(
            _("Half of the time that took no longer than %(half)s.")
            % {"half": minutes_with_band(half)}
        )
    said.append(_("A signal that was missed and then mended is worth as much as one met at once."))
    return Section(
        id="repair",
        title=_("Mended"),
        sentences=said,
        what=_(
            "Missed is: somebody could not just then, nobody came for ten minutes, an answer had "
            "not settled after ten, or it went on. Mended is: after that somebody's answer settled "
            "it. Where nobody wrote the end it counts for as long as it was seen."
        ),
        research=all_known("rep-2"),
    )
