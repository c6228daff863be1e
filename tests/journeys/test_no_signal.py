"""Three in the morning: no signal, one hand, two phones. Nothing is lost and nothing is doubled."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.places.phone import shell
from holdfast.web.queries import moments_since
from tests.journeys.looking import steps_on
from tests.journeys.phones import kept_pages, open_phone, until, waiting


@pytest.fixture
def now_page(page, sign_in, cast, live_server):
    """Return Kim's phone with Now open, once it keeps what it needs without a signal."""
    return open_phone(sign_in(page, "kim"), f"{live_server.url}/now/{cast.ada.pk}/")


def logged(cast):
    """Return what the server has, by word, in the order in which it was written."""
    cast.family.refresh_from_db()
    rows = moments_since(cast.family, 0).rows
    assert len({row.edit for row in rows}) == len(rows)
    return [(row.moment.word or row.moment.text, row.removed) for row in rows]


def test_what_is_logged_without_a_signal_is_there_at_once_and_arrives_once(
    now_page, cast, live_server
):
    context, address = now_page.context, now_page.url
    context.set_offline(offline=True)
    now_page.get_by_role("button", name="cries").click()
    now_page.get_by_role("button", name="hug, hold").click()
    expect(now_page.locator(".sheet .step")).to_contain_text(["cried", "held"])
    until(lambda: waiting(now_page) == 2)
    now_page.close()

    again = context.new_page()
    again.goto(address)
    expect(again.locator(".sheet .step")).to_contain_text(["cried", "held"])
    again.get_by_role("button", name="Settled").click()
    expect(again.get_by_role("heading", name="A little while ago")).to_be_visible()
    until(lambda: waiting(again) == 3)
    expect(again.locator("#waits")).to_have_text("Waiting for a connection: 3")
    again.reload()
    expect(again.locator(".sheet .step")).to_contain_text(["cried", "held", "settled"])
    assert logged(cast) == []

    context.set_offline(offline=False)
    until(lambda: logged(cast) == [("cry", False), ("hug", False), ("settled", False)])
    expect(again.locator("#waits")).to_be_hidden()
    again.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(again) == [["cried", "held", "settled"]]


def test_the_front_door_opens_without_a_signal_and_other_pages_say_it_calmly(now_page, live_server):
    now_page.context.set_offline(offline=True)
    now_page.goto(f"{live_server.url}/")
    expect(now_page.get_by_role("button", name="cries")).to_be_visible()
    now_page.goto(f"{live_server.url}/keys/")
    expect(now_page.get_by_role("heading", level=1)).to_have_text("No connection just now")
    now_page.goto(f"{live_server.url}/phone/")
    expect(now_page.get_by_text("Nothing waits.")).to_be_visible()


def test_a_tap_can_be_undone_before_it_ever_left(now_page, cast):
    now_page.context.set_offline(offline=True)
    now_page.get_by_role("button", name="cries").click()
    now_page.get_by_role("button", name="Undo: cried").click()
    expect(now_page.locator(".notice")).to_contain_text("Taken back: cried")
    until(lambda: waiting(now_page) == 2)
    now_page.context.set_offline(offline=False)
    until(lambda: waiting(now_page) == 0)
    assert logged(cast) == [("cry", False), ("cry", True)]


def test_what_one_phone_logs_is_on_the_other_within_ten_seconds(
    now_page, new_context, sign_in, cast
):
    other = open_phone(sign_in(new_context().new_page(), "noor"), now_page.url)
    other.clock.install()
    other.reload()
    expect(other.get_by_role("button", name="cries")).to_be_visible()
    now_page.get_by_role("button", name="cries").click()
    until(lambda: logged(cast) == [("cry", False)])
    other.clock.fast_forward(10_000)
    expect(other.get_by_role("heading", name="She is crying")).to_be_visible()
    other.get_by_role("button", name="hug, hold").click()
    until(lambda: len(logged(cast)) == 2)
    now_page.evaluate("dispatchEvent(new Event('online'))")
    expect(now_page.locator(".sheet .step")).to_have_text(["cried", "held"])


def test_who_signs_out_leaves_nothing_to_read_and_loses_nothing(
    now_page, sign_in, cast, live_server
):
    context, address = now_page.context, now_page.url
    context.set_offline(offline=True)
    now_page.get_by_role("button", name="cries").click()
    until(lambda: waiting(now_page) == 1)
    now_page.route("**/api/moments?**", lambda route: route.abort())
    context.set_offline(offline=False)
    context.clear_cookies()
    now_page.goto(f"{live_server.url}/account/login/")
    until(lambda: kept_pages(now_page) == [])
    context.set_offline(offline=True)
    now_page.goto(address)
    expect(now_page.get_by_role("heading", level=1)).to_have_text("No connection just now")
    context.set_offline(offline=False)
    now_page.unroute("**/api/moments?**")

    open_phone(sign_in(now_page, "noor"), address)
    expect(now_page.locator("#waits")).to_be_hidden()
    expect(now_page.get_by_role("heading", name="She is crying")).to_have_count(0)
    assert logged(cast) == []

    sign_in(now_page, "kim").goto(address)
    until(lambda: logged(cast) == [("cry", False)])


def test_what_the_server_would_not_take_is_mended_or_thrown_away(now_page, cast):
    now_page.route("**/api/moments?**", refuse_what_is_sent)
    now_page.get_by_role("button", name="cries").click()
    now_page.get_by_role("button", name="hug, hold").click()
    expect(now_page.locator("#waits")).to_have_text("Not taken: 2")
    now_page.unroute("**/api/moments?**")
    now_page.locator("#waits a").click()
    expect(now_page.locator("#refused .why")).to_have_text(["Too loud.", "Too loud."])
    expect(now_page.get_by_text("Nothing waits.")).to_be_hidden()
    first, second = (now_page.locator("#refused article").nth(n) for n in (0, 1))
    second.get_by_text("Throw it away", exact=True).click()
    second.get_by_role("button", name="Yes, throw it away").click()
    expect(now_page.locator("#refused article")).to_have_count(1)
    first.get_by_text("Say it in another way").click()
    first.get_by_label("What it was").select_option("fuss")
    first.get_by_label("When it was", exact=True).fill(yesterday().strftime("%Y-%m-%dT%H:%M"))
    first.get_by_role("button", name="Send it again").click()
    expect(now_page.locator("#not-taken")).to_be_hidden()
    until(lambda: logged(cast) == [("fuss", False)])
    (row,) = moments_since(cast.family, 0).rows
    assert abs(row.moment.at - yesterday()) < timedelta(minutes=2)


def refuse_what_is_sent(route):
    if route.request.method == "GET":
        return route.continue_()
    edits = [moment["edit"] for moment in route.request.post_data_json["moments"]]
    refused = dict.fromkeys(edits, "Too loud.")
    nothing = {"kept": [], "seq": None, "more": False, "moments": []}
    return route.fulfill(json={**nothing, "refused": refused})


def yesterday() -> datetime:
    return timezone.now().astimezone(ZoneInfo("Europe/Berlin")) - timedelta(days=1)


def test_a_newer_version_of_the_app_takes_over_and_brings_away_what_the_older_one_noted(
    now_page, cast, monkeypatch
):
    context = now_page.context
    (before,) = shells(now_page)
    context.set_offline(offline=True)
    now_page.get_by_role("button", name="cries").click()
    until(lambda: waiting(now_page) == 1)
    found = shell.found
    monkeypatch.setattr(shell, "found", lambda name: found(name) + b"\n// newer")
    context.set_offline(offline=False)
    now_page.reload()
    until(lambda: logged(cast) == [("cry", False)])
    until(lambda: len(shells(now_page)) == 1 and shells(now_page) != [before])
    context.set_offline(offline=True)
    now_page.reload()
    expect(now_page.get_by_role("heading", name="She is crying")).to_be_visible()


def shells(page):
    return [name for name in page.evaluate("caches.keys()") if name.startswith("shell ")]


@pytest.mark.parametrize("hours", [-3, 5])
def test_a_phone_whose_clock_is_wrong_by_hours_notes_the_right_time(
    page, sign_in, cast, live_server, hours
):
    page.clock.install(time=timezone.now() + timedelta(hours=hours))
    page.clock.resume()
    sign_in(page, "kim").goto(f"{live_server.url}/now/{cast.ada.pk}/")
    page.context.set_offline(offline=True)
    page.get_by_role("button", name="cries").click()
    until(lambda: waiting(page) == 1)
    page.context.set_offline(offline=False)
    page.evaluate("dispatchEvent(new Event('online'))")
    until(lambda: logged(cast) == [("cry", False)])
    page.get_by_role("button", name="hug, hold").click()
    until(lambda: len(logged(cast)) == 2)
    ats = [row.moment.at for row in moments_since(cast.family, 0).rows]
    assert ats == sorted(ats)
    assert all(abs(at - timezone.now()) < timedelta(minutes=2) for at in ats)
