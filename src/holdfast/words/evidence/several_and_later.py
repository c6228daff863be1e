"""Several people, and what goes with attachment later on."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

EXPLAINED_AWAY = later("Genetically informed studies that explain it away.")

TOPIC = Topic(
    "several-and-later",
    later("Several people, and later"),
    (
        Evidence(
            key="sev-1",
            sentence=later(
                "Babies grow attached to more than one person; about three in ten did so within a "
                "month of the first."
            ),
            source="Schaffer & Emerson 1964, SRCD Monogr 29(3), n = 60: 29 %",
            strength=Strength.MODERATE,
            read=Read.AFTER_OTHERS,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="sev-2",
            sentence=later(
                "Two secure ties went with slightly better language than one or none; it did not "
                "matter which parent."
            ),
            source="Dagan et al. 2024, 719 children, d = .26",
            strength=Strength.MODERATE,
            would_change=later("Newer samples without the difference."),
        ),
        Evidence(
            key="lat-1",
            sentence=later(
                "Children with a secure attachment get on somewhat better with others: better in "
                "about 61 of 100 pairs, where 50 would be chance."
            ),
            source="Groh et al. 2014, 80 samples, N = 4441, d = .39 [.32, .47]",
            strength=Strength.STRONG,
            would_change=EXPLAINED_AWAY,
        ),
        Evidence(
            key="lat-2",
            sentence=later(
                "They have somewhat fewer outbursts and conflicts, and hardly fewer worries."
            ),
            source="Fearon et al. 2010, N = 5947, d = .31 [.23, .40]; Groh et al. 2012, N = 4614, "
            "d = .15 [.06, .25]; Madigan et al. 2013, d = .37, adjusted .19",
            strength=Strength.STRONG,
            would_change=EXPLAINED_AWAY,
        ),
        Evidence(
            key="lat-3",
            sentence=later("They are somewhat better at steering feelings and attention."),
            source="Pallini et al. 2018, r = .20, 20 350 children; Cooke et al. 2019, 72 studies",
            strength=Strength.STRONG,
            would_change=EXPLAINED_AWAY,
        ),
        Evidence(
            key="lat-4",
            sentence=later(
                "In older children and teenagers a secure attachment goes with thinking well of "
                "oneself; for the first years little is known."
            ),
            source="Pinquart 2023, 202 studies, r = .34; over time .19 [.09, .28]",
            strength=Strength.MODERATE,
            would_change=later("Studies from infancy on."),
        ),
        Evidence(
            key="lat-5",
            sentence=later("Attachment can change. An early pattern fixes little."),
            source="Opie et al. 2021, Attach Hum Dev 23:897, kappa = .23, r = .28",
            strength=Strength.STRONG,
            would_change=later("High stability in new samples."),
        ),
        Evidence(
            key="lat-6",
            sentence=later(
                "Short, practical help for parents can raise sensitivity, and attachment with it, "
                "a little."
            ),
            source="Bakermans-Kranenburg et al. 2003, Psych Bull 129:195, 88 effects, d = .33, .20",
            strength=Strength.STRONG,
            would_change=later("Newer pooled values near 0."),
        ),
    ),
)
