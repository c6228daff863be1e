"""From the set-up link to a first exchange that is read back, on a phone and by touch alone."""

from playwright.sync_api import expect

from holdfast.web.actions import make_setup_link
from tests.journeys.looking import steps_on


def test_a_family_begins_and_reads_its_first_exchange_back(page, live_server, transactional_db):  # noqa: ARG001 -- opens the database
    page.goto(f"{live_server.url}/welcome/{make_setup_link()}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome to Holdfast")
    assert "setup" not in page.url
    assert page.url.endswith("/welcome/")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("What are you called?").fill("Sam")
    page.get_by_label("What are you to the child?").fill("Papa")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("she", exact=True).check(force=True)
    page.get_by_label("Day of birth").fill("2026-01-05")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("User name").fill("sam")
    page.get_by_label("Password").fill("four quiet blue whales")
    page.get_by_role("button", name="Begin").click()

    expect(page.get_by_role("heading", name="What is she telling you?")).to_be_visible()
    page.get_by_role("button", name="fusses").click()
    expect(page.get_by_role("heading", name="She is fussing")).to_be_visible()
    page.get_by_role("button", name="hug, hold").click()
    expect(page.locator(".sheet .step")).to_have_text(["fussed", "held"])
    page.get_by_role("button", name="Settled").click()
    expect(page.get_by_role("heading", name="A little while ago")).to_be_visible()

    page.get_by_role("link", name="Day").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
    assert steps_on(page) == [["fussed", "held", "settled"]]
    assert page.locator(".event .quiet").inner_text().startswith("Sam")


def test_nothing_that_was_typed_is_lost_on_an_error_or_on_going_back(
    page,
    live_server,
    transactional_db,  # noqa: ARG001 -- opens the database
):
    page.goto(f"{live_server.url}/welcome/{make_setup_link()}/")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("What are you called?").fill("Sam")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("expected").check(force=True)
    page.get_by_label("Name").fill("Bean")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("When is the child due?")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Bean")
    page.get_by_role("link", name="Back").click()
    expect(page.get_by_label("What are you called?")).to_have_value("Sam")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("Name")).to_have_value("Bean")
    expect(page.get_by_label("expected")).to_be_checked()


def test_two_taps_from_opening_keep_a_signal_with_its_answer(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="cries").click()
    page.get_by_role("button", name="kind word").click()
    expect(page.locator(".sheet .step")).to_have_text(["cried", "kind word"])
    page.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(page) == [["cried", "kind word"]]


def test_the_endings_are_within_the_thumbs_reach_without_scrolling(page, sign_in, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="cries").click()
    bar = page.locator(".bar").bounding_box()
    places = page.locator(".nav").bounding_box()
    assert bar["y"] + bar["height"] <= places["y"] + 1
    assert bar["y"] > 844 / 2


def test_a_button_that_is_pressed_twice_is_one_moment(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="cries").dblclick()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    page.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(page) == [["cried"]]


def test_a_tap_can_be_taken_back_and_put_back(page, sign_in, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_role("button", name="cries").click()
    page.get_by_role("button", name="Undo: cried").click()
    expect(page.locator(".notice")).to_contain_text("Taken back: cried")
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()


def test_what_was_earlier_stays_earlier_for_its_answer_too(page, sign_in, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_text("Was it earlier?").click()
    page.get_by_label("about 20 min ago").check(force=True)
    page.get_by_role("button", name="cries").click()
    expect(page.get_by_label("about 20 min ago")).to_be_checked()
    expect(page.locator(".running .quiet")).to_contain_text("20 minutes")


def test_a_feed_is_two_taps_and_a_sleep_starts_and_ends(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.get_by_text("Feed", exact=True).click()
    page.get_by_role("button", name="Left", exact=True).click()
    expect(page.locator(".notice")).to_contain_text("Noted: fed, left")
    page.get_by_role("button", name="Falls asleep").click()
    page.get_by_role("button", name="Wakes up").click()
    expect(page.locator(".notice")).to_contain_text("Noted: slept")
    page.goto(f"{live_server.url}/day/{cast.ada.pk}/")
    assert steps_on(page) == [["fed, left"], ["slept"]]


def test_the_light_is_kept_on_this_phone(page, sign_in, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(paper) == "rgb(250, 246, 238)"
    page.locator(".light summary").click()
    page.get_by_role("button", name="Night").click()
    expect(page.locator("html")).to_have_attribute("data-light", "night")
    assert page.evaluate(paper) == "rgb(18, 13, 10)"
