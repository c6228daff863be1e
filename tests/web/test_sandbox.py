"""The sandbox's page: a link is a setting, two lives lie side by side, no family comes in."""

import re

import pytest
from django.urls import reverse

PAGE = reverse("sandbox")
TITLES = re.compile(r"<h2[^>]*>([^<]+)</h2>")
DIALS = re.compile(r'<input type="range" id="(\w+)"[^>]* value="([\d.]+)"')


@pytest.fixture
def look(client, cast):
    client.force_login(cast.user("kim"))
    return lambda query="": client.get(PAGE + query).content.decode()


def test_one_life_has_six_dials_as_they_usually_stand(look):
    assert dict(DIALS.findall(look())) == {
        "n": "0.55",
        "s": "3.0",
        "m": "0.8",
        "p": "2",
        "h": "0.0",
        "a": "0.5",
    }


def test_a_link_brings_both_lives_back(look):
    dials = dict(DIALS.findall(look("?n=0.2&two=1&bn=0.9&bp=4&seed=7")))
    assert (dials["n"], dials["bn"], dials["p"], dials["bp"]) == ("0.2", "0.9", "2", "4")


def test_the_same_link_is_the_same_year_and_another_seed_is_another(look):
    drawing = re.compile(r"<svg class=\"drawing\".*?</svg>", re.DOTALL)
    first, again, other = (drawing.findall(look(q)) for q in ("?seed=3", "?seed=3", "?seed=4"))
    assert first == again != other


def test_two_lives_have_a_day_each_and_share_the_lines(look):
    assert TITLES.findall(look("?two=1&bn=0")) == [
        "How sure it grows that somebody comes",
        "In the model",
        "A day at half a year",
        "The same day in the other life",
        "Exploring",
        "How soon an answered cry settles",
        "The bond of who is there most",
        "What studies found",
    ]


@pytest.mark.parametrize("query", ["?n=nonsense&seed=-1", "?n=99&seed=x", "?p=²&seed=²", "?s=nan"])
def test_a_link_that_was_mistyped_is_as_usual(look, query):
    dials = dict(DIALS.findall(look(query)))
    assert dials["n"] in {"0.55", "1.0"}
    assert dials["p"] == "2"


def test_a_way_from_one_life_to_two_keeps_what_was_set(look):
    assert "?n=0.2&amp;bn=0.2&amp;two=1&amp;seed=7" in look("?n=0.2&seed=7")
    assert 'href="?n=0.2&amp;seed=7"' in look("?n=0.2&two=1&seed=7")


def test_no_family_comes_in(look):
    page = look()
    assert "Ada" not in page
    assert "Kim" not in page


def test_it_asks_for_who_is_here_and_nothing_more(client, cast, django_assert_num_queries):
    client.force_login(cast.user("kim"))
    client.get(PAGE)
    with django_assert_num_queries(4):
        client.get(PAGE)


def test_somebody_without_a_child_may_play_too(client, cast):
    client.force_login(cast.user("operator"))
    assert client.get(PAGE).status_code == 200
