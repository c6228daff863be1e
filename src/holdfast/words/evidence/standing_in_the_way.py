"""What can stand in the way, and other ways to a bond."""

from holdfast.words.evidence.entry import Evidence, Read, Strength, Topic
from holdfast.words.language import later

TOPIC = Topic(
    "standing-in-the-way",
    later("What can stand in the way, and other ways to a bond"),
    (
        Evidence(
            key="obs-1",
            sentence=later(
                "Low mood, worry and stress often come together with a bond that is slow; which "
                "comes first is not known."
            ),
            source="O'Dea et al. 2023, Arch Womens Ment Health 26:441, 99 samples, r = .27 to .47",
            strength=Strength.STRONG,
            would_change=later("Trials that change one and watch the other."),
        ),
        Evidence(
            key="obs-2",
            sentence=later(
                "A painful birth, being kept apart, an early birth or little support can make it "
                "harder. Such reasons are mostly outside your control."
            ),
            source="Robson & Kumar 1980, Br J Psychiatry 136:347; O'Dea et al. 2023, Arch Womens "
            "Ment Health 26:441",
            strength=Strength.MODERATE,
            would_change=later("Prospective studies with no link."),
        ),
        Evidence(
            key="obs-3",
            sentence=later("Support from a partner goes together with a stronger bond."),
            source=later("Partner support and the bonding scale PPBS, r about .38"),
            strength=Strength.WEAK,
            would_change=later("Studies in other samples, of other kinds of support."),
        ),
        Evidence(
            key="pre-1",
            sentence=later(
                "After a very early birth the feeling often takes longer: of 39 mothers about "
                "three in ten felt it only recently, at three months."
            ),
            source="Henderson, Carson & Redshaw 2016, BMJ Open 6:e012676, born before 32 weeks, "
            "n = 39: 28.2 %",
            strength=Strength.WEAK,
            would_change=later("A larger sample."),
        ),
        Evidence(
            key="fat-1",
            sentence=later(
                "A father's bond goes with how he is doing and with the partnership more than with "
                "the length of his leave."
            ),
            source="Frankfurt 2023; Schaber et al. 2021 (DREAM), n = 637",
            strength=Strength.WEAK,
            would_change=later("Natural experiments with leave."),
        ),
        Evidence(
            key="fat-2",
            sentence=later(
                "In the Strange Situation babies are as often secure with their fathers as with "
                "their mothers."
            ),
            source="Madigan et al. 2023, Psych Bull 149:99, 285 studies, 20 720 pairs",
            strength=Strength.STRONG,
            would_change=later("Newer samples of fathers that differ."),
        ),
        Evidence(
            key="ado-1",
            sentence=later(
                "Babies adopted before their first birthday were as securely attached as others; "
                "for those adopted later it was harder on average."
            ),
            source="van den Dries et al. 2009: no difference; after 12 months d = .80 [.49, 1.12]",
            strength=Strength.MODERATE,
            would_change=later("Longer studies that find a difference."),
        ),
        Evidence(
            key="oth-1",
            sentence=later(
                "When fathers, adoptive parents or grandparents first feel it has hardly been "
                "studied: we know of no numbers."
            ),
            source=later("Nearly all studies of the beginning asked mothers who gave birth"),
            strength=Strength.CONVENTION,
            read=Read.OUR_READING,
            would_change=later("A survey that asks them."),
        ),
    ),
)
