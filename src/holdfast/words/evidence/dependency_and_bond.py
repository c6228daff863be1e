"""Dependency, attachment, and the bond: what each is, and when the feeling comes."""

from holdfast.words.evidence.entry import Evidence, Read, Strength, Topic
from holdfast.words.language import later

HENDERSON = "Henderson, Carson & Redshaw 2016, BMJ Open 6:e012676, n = 4347"

TOPIC = Topic(
    "dependency-and-bond",
    later("Dependency, attachment, bond"),
    (
        Evidence(
            key="dep-1",
            sentence=later(
                "A baby depends on people for nearly everything; attachment is the narrower part, "
                "the tie to particular people."
            ),
            source="Ainsworth 1969, Child Dev 40:969",
            strength=Strength.CONVENTION,
            would_change=later("Another definition becoming usual."),
        ),
        Evidence(
            key="dep-2",
            sentence=later(
                "A baby who clings more while ill or frightened is not more attached than before; "
                "it needs you more just now."
            ),
            source="Ainsworth 1969, Child Dev 40:969",
            strength=Strength.CONVENTION,
            read=Read.AFTER_OTHERS,
            would_change=later("Data showing that clinging tracks the tie itself."),
        ),
        Evidence(
            key="att-1",
            sentence=later(
                "The tie has two sides: the bond you feel, and the attachment your baby builds. "
                "They can grow at different speeds."
            ),
            source="Bowlby 1969; " + HENDERSON,
            strength=Strength.CONVENTION,
            read=Read.PARTLY,
            would_change=later("Evidence that both always move together."),
        ),
        Evidence(
            key="bond-1",
            sentence=later(
                "In a large English survey just over half of the mothers felt in pregnancy that "
                "the baby belonged to them."
            ),
            source=HENDERSON + ": 53.9 %",
            strength=Strength.MODERATE,
            would_change=later("Surveys that ask at the time, not afterwards."),
        ),
        Evidence(
            key="bond-2",
            sentence=later(
                "About one in four did not feel it yet at birth, and about one in twenty not in "
                "the first weeks."
            ),
            source=HENDERSON + ": 24.7 %, 4.9 %",
            strength=Strength.MODERATE,
            would_change=later("Surveys that ask at the time, not afterwards."),
        ),
        Evidence(
            key="bond-3",
            sentence=later(
                "Holding their first baby for the first time, about four in ten mothers felt "
                "indifferent; most felt affection within a week."
            ),
            source="Robson & Kumar 1980, Br J Psychiatry 136:347, n = 153 with a first baby",
            strength=Strength.MODERATE,
            would_change=later("A modern replication."),
        ),
        Evidence(
            key="bond-4",
            sentence=later(
                "How you feel about the baby in pregnancy says only a little about how you will "
                "feel at eight months."
            ),
            source="Cuijlits et al. 2016, J Psychol Psychother 6(5), n = 1050, r = .42: 18 % of "
            "the variance",
            strength=Strength.MODERATE,
            would_change=later("Higher correlations in other samples."),
        ),
        Evidence(
            key="bond-5",
            sentence=later(
                "The first kicks are mostly felt between 18 and 21 weeks, often later with a first "
                "baby."
            ),
            source=later("73 % within 18 to 21 weeks; the primary source is not known to us"),
            strength=Strength.WEAK,
            read=Read.AFTER_OTHERS,
            would_change=later("A prospective study."),
        ),
        Evidence(
            key="bond-6",
            sentence=later(
                "Shared delight is part of the bond for many people: being glad to see, hold and "
                "play with this baby."
            ),
            source=later("Pleasure in interaction is one of three factors of the MPAS, Condon"),
            strength=Strength.CONVENTION,
            would_change=later("Factor studies that find no such part."),
        ),
        Evidence(
            key="bond-7",
            sentence=later(
                "A bond may start at the first kick, at the first time you hold your child, or "
                "slowly, any time within the first year."
            ),
            source=later(
                "The page of parent education behind Holdfast; of the mothers of Henderson, "
                "Carson & Redshaw 2016, BMJ Open 6:e012676, some in pregnancy, some at birth, some "
                "within weeks, some not yet at three months"
            ),
            strength=Strength.CONVENTION,
            would_change=later("Studies that follow more people, and for longer than a year."),
        ),
    ),
)
