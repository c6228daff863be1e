"""What research says, in the sentences that may be said, each with its source and strength."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdfast.words.language import gettext as _
from holdfast.words.language import later


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, where it comes from, how strong that is, and its key."""

    id: str
    sentence: str
    source: str
    strength: str


STRENGTHS: Mapping[str, str] = MappingProxyType(
    {
        "strong": later("Several large studies agree."),
        "moderate": later("One good study, or several small ones."),
        "weak": later("Small studies, a single one, or mixed findings."),
        "convention": later("A usual way to tell it."),
    }
)
SAID: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "sig-9": (
            later(
                "Nobody can hear the cause in a cry reliably: people and computers did hardly "
                "better than guessing."
            ),
            "Lockhart-Bouron et al. 2023, Commun Psychol 1",
            "moderate",
        ),
        "ans-4": (
            later(
                "How sensitively one person answers distress varies more over their own day than "
                "it does between people."
            ),
            "de Barbaro et al. 2025/26",
            "weak",
        ),
        "ans-5": (
            later(
                "Whether quick answers lead to less crying later is not settled; studies disagree."
            ),
            "Bell & Ainsworth 1972; Hubbard & van IJzendoorn 1991; Bilgin & Wolke 2020",
            "weak",
        ),
        "rep-2": (
            later(
                "Most missed beats are mended within moments; the mending is part of what a baby "
                "learns."
            ),
            "Gianino & Tronick 1988; Tronick 1989",
            "weak",
        ),
        "base-1": (
            later(
                "With their person near, one-year-olds explore more; when that person leaves, they "
                "explore less and search."
            ),
            "Ainsworth & Bell 1970",
            "moderate",
        ),
        "soo-1": (
            later(
                "Carrying while walking calms within half a minute; after five minutes all 21 "
                "crying babies in one study had stopped, and about half slept. Holding still did "
                "not do it."
            ),
            "Ohmura et al. 2022, Curr Biol 32:4521",
            "weak",
        ),
        "cry-1": (
            later(
                "In the first six weeks babies fuss and cry about two hours a day, at ten to "
                "twelve weeks a bit over one, and they differ a lot."
            ),
            "Wolke, Bilgin & Samara 2017, J Pediatr 185:55",
            "strong",
        ),
        "cry-2": (
            later(
                "There is no peak that all babies have, and some still cry a good deal after six "
                "months."
            ),
            "Wolke, Bilgin & Samara 2017; Vermillet et al. 2022, Child Dev 93:1201",
            "moderate",
        ),
        "fee-1": (
            later(
                "Breastfed babies of one to six months feed 4 to 13 times a day, and two in three "
                "also at night."
            ),
            "Kent et al. 2006, Pediatrics 117:e387; Kent 2007",
            "moderate",
        ),
        "slp-2": (
            later(
                "At three months a little over half sleep from midnight to five; at one year one "
                "in seven still do not."
            ),
            "Henderson et al. 2010, Pediatrics 126:e1081",
            "weak",
        ),
        "pha-1": (
            later(
                "Attachment is often told in four phases, from signals to anyone to a partnership "
                "at three or four. The ages overlap."
            ),
            "Bowlby 1969/1982",
            "convention",
        ),
        "dep-2": (
            later(
                "A baby who clings more while ill or frightened is not more attached than before; "
                "it needs you more just now."
            ),
            "Ainsworth 1969, Child Dev 40:969",
            "convention",
        ),
    }
)
"""The keys are those of the evidence."""


def evidence(*keys: str) -> list[Evidence]:
    """Return the sentences of these keys in the spoken language."""
    return [
        Evidence(key, _(sentence), source, _(STRENGTHS[strength]))
        for key, (sentence, source, strength) in ((key, SAID[key]) for key in keys)
    ]
