"""What a form asks about one word besides its time: a side, an amount, what it was about."""

from collections.abc import Callable
from types import MappingProxyType

from django import forms

from holdfast.telling.labels import need_label
from holdfast.words import Care, Kind, Need, Response
from holdfast.words.language import gettext as _

Fields = dict[str, forms.Field]


def besides(kind: str, word: str) -> Fields:
    """Return the fields of a word, by the detail's own key."""
    asked = ASKED.get((kind, word)) or (need if kind in ABOUT_A_NEED else nothing)
    return asked()


def choice(label: str, choices: list[tuple[str, str]]) -> forms.Field:
    """One of a few, or not said."""
    return forms.ChoiceField(
        label=label,
        choices=[("", _("not said")), *choices],
        required=False,
        widget=forms.RadioSelect,
    )


def amount(label: str, *, step: str = "any") -> forms.Field:
    """Ask for a number."""
    return forms.FloatField(
        label=label,
        required=False,
        localize=False,
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": step, "min": "0"}),
        error_messages={"invalid": _("A number, please.")},
    )


def line(label: str) -> forms.Field:
    """Ask for a few words."""
    return forms.CharField(label=label, required=False, max_length=200)


def tick(label: str) -> forms.Field:
    """Ask for a yes."""
    return forms.BooleanField(label=label, required=False)


def need() -> Fields:
    """Ask what it was about. That nobody could tell is an answer, too."""
    return {
        "need": choice(_("What was it about, do you think?"), [(n, need_label(n)) for n in Need])
    }


def sides() -> list[tuple[str, str]]:
    """Return the sides of a feed."""
    return [("left", _("left")), ("right", _("right")), ("both", _("both"))]


def feed() -> Fields:
    """Ask how and how much."""
    how = [
        ("breast", _("breast")),
        ("bottle", _("bottle")),
        ("solid", _("solid food")),
        ("tube", _("tube")),
    ]
    return {
        "how": choice(_("How"), how),
        "side": choice(_("Side"), sides()),
        "ml": amount(_("Millilitres")),
        "food": line(_("Food")),
    }


def fed() -> Fields:
    """Ask of an answer that was a feed what one would say in passing."""
    return {"side": choice(_("Side"), sides()), "ml": amount(_("Millilitres")), **need()}


def nothing() -> Fields:
    """Ask nothing."""
    return {}


ABOUT_A_NEED = (Kind.SIGNAL, Kind.RESPONSE, Kind.SETTLING)
ASKED: MappingProxyType[tuple[str, str], Callable[[], Fields]] = MappingProxyType(
    {
        (Kind.RESPONSE, Response.FEED): fed,
        (Kind.CARE, Care.FEED): feed,
        (Kind.CARE, Care.SLEEP): lambda: {"place": line(_("Where"))},
        (Kind.CARE, Care.NAPPY): lambda: {
            "wet": tick(_("Wet")),
            "soiled": tick(_("Soiled")),
            "color": line(_("Colour")),
        },
        (Kind.CARE, Care.PUMP): lambda: {"ml": amount(_("Millilitres"))},
        (Kind.CARE, Care.MEDICINE): lambda: {"name": line(_("Which")), "dose": line(_("How much"))},
        (Kind.CARE, Care.TEMPERATURE): lambda: {"celsius": amount(_("Degrees Celsius"))},
        (Kind.CARE, Care.GROWTH): lambda: {
            "weight_g": amount(_("Weight in grams")),
            "length_cm": amount(_("Length in centimetres")),
            "head_cm": amount(_("Head in centimetres")),
        },
    }
)
