"""All of the page: an opening sentence, and the sections in the order in which one would tell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from holdfast.engine.months import Tallies
from holdfast.telling.patterns.answers import mended, promptly, soothes
from holdfast.telling.patterns.days import crying, rhythm
from holdfast.telling.patterns.growing import exploring, signs
from holdfast.telling.patterns.section import Of, Section, Told
from holdfast.telling.patterns.signals import her_words
from holdfast.telling.pronouns import forms
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

SECTIONS: Sequence[Callable[[Told], Section]] = (
    her_words,
    soothes,
    promptly,
    mended,
    rhythm,
    crying,
    exploring,
    signs,
)
EARLY = 14  # days with anything logged, until when the page says that it is early


@dataclass(frozen=True, slots=True)
class Patterns:
    """The page: opening sentences, sections that have something to say, and those that will."""

    opening: Sequence[str]
    sections: Sequence[Section]
    days: int


def patterns_told(lately: Tallies, always: Tallies, *, of: Of) -> Patterns:
    """Tell all patterns.

    Args:
        lately: tallies of the last months, from which most is told.
        always: tallies of the whole log, for what is told by age.
        of: the child.
    """
    told = Told(lately=lately, always=always, of=of)
    days = len(always["logged"])
    sections = [section(told) for section in SECTIONS] if days else []
    return Patterns(opening(days, forms(of.pronoun)), sections, days)


def opening(days: int, she: dict[str, str]) -> list[str]:
    """Say what this is told from."""
    if not days:
        return [
            _("There is nothing to tell from yet, and nothing that you have to do about it."),
            _(
                "When a few days have been written down, %(her_own)s dictionary will stand here, "
                "and what soothes, and how days and nights go."
            )
            % she,
        ]
    text = ngettext(
        "Told from %(days)d day on which something was written down.",
        "Told from %(days)d days on which something was written down.",
        days,
    )
    first = [text % {"days": days}]
    if days < EARLY:
        first.append(_("That is early: much of this will still change."))
    return [*first, _("What nobody wrote down is not in it. Nothing here is a mark on anybody.")]
