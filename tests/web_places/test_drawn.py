"""How old a child is, and what a moment was, as pages say it."""

from datetime import date
from types import SimpleNamespace

import pytest

from holdfast.web.drawn import age_told, ages_of, as_id, icon_of, is_born, moment_told, name_of
from holdfast.words.ages import Ages

NOBODY = {"name": "", "born": None, "due": None, "arrived": None}
TODAY = date(2026, 3, 14)


def child(**known):
    return SimpleNamespace(**NOBODY | known)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"born": date(2026, 3, 13)}, "1 day"),
        ({"born": date(2026, 3, 1)}, "13 days"),
        ({"born": date(2026, 1, 1)}, "10 weeks"),
        ({"born": date(2025, 11, 14)}, "3 months"),
        ({"born": date(2023, 1, 1)}, "3 years"),
        ({"born": date(2026, 1, 1), "due": date(2026, 2, 14)}, "10 weeks · 4 weeks corrected"),
        ({"born": date(2026, 3, 1), "due": date(2026, 4, 14)}, "13 days"),
        ({"due": date(2026, 5, 23)}, "30 weeks on the way"),
        ({"born": date(2025, 1, 1), "arrived": date(2026, 3, 10)}, "14 months · 4 days with you"),
        ({}, ""),
    ],
)
def test_an_age_is_said_as_one_says_it(known, said):
    assert age_told(ages_of(child(**known), TODAY)) == said


@pytest.mark.parametrize(
    ("known", "born"),
    [
        ({"born": date(2026, 1, 1)}, True),
        ({"born": date(2026, 4, 1), "due": date(2026, 4, 1)}, False),
        ({"due": date(2026, 5, 1)}, False),
        ({"arrived": date(2026, 5, 1)}, True),
    ],
)
def test_a_child_that_is_awaited_may_be_born_already(known, born):
    assert is_born(child(**known), TODAY) is born


def test_a_child_without_a_name_is_called_kindly():
    assert (name_of(child()), name_of(child(name="Ada"))) == ("The baby", "Ada")


def test_no_age_is_no_words():
    assert age_told(Ages()) == ""


@pytest.mark.parametrize(
    ("kind", "word", "detail", "said"),
    [
        ("response", "feed", '{"side": "left"}', "fed, left"),
        ("care", "sleep", "{}", "fell asleep"),
        ("care", "nappy", '{"wet": true}', "nappy, wet"),
        ("signal", "cry", "", "cried"),
        ("milestone", "first_laugh", "{}", "first laugh"),
    ],
)
def test_a_moment_is_said_with_its_detail(kind, word, detail, said):
    row = {"kind": kind, "word": word, "detail": detail, "at": None, "until": None}
    assert moment_told(row, "she") == said


def test_firsts_and_notes_share_one_drawing_each():
    drawings = [icon_of("milestone", "sits"), icon_of("note", ""), icon_of("signal", "cry")]
    assert drawings == ["milestone", "note", "signal-cry"]


def test_what_is_no_id_is_none():
    assert as_id("x") is None
