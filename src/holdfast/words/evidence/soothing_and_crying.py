"""Soothing and crying."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

TOPIC = Topic(
    "soothing-and-crying",
    later("Soothing and crying"),
    (
        Evidence(
            key="soo-1",
            sentence=later(
                "Carrying while walking calms within half a minute; after five minutes all 21 "
                "crying babies in one study had stopped, and about half slept. Holding still did "
                "not do it."
            ),
            source="Ohmura et al. 2022, Curr Biol 32:4521, n = 21",
            strength=Strength.WEAK,
            would_change=later("A larger trial."),
        ),
        Evidence(
            key="soo-2",
            sentence=later(
                "After a baby has fallen asleep on you, wait five to eight minutes before laying "
                "it down."
            ),
            source="Ohmura et al. 2022, Curr Biol 32:4521, n = 21",
            strength=Strength.WEAK,
            would_change=later("A larger trial."),
        ),
        Evidence(
            key="soo-3",
            sentence=later(
                "More carrying through the day may lower crying; trials disagree on how much."
            ),
            source=later(
                "Hunziker & Barr 1986, Pediatrics 77:641, n = 99: 43 % less; later trials smaller"
            ),
            strength=Strength.WEAK,
            read=Read.PARTLY,
            would_change=later("A pooled estimate of the trials."),
        ),
        Evidence(
            key="cry-1",
            sentence=later(
                "In the first six weeks babies fuss and cry about two hours a day, at ten to "
                "twelve weeks a bit over one, and they differ a lot."
            ),
            source="Wolke, Bilgin & Samara 2017, J Pediatr 185:55, 8690 infants: 117 to 133 and 68 "
            "(46) minutes",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="cry-2",
            sentence=later(
                "There is no peak that all babies have, and some still cry a good deal after six "
                "months."
            ),
            source="Wolke, Bilgin & Samara 2017; Vermillet et al. 2022, Child Dev 93:1201, 57 "
            "studies",
            strength=Strength.MODERATE,
            would_change=later("Diaries of single babies with a peak in common."),
        ),
        Evidence(
            key="cry-3",
            sentence=later(
                "If the crying is too much: lay the baby down safely on the back, leave the room "
                "for a few minutes, call somebody. Never shake."
            ),
            source=later(
                "Guidance on safety; Reijneveld et al. 2004, Lancet 364:1340, n = 3259: 5.6 % had "
                "once smothered, slapped or shaken"
            ),
            strength=Strength.CONVENTION,
            would_change=later("Nothing: this is for safety."),
        ),
    ),
)
