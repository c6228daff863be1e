"""What babies begin to do to reach somebody, by age."""

from holdfast.telling.grow.piece import Piece, days, months, weeks
from holdfast.words.language import later

PIECES = (
    Piece(
        "face",
        later("Your face, close up"),
        later(
            "Hold your baby as far away as your forearm is long, and do nothing. Wait. Sooner or "
            "later the eyes find you. That is a hello, and looking back is all the answer it asks."
        ),
        ("sig-1",),
        weeks(0, 10),
        "face-to-face",
    ),
    Piece(
        "finger",
        later("A hand around a finger"),
        later(
            "Lay a finger into the small hand. You need not do anything with it. Some of the first "
            "talks are like this: somebody holds on, somebody stays."
        ),
        (),
        days(0, 42),
        "finger",
    ),
    Piece(
        "mouth",
        later("Hunger speaks softly first"),
        later(
            "A head that turns, a mouth that opens, hands that are sucked: these may come well "
            "before any crying. If you see them in time, good. If you do not, milk still helps "
            "afterwards."
        ),
        ("sig-7",),
        weeks(0, 26),
        "feed",
    ),
    Piece(
        "crying",
        later("Crying is a way to reach you"),
        later(
            "It says: somebody, please. What for, you need not know. Pick up, talk, try something, "
            "try something else. Trying is already an answer."
        ),
        ("ans-1", "sig-9"),
        weeks(0, 26),
        "evening",
    ),
    Piece(
        "smile",
        later("The smile that means you"),
        later(
            "Early smiles may come in sleep, at nothing. Then, one day, at a face. Nobody can "
            "hurry it and nobody has to. When it comes, smile back, and see who stops first."
        ),
        ("sig-2",),
        weeks(4, 13),
        "face-to-face",
    ),
    Piece(
        "coo",
        later("A talk without words"),
        later(
            "A coo, a pause. The pause is yours: hum the sound back, or say what you are doing. "
            "Then leave a pause, too. That is all there is to a conversation."
        ),
        ("sig-3",),
        weeks(6, 26),
        "talk",
    ),
    Piece(
        "pause",
        later("Looking away is a rest"),
        later(
            "You were playing, and now the eyes are elsewhere. It is hardly ever about you. Stay "
            "near and do nothing for a little while; your baby will come back for more, or has had "
            "enough for now."
        ),
        ("sig-6",),
        weeks(8, 34),
        "look-away",
    ),
    Piece(
        "laugh",
        later("The first laugh"),
        later(
            "It may be a sneeze that does it, or paper that tears. Do it again, and again. Being "
            "the one who is laughed with is one of the good parts."
        ),
        ("sig-5", "bond-6"),
        weeks(13, 30),
        "peekaboo",
    ),
    Piece(
        "hands",
        later("Everything is worth a grasp"),
        later(
            "Your nose, your cup, a sleeve. A hand that comes towards your face is a question: may "
            "I? Bring it near, say what it is, let it be felt."
        ),
        ("sig-5",),
        months(3.5, 7.5),
        "toes",
    ),
    Piece(
        "babble",
        later("Ba, ba, ba"),
        later(
            "Whatever it says, answer as if you had understood. Say it back, add a word, wait. You "
            "may feel silly. Your baby may not mind."
        ),
        ("sig-4",),
        months(5, 13),
        "talk",
    ),
    Piece(
        "arms",
        later("Arms out"),
        later(
            "Arms that go up when you bend down are one of the clearest things a baby can say. "
            "Sometimes your own arms are full; then a word and a look say: I saw you, I am coming."
        ),
        ("sig-5",),
        months(6, 15),
        "arms-out",
    ),
    Piece(
        "coming",
        later("Coming to you"),
        later(
            "Rolling, on the tummy, on all fours: until now you went to your baby, and now your "
            "baby can come to you. Sit down on the floor once in a while and wait. Nobody has to "
            "come today."
        ),
        ("pha-4",),
        months(7, 15),
        "crawl-to",
    ),
    Piece(
        "giving",
        later("Here, take this"),
        later(
            "A spoon, a sock, half a biscuit. What is held out to you need not be useful. Take it, "
            "say thank you, give it back: it was never about the sock."
        ),
        (),
        months(10, 20),
        "sibling",
    ),
    Piece(
        "showing",
        later("Look at that"),
        later(
            "A finger, a look, a sound: there is something, and you are to see it, too. Look where "
            "your child looks before you look at your child. Then say what you both see."
        ),
        (),
        months(11, 24),
        "window",
    ),
    Piece(
        "words",
        later("What is meant, not what is said"),
        later(
            "One word can be a whole sentence. You are the one who has been there all along, so "
            "you can often guess what was meant. Guess aloud. If it was wrong, you will be told."
        ),
        ("ans-6",),
        months(13, 30),
        "book",
    ),
    Piece(
        "plans",
        later("First this, then that"),
        later(
            "Little by little you can make a plan together: first the shoes, then the puddle. It "
            "will not always hold. That you said it, and that it mostly comes so, is what counts."
        ),
        ("pha-5",),
        months(24, 48),
        "shoes",
    ),
)
