"""The two of you: dependency, attachment, how the tie grows, and slow beginnings."""

from holdfast.telling.grow.piece import ALWAYS, BORN, Piece, months, weeks
from holdfast.words.language import later

PIECES = (
    Piece(
        "dependency",
        later("Needing somebody for nearly everything"),
        later(
            "Food, warmth, a dry nappy, being carried from here to there: it all has to come from "
            "somebody. That is dependency, and it is nothing to grow out of quickly. It is simply "
            "how everybody begins."
        ),
        ("dep-1",),
        ALWAYS,
        "cradle",
    ),
    Piece(
        "attachment",
        later("The tie has two sides"),
        later(
            "Yours is love, care and a growing sense of what may be going on. Your baby's side "
            "grows from being answered: for cuddles, play, rest and milk. Neither is there at "
            "once, and neither has to be."
        ),
        ("att-1",),
        ALWAYS,
        "holdfast",
    ),
    Piece(
        "broader",
        later("Two words for what is between you"),
        later(
            "Anybody with time and milk can help a baby who depends. Attachment is about certain "
            "people: about you. So dependency is the broader word, and attachment the more "
            "personal one."
        ),
        ("dep-1", "dep-2"),
        ALWAYS,
        "three",
    ),
    Piece(
        "not-yet",
        later("If you do not feel it yet"),
        later(
            "For some it comes at once, for some over weeks, and for some up to the end of the "
            "first year. Caring well and feeling much are two things; your baby already gets the "
            "first while you wait for the second. You are not the only one."
        ),
        ("bond-2", "bond-3"),
        months(0, 12),
        "breath",
        heavy=True,
    ),
    Piece(
        "delight",
        later("Being glad of each other"),
        later(
            "A yawn that ends in a squeak. The weight of a head on your shoulder. You need not "
            "look for delight; but when it comes by, it may stay a moment."
        ),
        ("bond-6",),
        BORN,
        "chest",
    ),
    Piece(
        "in-the-way",
        later("When something stands in the way"),
        later(
            "A hard birth, days apart, no sleep, nobody to take over, a heavy mood. Feelings may "
            "be slower then, and that says nothing about the kind of parent you are. Telling one "
            "person is a good first step."
        ),
        ("obs-2", "obs-1"),
        months(0, 12),
        "breath",
        heavy=True,
    ),
    Piece(
        "right-way",
        later("You cannot always find the right way"),
        later(
            "Nobody does. Some days you will guess wrong, be short, or be too tired to guess at "
            "all. Then you come back and try again. Give yourself time; the feeling comes in a "
            "moment, or little by little."
        ),
        ("ans-3", "ans-4"),
        ALWAYS,
        "mend",
    ),
    Piece(
        "phases",
        later("Four phases, and no timetable"),
        later(
            "It helps some people to know how the tie is often told. It is a story about many "
            "children. Yours will tell it in %(her_own)s way, in %(her_own)s time, and some of it "
            "twice."
        ),
        ("pha-1",),
        BORN,
        "holdfast",
    ),
    Piece(
        "phase-1",
        later("To anybody who comes"),
        later(
            "In these first weeks a cry or a look may be for whoever is near. Somebody else may "
            "soothe just as well as you, and that says nothing against you. Being known begins "
            "with being there."
        ),
        ("pha-2",),
        weeks(0, 12),
        "cradle",
    ),
    Piece(
        "phase-2",
        later("You, rather than just anybody"),
        later(
            "Little by little some faces become the known ones. It may be a smile that is broader, "
            "or crying that stops a bit sooner in these arms. It may also not be seen at all for a "
            "long time."
        ),
        ("pha-3",),
        weeks(8, 30),
        "face-to-face",
    ),
    Piece(
        "phase-3",
        later("Keeping you in reach"),
        later(
            "Following you to the door, calling, coming to be picked up, going off again. It can "
            "be tiring to be so wanted. It is what the tie looks like once it can move."
        ),
        ("pha-4",),
        months(6, 36),
        "crawl-to",
    ),
    Piece(
        "phase-4",
        later("A partnership"),
        later(
            "One day your child begins to see that you have plans, too. Then you can talk about "
            "them: when you will be back, who will be there, what comes first."
        ),
        ("pha-5",),
        months(24, 48),
        "arrival",
    ),
)
