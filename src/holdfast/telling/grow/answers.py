"""Answers, and why mending counts."""

from holdfast.telling.grow.piece import ALWAYS, BORN, Piece, months, weeks
from holdfast.words.language import later

PIECES = (
    Piece(
        "mending",
        later("Mending counts"),
        later(
            "A look went by, a call, a whole afternoon. Then you turned round and were there "
            "again. That turning round is no second best: it is part of how your baby learns that "
            "things come right."
        ),
        ("rep-1", "rep-2"),
        ALWAYS,
        "mend",
    ),
    Piece(
        "here-i-am",
        later("What an answer says"),
        later(
            "A smile, a look, a kind word, a hug: each of them says, I am here. That is most of "
            "it. It need not be the right answer to be an answer."
        ),
        ("ans-2",),
        ALWAYS,
        "face-to-face",
    ),
    Piece(
        "wondering",
        later("Wonder aloud"),
        later(
            "What may %(she)s be after? Tired? Bored? Just wants to be up? You do not have to "
            "know. That you wonder about somebody in there is already something."
        ),
        ("ans-6",),
        BORN,
        "look-away",
    ),
    Piece(
        "warming-up",
        later("After a break"),
        later(
            "You were in the shower, at work, somewhere with your thoughts. Now you are back and "
            "are met with a cool look. It is not a reproach. Sit near, and let yourself be found."
        ),
        ("rep-3",),
        months(1, 18),
        "goodbye",
    ),
    Piece(
        "at-once",
        later("At once, or in a minute?"),
        later(
            "People will tell you both. Nobody can promise you that running lessens the crying or "
            "that waiting does. Go when you can, as you can. Sometimes the pan comes first."
        ),
        ("ans-5",),
        months(0, 9),
        "evening",
    ),
    Piece(
        "walking",
        later("Up, and walk"),
        later(
            "When nothing helps, walking about together is worth a try: slowly, five minutes, no "
            "hurry. If it does nothing today, it was still five minutes in your arms."
        ),
        ("soo-1",),
        weeks(0, 26),
        "sling",
    ),
    Piece(
        "laying-down",
        later("Asleep on you, and then?"),
        later(
            "Wait a little before you lay your baby down. Look at a wall, breathe, count the "
            "eyelashes. If the eyes open all the same, it was not your doing."
        ),
        ("soo-2",),
        weeks(0, 22),
        "night",
    ),
    Piece(
        "carrying",
        later("Carried through the day"),
        later(
            "In a sling, on an arm, from room to room: some babies love it, and some arms do, "
            "too. Where your back says no, sitting together is fine."
        ),
        ("soo-3",),
        weeks(0, 16),
        "sling",
    ),
    Piece(
        "song",
        later("The same song again"),
        later(
            "It may be a nursery rhyme or the one from the radio. It need not be sung well. A song "
            "that always comes at the same moment is something to lean on, for both of you."
        ),
        (),
        months(0, 36),
        "song",
    ),
    Piece(
        "learning",
        later("Reading a baby can be learnt"),
        later(
            "Some see the small signs at once; most people learn them. A few good hours with "
            "somebody who watches along with you can help, and asking for that is no admission of "
            "anything."
        ),
        ("lat-6",),
        months(0, 36),
        "tummy",
    ),
)
