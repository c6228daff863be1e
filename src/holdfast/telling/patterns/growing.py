"""Growing: off to explore and back, and the signs seen so far."""

import polars as pl

from holdfast.engine.estimate import Estimate
from holdfast.engine.exploring import bout_lengths, explores_again, usual_bout
from holdfast.engine.signs import so_far
from holdfast.engine.survival import FEW
from holdfast.telling.dates import day_said
from holdfast.telling.figures import going_on
from holdfast.telling.patterns.section import Section, Told
from holdfast.telling.pronouns import forms
from holdfast.telling.shares import minutes_with_band, too_few, with_band
from holdfast.words.evidence import all_known
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext

MOST = 30.0
SIGNS = {
    "minds_goodbyes": later("minded a goodbye"),
    "shy_with_strangers": later("was shy with strangers"),
    "comes_to_you": later("came to somebody"),
}
PHASES = (
    later("Signals go out to anybody: the first phase, usually the first two or three months."),
    later("Signals go to some people more than to others: the second phase."),
    later("Seeking somebody out and minding that they go: the third phase."),
    later("Plans are made together: the fourth phase."),
)


def exploring(told: Told) -> Section:
    """Tell how long she stays off, whether she looks back, and what follows comfort."""
    tally = told.lately["bouts"]
    usual, again = usual_bout(tally), explores_again(told.lately["comforts"])
    bouts, looked = int(tally["ended"].sum()), int(tally["looked_back"].sum())
    she = forms(told.of.pronoun)
    said = []
    if bouts:
        text = ngettext(
            "%(She)s went off to explore once, and looked back in %(looked)d.",
            "%(She)s went off to explore %(n)d times, and looked back in %(looked)d of them.",
            bouts,
        )
        said.append(text % {**she, "n": bouts, "looked": looked})
    if isinstance(usual, Estimate):
        said.append(
            _("Half of the time %(she)s was back after %(half)s.")
            % {**she, "half": minutes_with_band(usual)}
        )
    elif bouts:
        said.append(too_few(usual))
    if isinstance(again, Estimate):
        said.append(
            _("After comfort %(she)s explored again within ten minutes %(share)s.")
            % {**she, "share": with_band(again)}
        )
    if not bouts:
        said = [
            _(
                "Nothing yet. When going off, looking back and coming back are written down, this "
                "is where they are told; most babies begin in the second half of their first year."
            )
        ]
    seen = tally.filter(time=0)["ended"].sum() < bouts - FEW
    return Section(
        id="exploring",
        title=_("Off, and back again"),
        sentences=said,
        figure=going_on(
            bout_lengths(tally), limit=MOST, shows=_("How long %(she)s stayed off to explore") % she
        )
        if seen
        else None,
        what=_(
            "Somebody to come back to is what lets a baby go off. A bout runs from going off to "
            "coming back; where nobody wrote the return it counts until the last look back. The "
            "soft band is where the line likely runs. Far or near, long or short: none is better."
        ),
        research=all_known("base-1"),
    )


def signs(told: Told) -> Section:
    """Tell the signs seen so far; a phase only where it is likely enough."""
    origin, tally = told.of.origin, told.always["signs"]
    she = forms(told.of.pronoun)
    said = [
        seen
        for sign, text in SIGNS.items()
        for seen in first_seen(tally.filter(sign=sign), _(text), she)
    ]
    if not said:
        said = [_("No such sign is written down yet, and there is no hurry.")]
    elif origin is not None:
        phase = so_far(tally, origin=origin, today=told.of.today).phase
        said.append(
            _("Together with the age that fits this best: %(phase)s")
            % {"phase": _(PHASES[phase - 1])}
            if phase
            else _("It is not clear yet which phase that speaks for, and it need not be.")
        )
    return Section(
        id="signs",
        title=_("Signs seen so far"),
        sentences=said,
        what=_(
            "Goodbyes that are hard, shyness with strangers and coming to somebody are signs that "
            "a baby tells people apart. A sign that is not written down is not one that is "
            "missing. A phase tells what many babies of an age do; it is no finding about the two "
            "of you."
        ),
        research=all_known("pha-1", "dep-2"),
    )


def first_seen(rows: pl.DataFrame, did: str, she: dict[str, str]) -> list[str]:
    """Say how often a sign was seen, and when first."""
    if rows.is_empty():
        return []
    times, days = int(rows["count"].sum()), sorted(rows["day"].to_list())
    text = ngettext(
        "%(She)s %(did)s: seen once, on %(day)s.",
        "%(She)s %(did)s: seen %(n)d times, first on %(day)s.",
        times,
    )
    return [text % {**she, "did": did, "n": times, "day": day_said(days[0])}]
