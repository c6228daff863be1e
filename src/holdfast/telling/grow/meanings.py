"""What each signal may mean, and what babies like as an answer. Never what it means for sure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdfast.words.language import later
from holdfast.words.vocabulary import Signal


@dataclass(frozen=True, slots=True)
class Meaning:
    """One signal in general; the ledger's keys for what it may mean, and for what helps."""

    may: str
    likes: str
    evidence: tuple[str, ...]
    helps: tuple[str, ...]
    picture: str
    from_day: int = 0  # of age; before, it stands among those that mostly come later [D]


MEANINGS: Mapping[Signal, Meaning] = MappingProxyType(
    {
        Signal.KICK: Meaning(
            later(
                "A kick is the first thing that can be felt of each other. It may come after a "
                "meal, when you lie still, or when a voice is near. What it is about, nobody can "
                "tell."
            ),
            later(
                "A hand that lies still and waits. A word. Somebody else's hand, if you like. And "
                "nothing at all is fine, too."
            ),
            ("bond-5",),
            (),
            "bump",
        ),
        Signal.GAZE: Meaning(
            later(
                "It may be a hello, or a question: are you there? Eyes that are wide and calm are "
                "often ready for a little company."
            ),
            later(
                "Your face, near enough to be seen. Look back, raise your brows, wait. A slow "
                "word. Leave room for an answer."
            ),
            ("sig-1",),
            (),
            "face-to-face",
        ),
        Signal.SMILE: Meaning(
            later(
                "It may be pleasure at seeing you, or an answer to your own smile. Very early ones "
                "may come in sleep, and mean nobody yet."
            ),
            later("A smile back, and then a pause. Saying what you see: there you are!"),
            ("sig-2",),
            ("bond-6",),
            "face-to-face",
            from_day=28,
        ),
        Signal.COO: Meaning(
            later(
                "It may be the beginning of a talk, or a hum for its own sake, as one hums in a "
                "kitchen."
            ),
            later("The same sound, given back. Then a pause, so that the next turn is not yours."),
            (),
            ("sig-3",),
            "talk",
            from_day=42,
        ),
        Signal.BABBLE: Meaning(
            later(
                "It may be talk with you, or practice with nobody in particular. Both like a "
                "listener."
            ),
            later("An answer at once, as if it had been a word. Say it back, add one, wait."),
            (),
            ("sig-4",),
            "talk",
            from_day=120,
        ),
        Signal.LAUGH: Meaning(
            later("It may be surprise that turned out well, and very often: again!"),
            later("Again. And again. Stop while it is still fun, or when the head turns away."),
            ("sig-5",),
            ("bond-6",),
            "peekaboo",
            from_day=90,
        ),
        Signal.REACH: Meaning(
            later(
                "It may be: up, please. Or: that there, what is it? Where the eyes go may help you "
                "to guess."
            ),
            later(
                "Being picked up, or the thing brought near and named. With your arms full, a look "
                "and a word: I saw you."
            ),
            ("sig-5",),
            (),
            "arms-out",
            from_day=90,
        ),
        Signal.APPROACH: Meaning(
            later(
                "It may be about closeness: a moment in your lap before going off again. It may "
                "also be just for the joy of getting there."
            ),
            later("Open arms, low down. No need to hold on: who comes freely may go again, too."),
            ("pha-4",),
            ("base-1",),
            "crawl-to",
            from_day=200,
        ),
        Signal.CLING: Meaning(
            later(
                "It may be about something new or loud, a goodbye in the air, a tooth, an illness "
                "on its way, or a day that was too long."
            ),
            later(
                "Being held without being talked out of it. Staying close until the hands let go. "
                "A word beforehand when you have to leave."
            ),
            ("dep-2", "sig-10"),
            (),
            "stranger",
            from_day=150,
        ),
        Signal.ROOT: Meaning(
            later(
                "It may be hunger that is still quiet. It may also be looking for something to "
                "suck, to rest by."
            ),
            later(
                "The breast or the bottle. If it is not that: a clean finger, being held, a little "
                "walk."
            ),
            ("sig-7",),
            (),
            "feed",
        ),
        Signal.YAWN: Meaning(
            later(
                "It may be tiredness. It may also be a way to take a break from so much to look at."
            ),
            later(
                "Less: less light, fewer voices, a slower arm. A place to rest, on you or beside "
                "you."
            ),
            ("sig-8",),
            (),
            "night",
        ),
        Signal.LOOK_AWAY: Meaning(
            later(
                "It may be a rest in the middle of a talk. It may be enough for now. It is hardly "
                "ever about you."
            ),
            later(
                "A pause. Stay where you are, be quiet, and let the eyes come back by themselves."
            ),
            ("sig-6",),
            (),
            "look-away",
        ),
        Signal.FUSS: Meaning(
            later(
                "It may be the beginning of many things: hunger, tiredness, boredom, a wet nappy, "
                "wanting to be up, or nothing that has a name."
            ),
            later(
                "Coming near, a voice, a change of place. Then one thing after another, with time "
                "in between."
            ),
            ("sig-7", "sig-8"),
            ("soo-1",),
            "look-away",
        ),
        Signal.CRY: Meaning(
            later(
                "It may be about closeness, hunger, tiredness, something that hurts or is too "
                "much, or about nothing that anybody finds out. You need not know it in order to "
                "help."
            ),
            later(
                "Being picked up and talked to. Being carried while you walk. Milk, a dry nappy, a "
                "dark room. If one does not help, the next, in peace; you are there meanwhile."
            ),
            ("sig-9",),
            ("ans-1", "soo-1"),
            "evening",
        ),
    }
)
