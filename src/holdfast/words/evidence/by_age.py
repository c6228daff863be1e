"""What is told by age besides: phases, nights, naps, crying in the evening, moving, kicks."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

BOWLBY = "Bowlby 1969/1982"

TOPIC = Topic(
    "by-age",
    later("Told by age"),
    (
        Evidence(
            key="kick-1",
            sentence=later(
                "If the baby moves less than you know it, or not at all, call the midwife or the "
                "hospital at once, by day or night."
            ),
            source=later("Guidance on safety: RCOG Green-top Guideline 57"),
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=later("The guidance changing."),
        ),
        Evidence(
            key="pha-2",
            sentence=later(
                "The first phase goes to about two or three months: signals go out to whoever is "
                "near."
            ),
            source=BOWLBY,
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="pha-3",
            sentence=later(
                "The second goes to about six or seven months: signals go to some people more than "
                "to others."
            ),
            source=BOWLBY,
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="pha-4",
            sentence=later(
                "The third goes on to two or three years: coming to somebody, minding that they "
                "go, and exploring from there."
            ),
            source=BOWLBY,
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="pha-5",
            sentence=later(
                "The fourth begins between two and four years: each comes to take in that the "
                "other has plans, too."
            ),
            source=BOWLBY,
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="cry-4",
            sentence=later(
                "In one study of babies of six weeks more than half of the crying came between "
                "four in the afternoon and midnight."
            ),
            source="Hunziker & Barr 1986, Pediatrics 77:641, n = 99: 1.28 of 2.16 hours",
            strength=Strength.WEAK,
            would_change=later("Diaries from more places with crying at other hours."),
        ),
        Evidence(
            key="slp-3",
            sentence=later(
                "Parents told of none to more than three wakings a night in the first two months, "
                "and of none to two or three between one and two years."
            ),
            source="Galland et al. 2012, Sleep Med Rev 16:213, 34 studies: 0 to 3.4, 0 to 2.5",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="slp-4",
            sentence=later("Two naps usually become one at around 18 months."),
            source="Iglowstein et al. 2003, Pediatrics 111:302, n = 493",
            strength=Strength.MODERATE,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="mil-2",
            sentence=later(
                "Crawling on hands and knees comes between 5 and 14 months, standing alone between "
                "7 and 17: that holds 98 of 100 children."
            ),
            source="WHO MGRS 2006, Acta Paediatr Suppl 450:86, n = 816: 5.2 to 13.5, 6.9 to 16.9",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
    ),
)
