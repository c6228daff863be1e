"""Now with a script: drawn at once, marked until it has left, shared with the other phone."""

from uuid import UUID

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.actions import keep_moments, stop
from holdfast.web.ids import new_id
from holdfast.web.queries import log_of
from holdfast.words import Moment
from tests.journeys.looking import axe
from tests.journeys.phones import open_phone, until, waiting
from tests.journeys.test_no_signal import refuse_what_is_sent

MARK = ".sheet .step .mark"


@pytest.fixture
def address(cast, live_server):
    return f"{live_server.url}/now/{cast.ada.pk}/"


@pytest.fixture
def phone(page, sign_in, address):
    """Return Kim's phone, ready for when there is no signal."""
    return open_phone(sign_in(page, "kim"), address)


@pytest.fixture
def other(new_context, sign_in, address):
    """Return Noor's phone, beside it."""
    page = new_context().new_page()
    page.set_default_timeout(5_000)
    return open_phone(sign_in(page, "noor"), address)


def note(cast, what, by):
    """Keep what another one logged."""
    kind, _, word = what.partition("/")
    moment = Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        by=str(by.pk),
        kind=kind,
        word=word,
        at=timezone.now(),
        zone="Europe/Berlin",
    )
    keep_moments(child=cast.ada, by=by, moments=[moment])


def hear(phone):
    """Let a phone ask what is new, without waiting for its next beat."""
    phone.evaluate("dispatchEvent(new Event('online'))")


def logged(cast):
    return log_of(cast.ada)["word"].to_list()


def test_a_tap_is_drawn_while_the_server_is_silent(phone):
    phone.route("**/api/**", lambda _route: None)
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.get_by_role("button", name="cries").click()
    expect(phone.get_by_role("heading", name="She is crying")).to_be_visible()
    phone.get_by_role("button", name="hug, hold").click()
    expect(phone.locator(".sheet .step")).to_contain_text(["cried", "held"])
    assert [url for url in asked if "/api/" not in url and "/static/" not in url] == []


def test_what_waits_is_marked_and_the_mark_goes_when_it_has_left(phone, cast):
    phone.context.set_offline(offline=True)
    phone.get_by_role("button", name="cries").click()
    expect(phone.locator(MARK)).to_have_text(["on this phone until there is a connection"])
    assert axe(phone) == []
    phone.context.set_offline(offline=False)
    expect(phone.locator(MARK)).to_have_count(0)
    assert logged(cast) == ["cry"]


def test_what_was_noted_is_said_aloud_and_the_focus_stays_within_the_minute(phone):
    cries = phone.get_by_role("button", name="cries")
    cries.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#said")).to_have_text("Noted: cried")
    expect(phone.get_by_role("heading", name="She is crying")).to_be_focused()
    hug = phone.get_by_role("button", name="hug, hold")
    hug.focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("#said")).to_have_text("Noted: held")
    expect(hug).to_be_focused()


def test_another_phones_moment_takes_neither_the_focus_nor_a_half_written_note(phone, cast):
    phone.get_by_text("Note", exact=True).click()
    words = phone.get_by_label("In your own words")
    words.press_sequentially("Grandma")
    note(cast, "signal/cry", cast.noor)
    hear(phone)
    expect(phone.get_by_role("heading", name="She is crying")).to_be_visible()
    expect(words).to_be_focused()
    words.press_sequentially(" rang.")
    phone.get_by_role("button", name="Keep it").locator("visible=true").click()
    expect(phone.locator(".notice")).to_contain_text("Noted: note")
    until(lambda: log_of(cast.ada)["text"].to_list() == ["", "Grandma rang."])


def test_a_sleep_that_one_phone_began_the_other_stops(phone, other, cast):
    phone.get_by_role("button", name="Falls asleep").click()
    until(lambda: logged(cast) == ["sleep"])
    hear(other)
    other.get_by_role("button", name="Wakes up").click()
    until(lambda: log_of(cast.ada)["until"].to_list() != [None])
    hear(phone)
    expect(phone.get_by_role("button", name="Falls asleep")).to_be_visible()


def test_two_who_stop_it_without_a_signal_both_stop_it_and_the_day_asks_which(
    phone, other, cast, live_server
):
    phone.get_by_role("button", name="Falls asleep").click()
    until(lambda: logged(cast) == ["sleep"])
    hear(other)
    expect(other.get_by_role("button", name="Wakes up")).to_be_visible()
    for one in (phone, other):
        one.context.set_offline(offline=True)
    phone.get_by_role("button", name="Wakes up").click()
    expect(phone.get_by_role("button", name="Falls asleep")).to_be_visible()
    other.clock.install()
    other.clock.fast_forward(180_000)
    other.get_by_role("button", name="Wakes up").click()
    expect(other.get_by_role("button", name="Falls asleep")).to_be_visible()
    for one in (phone, other):
        one.context.set_offline(offline=False)
        until(lambda one=one: waiting(one) == 0)
    phone.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    expect(phone.get_by_role("main")).to_contain_text("slept")
    assert log_of(cast.ada)["until"].null_count() == 0


def test_a_feed_begins_and_is_over_later(phone, cast):
    phone.context.set_offline(offline=True)
    phone.get_by_text("Feed", exact=True).click()
    phone.get_by_role("button", name="Begins now, left").click()
    over = phone.get_by_role("button", name="Feed is over")
    expect(over).to_contain_text("since")
    phone.reload()
    over.click()
    expect(phone.locator(".notice")).to_contain_text("Noted: fed, left")
    expect(phone.locator("summary", has_text="Feed")).to_be_visible()
    phone.context.set_offline(offline=False)
    until(lambda: log_of(cast.ada)["until"].null_count() == 0 and logged(cast) == ["feed"])


def test_what_may_help_is_said_and_hidden_without_a_signal(phone, cast, address):
    phone.context.set_offline(offline=True)
    phone.get_by_role("button", name="cries").click()
    expect(phone.locator(".helping")).to_contain_text(
        "0 exchanges that settled were written down so far."
    )
    phone.get_by_role("button", name="Not for Ada").click()
    expect(phone.locator(".helping")).to_have_count(0)
    phone.context.set_offline(offline=False)
    cast.kim.refresh_from_db()
    until(lambda: cast.kim.refresh_from_db() or cast.kim.no_help_for == [str(cast.ada.pk)])
    phone.goto(address)
    expect(phone.get_by_role("heading", name="She is crying")).to_be_visible()
    expect(phone.locator(".helping")).to_have_count(0)


def test_the_minute_leads_to_what_she_may_be_telling(phone, cast):
    phone.get_by_role("button", name="yawns").click()
    link = phone.get_by_role("link", name="What may she be telling me?")
    expect(link).to_have_attribute("href", f"/grow/{cast.ada.pk}/signal/yawn/")


def test_a_finger_that_taps_twice_answers_nothing_that_nobody_read(phone, cast):
    phone.get_by_role("button", name="arms out").dblclick()
    expect(phone.get_by_role("heading", name="She is reaching out")).to_be_visible()
    expect(phone.locator(".sheet .step")).to_contain_text(["reached out"])
    until(lambda: logged(cast) == ["reach"])


def test_an_exchange_is_over_by_itself_after_half_an_hour(page, sign_in, address):
    page.clock.install()
    sign_in(page, "kim").goto(address)
    page.get_by_role("button", name="cries").click()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    page.clock.run_for(31 * 60_000)
    expect(page.get_by_role("heading", name="A little while ago")).to_be_visible()
    expect(page.get_by_text("How it ended was not written down")).to_be_visible()


def test_a_phone_that_can_keep_nothing_lets_the_server_keep_it(page, sign_in, address, cast):
    page.add_init_script("IDBObjectStore.prototype.add = () => { throw new Error('full'); };")
    sign_in(page, "kim").goto(address)
    page.get_by_role("button", name="cries").click()
    expect(page.locator("#unsent")).to_contain_text("was not kept")
    page.get_by_role("button", name="cries").click()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    assert logged(cast) == ["cry"]


def test_what_the_server_would_not_take_says_so_and_leads_to_where_it_is_mended(phone):
    phone.route("**/api/moments?**", refuse_what_is_sent)
    phone.get_by_role("button", name="cries").click()
    expect(phone.locator(".sheet .step")).to_contain_text(
        ["this was not taken: open it to see why"]
    )
    assert axe(phone) == []
    phone.get_by_role("link", name="One of these was not taken.").click()
    expect(phone.locator("#refused .why")).to_have_text(["Too loud."])


def test_a_fresh_page_is_not_drawn_over_from_what_the_phone_heard_before(phone, cast):
    phone.get_by_role("button", name="Falls asleep").click()
    until(lambda: logged(cast) == ["sleep"])
    phone.route("**/api/**", lambda _route: None)
    (sleep,) = log_of(cast.ada)["id"].to_list()
    stop(child=cast.ada, by=cast.noor, moment=UUID(sleep))
    phone.reload()
    expect(phone.get_by_role("button", name="Falls asleep")).to_be_visible()
    phone.wait_for_timeout(500)
    expect(phone.get_by_role("button", name="Falls asleep")).to_be_visible()
    phone.unroute("**/api/**")
    hear(phone)
    phone.get_by_role("button", name="yawns").click()
    expect(phone.get_by_role("heading", name="She is yawning")).to_be_visible()
    expect(phone.get_by_role("button", name="Falls asleep")).to_be_visible()
