"""With JavaScript off everything is slower and nothing is missing."""

import pytest
from playwright.sync_api import expect

from tests.journeys.looking import steps_on


@pytest.fixture
def browser_context_args(browser_context_args):
    return {**browser_context_args, "java_script_enabled": False}


def test_an_exchange_is_logged_and_read_back(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="fusses").click()
    page.get_by_role("button", name="hug, hold").click()
    page.get_by_text("More answers").click()
    page.get_by_role("button", name="sing").click()
    page.get_by_role("button", name="By herself").click()
    expect(page.locator(".notice")).to_contain_text("settled by herself")
    page.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(page) == [["fussed", "held", "sang", "settled by herself"]]


def test_a_nappy_a_note_and_a_tap_from_earlier_are_kept(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_text("Nappy", exact=True).click()
    page.get_by_role("button", name="Wet").click()
    page.get_by_text("Note", exact=True).click()
    page.get_by_label("In your own words").fill("Grandma rang.")
    page.get_by_role("button", name="Keep it").locator("visible=true").click()
    page.get_by_text("Was it earlier?").click()
    page.get_by_label("about 1 h ago").check(force=True)
    page.get_by_role("button", name="babbles").click()
    page.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(page) == [["babbled"], ["nappy, wet"], ["note"]]
    expect(page.get_by_text("Grandma rang.")).to_be_visible()


def test_a_moment_is_corrected_taken_out_and_put_back(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="fusses").click()
    page.get_by_role("link", name="fussed").click()
    page.get_by_label("What it was").select_option("cry")
    page.get_by_label("In your own words").fill("The neighbour's drill.")
    page.get_by_role("button", name="Keep the change").click()
    assert steps_on(page) == [["cried"]]
    page.get_by_role("link", name="cried").click()
    history = page.locator(".sheet li")
    expect(history).to_have_count(2)
    expect(history.first).to_contain_text("cried · The neighbour's drill.")
    expect(history.last).to_contain_text("fussed")
    page.get_by_role("button", name="Take it out of the day").click()
    assert steps_on(page) == []
    page.get_by_role("button", name="Put it back").click()
    assert steps_on(page) == [["cried"]]
    page.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()


def test_something_of_another_day_is_added_to_that_day(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/day/{cast.ada.pk}/2026-03-01/")
    expect(page.get_by_text("Nothing is written down for this day.")).to_be_visible()
    page.get_by_role("link", name="Add something to this day").click()
    page.get_by_role("link", name="Sleep").click()
    page.get_by_label("Time", exact=True).fill("22:30")
    page.get_by_label("Until").fill("01:40")
    page.get_by_role("button", name="Keep it").click()
    assert steps_on(page) == [["slept 3 h 10"]]
    page.get_by_role("link", name="The day after").click()
    assert steps_on(page) == [["slept 3 h 10"]]
    page.get_by_label("Another day").fill("2026-02-27")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Friday")
