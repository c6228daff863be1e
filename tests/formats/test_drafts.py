"""Care that hides in other apps' words."""

import pytest

from holdfast.formats.drafts import HOW_SLEEP_BEGAN, NOTES, meanings


def said(text, words=NOTES):
    return [f"{kind} {word}" for kind, word in meanings(text, words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rocked, then held", ["response rock", "response hug"]),
        ("Cooed at the mobile for ages", ["signal coo"]),
        ("Big smile, then a SMILE again", ["signal smile"]),
        ("screaming until carried in the sling", ["signal cry", "response carry"]),
        ("arms up, up, up", ["signal reach"]),
        ("She crawled to me", ["signal approach"]),
        ("Crawled away", []),
        ("skin-to-skin, sang a lullaby", ["response skin_to_skin", "response sing"]),
        ("fell asleep on my chest", ["response skin_to_skin"]),
        ("patted and talked to him until settled", [
            "response touch",
            "response kind_word",
            "settling settled",
        ]),
        ("First smile!", ["signal smile", "milestone first_smile"]),
        ("first cry", ["signal cry"]),
        ("", []),
    ],
)  # fmt: skip
def test_a_word_of_the_list_is_found_once_and_in_order(text, found):
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "no crying",
        "Did not smile much, tired",
        "didn't cry",
        "didn\u2019t really cry",
        "never once laughed",
        "without any fuss",
        "stopped crying",
        "hardly cried",
    ],
)
def test_what_did_not_happen_is_no_draft(text):
    assert said(text) == []


def test_a_no_reaches_three_words_and_no_further():
    assert said("not one two smile") == []
    assert said("not one two three smile") == ["signal smile"]


@pytest.mark.parametrize(
    "text",
    [
        "cryo",
        "Smiley cup",
        "holds head up",
        "held his head up",
        "worn out",
        "reached 5 kg",
        "upset tummy",
        "Singapore noodles",
        "put down at eight",
    ],
)
def test_other_things_that_sound_alike_are_no_draft(text):
    assert said(text) == []


def test_put_down_is_an_act_where_it_is_a_sleeps_own_word():
    assert said("Held, then put down", HOW_SLEEP_BEGAN) == ["response hug", "response put_to_rest"]
