"""What babies do to reach somebody, and what may and may not be read from it."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

TOPIC = Topic(
    "signals",
    later("Signals"),
    (
        Evidence(
            key="sig-1",
            sentence=later(
                "Babies look for your face and answer: when a face goes still, they smile and look "
                "less and fuss more."
            ),
            source="Mesman et al. 2009, meta-analysis of the still face",
            strength=Strength.STRONG,
            would_change=later("Little: it has been found again and again."),
        ),
        Evidence(
            key="sig-2",
            sentence=later(
                "First social smiles usually come at four to eight weeks, counted from the due "
                "date, and are clear by about twelve."
            ),
            source="APA dictionary; Yurkovic-Harding & Bradshaw 2025; Wörmann et al. 2012, Infant "
            "Behav Dev 35:335",
            strength=Strength.MODERATE,
            read=Read.PARTLY,
            would_change=later("Diaries from other cultures with other ages."),
        ),
        Evidence(
            key="sig-3",
            sentence=later(
                "Coos and hums are half of a conversation: in eleven countries mothers and babies "
                "answered each other's sounds."
            ),
            source="Bornstein et al. 2015, Psych Sci, 684 pairs",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="sig-4",
            sentence=later("Answering babble at once helps a baby to try more speech-like sounds."),
            source=later("Goldstein & Schwade 2008, at nine and a half months, in a laboratory"),
            strength=Strength.MODERATE,
            would_change=later("Trials at home without effect."),
        ),
        Evidence(
            key="sig-5",
            sentence=later(
                "Most babies laugh and reach for things by six months and lift their arms to be "
                "picked up by nine."
            ),
            source=later(
                "Checklist of the CDC and AAP: Zubler et al. 2022, Pediatrics 149:e2021052138, at "
                "least 75 % of children"
            ),
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=later("The checklist's next revision."),
        ),
        Evidence(
            key="sig-6",
            sentence=later(
                "Looking away is often a pause: the heart beats faster just before and slows down "
                "while the baby looks away."
            ),
            source=later(
                "Field 1981, at four months; Stifter & Moyer 1991, at five months, n = 60"
            ),
            strength=Strength.MODERATE,
            would_change=later("Larger studies that find no such link."),
        ),
        Evidence(
            key="sig-7",
            sentence=later(
                "Turning the head with an open mouth or sucking the hands often means hunger; "
                "crying comes late."
            ),
            source=later("Guidance on feeding"),
            strength=Strength.CONVENTION,
            read=Read.AFTER_OTHERS,
            would_change=later("Observation with weighed feeds."),
        ),
        Evidence(
            key="sig-8",
            sentence=later(
                "Yawning often means tired. There is no research that says how long a baby of this "
                "age should be awake."
            ),
            source=later("We looked for a published norm of times awake and found none"),
            strength=Strength.CONVENTION,
            read=Read.OUR_READING,
            would_change=later("A published norm."),
        ),
        Evidence(
            key="sig-9",
            sentence=later(
                "Nobody can hear the cause in a cry reliably: people and computers did hardly "
                "better than guessing."
            ),
            source=later(
                "Lockhart-Bouron et al. 2023, Commun Psychol 1, 39 201 cries of 24 babies: 35 % "
                "and 36 %, where chance is 33 %"
            ),
            strength=Strength.MODERATE,
            read=Read.AFTER_OTHERS,
            would_change=later("An independent test far above chance."),
        ),
        Evidence(
            key="sig-10",
            sentence=later(
                "Clinging and shyness with strangers usually begin in the second half of the first "
                "year, and differ a lot."
            ),
            source="Zubler et al. 2022, Pediatrics 149:e2021052138; Brooker et al. 2013",
            strength=Strength.MODERATE,
            read=Read.AFTER_OTHERS,
            would_change=OTHERWISE,
        ),
    ),
)
