"""A moment of care with what was said besides: "fed, bottle 120 ml", "slept 3 h 10"."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from holdfast.telling.labels import told
from holdfast.telling.pronouns import THEY
from holdfast.telling.spans import MINUTE, short
from holdfast.words.language import gettext as _
from holdfast.words.language import later
from holdfast.words.vocabulary import Care, Kind

SAID: Mapping[str, str] = MappingProxyType(
    {
        "breast": later("breast"),
        "bottle": later("bottle"),
        "solid": later("food"),
        "tube": later("tube"),
        "left": later("left"),
        "right": later("right"),
        "both": later("both sides"),
        "wet": later("wet"),
        "soiled": later("soiled"),
        "potty": later("on the potty"),
    }
)
AMOUNTS: Mapping[str, str] = MappingProxyType(
    {
        "ml": later("%(ml)g ml"),
        "celsius": later("%(celsius).1f °C"),
        "weight_g": later("%(weight_g)d g"),
        "length_cm": later("%(length_cm)g cm long"),
        "head_cm": later("head %(head_cm)g cm"),
    }
)


def care_told(
    word: str, detail: Mapping[str, Any], lasted: timedelta | None = None, pronoun: str = THEY
) -> str:
    """Return what is said of a moment of care.

    Args:
        word: a word of care.
        detail: what was said besides, as in `holdfast.words.details`.
        lasted: how long, where somebody saw its end.
        pronoun: she, he or they.
    """
    parts = [told(Kind.CARE, word, pronoun), *DETAILS.get(word, nothing)(detail)]
    if lasted is None or lasted < MINUTE:
        return ", ".join(parts)
    if parts[1:]:
        return ", ".join([*parts, short(lasted)])
    return f"{parts[0]} {short(lasted)}"


def feed(detail: Mapping[str, Any]) -> list[str]:
    """Say how and how much; where the side is known it goes without "breast"."""
    how = "" if detail.get("how") == "breast" and detail.get("side") else detail.get("how", "")
    amount = _(AMOUNTS["ml"]) % detail if detail.get("ml") else ""
    said = " ".join(filter(None, [_(SAID[how]) if how else "", amount]))
    side = _(SAID[detail["side"]]) if detail.get("side") else ""
    return [text for text in (said, side, detail.get("food", "")) if text]


def nappy(detail: Mapping[str, Any]) -> list[str]:
    """Say what was in it."""
    return [_(SAID[key]) for key in ("wet", "soiled", "potty") if detail.get(key)]


def pump(detail: Mapping[str, Any]) -> list[str]:
    """Say how much milk: the whole, or what the two sides make."""
    sides = [detail[side] for side in ("left_ml", "right_ml") if side in detail]
    ml = detail.get("ml", sum(sides))
    return [_(AMOUNTS["ml"]) % {"ml": ml}] if ml else []


def medicine(detail: Mapping[str, Any]) -> list[str]:
    """Say which and how much, in the family's words."""
    return [detail[key] for key in ("name", "dose") if detail.get(key)]


def temperature(detail: Mapping[str, Any]) -> list[str]:
    """Say what the thermometer said."""
    return measured(detail, "celsius")


def growth(detail: Mapping[str, Any]) -> list[str]:
    """Say what was measured."""
    return measured(detail, "weight_g", "length_cm", "head_cm")


def measured(detail: Mapping[str, Any], *keys: str) -> list[str]:
    """Say each amount that was written down."""
    return [_(AMOUNTS[key]) % detail for key in keys if key in detail]


def nothing(_detail: Mapping[str, Any]) -> list[str]:
    """Say nothing besides."""
    return []


DETAILS: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = MappingProxyType(
    {
        Care.FEED: feed,
        Care.NAPPY: nappy,
        Care.PUMP: pump,
        Care.MEDICINE: medicine,
        Care.TEMPERATURE: temperature,
        Care.GROWTH: growth,
    }
)
