"""Amounts as other apps write them."""

import pytest

from holdfast.formats.units import CM, GRAMS, ML, UnknownUnit, amount, celsius, number, unit_word


@pytest.mark.parametrize("text", ["fl oz", "FL_OZ", "FLOZ", "Fl. Oz.", "fl\u202foz"])
def test_a_unit_is_one_word_however_it_is_written(text):
    assert unit_word(text) == "floz"


@pytest.mark.parametrize(
    ("text", "units", "size"),
    [
        ("190ml", ML, 190),
        ("5oz", ML, 147.87),
        ("3 oz.", ML, 88.72),
        ("0.5 fl oz", ML, 14.79),
        ("1 oz (UK)", ML, 28.41),
        ("1,020ml", ML, 1020),
        ("0,5 l", ML, 500),
        (".5l", ML, 500),
        ("6.66kg", GRAMS, 6660),
        ("6,66 kg", GRAMS, 6660),
        ("14lb 8oz", GRAMS, 6577.08),
        ("14 lbs. 8 oz", GRAMS, 6577.08),
        ("62.5cm", CM, 62.5),
        ("24in", CM, 60.96),
        ('24"', CM, 60.96),
    ],
)
def test_an_amount_is_read_with_its_unit(text, units, size):
    assert amount(text, units) == size


@pytest.mark.parametrize(
    "text",
    ["", " ", "120", "ml", "3 cups", "five oz", "1.2.3ml", "1 ml 2", "90ml!", "1,02,3ml", "--1ml"],
)
def test_an_unknown_unit_is_no_guess(text):
    with pytest.raises(UnknownUnit):
        amount(text, ML)


def test_an_ounce_is_a_volume_on_milk_and_a_weight_in_growth():
    assert (amount("1oz", ML), amount("1oz", GRAMS)) == (29.57, 28.35)


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("37.4°C", 37.4),
        ("37,4 °C", 37.4),
        ("37.4", 37.4),
        ("98.6", 37),
        ("98.6°F", 37),
        ("98.6 f", 37),
        ("101.3", 38.5),
    ],
)
def test_the_size_of_a_temperature_tells_its_unit(text, degrees):
    assert celsius(text) == degrees


@pytest.mark.parametrize("text", ["", "warm", "°C", "37.4.1"])
def test_what_is_no_temperature_is_told(text):
    with pytest.raises(UnknownUnit):
        celsius(text)


@pytest.mark.parametrize("text", ["1e5", "nan", "inf", "٣", "0x10"])
def test_numbers_are_those_that_people_write(text):
    with pytest.raises(UnknownUnit):
        number(text)
