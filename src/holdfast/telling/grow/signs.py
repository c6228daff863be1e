"""The signs seen so far in a family's log: seen, or not written down so far. Never late."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from holdfast.telling.patterns.growing import signs
from holdfast.telling.patterns.section import Section, Told
from holdfast.telling.sentences import listed
from holdfast.words.language import gettext as _
from holdfast.words.language import later

FROM = 12 * 7  # days: before, they are told only where one was seen [D]
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "minds_goodbyes": later("a goodbye that was hard"),
        "shy_with_strangers": later("shyness with strangers"),
        "comes_to_you": later("coming to somebody"),
    }
)


def signs_so_far(told: Told) -> Section | None:
    """Tell the signs: those seen as Patterns does, and by name those that nobody wrote down."""
    seen = set(told.always["signs"]["sign"])
    if not seen and (told.of.ages.usual or 0) < FROM:
        return None
    section = signs(told)
    others = [_(name) for sign, name in NAMES.items() if sign not in seen]
    if not seen or not others:
        return section
    said = _("Not written down so far: %(signs)s. That need not mean that it was not there.")
    return replace(section, sentences=[*section.sentences, said % {"signs": listed(others)}])
