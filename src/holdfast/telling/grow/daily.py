"""Days and nights: crying, sleep and feeds, as they go at an age. Ranges, never a mark."""

from holdfast.telling.grow.piece import Piece, days, months, weeks
from holdfast.words.language import later

PIECES = (
    Piece(
        "how-much-crying",
        later("How much crying is usual"),
        later(
            "It may be more than you thought before. If yours cries a lot, you are not the only "
            "one who walks up and down tonight; if yours cries little, enjoy it quietly."
        ),
        ("cry-1", "cry-4"),
        weeks(0, 13),
        "evening",
    ),
    Piece(
        "crying-goes-on",
        later("When it does not stop at three months"),
        later(
            "You may have been promised a date. There is none that holds for all. It mostly "
            "becomes less, by and by, and with other ways to reach you."
        ),
        ("cry-1", "cry-2"),
        weeks(12, 52),
        "evening",
    ),
    Piece(
        "too-much",
        later("When it is too much"),
        later(
            "There are evenings on which nobody can listen any longer. Laying a baby down safely "
            "and going out of the room is not leaving: it is looking after you both."
        ),
        ("cry-3",),
        months(0, 18),
        "breath",
        heavy=True,
    ),
    Piece(
        "how-much-sleep",
        later("How much sleep is usual"),
        later(
            "It comes in pieces, by day and by night, and the pieces are of all sizes. Two babies "
            "of one street may lie hours apart, and both be well."
        ),
        ("slp-1",),
        months(0, 14),
        "night",
    ),
    Piece(
        "nights",
        later("Nights"),
        later(
            "Waking at night is what many babies do, at this age and for a good while yet. You are "
            "not doing it wrong. Share the nights where you can; where you cannot, share the "
            "mornings."
        ),
        ("slp-2", "slp-3"),
        months(1.5, 16),
        "night",
    ),
    Piece(
        "naps",
        later("From two naps to one"),
        later(
            "For some weeks one nap will be too little and two will be too many. Nobody finds the "
            "right hour then. An early evening is worth a try."
        ),
        ("slp-4",),
        months(12, 24),
        "night",
    ),
    Piece(
        "first-feeds",
        later("Feeds in the first days"),
        later(
            "Often, at all hours, short and long: it may feel as if you did nothing else. Eating, "
            "looking at each other and falling asleep belong together for now."
        ),
        ("fee-2",),
        days(0, 28),
        "feed",
    ),
    Piece(
        "feeds",
        later("How often babies feed"),
        later(
            "Breast, bottle or both: a feed is also a time of being held and looked at. How often "
            "it comes differs a lot, from baby to baby and from one day to the next."
        ),
        ("fee-1",),
        weeks(4, 26),
        "feed",
    ),
    Piece(
        "awake",
        later("How long awake?"),
        later(
            "Tables tell you to the minute; nobody has measured it so. Look for what %(she)s may "
            "do when tired: a yawn, a glassy look, turning away. That is the better clock."
        ),
        ("sig-8",),
        months(0, 14),
        "window",
    ),
)
