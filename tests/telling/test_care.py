"""A moment of care with what was said besides."""

from datetime import timedelta

import pytest

from holdfast.telling.care import care_told
from holdfast.words import Care


@pytest.mark.parametrize(
    ("word", "detail", "minutes", "text"),
    [
        ("sleep", {}, 190, "slept 3 h 10"),
        ("sleep", {}, None, "slept"),
        ("sleep", {"nap": True}, 0.5, "slept"),
        ("feed", {"how": "breast", "side": "left"}, None, "fed, left"),
        ("feed", {"how": "breast"}, 20, "fed, breast, 20 min"),
        ("feed", {"how": "bottle", "ml": 120}, None, "fed, bottle 120 ml"),
        ("feed", {"ml": 9.5, "side": "both"}, 5, "fed, 9.5 ml, both sides, 5 min"),
        ("feed", {"how": "solid", "food": "carrot"}, None, "fed, food, carrot"),
        ("feed", {"ml": 60}, None, "fed, 60 ml"),
        ("feed", {}, 12, "fed 12 min"),
        ("nappy", {"wet": True, "soiled": True}, None, "nappy, wet, soiled"),
        ("nappy", {"wet": False}, None, "nappy"),
        ("nappy", {"potty": True}, None, "nappy, on the potty"),
        ("pump", {"ml": 80}, None, "expressed milk, 80 ml"),
        ("pump", {"left_ml": 30, "right_ml": 45}, None, "expressed milk, 75 ml"),
        ("pump", {}, None, "expressed milk"),
        ("medicine", {"name": "vitamin D", "dose": "1 drop"}, None, "medicine, vitamin D, 1 drop"),
        ("medicine", {"dose": ""}, None, "medicine"),
        ("temperature", {"celsius": 37.25}, None, "temperature, 37.2 °C"),
        ("temperature", {}, None, "temperature"),
        ("growth", {"weight_g": 4200, "head_cm": 37.5}, None, "measured, 4200 g, head 37.5 cm"),
        ("bath", {}, 10, "bath 10 min"),
    ],
)  # fmt: skip
def test_care_is_told_with_what_was_said_of_it(word, detail, minutes, text):
    lasted = None if minutes is None else timedelta(minutes=minutes)
    assert care_told(word, detail, lasted, "she") == text


@pytest.mark.parametrize("word", Care)
def test_every_care_can_be_told_with_nothing_besides(word):
    assert care_told(word, {})
