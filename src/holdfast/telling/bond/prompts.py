"""One question a day about what the baby may have had in mind, tied to what was written down.

Wondering what a baby may be feeling or wanting goes with a secure attachment (ans-6). A question
asks about one exchange of today that the caregiver wrote down, never about what nobody saw. There
is no right answer, and none is read by anybody. The phone picks; places in braces are filled there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdfast.telling.pronouns import forms
from holdfast.words.language import gettext as _
from holdfast.words.language import later
from holdfast.words.vocabulary import Exploring, Response, Settling, Signal

MENDED = "mended"
KICK = (Signal.KICK,)
DISTRESS = (Signal.FUSS, Signal.CRY)
SOUNDS = (Signal.COO, Signal.BABBLE)
JOY = (Signal.SMILE, Signal.LAUGH)
ANY = tuple(answer for answer in Response if answer is not Response.NOT_JUST_THEN)
CLOSE = (Response.HUG, Response.CARRY, Response.SKIN_TO_SKIN, Response.ROCK)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question.

    Args:
        key: so that it is not asked twice in a month.
        asks: the question.
        after: signs of which one must have been there; any, where empty.
        answered: answers of which the caregiver must have given one.
        ended: how it must have ended: settled, went_on or mended.
    """

    key: str
    asks: str
    after: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    ended: str = ""


PROMPTS = (
    # After anything at all. There are more than a month has days.
    Prompt("after", later("What may %(she)s have been after just then?")),
    Prompt("words", later("If %(she)s could have put it into words, what might they have been?")),
    Prompt("noticed", later("What may %(she)s have noticed first?")),
    Prompt("like", later("What may it have been like for %(her)s just then?")),
    Prompt("head", later("What may have gone on in %(her)s at that moment?")),
    Prompt("told-you", later("What told you what to do?"), answered=ANY),
    Prompt("feeling", later("What may %(she)s have been feeling, as far as one can guess?")),
    Prompt(
        "nice",
        later("Was there something %(she)s seemed to like? What may have been nice about it?"),
    ),
    Prompt("expected", later("What may %(she)s have expected to happen next?")),
    Prompt("surprise", later("Did anything in it surprise you? And %(her)s?")),
    Prompt("world", later("What may the world have looked like from where %(she)s lay or sat?")),
    Prompt("sounds", later("Which sound or voice may have reached %(her)s just then?")),
    Prompt("face", later("What did you see in the face, and what may have been behind it?")),
    Prompt(
        "hands", later("What did the hands do meanwhile, and what might they have been saying?")
    ),
    Prompt("before", later("What may have kept %(her)s busy just before?")),
    Prompt("found-out", later("What may %(she)s have found out just then?")),
    Prompt("tell", later("How might %(she)s tell it, if %(she)s told it to somebody?")),
    Prompt("easy-hard", later("What in it may have been easy for %(her)s, and what hard?")),
    Prompt("more-less", later("What might %(she)s have wanted more of, and what less?")),
    Prompt("knew", later("How may %(she)s have known that you were there?")),
    Prompt(
        "both",
        later(
            "What did you feel in that moment, and what may %(she)s have felt? They need not be "
            "the same."
        ),
    ),
    Prompt("first-guess", later("What did you guess at first, and what do you guess now?")),
    Prompt("enough", later("How could one see whether %(she)s wanted it to go on, or to stop?")),
    Prompt("new", later("What in it may have been new to %(her)s?")),
    Prompt("remember", later("What may %(she)s have remembered from the last time?")),
    Prompt("in-place", later("If it had been you, what would you have wanted?")),
    Prompt("time-of-day", later("What may that time of day be like for %(her)s?")),
    Prompt("unseen", later("What could somebody who knows %(her)s less not have seen in it?")),
    Prompt("show", later("What may %(she)s have wanted you to see?")),
    Prompt("dislike", later("Was there something %(she)s may not have liked?")),
    Prompt("ending", later("How may the moment have ended for %(her)s?")),
    Prompt("ask", later("What would you like to ask %(her)s about it, if %(she)s could answer?")),
    Prompt(
        "two-guesses", later("It is fine not to know. What are two things that it may have been?")
    ),
    Prompt(
        "body",
        later("What may %(she)s have felt in the body: warmth, hunger, tiredness, something else?"),
    ),
    Prompt("whole-day", later("Was it like %(her)s, or like a new side of %(her)s?")),
    # After particular signs.
    Prompt("eyes", later("What may %(she)s have seen in your face?"), (Signal.GAZE,)),
    Prompt("look-for", later("What may %(she)s have been looking for?"), (Signal.GAZE,)),
    Prompt("smile", later("What may have been so good just then?"), JOY),
    Prompt("joke", later("What may the joke have been?"), (Signal.LAUGH,)),
    Prompt("saying", later("What may %(she)s have been telling you?"), SOUNDS),
    Prompt("your-turn", later("What might %(she)s have hoped that you would say?"), SOUNDS),
    Prompt(
        "reach",
        later("What may %(she)s have been reaching for: you, or something else?"),
        (Signal.REACH,),
    ),
    Prompt("came", later("What may have brought %(her)s to you just then?"), (Signal.APPROACH,)),
    Prompt("held-on", later("What may have been good about holding on?"), (Signal.CLING,)),
    Prompt(
        "pause",
        later("When %(she)s looked away: what may %(she)s have been doing with that moment?"),
        (Signal.LOOK_AWAY,),
    ),
    Prompt(
        "early-word",
        later("What may %(she)s have been telling you with that?"),
        (Signal.ROOT, Signal.YAWN),
    ),
    Prompt(
        "about",
        later("What may it have been about, as far as one can guess? Two guesses are fine."),
        DISTRESS,
    ),
    Prompt("hardest", later("What may have been hardest about it for %(her)s?"), DISTRESS),
    # After particular answers and endings.
    Prompt(
        "eased",
        later("What may have eased it for %(her)s in the end?"),
        DISTRESS,
        ended=Settling.SETTLED,
    ),
    Prompt(
        "there",
        later("What may it have been like for %(her)s to have you there all the while?"),
        DISTRESS,
        ANY,
        Settling.WENT_ON,
    ),
    Prompt(
        "mended",
        later("It did not work at first, and then you found the way. What did %(she)s show you?"),
        ended=MENDED,
    ),
    Prompt(
        "song", later("What may %(she)s have heard in your singing?"), answered=(Response.SING,)
    ),
    Prompt("game", later("Whose idea was the game, do you think?"), answered=(Response.PLAY,)),
    Prompt(
        "arms", later("What may it have been like to be in your arms just then?"), answered=CLOSE
    ),
    Prompt(
        "feed",
        later("What may %(she)s have been thinking of while feeding?"),
        answered=(Response.FEED,),
    ),
    Prompt(
        "room",
        later("What may %(she)s have done with the room that you gave?"),
        answered=(Response.GIVE_SPACE,),
    ),
    Prompt(
        "words-back",
        later("Which of your words may %(she)s have liked best?"),
        answered=(Response.KIND_WORD,),
    ),
    Prompt(
        "voice",
        later("What may %(she)s have made of your voice?"),
        answered=(Response.KIND_WORD, Response.SING),
    ),
    Prompt("off", later("What may have drawn %(her)s away?"), (Exploring.OFF,)),
    Prompt(
        "look-back",
        later("When %(she)s looked back at you: what may %(she)s have wanted to know?"),
        (Exploring.LOOK_BACK,),
    ),
    Prompt(
        "return",
        later("When %(she)s came back: what may %(she)s have come for?"),
        (Exploring.RETURN,),
    ),
    Prompt("busy", later("What may have been so interesting?"), (Exploring.PLAY_NEAR,)),
    # Before birth.
    Prompt("kick-doing", later("What do you picture %(her)s doing in there just then?"), KICK),
    Prompt("kick-heard", later("What may %(she)s have heard just before?"), KICK),
    Prompt("kick-tell", later("What would you like to tell %(her)s about that moment?"), KICK),
    Prompt("kick-answer", later("Did it seem like an answer to something? To what?"), KICK),
    Prompt("kick-picture", later("How do you picture %(her)s today?"), KICK),
    Prompt("kick-likes", later("What may be pleasant in there just now?"), KICK),
    Prompt(
        "kick-you", later("What were you doing, and what may it have been like in there?"), KICK
    ),
    Prompt("kick-wonder", later("What do you wonder about %(her)s today?"), KICK),
    Prompt("kick-word", later("If it had been a word, which one?"), KICK),
    Prompt("kick-mood", later("Which mood could you imagine behind it?"), KICK),
    Prompt("kick-share", later("Whom would you have liked to feel it with you?"), KICK),
    Prompt("kick-quiet", later("What may the quiet before it have been like?"), KICK),
    Prompt("kick-name", later("What did you call %(her)s in your thoughts just then?"), KICK),
    Prompt("kick-felt", later("What went through you when you felt it?"), KICK),
)

LEADS: Mapping[str, str] = MappingProxyType(
    {
        "signs": later("%(part)s %(she)s %(signs)s."),
        "answered": later("%(part)s %(she)s %(signs)s, and you %(answers)s."),
        "settled": later("%(part)s %(she)s %(signs)s, you %(answers)s, and %(she)s settled."),
        "went_on": later(
            "%(part)s %(she)s %(signs)s, and you %(answers)s. It went on for a while."
        ),
    }
)
"""What stands before a question: the exchange that it asks about, by how much of it is known."""

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "morning": later("This morning"),
        "afternoon": later("This afternoon"),
        "evening": later("This evening"),
        "night": later("In the night"),
    }
)

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        Signal.KICK: later("kicked"),
        Signal.GAZE: later("looked at you"),
        Signal.SMILE: later("smiled"),
        Signal.COO: later("cooed"),
        Signal.BABBLE: later("babbled"),
        Signal.LAUGH: later("laughed"),
        Signal.REACH: later("reached out"),
        Signal.APPROACH: later("came to you"),
        Signal.CLING: later("held on to you"),
        Signal.ROOT: later("rooted"),
        Signal.YAWN: later("yawned"),
        Signal.LOOK_AWAY: later("looked away"),
        Signal.FUSS: later("fussed"),
        Signal.CRY: later("cried"),
        Exploring.OFF: later("went off to explore"),
        Exploring.LOOK_BACK: later("looked back at you"),
        Exploring.RETURN: later("came back to you"),
        Exploring.PLAY_NEAR: later("played beside you"),
    }
)
"""What the baby did, after "she"."""

ANSWERS: Mapping[str, str] = MappingProxyType(
    {
        Response.SMILE: later("smiled back"),
        Response.KIND_WORD: later("talked to %(her)s"),
        Response.LOOK: later("made faces together"),
        Response.TOUCH: later("stroked %(her)s"),
        Response.HUG: later("held %(her)s"),
        Response.ROCK: later("rocked %(her)s"),
        Response.CARRY: later("carried %(her)s about"),
        Response.SKIN_TO_SKIN: later("held %(her)s skin to skin"),
        Response.SING: later("sang"),
        Response.FEED: later("fed %(her)s"),
        Response.PLAY: later("played with %(her)s"),
        Response.PUT_TO_REST: later("laid %(her)s down to rest"),
        Response.CHANGE: later("changed %(her)s"),
        Response.GIVE_SPACE: later("gave %(her)s room"),
    }
)
"""What the caregiver did, after "you". That they could not just then is not held up to them."""


def prompts(pronoun: str) -> list[Prompt]:
    """Return all questions in the spoken language."""
    places = forms(pronoun)
    return [
        Prompt(one.key, _(one.asks) % places, one.after, one.answered, one.ended) for one in PROMPTS
    ]


def leads(pronoun: str) -> dict[str, dict[str, str]]:
    """Return what stands before a question, with places in braces for the phone."""
    places = {**forms(pronoun), "part": "{part}", "signs": "{signs}", "answers": "{answers}"}
    tables = {"lead": LEADS, "part": PARTS, "sign": SIGNS, "answer": ANSWERS}
    return {
        name: {str(key): _(text) % places for key, text in table.items()}
        for name, table in tables.items()
    }
