"""Which answers are alike: the five classes that say something about the need, and voice.

A smile, a kind word, a look and a song are answers as good as any; they only fit every need, so
they tell nothing about which it was (class voice). "Could not just then" has no class: nobody
came yet.
"""

from enum import StrEnum
from types import MappingProxyType

from holdfast.words.vocabulary import Care, Response


class ResponseClass(StrEnum):
    """What an answer was, as far as the need is concerned."""

    FEED = "feed"
    REST = "rest"
    HOLD = "hold"
    PLAY = "play"
    CARE = "care"
    VOICE = "voice"


NEED_CLASSES = tuple(c for c in ResponseClass if c is not ResponseClass.VOICE)
"""The classes that carry information about the need, in the order of all tables."""

CLASS_OF_RESPONSE = MappingProxyType(
    {
        Response.SMILE: ResponseClass.VOICE,
        Response.KIND_WORD: ResponseClass.VOICE,
        Response.LOOK: ResponseClass.VOICE,
        Response.SING: ResponseClass.VOICE,
        Response.TOUCH: ResponseClass.HOLD,
        Response.HUG: ResponseClass.HOLD,
        Response.ROCK: ResponseClass.HOLD,
        Response.CARRY: ResponseClass.HOLD,
        Response.SKIN_TO_SKIN: ResponseClass.HOLD,
        Response.FEED: ResponseClass.FEED,
        Response.PLAY: ResponseClass.PLAY,
        Response.PUT_TO_REST: ResponseClass.REST,
        Response.GIVE_SPACE: ResponseClass.REST,  # a pause is a rest: the need says so
        Response.CHANGE: ResponseClass.CARE,
    }
)
CLASS_OF_CARE = MappingProxyType(
    {
        Care.FEED: ResponseClass.FEED,
        Care.SLEEP: ResponseClass.REST,
        Care.NAPPY: ResponseClass.CARE,
    }
)
"""Care that counts as an answer when it is logged within an exchange."""

CLASSES = MappingProxyType(
    {str(word): str(c) for word, c in [*CLASS_OF_RESPONSE.items(), *CLASS_OF_CARE.items()]}
)
"""Class by an answer's word. The word feed is both a response and care, of one class."""
