"""Moving: when sitting, crawling and walking come, as a description."""

from holdfast.telling.grow.piece import Piece, months, weeks
from holdfast.words.language import later

PIECES = (
    Piece(
        "windows",
        later("When they sit, crawl and walk"),
        later(
            "The bands are wide, and all of each band is usual. They describe many children; they "
            "are no plan for yours. If something about moving worries you, a health visitor or a "
            "doctor will look with you."
        ),
        ("mil-1", "mil-2"),
        months(3, 19),
        "steps",
    ),
    Piece(
        "tummy",
        later("On the tummy, face to face"),
        later(
            "Awake, on a blanket, with you lying opposite: the world looks different from there. A "
            "minute is plenty at first. Your chest is a good place for it, too."
        ),
        (),
        weeks(1, 26),
        "tummy",
    ),
    Piece(
        "own-way",
        later("By %(her_own)s road"),
        later(
            "Some roll, some shuffle on the bottom, some sit and look on until one day they stand. "
            "Whichever way your baby gets about, the way towards you will be in it."
        ),
        ("mil-1",),
        months(6, 16),
        "crawl-to",
    ),
    Piece(
        "first-steps",
        later("Two hands to hold"),
        later(
            "First along the sofa, then between two pairs of arms. Whoever lets go also wants to "
            "be caught. Falling softly onto somebody is half the fun."
        ),
        ("mil-1",),
        months(9, 20),
        "steps",
    ),
)
