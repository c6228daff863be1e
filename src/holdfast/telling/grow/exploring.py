"""Near and far: exploring, coming back, goodbyes, strangers."""

from holdfast.telling.grow.piece import Piece, months
from holdfast.words.language import later

PIECES = (
    Piece(
        "busy",
        later("Busy, with you near"),
        later(
            "Your baby plays with two feet or a spoon and does not look up. You are not needed and "
            "still part of it: it may be easier to be busy when somebody is there. You may sit "
            "down."
        ),
        (),
        months(3, 9),
        "toes",
    ),
    Piece(
        "secure-base",
        later("Somebody to go off from"),
        later(
            "Off to the bookshelf, a look back, off again, and at some point back into your lap. "
            "You hardly do anything, and yet without you there would be less of it. You are the "
            "place from which one dares."
        ),
        ("base-1",),
        months(6, 24),
        "look-back",
    ),
    Piece(
        "looking-back",
        later("That look over the shoulder"),
        later(
            "It asks: are you still there? Is this all right? A nod is enough. Often the look is "
            "over before you have thought of something to say."
        ),
        ("base-1",),
        months(8, 24),
        "look-back",
    ),
    Piece(
        "filling-up",
        later("Back, and off again"),
        later(
            "Something was loud, something fell, and your child is back with you. A hug, a moment. "
            "There is no need to send anybody away. When it is enough, %(she)s will be off again."
        ),
        ("base-1",),
        months(9, 36),
        "mend",
    ),
    Piece(
        "goodbyes",
        later("When goodbyes get hard"),
        later(
            "You only leave the room, and there is crying. It can wring your heart. It also says "
            "that somebody has become special. Say that you are going, say that you will be back, "
            "and come back."
        ),
        ("base-2",),
        months(5.5, 15),
        "goodbye",
    ),
    Piece(
        "goodbyes-fade",
        later("Goodbyes, later on"),
        later(
            "The same wave, the same words, the same window: what is always alike is easier to get "
            "through. A short goodbye that is really said is kinder than slipping away."
        ),
        ("base-3",),
        months(11, 30),
        "goodbye",
    ),
    Piece(
        "strangers",
        later("Shy with new people"),
        later(
            "A face hidden in your shoulder, a lip that trembles at a friendly aunt. Nobody has "
            "done anything wrong. Stay in between for a while; the aunt may look at the picture "
            "book first."
        ),
        ("sig-10",),
        months(5.5, 20),
        "stranger",
    ),
    Piece(
        "clinging",
        later("Days of holding on"),
        later(
            "Ill, overtired, a new place: on some days nothing but your arm will do. It is no step "
            "back. More of you is needed just now; the exploring can wait."
        ),
        ("dep-2",),
        months(5, 48),
        "stranger",
    ),
    Piece(
        "peekaboo",
        later("Gone, and here again"),
        later(
            "Behind a cloth, behind your hands, behind the door: gone, and here! It is a game "
            "about goodbyes in which everything comes right within a second. No wonder it has to "
            "be played twenty times."
        ),
        (),
        months(5, 18),
        "peekaboo",
    ),
)
