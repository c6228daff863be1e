"""The closed vocabularies. A word that is added here must break the tests that name what it needs.

Each word carries one line of meaning: it is the glossary (WORDS.md is printed from it), and what
a newcomer reads to know what may be logged.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Self


class Word(StrEnum):
    """A word with its meaning: `CRY = "cry", "cries"`."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Keep the meaning beside the word."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.meaning = meaning
        return word


class Kind(Word):
    """What sort of moment it is."""

    SIGNAL = "signal", "what the baby did to reach somebody"
    RESPONSE = "response", "what somebody did about it"
    SETTLING = "settling", "how it ended"
    CARE = "care", "what keeps a baby going: feeds, sleep, nappies"
    EXPLORING = "exploring", "going off, looking back, coming back"
    MILESTONE = "milestone", "something for the first time"
    NOTE = "note", "words of a caregiver, for the family"


class Signal(Word):
    """What the baby did to reach somebody."""

    KICK = "kick", "moves inside, before birth"
    GAZE = "gaze", "looks at somebody"
    SMILE = "smile", "smiles"
    COO = "coo", "coos or hums"
    BABBLE = "babble", "strings sounds together"
    LAUGH = "laugh", "laughs"
    REACH = "reach", "stretches out the arms"
    APPROACH = "approach", "crawls or walks to somebody"
    CLING = "cling", "holds on to somebody"
    ROOT = "root", "turns the head with an open mouth, or sucks the hands"
    YAWN = "yawn", "yawns or rubs the eyes"
    LOOK_AWAY = "look_away", "turns the eyes or the head away"
    FUSS = "fuss", "fusses or whines"
    CRY = "cry", "cries"


class Response(Word):
    """What somebody did about a signal."""

    SMILE = "smile", "smiled back"
    KIND_WORD = "kind_word", "said a kind word"
    LOOK = "look", "looked, made a face"
    TOUCH = "touch", "stroked or patted"
    HUG = "hug", "hugged or held"
    ROCK = "rock", "rocked"
    CARRY = "carry", "carried about"
    SKIN_TO_SKIN = "skin_to_skin", "held skin to skin"
    SING = "sing", "sang"
    FEED = "feed", "fed"
    PLAY = "play", "played"
    PUT_TO_REST = "put_to_rest", "put down to rest"
    CHANGE = "change", "changed the nappy or the clothes"
    GIVE_SPACE = "give_space", "gave some space"
    NOT_JUST_THEN = "not_just_then", "could not just then"


class Settling(Word):
    """How an exchange ended."""

    SETTLED = "settled", "settled with somebody's help"
    SETTLED_ALONE = "settled_alone", "settled without help"
    WENT_ON = "went_on", "went on"


class Care(Word):
    """What keeps a baby going."""

    FEED = "feed", "a feed: breast, bottle, solid or tube"
    SLEEP = "sleep", "a sleep"
    NAPPY = "nappy", "a nappy"
    PUMP = "pump", "milk expressed"
    BATH = "bath", "a bath"
    MEDICINE = "medicine", "a medicine or a vaccination"
    TEMPERATURE = "temperature", "a temperature"
    GROWTH = "growth", "weight, length or head, as measured"
    TUMMY_TIME = "tummy_time", "awake on the tummy"


class Exploring(Word):
    """Going off and coming back."""

    OFF = "off", "leaves somebody to explore"
    LOOK_BACK = "look_back", "looks back at somebody"
    RETURN = "return", "comes back to somebody"
    PLAY_NEAR = "play_near", "plays near somebody"


class Milestone(Word):
    """First times: the WHO's six of movement, and the social ones."""

    SITS = "sits", "sits without support"
    STANDS_WITH_HELP = "stands_with_help", "stands with assistance"
    CRAWLS = "crawls", "crawls on hands and knees"
    WALKS_WITH_HELP = "walks_with_help", "walks with assistance"
    STANDS_ALONE = "stands_alone", "stands alone"
    WALKS_ALONE = "walks_alone", "walks alone"
    FIRST_KICK = "first_kick", "first movement felt"
    FIRST_SMILE = "first_smile", "first smile at somebody"
    FIRST_COO = "first_coo", "first coo"
    FIRST_LAUGH = "first_laugh", "first laugh"
    FIRST_REACH = "first_reach", "first reached for a thing or a person"
    ARMS_UP = "arms_up", "first lifted the arms to be picked up"
    ROLLS = "rolls", "first rolled over"
    SHY_WITH_STRANGERS = "shy_with_strangers", "first shy or clingy with strangers"
    MINDS_GOODBYES = "minds_goodbyes", "first protested when somebody left"
    CRAWLED_TO_ME = "crawled_to_me", "first crawled to somebody"


class Need(Word):
    """What a signal may be about."""

    CLOSENESS = "closeness", "to be held and comforted"
    PLAY = "play", "to play and talk together"
    REST = "rest", "to sleep or to pause"
    NOURISHMENT = "nourishment", "to be fed"
    DISCOMFORT = "discomfort", "something hurts, itches, is wet, cold or hot"
    CANNOT_TELL = "cannot_tell", "nobody could tell, which is a good answer"


WORDS = MappingProxyType(
    {
        Kind.SIGNAL: Signal,
        Kind.RESPONSE: Response,
        Kind.SETTLING: Settling,
        Kind.CARE: Care,
        Kind.EXPLORING: Exploring,
        Kind.MILESTONE: Milestone,
    }
)
"""Which words each kind has. A note has none: it is its text."""
