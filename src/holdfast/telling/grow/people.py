"""Everybody around: several people, grandparents, adoption, twins, brothers and sisters."""

from holdfast.telling.grow.piece import ALWAYS, BORN, For, Piece, Scale, When, months
from holdfast.words.language import later

PIECES = (
    Piece(
        "several",
        later("There is room for more than one"),
        later(
            "Nobody is loved less because somebody else is loved, too. A baby who runs to another "
            "pair of arms has not left yours. It is good to have several places to go to."
        ),
        ("sev-1", "sev-2"),
        ALWAYS,
        "three",
    ),
    Piece(
        "fathers",
        later("Fathers, and all who did not carry"),
        later(
            "You did not carry, or you do not nurse, or you are away by day. None of that decides. "
            "What the two of you do in your own half hours becomes a tie of your own."
        ),
        ("fat-2", "fat-1"),
        months(0, 24),
        "sling",
    ),
    Piece(
        "grandparents",
        later("Grandparents and the other dear ones"),
        later(
            "A lap that has time, a song that nobody else knows. One who comes every Tuesday is "
            "somebody. They need not do it as you do; it is enough that they answer in their way."
        ),
        ("sev-1",),
        BORN,
        "lap",
    ),
    Piece(
        "partner",
        later("Who holds you?"),
        later(
            "Whoever holds a baby needs somebody, too: a partner, a friend, a neighbour with soup. "
            "Let one person know how it really is. Taking help is part of caring."
        ),
        ("obs-3",),
        months(0, 12),
        "three",
    ),
    Piece(
        "adopted",
        later("A family that begins later"),
        later(
            "You were not there at the beginning, and you are here now. The tie may want time, and "
            "more of the same, day after day. What came before belongs to your child's story, too."
        ),
        ("ado-1",),
        When(Scale.AGE, of=For.ADOPTED),
        "arrival",
    ),
    Piece(
        "twins",
        later("Two at once"),
        later(
            "You have two arms, and still one of them sometimes has to wait. They will get to know "
            "you in different ways and at different times. A minute alone with each, where it can "
            "be had, is a good minute."
        ),
        ("rep-1",),
        months(0, 36, For.TWINS),
        "twins",
    ),
    Piece(
        "siblings",
        later("Brothers and sisters"),
        later(
            "Each child has you in a way of its own. The bigger one may want to be small for a "
            "while, to help, or to hear nothing of it at all. A hand on each is sometimes the "
            "whole art."
        ),
        (),
        months(0, 36, For.SIBLINGS),
        "sibling",
    ),
    Piece(
        "walks",
        later("Once around the block"),
        later(
            "On days that do not get going, out: with pram, sling, whoever is there. You need not "
            "arrive anywhere. A tree will do for looking at."
        ),
        (),
        months(0, 18),
        "pram",
    ),
)
