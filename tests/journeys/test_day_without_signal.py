"""Day without a signal: what waits stands in its place, and can be corrected there."""

from dataclasses import replace
from uuid import UUID

import pytest
from playwright.sync_api import expect

from holdfast.web.actions import keep_moments, revise
from holdfast.web.ids import new_id
from holdfast.web.queries import history_of, log_of
from holdfast.words import Moment
from tests.journeys.looking import axe, steps_on, wider_than_the_screen
from tests.journeys.phones import open_phone, until, waiting
from tests.journeys.test_now_on_the_phone import hear, note


@pytest.fixture
def kept(cast):
    """Keep a cry that somebody noted before."""
    note(cast, "signal/cry", cast.noor)
    return cast


@pytest.fixture
def phone(page, sign_in, kept, live_server):
    """Return Kim's phone with Now open, and no signal."""
    open_phone(sign_in(page, "kim"), f"{live_server.url}/now/{kept.ada.pk}/")
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    page.context.set_offline(offline=True)
    return page


def to_day(phone):
    phone.get_by_role("link", name="Day", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Today")


def test_what_waits_stands_in_its_place_beside_what_was_kept(phone, cast):
    phone.get_by_role("button", name="hug, hold").click()
    phone.get_by_text("Nappy", exact=True).click()
    phone.get_by_role("button", name="Wet").click()
    until(lambda: waiting(phone) == 2)
    to_day(phone)
    expect(phone.locator(".event .step")).to_have_count(3)
    assert steps_on(phone) == [["cried", "held", "nappy, wet"]]
    expect(phone.locator(".event .mark")).to_have_count(2)
    expect(phone.get_by_text("What waits on this phone is marked below.")).to_be_visible()
    assert axe(phone) == []
    assert wider_than_the_screen(phone) == []
    phone.context.set_offline(offline=False)
    expect(phone.locator(".event .mark")).to_have_count(0)
    expect(phone.get_by_text("One nappy: one wet.")).to_be_visible()
    assert log_of(cast.ada)["word"].to_list() == ["cry", "hug", "nappy"]


def test_what_needs_a_connection_says_so_before_anybody_types(phone):
    to_day(phone)
    expect(phone.get_by_text("There is no connection.")).to_be_visible()
    expect(phone.get_by_role("link", name="Add something earlier")).to_be_hidden()
    expect(phone.get_by_label("Another day")).to_be_hidden()
    phone.context.set_offline(offline=False)
    expect(phone.get_by_text("There is no connection.")).to_be_hidden()
    expect(phone.get_by_role("link", name="Add something earlier")).to_be_visible()


def test_a_moment_is_corrected_on_the_phone_kept_or_waiting(phone, cast):
    phone.get_by_role("button", name="hug, hold").click()
    until(lambda: waiting(phone) == 1)
    to_day(phone)
    phone.get_by_role("link", name="cried").click()
    dialog = phone.get_by_role("dialog", name="Cried")
    assert axe(phone) == []
    dialog.get_by_label("In your own words").fill("The neighbour's drill.")
    dialog.get_by_role("button", name="Keep the change").click()
    expect(phone.locator(".said")).to_have_text("The neighbour's drill.")
    phone.get_by_role("link", name="held").click()
    phone.get_by_role("dialog").get_by_label("Time").fill("00:01")
    phone.get_by_role("dialog").get_by_role("button", name="Keep the change").click()
    until(lambda: waiting(phone) == 3)
    phone.context.set_offline(offline=False)
    until(lambda: waiting(phone) == 0)
    told = {row["word"]: row for row in log_of(cast.ada).to_dicts()}
    assert told["cry"]["text"] == "The neighbour's drill."
    assert told["hug"]["at"] < told["cry"]["at"]


def test_what_somebody_else_changed_meanwhile_is_not_settled_unseen(phone, cast):
    to_day(phone)
    phone.get_by_role("link", name="cried").click()
    dialog = phone.get_by_role("dialog", name="Cried")
    expect(dialog.get_by_text("changed this at the same time")).to_be_hidden()
    theirs, mine, more = "Her gums.", "The neighbour's drill.", "The drill again."
    (cry,) = log_of(cast.ada)["id"].to_list()
    (first,) = history_of(cast.ada, moment=UUID(cry))
    said = replace(first.moment, text=theirs)
    revise(child=cast.ada, by=cast.noor, moment=said, replaces=[first.edit])
    for text in (mine, more):
        phone.get_by_role("dialog").get_by_label("In your own words").fill(text)
        phone.get_by_role("button", name="Keep the change").click()
        expect(phone.locator(".said")).to_have_text(text)
        phone.get_by_role("link", name="cried").click()
    phone.get_by_role("button", name="Close").click()
    phone.context.set_offline(offline=False)
    expect(phone.get_by_role("link", name="Which one counts?")).to_be_visible()
    phone.context.set_offline(offline=True)
    phone.get_by_role("link", name="cried").click()
    expect(dialog.get_by_text("changed this at the same time")).to_be_visible()
    dialog.get_by_label("In your own words").fill("It rained.")
    dialog.get_by_role("button", name="Keep the change").click()
    until(lambda: waiting(phone) == 1)
    phone.context.set_offline(offline=False)
    until(lambda: waiting(phone) == 0)
    history = history_of(cast.ada, moment=UUID(cry))
    assert {one.moment.text for one in history if one.newest} == {theirs, "It rained."}


def test_a_moment_is_taken_out_and_put_back_without_a_signal(phone, cast):
    to_day(phone)
    phone.get_by_role("link", name="cried").click()
    phone.get_by_role("button", name="Take it out of the day").click()
    expect(phone.locator(".event")).to_have_count(0)
    back = phone.get_by_role("button", name="Put it back")
    expect(back).to_be_focused()
    expect(phone.locator("#said")).to_have_text("Taken out: cried")
    back.click()
    expect(phone.locator(".event")).to_have_count(1)
    phone.get_by_role("button", name="Undo").click()
    expect(phone.locator(".event")).to_have_count(0)
    phone.context.set_offline(offline=False)
    until(lambda: log_of(cast.ada).is_empty())


def test_with_a_signal_a_moment_opens_on_its_own_page(phone, cast):
    to_day(phone)
    phone.context.set_offline(offline=False)
    phone.get_by_role("link", name="cried").click()
    expect(phone.get_by_role("heading", name="How it came to read like this")).to_be_visible()
    assert "/moment/" in phone.url
    assert str(cast.ada.pk) in phone.url


def test_what_comes_from_another_phone_is_read_anew_while_nothing_typed_is_lost(phone, cast):
    to_day(phone)
    phone.context.set_offline(offline=False)
    day = phone.get_by_label("Another day")
    day.fill("2026-02-27")
    note(cast, "response/hug", cast.kim)
    hear(phone)
    expect(phone.locator(".event .step")).to_have_count(2)
    expect(day).to_be_focused()
    expect(day).to_have_value("2026-02-27")
    phone.get_by_role("heading", level=1).click()
    note(cast, "settling/settled", cast.kim)
    hear(phone)
    expect(phone.locator(".voice.told")).to_contain_text("she settled with somebody")


def test_over_midnight_and_of_another_child_nothing_is_mixed_up(phone, cast, live_server):
    with_ben = Moment(
        id=str(new_id()),
        child=str(cast.ben.pk),
        by=str(cast.chi.pk),
        kind="signal",
        word="fuss",
        at=log_of(cast.ada)["at"][0],
        zone="Europe/Berlin",
    )
    keep_moments(child=cast.ben, by=cast.chi, moments=[with_ben])
    to_day(phone)
    assert steps_on(phone) == [["cried"]]
    phone.context.set_offline(offline=False)
    phone.goto(f"{live_server.url}/day/{cast.ada.pk}/2026-01-20/")
    expect(phone.get_by_text("Nothing is written down for this day.")).to_be_visible()
    assert steps_on(phone) == []


def test_what_is_typed_into_a_form_of_the_day_stays_when_the_signal_goes(phone, cast, live_server):
    phone.context.set_offline(offline=False)
    phone.goto(f"{live_server.url}/day/{cast.ada.pk}/2026-03-01/add/note/")
    phone.get_by_label("The note").fill("Grandma rang.")
    phone.context.set_offline(offline=True)
    expect(phone.get_by_text("What you type stays here")).to_be_visible()
    phone.get_by_role("button", name="Keep it").click()
    expect(phone.locator("#unsent")).to_be_visible()
    expect(phone.get_by_label("The note")).to_have_value("Grandma rang.")
    phone.context.set_offline(offline=False)
    expect(phone.locator("#unsent")).to_be_hidden()
    phone.get_by_role("button", name="Keep it").click()
    expect(phone.get_by_text("Grandma rang.")).to_be_visible()
