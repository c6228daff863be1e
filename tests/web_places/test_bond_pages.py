"""Bond's pages: words for everybody alike, nothing that anybody wrote, and quiet where quiet is."""

import json
import re
from datetime import date

import pytest
from django.utils.timezone import now

from holdfast.web.access import within
from tests.web_places.reading import elements, pieces, read, text_of, value_of, walk


@pytest.fixture
def bond(as_):
    def page(child, who="kim", path=""):
        return as_(who).get(f"/bond/{child.pk}/{path}")

    return page


def table(page, name="bond-words"):
    """Return a table of words that the page carries for the phone."""
    found = re.search(rf'<template id="{name}">(.*?)</template>', page.content.decode(), re.DOTALL)
    return json.loads(found[1])


def main_of(page):
    (main,) = elements(page, tag="main")
    return dict(main.attributes)


def kinds(page):
    """Return what can be added."""
    drawers = elements(page, tag="details", **{"class": "drawer"})
    return [dict(drawer.attributes)["data-add"] for drawer in drawers]


def change(child, **values):
    with within(family=child.family_id):
        type(child).objects.filter(pk=child.pk).update(**values)


def test_the_page_names_whose_it_is_and_carries_its_words(bond, cast):
    page = bond(cast.ada)
    assert read(page, tag="h1") == ["You and Ada"]
    assert any("Nobody else can open it." in line for line in read(page, tag="p"))
    assert table(page)["leaf"]["letter"] == "A letter to Ada"
    assert page.headers["X-Offline"] == "keep"


def test_a_child_without_a_name_yet_is_spoken_of_as_one_does(bond, cast):
    change(cast.ben, name="")
    page = bond(cast.ben, "chi")
    assert read(page, tag="h1") == ["You and the baby"]
    assert "Dear little one," in page.content.decode()


def test_weeks_are_counted_from_birth_with_the_gestation_at_it(bond, cast):
    about = main_of(bond(cast.ada))
    assert about["data-since"] == "2026-01-10"
    assert float(about["data-born-at"]) == 35
    about = main_of(bond(cast.ben, "chi"))
    assert (about["data-since"], float(about["data-born-at"])) == ("2025-11-02", 40)


def test_where_a_family_came_together_later_weeks_are_counted_from_that_day(bond, cast):
    change(cast.ben, arrived=date(2026, 2, 1))
    assert main_of(bond(cast.ben, "chi"))["data-since"] == "2026-02-01"


def test_before_birth_weeks_are_counted_to_the_due_date_and_without_any_day_not_at_all(bond, cast):
    change(cast.ben, born=None, due=date(2026, 6, 1))
    assert main_of(bond(cast.ben, "chi"))["data-since"] == "2026-06-01"
    change(cast.ben, due=None)
    assert main_of(bond(cast.ben, "chi"))["data-since"] == ""


def test_after_an_early_birth_it_says_that_it_often_takes_longer(bond, cast):
    early = "After a very early birth the feeling often takes longer"
    assert early in bond(cast.ada).content.decode()
    assert early not in bond(cast.ben, "chi").content.decode()


def test_an_entry_can_be_shown_to_the_others_who_have_an_account_here(bond, cast):
    page = bond(cast.ada)
    share = [one for one in walk(pieces(page)["leaf"]) if value_of(one, "data-share-with")]
    assert [text_of(one) for one in share] == ["Noor", "Lou", "Aunt", "everybody here"]
    assert "Show it to somebody here" not in bond(cast.ben, "chi").content.decode()


def test_a_guest_has_a_page_of_their_own_too(bond, cast):
    assert read(bond(cast.ada, "aunt"), tag="h1") == ["You and Ada"]


@pytest.mark.parametrize("mode", ["quiet", "loss"])
def test_in_quiet_and_in_loss_memories_can_be_kept_and_nothing_is_offered_that_asks(
    bond, cast, mode
):
    assert kinds(bond(cast.ada)) == ["delight", "beginning", "stood_in_the_way", "letter"]
    if mode == "loss":
        change(cast.ada, lost=now())
    else:
        with within(family=cast.family.pk):
            type(cast.kim).objects.filter(pk=cast.kim.pk).update(quiet=True)
    page = bond(cast.ada)
    assert main_of(page)["data-mode"] == mode
    assert kinds(page) == ["delight", "beginning", "letter"]
    assert "After a very early birth" not in page.content.decode()
    assert elements(page, tag="input", name="prompts") == []


def test_in_loss_it_says_first_that_nothing_is_asked(bond, cast):
    change(cast.ada, lost=now())
    assert "What you kept is here. Nothing is asked of you." in read(bond(cast.ada), tag="p")


def test_the_page_of_questionnaires_carries_keys_and_no_wording(bond, cast):
    page = bond(cast.ada, path="questionnaires/")
    assert set(table(page, "bond-keys")) >= {"epds", "phq-9", "gad-7", "pbq", "mibs", "maas"}
    assert table(page)["refused"]["which_order"].startswith("There are two prints")
    assert page.headers["X-Offline"] == "keep"
