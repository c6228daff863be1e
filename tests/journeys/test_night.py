"""By night: dark before anything is painted, large, for one thumb, and dark again soon."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.access import within
from holdfast.web.models import Caregiver
from holdfast.web.queries import log_of
from tests.journeys.looking import axe, too_small_to_touch
from tests.journeys.phones import open_phone, until

DARK, LIGHT = "rgb(18, 13, 10)", "rgb(250, 246, 238)"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
SCHEME = "document.querySelector('meta[name=color-scheme]').content"


def at(hour):
    """Return the last time that it was so late in Berlin."""
    now = timezone.now().astimezone(ZoneInfo("Europe/Berlin"))
    then = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return then if then <= now else then - timedelta(days=1)


def choose(page, live_server, **choices):
    cookies = [{"name": k, "value": v, "url": live_server.url} for k, v in choices.items()]
    page.context.add_cookies(cookies)


@pytest.fixture
def by_the_clock(page, sign_in):
    """Return Kim's phone, on which no light was chosen."""
    page.context.clear_cookies(name="light")
    return sign_in(page, "kim")


@pytest.fixture
def night(page, sign_in, live_server):
    """Return Kim's phone, on which night was chosen."""
    choose(page, live_server, light="night")
    return sign_in(page, "kim")


def test_at_three_the_page_is_dark_before_its_styles_are_there(by_the_clock, cast, live_server):
    page, held = by_the_clock, []

    def hold(route):
        held.append(route)

    page.clock.install(time=at(3))
    page.route("**/look.css", hold)
    page.goto(f"{live_server.url}/now/{cast.ada.pk}/", wait_until="commit")
    until(lambda: page.evaluate(SCHEME) == "dark")
    assert len(held) == 1
    held[0].continue_()
    expect(page.get_by_role("button", name="cries")).to_be_visible()
    assert page.evaluate(PAPER) == DARK


def test_by_day_it_is_as_the_phone_has_it_and_turns_dark_at_eight(by_the_clock, cast, live_server):
    page = by_the_clock
    page.clock.install(time=at(19) + timedelta(minutes=50))
    page.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    assert page.evaluate(PAPER) == LIGHT
    page.clock.fast_forward(11 * 60_000)
    until(lambda: page.evaluate(PAPER) == DARK)


def test_a_page_that_was_kept_by_day_opens_dark_at_night_without_a_signal(
    by_the_clock, cast, live_server
):
    page = by_the_clock
    page.clock.install(time=at(12))
    open_phone(page, f"{live_server.url}/now/{cast.ada.pk}/")
    assert page.evaluate(PAPER) == LIGHT
    page.context.set_offline(offline=True)
    page.clock.set_system_time(at(3))
    page.reload()
    expect(page.get_by_role("button", name="cries")).to_be_visible()
    assert page.evaluate(PAPER) == DARK


def test_by_night_what_is_to_be_pressed_is_larger(night, live_server, cast):
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    assert too_small_to_touch(night, least=64) == []
    night.get_by_role("button", name="cries").click()
    expect(night.get_by_role("heading", name="She is crying")).to_be_visible()
    assert too_small_to_touch(night, least=64) == []
    assert axe(night) == []


def middle(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("thumb", ["left", "right"])
def test_what_ends_and_what_undoes_comes_to_the_thumbs_side(night, live_server, cast, thumb):
    choose(night, live_server, thumb=thumb)
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    night.get_by_role("button", name="cries").click()
    settled, goes_on = (night.get_by_role("button", name=name) for name in ("Settled", "Goes on"))
    undo, heading = night.get_by_role("button", name="Undo"), night.locator(".running h2")
    on_the_left = [middle(settled) < middle(goes_on), middle(undo) < middle(heading)]
    assert on_the_left == [thumb == "left"] * 2


def test_a_long_press_asks_about_when_and_notes_that(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/now/{cast.ada.pk}/")
    page.get_by_role("button", name="cries").click(delay=700)
    dialog = page.get_by_role("dialog", name="Cries")
    expect(dialog.get_by_role("button", name="about 5 min ago")).to_be_visible()
    assert axe(page) == []
    dialog.get_by_role("button", name="about 15 min ago").click()
    expect(page.locator(".running .quiet")).to_contain_text("15 minutes")
    until(lambda: log_of(cast.ada).height == 1)
    (cry,) = log_of(cast.ada).to_dicts()
    assert cry["about"] == 5
    assert timedelta(minutes=15) < timezone.now() - cry["at"] < timedelta(minutes=16)


def test_a_long_press_that_is_closed_again_notes_nothing(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/now/{cast.ada.pk}/")
    page.get_by_role("button", name="cries").click(delay=700)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("heading", name="What is she telling you?")).to_be_visible()
    page.get_by_role("button", name="cries").click()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()


def test_it_goes_dark_again_soon_after_a_tap_and_the_next_tap_counts(night, cast, live_server):
    night.clock.install()
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    night.get_by_role("button", name="cries").click()
    night.clock.fast_forward(11_000)
    expect(night.locator("html")).not_to_have_attribute("data-dim", "")
    night.clock.fast_forward(2_000)
    expect(night.locator("html")).to_have_attribute("data-dim", "")
    night.get_by_role("button", name="hug, hold").click()
    expect(night.locator("html")).not_to_have_attribute("data-dim", "")
    expect(night.locator(".sheet .step")).to_contain_text(["cried", "held"])


def test_after_two_minutes_it_says_once_that_it_can_be_put_down(night, cast, live_server):
    said = night.locator("p.down")
    night.clock.install()
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    night.clock.run_for(118_000)
    expect(said).to_have_count(0)
    night.clock.run_for(8_000)
    expect(said).to_have_count(1)
    expect(night.locator("#said")).to_have_text("You can put me down.")
    expect(night.locator("html")).to_have_attribute("data-dim", "")
    night.get_by_role("button", name="cries").click()
    expect(said).to_have_count(0)
    expect(night.get_by_role("heading", name="She is crying")).to_be_visible()
    night.clock.run_for(300_000)
    expect(said).to_have_count(0)


def test_two_minutes_after_she_settled_it_says_so_too(night, cast, live_server):
    night.clock.install()
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    night.evaluate("sessionStorage.setItem('holdfast sitting', 'null')")
    night.clock.run_for(60_000)
    night.get_by_role("button", name="Falls asleep").click()
    night.clock.run_for(70_000)
    expect(night.locator("p.down")).to_have_count(1)


def test_who_wants_quiet_is_told_nothing(night, cast, live_server):
    with within(family=cast.family.pk):
        Caregiver.objects.filter(pk=cast.kim.pk).update(quiet=True)
    night.clock.install()
    night.goto(f"{live_server.url}/now/{cast.ada.pk}/")
    night.clock.run_for(200_000)
    expect(night.locator("p.down")).to_have_count(0)


@pytest.mark.usefixtures("cast")
def test_the_hand_and_the_light_are_chosen_on_the_page_of_this_phone(page, sign_in, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/phone/")
    page.locator("#night").get_by_role("button", name="Left").click()
    page.locator("#night").get_by_role("button", name="Night").click()
    expect(page.locator("html")).to_have_attribute("data-reach", "start")
    expect(page.locator("html")).to_have_attribute("data-light", "night")
    assert axe(page) == []
    page.locator("#night").get_by_role("button", name="Either").click()
    expect(page.locator("html")).to_have_attribute("data-reach", "both")


def test_the_light_can_be_dimmed_without_a_signal_and_stays_so(page, sign_in, cast, live_server):
    open_phone(sign_in(page, "kim"), f"{live_server.url}/now/{cast.ada.pk}/")
    page.context.set_offline(offline=True)
    page.locator(".light summary").click()
    page.get_by_role("button", name="Night").click()
    assert page.evaluate(PAPER) == DARK
    expect(page.locator(".light")).not_to_have_attribute("open", "")
    page.reload()
    expect(page.get_by_role("button", name="cries")).to_be_visible()
    assert page.evaluate(PAPER) == DARK
