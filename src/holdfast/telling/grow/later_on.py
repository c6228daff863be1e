"""Later: what is known of the years to come, and how little of it is fixed."""

from holdfast.telling.grow.piece import ALWAYS, BORN, Piece
from holdfast.words.language import later

PIECES = (
    Piece(
        "deepens",
        later("It takes years, and that is fine"),
        later(
            "Nothing has to be finished by the first birthday. What is between you deepens in a "
            "thousand ordinary evenings, most of which nobody will remember. There is no hurry."
        ),
        ("pha-1",),
        ALWAYS,
        "lap",
    ),
    Piece(
        "not-fixed",
        later("Little of it is fixed"),
        later(
            "A hard beginning is a beginning. Ties change when life does, for the better, too. You "
            "will have many more ordinary days than turning points, and they count."
        ),
        ("lat-5",),
        ALWAYS,
        "window",
    ),
    Piece(
        "with-others",
        later("Getting on with others"),
        later(
            "A child who has often been answered knows how answering goes. That may be a help "
            "among other children, and no more than a help: they have their own days, as "
            "everybody has."
        ),
        ("lat-1", "lat-2"),
        BORN,
        "sibling",
    ),
    Piece(
        "feelings",
        later("Big feelings, borrowed calm"),
        later(
            "At first your calm has to do for two. Little by little some of it moves over. On days "
            "on which you have none to lend, nobody has to borrow: sit it out together."
        ),
        ("lat-3",),
        BORN,
        "chest",
    ),
    Piece(
        "oneself",
        later("Thinking well of oneself"),
        later(
            "Somebody was glad when I came in: who has had that often can keep a bit of it. You "
            "give it in passing, with a look, when the door opens."
        ),
        ("lat-4",),
        BORN,
        "arms-out",
    ),
)
