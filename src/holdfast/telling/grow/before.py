"""Before: a baby who is on the way, a child who is awaited, and the first weeks together."""

from holdfast.telling.grow.piece import (
    WAITING,
    For,
    Piece,
    days,
    here,
    months,
    on_the_way,
)
from holdfast.words.language import later

PIECES = (
    Piece(
        "so-early",
        later("There is nothing to do yet"),
        later(
            "Perhaps you are glad, perhaps afraid, perhaps you feel nothing in particular, or all "
            "of it before noon. Nothing has to be felt by now. You may begin whenever you like."
        ),
        ("bond-4",),
        on_the_way(0, 18),
        "tea",
    ),
    Piece(
        "movements",
        later("Was that a kick?"),
        later(
            "At first it is like a bubble, a wing, a thumb from inside. Many are not sure for "
            "days. When you are, lay a hand there: it is the first talk that the two of you have."
        ),
        ("bond-5",),
        on_the_way(15, 26),
        "bump",
    ),
    Piece(
        "moving-along",
        later("Knocking back"),
        later(
            "When it kicks, lay your hand there and wait. Others may, too. By and by you know your "
            "baby's ways. If they change, call: you are never a bother."
        ),
        ("kick-1",),
        on_the_way(24, 44),
        "bump",
    ),
    Piece(
        "talking",
        later("Talking to the bump"),
        later(
            "What you had for lunch. What the rain is like. Read the newspaper aloud, or sing in "
            "the car. It feels odd for a while and then less. Whoever will be there later may lean "
            "over and talk, too."
        ),
        (),
        on_the_way(16, 44),
        "talk-to-bump",
    ),
    Piece(
        "belonging",
        later("Mine, already?"),
        later(
            "For some it is their baby from the first scan. For others it becomes so in the "
            "delivery room, or one evening weeks later on the sofa. Both are ways to begin."
        ),
        ("bond-1", "bond-2"),
        on_the_way(12, 44),
        "bump",
    ),
    Piece(
        "not-foretold",
        later("A feeling is no forecast"),
        later(
            "If you do not feel much now, that is how it is now. You have not met. There is a "
            "whole year of evenings to come in which something can grow."
        ),
        ("bond-4",),
        on_the_way(18, 44),
        "tea",
    ),
    Piece(
        "last-weeks",
        later("Waiting"),
        later(
            "The bag is packed and unpacked and packed. Sleep where you can. Let somebody cook. "
            "Nobody is ever ready, and babies have come all the same."
        ),
        (),
        on_the_way(34, 44),
        "waiting",
    ),
    Piece(
        "first-hour",
        later("When you meet"),
        later(
            "It may be as you dreamt, or you may be mostly tired. Some people love at first sight; "
            "others look at a stranger and wonder. Both have a long time before them."
        ),
        ("bond-3",),
        on_the_way(30, 44),
        "cradle",
    ),
    Piece(
        "room",
        later("A place that waits"),
        later(
            "A bed, a hook for a coat, a free evening in the calendar. You cannot do much else "
            "yet, and waiting without a date is hard. What you prepare in yourself cannot be seen; "
            "it counts, too."
        ),
        (),
        WAITING,
        "waiting",
    ),
    Piece(
        "thinking-of",
        later("Thinking of somebody you do not know"),
        later(
            "You may already have a picture, a name, a fear. Hold the picture lightly: a real "
            "child will come and be different. Your side of the tie may begin long before the "
            "other one can."
        ),
        ("att-1",),
        WAITING,
        "tea",
    ),
    Piece(
        "what-was",
        later("What to ask those who were there"),
        later(
            "Which song, which blanket, which way of being held? What soothes, what frightens? "
            "Those who care for the child now know small things that will be worth a great deal on "
            "the first evening."
        ),
        (),
        WAITING,
        "song",
    ),
    Piece(
        "first-days-here",
        later("The first days together"),
        later(
            "New smells, new voices, a new ceiling. A child may be very quiet now, or very busy, "
            "or cry for people you do not know. Keep the rooms few, the faces few, the days alike. "
            "You have time."
        ),
        (),
        here(0, 4),
        "arrival",
    ),
    Piece(
        "first-weeks-here",
        later("Becoming the one who comes"),
        later(
            "At any age it begins in the same way: somebody calls, somebody comes, again and "
            "again. Feed, carry, hold, play a little as if %(she)s were younger: the early games "
            "were not yours then, and they can be now."
        ),
        ("ado-1",),
        here(1, 30),
        "cradle",
    ),
    Piece(
        "friendly-to-all",
        later("Friendly with everybody, or with nobody"),
        later(
            "A child may go to anybody at first, or to nobody at all. Either may be a way to get "
            "through a great change. Be the one who does the holding and comforting for a while; "
            "visitors may bring the cake."
        ),
        (),
        here(1, 26),
        "stranger",
    ),
    Piece(
        "your-side-here",
        later("Your own feelings, here"),
        later(
            "You waited so long, and now it is strange. Love may come at the door, or in the "
            "second winter. Being kind and being there come first; the feeling has leave to follow."
        ),
        ("att-1",),
        here(0, 52),
        "breath",
    ),
    Piece(
        "before-the-day",
        later("Still before the day"),
        later(
            "By the calendar your baby is here; by the other count not even due. What is usual at "
            "an age does not fit yet, and nothing is being waited for. Being near is enough."
        ),
        ("cor-1",),
        days(-140, 0, For.EARLY),
        "early",
    ),
    Piece(
        "a-hand",
        later("A hand that stays"),
        later(
            "One hand around the head, one around the feet, and then keep still. Ask the nurses to "
            "show you, and when your baby may come onto your chest. You are no visitor here."
        ),
        (),
        days(-140, 14, For.EARLY),
        "early",
    ),
    Piece(
        "early-feeling",
        later("After an early start"),
        later(
            "Fear can sit where gladness was meant to be. Machines, corridors, a bed that is not "
            "yours. If the feeling takes its time, it has had a great deal to climb over."
        ),
        ("pre-1", "obs-2"),
        days(-140, 180, For.EARLY),
        "early",
    ),
    Piece(
        "corrected",
        later("Two ages, both true"),
        later(
            "You keep the birthday. For what babies begin to do, Holdfast counts from the due date "
            "until the second birthday. You can switch at the top, whenever you want to see the "
            "other one."
        ),
        ("cor-1",),
        days(-140, 731, For.EARLY),
        "three",
    ),
    Piece(
        "early-tie",
        later("Born early, and the tie"),
        later(
            "Studies do not agree, so nobody can tell you how it will be with you two. What you do "
            "in the evenings at home was not in any of them."
        ),
        ("pre-2",),
        months(0, 24, For.EARLY),
        "chest",
    ),
)
