"""Sleep, feeds, first times, phases, and being born early."""

from holdfast.words.evidence.entry import OTHERWISE, Evidence, Read, Strength, Topic
from holdfast.words.language import later

TOPIC = Topic(
    "sleep-feeds-milestones",
    later("Sleep, feeds, milestones, early birth"),
    (
        Evidence(
            key="slp-1",
            sentence=later(
                "Babies sleep about 13 to 14 hours a day at first and a bit under 13 at one year; "
                "10 to 16 are within the usual range."
            ),
            source="Galland et al. 2012, Sleep Med Rev 16:213, 34 studies: 13.9 to 12.7, range 9.7 "
            "to 15.9",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="slp-2",
            sentence=later(
                "At three months a little over half sleep from midnight to five; at one year one "
                "in seven still do not."
            ),
            source="Henderson et al. 2010, Pediatrics 126:e1081, n = 75: 58 %, 11 of 75",
            strength=Strength.WEAK,
            would_change=later("A larger study with diaries."),
        ),
        Evidence(
            key="fee-1",
            sentence=later(
                "Breastfed babies of one to six months feed 4 to 13 times a day, and two in three "
                "also at night."
            ),
            source="Kent et al. 2006, Pediatrics 117:e387, n = 71; Kent 2007",
            strength=Strength.MODERATE,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="fee-2",
            sentence=later(
                "In the first week feeds begin about every two and three quarter hours at the "
                "breast, and every three and a quarter with the bottle."
            ),
            source="Casiday et al. 2004, Eur J Clin Nutr 58:1290, 502 diaries: 2.71 and 3.25 hours",
            strength=Strength.MODERATE,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="mil-1",
            sentence=later(
                "Walking alone comes anywhere from 8 to 18 months, sitting from 4 to 9; a few "
                "babies never crawl on hands and knees."
            ),
            source="WHO MGRS 2006, Acta Paediatr Suppl 450:86, n = 816: 8.2 to 17.6, 3.8 to 9.2; "
            "4.3 %",
            strength=Strength.STRONG,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="pha-1",
            sentence=later(
                "Attachment is often told in four phases, from signals to anyone to a partnership "
                "at three or four. The ages overlap."
            ),
            source="Bowlby 1969/1982",
            strength=Strength.CONVENTION,
            read=Read.NOT_YET,
            would_change=OTHERWISE,
        ),
        Evidence(
            key="cor-1",
            sentence=later(
                "For a baby born early, count from the due date: that is the corrected age."
            ),
            source="Engle (AAP) 2004, Pediatrics 114:1362",
            strength=Strength.CONVENTION,
            would_change=later("The definition changing."),
        ),
        Evidence(
            key="pre-2",
            sentence=later(
                "Whether early birth changes attachment is not clear: a review found no higher "
                "risk, some newer studies do."
            ),
            source="Korja et al. 2012; Fuertes et al. 2024, n = 213",
            strength=Strength.WEAK,
            would_change=later("A new pooled estimate."),
        ),
    ),
)
