"""Amounts as other apps write them, in ml, g, cm and degrees Celsius. An unknown unit is told.

Factors: NIST Handbook 44 (2024), appendix C, for the US units and the pound; the imperial fluid
ounce is a twentieth of the imperial pint of the UK's Weights and Measures Act 1985.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

US_OUNCE, UK_OUNCE = 29.5735, 28.4131
ML: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(("ml", "milliliter", "milliliters", "millilitre", "millilitres", "cc"), 1.0)
    | dict.fromkeys(("l", "liter", "litre"), 1000.0)
    | dict.fromkeys(("oz", "floz", "ounce", "ounces", "ozus", "flozus", "us"), US_OUNCE)
    | dict.fromkeys(("ozuk", "flozuk", "ozimperial", "flozimperial", "uk", "imperial"), UK_OUNCE)
)
GRAMS: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(("g", "gram", "grams"), 1.0)
    | dict.fromkeys(("kg", "kilogram", "kilograms", "kilo"), 1000.0)
    | dict.fromkeys(("lb", "lbs", "pound", "pounds"), 453.592)
    | dict.fromkeys(("oz", "ounce", "ounces"), 28.3495)
)
CM: Mapping[str, float] = MappingProxyType(
    dict.fromkeys(("cm", "centimeter", "centimeters", "centimetre", "centimetres"), 1.0)
    | {"mm": 0.1, "m": 100.0}
    | dict.fromkeys(("in", "inch", "inches", '"'), 2.54)
)
HOTTEST = 45.0  # a body is not hotter in Celsius: such a number is Fahrenheit
QUIET = re.compile(r"[\s._()\u00a0\u202f]")
PART = re.compile(r"\s*(-?[.,]?\d[\d.,]*)\s*([^\d\s.,+-][^\d,+-]*)", re.ASCII)
NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)([.,]\d+)?|-?[.,]\d+", re.ASCII)


class UnknownUnit(ValueError):
    """A text that is no amount in units that we know."""


def unit_word(text: str) -> str:
    """Return a unit's word as compared: `fl oz`, `FL_OZ`, `FLOZ` and `Fl. Oz.` are one."""
    return QUIET.sub("", text).casefold()


def number(text: str) -> float:
    """Read a number; a comma before three figures parts thousands, else it is the point.

    Raises:
        UnknownUnit: it is no number.
    """
    text = text.strip()
    if not NUMBER.fullmatch(text):
        raise UnknownUnit(text)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        return float(text.replace(",", ""))
    return float(text.replace(",", "."))


def amount(text: str, units: Mapping[str, float]) -> float:
    """Read amounts with their units and add them: `190ml`, `3 oz`, `14lb 6oz`.

    Raises:
        UnknownUnit: a unit is missing or not among `units`.
    """
    total, at = 0.0, 0
    while at < len(text.rstrip()):
        found = PART.match(text, at)
        if found is None or (factor := units.get(unit_word(found[2]))) is None:
            raise UnknownUnit(text)
        total += number(found[1]) * factor
        at = found.end()
    if not at:
        raise UnknownUnit(text)
    return round(total, 2)


def celsius(text: str) -> float:
    """Read a temperature; without a unit its size tells Fahrenheit from Celsius.

    Raises:
        UnknownUnit: it is no temperature.
    """
    figures, unit = text.rstrip("°CcFf \u00a0\u202f"), unit_word(text)[-1:]
    degrees = number(figures)
    if unit == "f" or degrees > HOTTEST:
        degrees = (degrees - 32) * 5 / 9
    return round(degrees, 2)
