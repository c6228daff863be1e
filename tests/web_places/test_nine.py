"""Which nine signals stand on the first screen, and where."""

import pytest

from holdfast.web.places.now.nine import first_nine, rest_of
from holdfast.words import Signal
from holdfast.words.ages import Ages

YOUNG, OLDER, CRAWLING = Ages(calendar=77, corrected=49), Ages(calendar=150), Ages(calendar=260)


def named(places):
    return " ".join(places)


def test_before_birth_there_is_the_kick_and_nothing_else():
    assert first_nine(Ages(gestation=210), {"cry": 9}, born=False) == (Signal.KICK,)


@pytest.mark.parametrize(
    ("ages", "places"),
    [
        (YOUNG, "gaze smile coo reach root yawn look_away fuss cry"),
        (OLDER, "gaze smile babble reach laugh yawn look_away fuss cry"),
        (CRAWLING, "gaze smile babble reach approach yawn cling fuss cry"),
    ],
)
def test_with_age_a_word_takes_the_place_of_another_and_the_rest_stay_where_they_are(ages, places):
    assert named(first_nine(ages, {}, born=True)) == places


def test_the_corrected_age_decides():
    early = Ages(calendar=130, corrected=95)
    assert first_nine(early, {}, born=True) == first_nine(YOUNG, {}, born=True)


def test_a_word_of_the_family_takes_the_place_of_one_that_it_does_not_use():
    used = {"laugh": 3, "gaze": 9, "coo": 1, "reach": 2, "root": 5, "yawn": 2, "look_away": 1}
    places = first_nine(YOUNG, used, born=True)
    assert named(places) == "gaze laugh coo reach root yawn look_away fuss cry"


def test_twice_is_not_often_enough_to_move_a_tile():
    assert first_nine(YOUNG, {"laugh": 2}, born=True) == first_nine(YOUNG, {}, born=True)


def test_fussing_and_crying_give_way_to_nothing():
    used = dict.fromkeys(["babble", "laugh", "approach", "cling"], 50)
    assert first_nine(YOUNG, used, born=True)[-2:] == (Signal.FUSS, Signal.CRY)


@pytest.mark.parametrize("ages", [YOUNG, OLDER, CRAWLING])
def test_what_is_not_among_the_nine_is_one_tap_away(ages):
    nine = first_nine(ages, {}, born=True)
    assert sorted([*nine, *rest_of(nine), Signal.KICK]) == sorted(Signal)
