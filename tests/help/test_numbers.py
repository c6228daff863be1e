"""Numbers are data: each with its source and its day, and none that nobody checked."""

import re
import tomllib
from datetime import date, timedelta

import pytest

from holdfast.telling.heavy import For
from holdfast.web.places.help.numbers import FRESH, OURS, book, for_purposes

FILE = tomllib.loads(OURS.read_text("utf-8"))


def named(said):
    return f"{said['countries'][0]} {said['name']} {said['number']}"


@pytest.fixture
def ours(tmp_path):
    return book(tmp_path)


@pytest.mark.parametrize(
    "said", FILE["number"], ids=lambda one: f"{one['countries'][0]} {one['name']} {one['number']}"
)
def test_a_number_has_all_that_a_reader_may_ask(said):
    assert {*said} <= {
        "countries", "name", "number", "for", "hours", "says", "source", "date", "checked"
    }  # fmt: skip
    assert re.fullmatch(r"[\d +-]+", said["number"])
    assert {For(one) for one in said["for"]}
    assert said["source"]
    assert isinstance(said["date"], date)
    assert isinstance(said["checked"], bool)
    assert "//" not in str(said)


def test_each_country_is_there_once_and_each_number_has_its_country():
    codes = [one["code"] for one in FILE["country"]]
    assert len(codes) == len(set(codes))
    assert {code for one in FILE["number"] for code in one["countries"]} <= {*codes}


def test_at_least_fifteen_countries_have_more_than_an_emergency_number(ours):
    more = {
        code
        for code in ours.countries
        if any(For.EMERGENCY not in one.purposes for one in ours.of(code))
    }
    assert len(more) >= 15
    assert all(for_purposes(ours.of(code), [For.EMERGENCY]) for code in ours.countries)


def test_what_nobody_checked_is_not_shown(ours):
    unchecked = [one for one in FILE["number"] if not one["checked"]]
    assert unchecked
    shown = {(one.number, *one.countries) for one in ours.numbers}
    assert shown.isdisjoint((one["number"], *one["countries"]) for one in unchecked)


@pytest.mark.parametrize(
    ("zone", "code"),
    [
        ("Europe/Berlin", "DE"),
        ("America/Chicago", "US"),
        ("Australia/Hobart", "AU"),
        ("Asia/Tokyo", None),
        ("", None),
    ],
)
def test_the_country_is_guessed_from_the_zone(ours, zone, code):
    assert ours.where(zone) == code


def test_an_emergency_comes_first_whatever_the_file_says(ours):
    assert [one.number for one in ours.of("DE")] == ["112", "0800 111 0 111", "116 117", "116 016"]


def test_numbers_come_in_the_order_of_what_they_are_for_each_once(ours):
    found = for_purposes(ours.of("US"), [For.PARENTS, For.TALK, For.EMERGENCY])
    assert [one.number for one in found] == ["1-833-852-6262", "988", "911"]


def test_the_keeper_of_a_server_lays_a_file_over_ours(tmp_path, ours):
    (tmp_path / "help-numbers.toml").write_text(
        """
        [[country]]
        code = "ZZ"
        name = "Our valley"
        zones = ["Europe/Berlin"]

        [[number]]
        countries = ["ZZ"]
        name = "The ward"
        number = "+49 30 555"
        for = ["emergency", "parents"]
        source = "The ward's door"
        date = 2026-11-01
        checked = true

        [[number]]
        countries = ["DE"]
        name = "Ärztlicher Bereitschaftsdienst"
        number = "116 117"
        for = ["doctor"]
        source = "does not answer here"
        date = 2026-11-01
        checked = false
        """
    )
    theirs = book(tmp_path)
    assert [one.dial for one in theirs.of("ZZ")] == ["+4930555"]
    assert [one.number for one in theirs.of("DE")] == ["112", "0800 111 0 111", "116 016"]
    assert "116 117" in [one.number for one in ours.of("DE")]


def test_a_number_that_was_checked_long_ago_says_so(ours):
    one = ours.of("DE")[0]
    assert not one.is_old(one.checked + FRESH)
    assert one.is_old(one.checked + FRESH + timedelta(days=1))


def test_an_old_number_says_so_on_the_page(client, db, monkeypatch):  # noqa: ARG001 -- database
    from holdfast.web.places.help import views  # noqa: PLC0415 -- not for tests without a web

    client.cookies["country"] = "NZ"
    assert b"which is long ago" not in client.get("/help/").content
    later = views.the_time() + timedelta(days=500)
    monkeypatch.setattr(views, "the_time", lambda: later)
    assert b"Checked on 26 November 2026, which is long ago" in client.get("/help/").content


def test_a_country_that_was_chosen_stays_chosen_on_this_phone(client, db):  # noqa: ARG001 -- database
    assert "Numbers: New Zealand" in client.get("/help/?country=NZ").content.decode()
    assert "Numbers: New Zealand" in client.get("/help/").content.decode()


@pytest.mark.parametrize("told", ["XX", "", "../etc"])
def test_a_country_that_there_is_none_of_changes_nothing(client, db, told):  # noqa: ARG001 -- database
    client.cookies["zone"] = "Europe%2FVienna"
    page = client.get("/help/", {"country": told})
    assert "Numbers: Austria" in page.content.decode()
    assert "country" not in page.cookies


def test_where_no_country_is_known_one_can_choose_and_is_told_what_to_do(client, db):  # noqa: ARG001 -- database
    page = client.get("/help/").content.decode()
    assert "Call the emergency number of your country" in page
    assert "<summary>New Zealand</summary>" in page
