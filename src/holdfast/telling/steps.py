"""An exchange as a row of steps, as one would tell it: looked, held, fed, settled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from holdfast.telling.labels import LABELS, told
from holdfast.telling.pronouns import THEY
from holdfast.words.language import gettext as _
from holdfast.words.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its kind, for its tint, and what is said."""

    kind: str
    text: str


def steps(exchange: Mapping[str, Any], pronoun: str = THEY) -> list[Step]:
    """Return an exchange's steps: what the baby did, each answer, and how it ended.

    Args:
        exchange: one row of `holdfast.engine.exchanges`, as a dict.
        pronoun: she, he or they.

    Returns:
        The signals as one step, each answer as one, and the settling where somebody saw it.
    """
    said = [told(Kind.SIGNAL, word, pronoun) for word in dict.fromkeys(exchange["signals"])]
    return [
        Step(Kind.SIGNAL, ", ".join(said)),
        *answers(exchange["answers"], pronoun),
        *ending(exchange["end"], pronoun, mended=exchange["repaired"]),
    ]


def answers(given: Iterable[Mapping[str, Any]], pronoun: str) -> list[Step]:
    """Say each answer; a sleep or a nappy stands in its own tint."""
    kinds = [
        Kind.RESPONSE if (Kind.RESPONSE, answer["word"]) in LABELS else Kind.CARE
        for answer in given
    ]
    return [
        Step(kind, told(kind, answer["word"], pronoun))
        for kind, answer in zip(kinds, given, strict=True)
    ]


def ending(end: str, pronoun: str, *, mended: bool) -> list[Step]:
    """Say how it ended. That nobody saw the end is nothing to say."""
    if (Kind.SETTLING, end) not in LABELS:
        return []
    text = told(Kind.SETTLING, end, pronoun)
    return [Step(Kind.SETTLING, _("%(settled)s, mended") % {"settled": text} if mended else text)]
