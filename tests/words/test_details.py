"""What a moment may say besides: every key with a value that fits and one that does not."""

import pytest

from holdfast.words import BadMoment, Kind
from holdfast.words.details import ALWAYS, BY_KIND, DETAILS, check_detail, details_of

FEED, NAPPY = (Kind.CARE, "feed"), (Kind.CARE, "nappy")
FITS = [
    (FEED, "how", "breast"),
    (FEED, "side", "left"),
    (FEED, "left_s", 0),
    (FEED, "right_s", 86_400),
    (FEED, "ml", 2000),
    (FEED, "ml", 90.5),
    (FEED, "content", "formula"),
    (FEED, "food", "x" * 200),
    (NAPPY, "wet", True),
    ((Kind.CARE, "sleep"), "nap", False),
    ((Kind.CARE, "temperature"), "celsius", 36.6),
    ((Kind.CARE, "growth"), "weight_g", 100),
    ((Kind.CARE, "bath"), "original", "3 oz"),
    ((Kind.SIGNAL, "cry"), "same_as", "0197f3b0-0000-7000-8000-000000000001"),
    ((Kind.SIGNAL, "cry"), "apart_from", "0197f3b0-0000-7000-8000-000000000001"),
    ((Kind.SIGNAL, "cry"), "need", "rest"),
    ((Kind.RESPONSE, "feed"), "ml", 60),
    ((Kind.SETTLING, "settled"), "need", "cannot_tell"),
]
MISFITS = [
    (FEED, "how", "spoon", "Send one of breast, bottle, solid, tube."),
    (FEED, "ml", -1, "Send a number from 0 to 2000."),
    (FEED, "ml", 2001, "Send a number from 0 to 2000."),
    (FEED, "ml", "90", "Send a number from 0 to 2000."),
    (FEED, "ml", True, "Send a number from 0 to 2000."),
    (FEED, "ml", float("nan"), "Send a number from 0 to 2000."),
    (FEED, "food", "x" * 201, "Send up to 200 characters."),
    (FEED, "food", 5, "Send up to 200 characters."),
    (NAPPY, "wet", 1, "Send true or false."),
    ((Kind.SIGNAL, "cry"), "same_as", "the other one", "Send a UUID in lower case."),
    ((Kind.SIGNAL, "cry"), "apart_from", None, "Send a UUID in lower case."),
    ((Kind.SIGNAL, "cry"), "need", "attention", "Send one of closeness, play, rest, "),
]


@pytest.mark.parametrize(("of", "key", "value"), FITS)
def test_what_fits_is_kept(of, key, value):
    check_detail(*of, {key: value})


@pytest.mark.parametrize(("of", "key", "value", "hint"), MISFITS)
def test_what_does_not_fit_is_refused_with_what_would(of, key, value, hint):
    with pytest.raises(BadMoment) as refusal:
        check_detail(*of, {key: value})
    assert refusal.value.field == f"detail.{key}"
    assert refusal.value.hint.startswith(hint)


def test_a_key_that_nobody_knows_is_refused_loudly():
    with pytest.raises(BadMoment) as refusal:
        check_detail(Kind.CARE, "nappy", {"colour": "green"})
    assert str(refusal.value) == (
        "A nappy has no detail 'colour'. One of original, same_as, apart_from, wet, "
        "soiled, color, potty."
    )


def test_a_note_that_knows_no_detail_is_called_by_its_kind():
    with pytest.raises(BadMoment, match="A note has no detail 'mood'"):
        check_detail(Kind.NOTE, "", {"mood": "good"})


def test_nothing_besides_is_always_fine():
    check_detail(Kind.EXPLORING, "off", {})


def test_every_key_can_be_asked_for_by_kind_and_word():
    for kind, word in DETAILS:
        assert details_of(kind, word).keys() == {*ALWAYS, *DETAILS[kind, word]}
    for kind in BY_KIND:
        assert details_of(kind, "anything").keys() == {*ALWAYS, *BY_KIND[kind]}
