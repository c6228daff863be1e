"""All that a phone says by itself: our texts in the spoken language, with their places left open.

The phone (`client/src/now/telling.js`) only picks and fills. Plurals are not formed there: lengths
of time come ready made, one for each minute of an hour.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from holdfast.telling.care import AMOUNTS, SAID
from holdfast.telling.labels import LABELS
from holdfast.telling.minute import MINUTE
from holdfast.telling.pronouns import forms
from holdfast.telling.spans import ABOUT, HOUR, SHORT, lasting
from holdfast.telling.spans import MINUTE as ONE_MINUTE
from holdfast.words.language import gettext as _
from holdfast.words.vocabulary import Kind


class Open(dict[str, str]):
    """Fills the places it knows and leaves the others as they are: `%(what)s` stays."""

    def __missing__(self, place: str) -> str:
        """Leave it."""
        return f"%({place})s"


def phone_words(pronoun: str) -> dict[str, Any]:
    """Return what the phone needs to tell a moment, an exchange and the minute.

    Args:
        pronoun: she, he or they.

    Returns:
        `told` by kind and word ("response/hug": "held"), `running` by signal, and texts by key;
        `lasting` holds how one says 0, 1, 2 … 59 minutes.
    """
    she = Open(forms(pronoun))
    return {
        "told": {f"{kind}/{word}": _(label.told) % she for (kind, word), label in LABELS.items()},
        "running": {
            word: _(label.running) % she
            for (kind, word), label in LABELS.items()
            if kind == Kind.SIGNAL
        },
        "details": spoken(SAID),
        "amounts": spoken(AMOUNTS),
        "short": spoken(SHORT),
        "lasting": [lasting(timedelta(minutes=n)) for n in range(HOUR // ONE_MINUTE)],
        "about": _(ABOUT),
        **spoken(MINUTE),
    }


def spoken(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table's texts in the spoken language."""
    return {key: _(text) for key, text in table.items()}
