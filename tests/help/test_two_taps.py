"""Help is two taps away from anywhere, needs nobody signed in, and stays on the phone."""

import re

import pytest
from django.urls import reverse

from holdfast.web.actions import make_setup_link, set_numbers
from tests.access.decisions import DECISIONS
from tests.access.scene import ask, set_scene

PAGES = sorted(route for route, method in DECISIONS if method == "get")
SAYS_NOTHING_OF_US = {"away"}
ADA = {"state": "born", "name": "Ada", "pronoun": "she", "born": "2026-01-10", "then": "account"}


@pytest.fixture
def scene(cast):
    return set_scene(cast)


def leads_to_help(reply):
    """Return whether a page has the way: in its menu, which is one tap, or on the page itself."""
    return f'href="{reverse("help")}"' in reply.content.decode()


@pytest.mark.parametrize("who", ["kim", "aunt", "anonymous"])
@pytest.mark.parametrize("route", PAGES)
def test_each_page_contains_the_way_to_help(client, cast, scene, route, who):
    if who != "anonymous":
        client.force_login(cast.user(who))
    reply = ask(client, scene, route, "get", DECISIONS[route, "get"])
    is_page = reply.headers["Content-Type"].startswith("text/html") and reply.status_code != 302
    if is_page and route not in SAYS_NOTHING_OF_US | {"help"}:
        assert leads_to_help(reply)


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["welcome", "welcome_you", "welcome_child", "welcome_account"])
def test_so_does_each_step_of_a_beginning(client, step):
    client.get(reverse("welcome_link", args=[make_setup_link()]))
    client.post(reverse("welcome_you"), {"name": "Kim"})
    client.post(reverse("welcome_child"), ADA)
    assert leads_to_help(client.get(reverse(step)))


def test_the_page_that_says_nothing_of_us_says_nothing_of_help_either(client):
    assert not leads_to_help(client.get(reverse("away")))


@pytest.mark.parametrize("route", ["help", "help_sheet"])
@pytest.mark.parametrize("who", ["kim", "stranger", "anonymous"])
def test_it_opens_for_everybody_and_is_to_be_kept_on_the_phone(client, cast, route, who):
    if who != "anonymous":
        client.force_login(cast.user(who))
    reply = client.get(reverse(route))
    assert reply.status_code == 200
    assert reply.headers["X-Offline"] == "keep"


def test_it_holds_no_data_of_a_family_but_whom_it_calls(client, cast):
    set_numbers(family=cast.family, numbers=[("Midwife Rosa", "030 1234")])
    client.force_login(cast.user("noor"))
    hers = client.get(reverse("help")).content.decode()
    client.force_login(cast.user("chi"))
    his = client.get(reverse("help")).content.decode()
    assert "Midwife Rosa" in hers
    assert "tel:0301234" in hers
    assert "Rosa" not in his
    for name in ("Ada", "Kim", "Noor", "Ben"):
        assert name not in hers + his


def test_own_people_come_before_all_numbers_of_a_country(client, cast):
    set_numbers(family=cast.family, numbers=[("Midwife Rosa", "030 1234")])
    client.force_login(cast.user("kim"))
    page = client.get(reverse("help")).content.decode()
    numbers = re.findall(r'class="call" href="tel:([^"]+)"', page)
    assert numbers[0] == "0301234"
    assert "112" in numbers


def test_title_and_address_say_no_more_than_help(client, db):  # noqa: ARG001 -- opens the database
    page = client.get(reverse("help")).content.decode()
    assert "<title>Help · Holdfast</title>" in page
    assert reverse("help") == "/help/"
    assert "Not safe at home" in page
    assert "data-leave" in page


def test_it_needs_no_script_and_asks_for_nothing(client, db):  # noqa: ARG001 -- as above
    page = client.get(reverse("help")).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "<script" not in main
    assert re.findall(r"<(?:input|textarea|select)\b(?![^>]*hidden)", main) == []


@pytest.mark.parametrize("route", ["help", "help_sheet", "offline"])
def test_what_everybody_on_a_phone_shares_signs_nobody_out(client, db, route):  # noqa: ARG001 -- as above
    """A page that is marked as nobody's lets the phone forget who is here; these stay neutral."""
    page = client.get(reverse(route)).content.decode()
    assert "data-nobody" not in page
    assert "data-nobody" in client.get(reverse("account_login")).content.decode()
