"""She, he or they: the words for a child in a sentence, chosen by the family.

Sentences name their places after her (`%(She)s settled by %(herself)s`), so that a translator sees
which form is meant.
"""

from collections.abc import Mapping
from types import MappingProxyType

from holdfast.words.language import gettext as _
from holdfast.words.language import later

SHE, HE, THEY = "she", "he", "they"
PRONOUNS = (SHE, HE, THEY)

FORMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        SHE: {
            "she": later("she"),
            "She": later("She"),
            "She_is": later("She is"),
            "her": later("her"),
            "her_own": later("her own"),
            "her_usual": later("her usual"),
            "herself": later("herself"),
        },
        HE: {
            "she": later("he"),
            "She": later("He"),
            "She_is": later("He is"),
            "her": later("him"),
            "her_own": later("his own"),
            "her_usual": later("his usual"),
            "herself": later("himself"),
        },
        THEY: {
            "she": later("they"),
            "She": later("They"),
            "She_is": later("They are"),
            "her": later("them"),
            "her_own": later("their own"),
            "her_usual": later("their usual"),
            "herself": later("themselves"),
        },
    }
)


def forms(pronoun: str) -> dict[str, str]:
    """Return the words for a child in the spoken language; they, where none was chosen."""
    return {place: _(text) for place, text in FORMS.get(pronoun, FORMS[THEY]).items()}
