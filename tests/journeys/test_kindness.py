"""When it is heavy: help without a signal, silence around one of two children, and quiet."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from holdfast.web.actions import NewChild, add_child, set_numbers, set_weekly
from tests.journeys.looking import axe, too_small_to_touch, wider_than_the_screen
from tests.journeys.phones import kept_pages, open_phone, until


@pytest.fixture
def twin(cast):
    born, due = date(2026, 1, 10), date(2026, 2, 14)
    child = NewChild(name="Bo", born=born, due=due, pronoun="he")
    return add_child(family=cast.family, child=child)


def test_help_is_two_taps_from_now_without_a_signal(page, sign_in, cast, live_server):
    set_numbers(family=cast.family, numbers=[("Midwife Rosa", "030 1234")])
    open_phone(sign_in(page, "kim"), f"{live_server.url}/now/{cast.ada.pk}/")
    until(lambda: "/help/" in kept_pages(page))
    page.context.set_offline(offline=True)

    page.get_by_label("Light, help, and a quick way out").click()
    page.get_by_role("link", name="Help when it is heavy").click()
    expect(page.get_by_role("heading", name="When it is heavy")).to_be_visible()
    expect(page.get_by_role("link", name="Call 112")).to_have_attribute("href", "tel:112")
    expect(page.get_by_role("link", name="Midwife Rosa")).to_have_attribute("href", "tel:0301234")

    page.get_by_text("The crying is too much", exact=True).click()
    expect(page.get_by_text("Lay the baby down safely on the back. Leave the room")).to_be_visible()
    page.get_by_text("Thoughts of not wanting to live", exact=True).first.click()
    expect(page.get_by_text("“I do not want to live, and I need")).to_be_visible()
    expect(page.get_by_text("Lay the baby down safely on the back. Leave the room")).to_be_hidden()

    page.get_by_role("link", name="Leave quickly").locator("visible=true").first.click()
    expect(page).to_have_title("Shopping list")
    expect(page.get_by_role("heading")).to_have_text("Shopping list")


def test_what_was_opened_leaves_no_trace_in_the_address_and_a_link_opens_its_own(page, live_server):
    page.goto(f"{live_server.url}/help/")
    page.get_by_text("Not safe at home").click()
    expect(page.get_by_text("To be afraid of somebody is reason enough")).to_be_visible()
    assert page.url == f"{live_server.url}/help/"
    assert page.title() == "Help · Holdfast"
    page.goto(f"{live_server.url}/help/#thoughts")
    expect(page.get_by_text("A thought is not a wish, and not a plan.")).to_be_visible()
    page.locator("#thoughts").get_by_role("link", name="Wanting to hurt the baby").click()
    expect(page.get_by_text("Lay the baby down on the back in a safe cot.")).to_be_visible()


@pytest.mark.parametrize("light", ["light", "dark"])
def test_every_page_of_kindness_is_whole(page, sign_in, live_server, twin, light):
    page.emulate_media(color_scheme=light)
    sign_in(page, "kim")
    found = {}
    for address in (
        "/help/",
        "/help/sheet/",
        f"/family/loss/{twin.pk}/",
        "/family/numbers/",
        f"/week/{twin.pk}/",
    ):
        page.goto(live_server.url + address)
        for fold in page.locator("main details > summary").all():
            if fold.is_visible():
                fold.click()
        if said := axe(page) + too_small_to_touch(page) + wider_than_the_screen(page):
            found[address] = said
    assert found == {}


def pages_on_paper(page, size):
    """Return how many sheets a page takes, as the browser prints it."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_week_and_the_sheet_to_take_along_fit_on_one_page(page, sign_in, cast, live_server, size):
    set_weekly(seat=cast.kim, weekly=True)
    sign_in(page, "kim")
    for address in ("/help/sheet/", f"/week/{cast.ada.pk}/"):
        page.goto(live_server.url + address)
        assert pages_on_paper(page, size) == 1, address


def test_it_is_silent_around_one_of_two_and_undone(page, sign_in, cast, live_server, twin):
    sign_in(page, "kim").goto(f"{live_server.url}/family/")
    page.get_by_text("If a child has died, or will not come").click()
    page.locator(f"a[href='/family/loss/{cast.ada.pk}/']").click()
    expect(page.get_by_text("Nothing is deleted, and nothing is asked.")).to_be_visible()
    page.get_by_role("button", name="Let it be silent around Ada").click()

    expect(page.get_by_text("What you kept of Ada is here.")).to_be_visible()
    expect(page.locator("main .tile")).to_have_count(0)
    page.get_by_text("Write something down").click()
    page.get_by_label("In your own words").fill("Her hand, that evening.")
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("link", name="The days that you wrote down").click()
    page.locator(".days a").last.click()
    expect(page.get_by_text("Her hand, that evening.")).to_be_visible()
    expect(page.get_by_text(re.compile(r"weeks|months|corrected"))).to_have_count(0)

    page.goto(f"{live_server.url}/now/{twin.pk}/")
    expect(page.get_by_text("What is he telling you?")).to_be_visible()
    expect(page.get_by_text(re.compile("corrected"))).to_be_visible()

    page.get_by_role("link", name="Ada", exact=True).click()
    page.get_by_role("link", name="About this silence").click()
    page.get_by_role("button", name="Speak of Ada again").click()
    expect(page.get_by_text("What is she telling you?")).to_be_visible()


def test_quiet_is_one_tap_from_the_menu_and_one_back(page, sign_in, cast, live_server):
    now = f"{live_server.url}/now/{cast.ada.pk}/"
    sign_in(page, "kim").goto(now)
    expect(page.get_by_text("What is she telling you?")).to_be_visible()
    page.get_by_label("Light, help, and a quick way out").click()
    page.get_by_role("button", name="Quiet").click()
    expect(page.get_by_text("What is she telling you?")).to_be_hidden()
    expect(page.locator("header.top")).not_to_contain_text(re.compile(r"month|week|day"))
    page.get_by_role("button", name="cries").click()
    expect(page.get_by_role("heading", name="She is crying")).to_be_visible()
    expect(page.get_by_text("What may help first").locator("visible=true")).to_have_count(0)
    page.get_by_label("Light, help, and a quick way out").click()
    page.get_by_role("button", name="Quiet").click()
    expect(page.get_by_text("What did you do?")).to_be_visible()


def test_bond_asks_nothing_where_it_is_silent(page, sign_in, cast, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/family/loss/{cast.ada.pk}/")
    page.get_by_role("button", name="Let it be silent around Ada").click()
    page.goto(f"{live_server.url}/bond/{cast.ada.pk}/")
    page.wait_for_load_state("networkidle")
    asks = (
        "how near did you feel",
        "When did you first feel it?",
        "What do you think she was after",
    )
    for words in asks:
        expect(page.get_by_text(words).locator("visible=true")).to_have_count(0)
