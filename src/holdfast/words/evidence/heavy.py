"""When it is heavy: frightening thoughts, and signs that a baby needs a doctor."""

from holdfast.words.evidence.entry import Evidence, Read, Strength, Topic
from holdfast.words.language import later

SAFETY = later("The guidance changing.")

TOPIC = Topic(
    "heavy",
    later("When it is heavy"),
    (
        Evidence(
            key="thought-1",
            sentence=later(
                "Frightening thoughts that nobody wants are very common after a birth: of 763 "
                "people asked, nearly all had thoughts of an accident, and about half of doing "
                "harm on purpose."
            ),
            source="Collardeau et al. 2024, n = 763: 95.8 %, 53.9 %",
            strength=Strength.MODERATE,
            would_change=later("A study that asks more people and finds far fewer."),
        ),
        Evidence(
            key="thought-2",
            sentence=later(
                "Having such a thought was not linked to acting on it: about three in a hundred "
                "had been aggressive, with the thoughts or without."
            ),
            source="Fairbrother et al., J Clin Psychiatry, n = 388: 2.6 % with, 3.1 % without",
            strength=Strength.MODERATE,
            would_change=later("A larger study that finds a link."),
        ),
        Evidence(
            key="fever-1",
            sentence=later(
                "Fever in a very young baby needs a doctor now, by day or night: 38 °C or more "
                "under three months, 39 °C or more from three to six months."
            ),
            source="NICE NG143, red and amber signs",
            strength=Strength.CONVENTION,
            would_change=SAFETY,
        ),
        Evidence(
            key="ill-1",
            sentence=later(
                "Not waking or staying awake, no answer to you, blue, grey or mottled skin, "
                "grunting, a chest that draws in, more than 60 breaths a minute, a fit, a bulging "
                "soft spot, a rash that does not fade under a glass, a weak, high or endless cry: "
                "each of these is an emergency."
            ),
            source="NICE NG143, red signs",
            strength=Strength.CONVENTION,
            would_change=SAFETY,
        ),
        Evidence(
            key="ill-2",
            sentence=later("Pauses in breathing and green vomit are an emergency, too."),
            source=later("Guidance on safety"),
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=SAFETY,
        ),
        Evidence(
            key="ill-3",
            sentence=later(
                "Far fewer wet nappies or feeds than usual, a baby who is floppy, or fever for "
                "five days: a doctor on the same day."
            ),
            source=later("Guidance on safety, after NICE NG143"),
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=SAFETY,
        ),
    ),
)
