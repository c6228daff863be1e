"""What each word is called on a screen: on a tile, once it is told, and while it runs.

One table for all words of the vocabulary: a word that is added there is asked for here by a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdfast.engine.classes import ResponseClass
from holdfast.telling.pronouns import THEY, forms
from holdfast.words.language import gettext as _
from holdfast.words.language import later
from holdfast.words.vocabulary import (
    Care,
    Exploring,
    Kind,
    Milestone,
    Need,
    Response,
    Settling,
    Signal,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a word is called; places as in `holdfast.telling.pronouns`."""

    tile: str  # on what one taps: "looks at me"
    told: str  # afterwards: "looked"
    running: str  # meanwhile: "She is looking at you"


SIGNALS: Mapping[Signal, Label] = MappingProxyType(
    {
        Signal.KICK: Label(later("kicks"), later("kicked"), later("%(She_is)s kicking")),
        Signal.GAZE: Label(
            later("looks at me"), later("looked"), later("%(She_is)s looking at you")
        ),
        Signal.SMILE: Label(later("smiles"), later("smiled"), later("%(She_is)s smiling")),
        Signal.COO: Label(later("coos"), later("cooed"), later("%(She_is)s cooing")),
        Signal.BABBLE: Label(later("babbles"), later("babbled"), later("%(She_is)s babbling")),
        Signal.LAUGH: Label(later("laughs"), later("laughed"), later("%(She_is)s laughing")),
        Signal.REACH: Label(
            later("arms out"), later("reached out"), later("%(She_is)s reaching out")
        ),
        Signal.APPROACH: Label(
            later("comes to me"), later("came over"), later("%(She_is)s coming to you")
        ),
        Signal.CLING: Label(
            later("holds on to me"), later("held on"), later("%(She_is)s holding on to you")
        ),
        Signal.ROOT: Label(later("roots"), later("rooted"), later("%(She_is)s rooting")),
        Signal.YAWN: Label(later("yawns"), later("yawned"), later("%(She_is)s yawning")),
        Signal.LOOK_AWAY: Label(
            later("looks away"), later("looked away"), later("%(She_is)s looking away")
        ),
        Signal.FUSS: Label(later("fusses"), later("fussed"), later("%(She_is)s fussing")),
        Signal.CRY: Label(later("cries"), later("cried"), later("%(She_is)s crying")),
    }
)
RESPONSES: Mapping[Response, Label] = MappingProxyType(
    {
        Response.SMILE: Label(later("smile back"), later("smiled back"), later("Smiling back")),
        Response.KIND_WORD: Label(
            later("kind word"), later("kind word"), later("Talking to %(her)s")
        ),
        Response.LOOK: Label(
            later("look, make a face"), later("face to face"), later("Face to face with %(her)s")
        ),
        Response.TOUCH: Label(later("stroke, pat"), later("stroked"), later("Stroking %(her)s")),
        Response.HUG: Label(later("hug, hold"), later("held"), later("Holding %(her)s")),
        Response.ROCK: Label(later("rock"), later("rocked"), later("Rocking %(her)s")),
        Response.CARRY: Label(
            later("carry about"), later("carried"), later("Carrying %(her)s about")
        ),
        Response.SKIN_TO_SKIN: Label(
            later("skin to skin"), later("skin to skin"), later("Skin to skin with %(her)s")
        ),
        Response.SING: Label(later("sing"), later("sang"), later("Singing to %(her)s")),
        Response.FEED: Label(later("feed"), later("fed"), later("Feeding %(her)s")),
        Response.PLAY: Label(later("play"), later("played"), later("Playing with %(her)s")),
        Response.PUT_TO_REST: Label(
            later("put to rest"), later("put to rest"), later("Putting %(her)s to rest")
        ),
        Response.CHANGE: Label(later("change"), later("changed"), later("Changing %(her)s")),
        Response.GIVE_SPACE: Label(
            later("give space"), later("gave space"), later("Giving %(her)s space")
        ),
        Response.NOT_JUST_THEN: Label(
            later("not just then"), later("not just then"), later("Not just now")
        ),
    }
)
SETTLINGS: Mapping[Settling, Label] = MappingProxyType(
    {
        Settling.SETTLED: Label(later("Settled"), later("settled"), later("%(She_is)s settled")),
        Settling.SETTLED_ALONE: Label(
            later("By %(herself)s"),
            later("settled by %(herself)s"),
            later("%(She_is)s settling by %(herself)s"),
        ),
        Settling.WENT_ON: Label(later("Goes on"), later("went on"), later("It goes on")),
    }
)
CARES: Mapping[Care, Label] = MappingProxyType(
    {
        Care.FEED: Label(later("Feed"), later("fed"), later("%(She_is)s feeding")),
        Care.SLEEP: Label(later("Sleep"), later("slept"), later("%(She_is)s sleeping")),
        Care.NAPPY: Label(later("Nappy"), later("nappy"), later("Changing a nappy")),
        Care.PUMP: Label(later("Express milk"), later("expressed milk"), later("Expressing milk")),
        Care.BATH: Label(later("Bath"), later("bath"), later("%(She_is)s in the bath")),
        Care.MEDICINE: Label(later("Medicine"), later("medicine"), later("Giving a medicine")),
        Care.TEMPERATURE: Label(
            later("Temperature"), later("temperature"), later("Taking the temperature")
        ),
        Care.GROWTH: Label(later("Weight, length"), later("measured"), later("Measuring")),
        Care.TUMMY_TIME: Label(
            later("Tummy time"), later("on the tummy"), later("%(She_is)s on the tummy")
        ),
    }
)
EXPLORINGS: Mapping[Exploring, Label] = MappingProxyType(
    {
        Exploring.OFF: Label(
            later("off to explore"), later("went off to explore"), later("%(She_is)s exploring")
        ),
        Exploring.LOOK_BACK: Label(
            later("looks back"), later("looked back"), later("%(She_is)s looking back")
        ),
        Exploring.RETURN: Label(
            later("comes back"), later("came back"), later("%(She_is)s coming back")
        ),
        Exploring.PLAY_NEAR: Label(
            later("plays near"), later("played near"), later("%(She_is)s playing near")
        ),
    }
)
MILESTONES: Mapping[Milestone, Label] = MappingProxyType(
    {
        Milestone.SITS: Label(
            later("sits alone"), later("sat alone"), later("%(She_is)s sitting alone")
        ),
        Milestone.STANDS_WITH_HELP: Label(
            later("stands holding on"),
            later("stood holding on"),
            later("%(She_is)s standing, holding on"),
        ),
        Milestone.CRAWLS: Label(later("crawls"), later("crawled"), later("%(She_is)s crawling")),
        Milestone.WALKS_WITH_HELP: Label(
            later("walks with a hand"),
            later("walked with a hand"),
            later("%(She_is)s walking with a hand"),
        ),
        Milestone.STANDS_ALONE: Label(
            later("stands alone"), later("stood alone"), later("%(She_is)s standing alone")
        ),
        Milestone.WALKS_ALONE: Label(
            later("walks alone"), later("walked alone"), later("%(She_is)s walking alone")
        ),
        Milestone.FIRST_KICK: Label(
            later("first kick"), later("first kick felt"), later("The first kick")
        ),
        Milestone.FIRST_SMILE: Label(
            later("first smile"), later("first smile"), later("The first smile")
        ),
        Milestone.FIRST_COO: Label(later("first coo"), later("first coo"), later("The first coo")),
        Milestone.FIRST_LAUGH: Label(
            later("first laugh"), later("first laugh"), later("The first laugh")
        ),
        Milestone.FIRST_REACH: Label(
            later("first reach"), later("first reached"), later("The first reach")
        ),
        Milestone.ARMS_UP: Label(
            later("arms up"), later("lifted the arms to be picked up"), later("Arms up")
        ),
        Milestone.ROLLS: Label(
            later("rolls over"), later("rolled over"), later("%(She_is)s rolling over")
        ),
        Milestone.SHY_WITH_STRANGERS: Label(
            later("shy with strangers"),
            later("shy with strangers"),
            later("%(She_is)s shy with strangers"),
        ),
        Milestone.MINDS_GOODBYES: Label(
            later("minds goodbyes"), later("minded a goodbye"), later("A goodbye is hard")
        ),
        Milestone.CRAWLED_TO_ME: Label(
            later("crawled to me"),
            later("crawled over to somebody"),
            later("%(She_is)s crawling to you"),
        ),
    }
)
NOTE = Label(later("Note"), later("note"), later("Writing a note"))

LABELS: Mapping[tuple[str, str], Label] = MappingProxyType(
    {
        (str(kind), str(word)): label
        for kind, table in (
            (Kind.SIGNAL, SIGNALS),
            (Kind.RESPONSE, RESPONSES),
            (Kind.SETTLING, SETTLINGS),
            (Kind.CARE, CARES),
            (Kind.EXPLORING, EXPLORINGS),
            (Kind.MILESTONE, MILESTONES),
            (Kind.NOTE, {"": NOTE}),
        )
        for word, label in table.items()
    }
)
KINDS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.SIGNAL: later("signal"),
        Kind.RESPONSE: later("answer"),
        Kind.SETTLING: later("how it ended"),
        Kind.CARE: later("care"),
        Kind.EXPLORING: later("exploring"),
        Kind.MILESTONE: later("first time"),
        Kind.NOTE: later("note"),
    }
)
NEEDS: Mapping[Need, str] = MappingProxyType(
    {
        Need.CLOSENESS: later("closeness"),
        Need.PLAY: later("play"),
        Need.REST: later("rest"),
        Need.NOURISHMENT: later("milk or food"),
        Need.DISCOMFORT: later("something uncomfortable"),
        Need.CANNOT_TELL: later("cannot tell"),
    }
)
HELPS: Mapping[ResponseClass, str] = MappingProxyType(
    {
        ResponseClass.FEED: later("Feeding"),
        ResponseClass.REST: later("A rest"),
        ResponseClass.HOLD: later("Holding, walking about"),
        ResponseClass.PLAY: later("Playing, talking"),
        ResponseClass.CARE: later("A fresh nappy, a change"),
        ResponseClass.VOICE: later("A kind word, a song"),
    }
)
"""What may help, by class of answer."""


def tile(kind: str, word: str, pronoun: str = THEY) -> str:
    """Return what stands on what one taps: "looks at me"."""
    return _(LABELS[kind, word].tile) % forms(pronoun)


def told(kind: str, word: str, pronoun: str = THEY) -> str:
    """Return what is said of it afterwards: "looked"."""
    return _(LABELS[kind, word].told) % forms(pronoun)


def running(kind: str, word: str, pronoun: str = THEY) -> str:
    """Return what is said of it meanwhile: "She is fussing"."""
    return _(LABELS[kind, word].running) % forms(pronoun)


def kind_label(kind: str) -> str:
    """Return what a kind of moment is called."""
    return _(KINDS[Kind(kind)])


def need_label(need: str) -> str:
    """Return what a need is called."""
    return _(NEEDS[Need(need)])


def help_label(response_class: str) -> str:
    """Return what may help is called: "Holding, walking about"."""
    return _(HELPS[ResponseClass(response_class)])
