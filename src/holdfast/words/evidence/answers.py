"""Answers, mending, and the secure base."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

TOPIC = Topic(
    "answers",
    later("Answers, mending, going off and coming back"),
    (
        Evidence(
            key="ans-1",
            sentence=later(
                "All over the world the first answers to crying are picking up and talking."
            ),
            source="Bornstein et al. 2017, PNAS 114:E9465, 11 countries, 684 pairs",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="ans-2",
            sentence=later(
                "Sensitive answers go with a secure attachment. The link is real and modest: most "
                "of what matters lies elsewhere."
            ),
            source="Madigan et al. 2024, Psych Bull 150:839, r = .25 [.22, .28], 174 samples: 6 % "
            "of the variance",
            strength=Strength.STRONG,
            would_change=later("Newer pooled values outside .15 to .35."),
        ),
        Evidence(
            key="ans-3",
            sentence=later(
                "You need not be right every time: in one study, soothing until calm counted, and "
                "about half the time was enough."
            ),
            source="Woodhouse et al. 2020, Child Dev 91:e249, n = 83",
            strength=Strength.WEAK,
            read=Read.PARTLY,
            would_change=later("A replication that fails."),
        ),
        Evidence(
            key="ans-4",
            sentence=later(
                "How sensitively one person answers distress varies more over their own day than "
                "it does between people."
            ),
            source="de Barbaro et al. 2025/26, n = 38: 77 %",
            strength=Strength.WEAK,
            would_change=later("Larger samples at home."),
        ),
        Evidence(
            key="ans-5",
            sentence=later(
                "Whether quick answers lead to less crying later is not settled; studies disagree."
            ),
            source="Bell & Ainsworth 1972, Child Dev 43:1171; Hubbard & van IJzendoorn 1991; "
            "Bilgin & Wolke 2020, JCPP",
            strength=Strength.WEAK,
            would_change=later("A trial, or a large study with good controls."),
        ),
        Evidence(
            key="ans-6",
            sentence=later(
                "Wondering what your baby may be feeling or wanting goes with a secure attachment."
            ),
            source="Zeegers et al. 2017, 20 effects, N = 974",
            strength=Strength.MODERATE,
            read=Read.PARTLY,
            would_change=later("A pooled effect near 0."),
        ),
        Evidence(
            key="rep-1",
            sentence=later(
                "In ordinary play the two of you are in tune only about a third of the time. That "
                "is how it is meant to be."
            ),
            source="Tronick & Cohn 1989, Child Dev 60:85",
            strength=Strength.MODERATE,
            read=Read.PARTLY,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="rep-2",
            sentence=later(
                "Most missed beats are mended within moments; the mending is part of what a baby "
                "learns."
            ),
            source=later(
                "Gianino & Tronick 1988; Tronick 1989, Am Psychol 44:112: 34 %, then 36 % at each "
                "step"
            ),
            strength=Strength.WEAK,
            read=Read.NOT_YET,
            would_change=later("Checking the original; recordings of everyday life."),
        ),
        Evidence(
            key="rep-3",
            sentence=later("After a break babies need a moment to warm up again. Stay; it passes."),
            source="Mesman et al. 2009, meta-analysis of the still face",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="base-1",
            sentence=later(
                "With their person near, one-year-olds explore more; when that person leaves, they "
                "explore less and search."
            ),
            source="Ainsworth & Bell 1970, n = 56",
            strength=Strength.MODERATE,
            would_change=later("Studies at home that differ."),
        ),
        Evidence(
            key="base-2",
            sentence=later(
                "About half of babies protest when a special person leaves at around 29 weeks, "
                "about eight in ten at 40 weeks."
            ),
            source="Schaffer & Emerson 1964, SRCD Monogr 29(3), n = 60",
            strength=Strength.MODERATE,
            read=Read.AFTER_OTHERS,
            would_change=later("Diaries from other cultures."),
        ),
        Evidence(
            key="base-3",
            sentence=later(
                "Protest at goodbyes usually rises until 13 to 15 months and then fades."
            ),
            source=later("Kagan, as told in textbooks"),
            strength=Strength.WEAK,
            read=Read.AFTER_OTHERS,
            would_change=OTHERWISE,
        ),
    ),
)
