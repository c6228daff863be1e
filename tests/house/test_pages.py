"""Every page as a browser gets it: nothing asks another host for anything, and all is named.

The list comes from the map of who may come in where, so a new page is looked at the day it is.
"""

import re

import pytest
from django.urls import reverse

from holdfast.web.actions import make_setup_link
from tests.access.decisions import DECISIONS
from tests.access.scene import ask, set_scene
from tests.house.house import HOUSE, lines, named, sources
from tests.house.markup import wrong_in_page

PAGES = sorted(route for route, method in DECISIONS if method == "get")
ADA = {"state": "born", "name": "Ada", "pronoun": "she", "born": "2026-01-10", "then": "account"}
ALLOWED_IN_POLICY = frozenset({"'self'", "'none'", "data:", "blob:"})


def policy(reply):
    """Return the sources that the answer's policy lets a page load from."""
    parts = reply.headers["Content-Security-Policy"].split(";")
    return {source for part in parts for source in part.split()[1:]}


@pytest.fixture
def scene(cast):
    return set_scene(cast)


@pytest.mark.parametrize("who", ["kim", "anonymous"])
@pytest.mark.parametrize("route", PAGES)
def test_a_page_asks_no_other_host_and_names_all_it_has(client, cast, scene, route, who):
    if who != "anonymous":
        client.force_login(cast.user(who))
    reply = ask(client, scene, route, "get", DECISIONS[route, "get"])
    assert policy(reply) <= ALLOWED_IN_POLICY
    if reply.status_code in {301, 302}:
        assert reply.headers["Location"].startswith("/")
    elif reply.headers["Content-Type"].startswith("text/html"):
        assert wrong_in_page(reply.content.decode()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["welcome", "welcome_you", "welcome_child", "welcome_account"])
def test_a_page_behind_the_set_up_link_is_looked_at_too(client, step):
    client.get(reverse("welcome_link", args=[make_setup_link()]))
    client.post(reverse("welcome_you"), {"name": "Kim"})
    client.post(reverse("welcome_child"), ADA)
    reply = client.get(reverse(step))
    assert reply.status_code == 200
    assert wrong_in_page(reply.content.decode()) == []


def test_what_the_phone_loads_names_no_other_host():
    """A stylesheet or a script could ask as well: none of ours has an address in it."""
    client = [path for path in sources() if named(path).startswith("client/")]
    elsewhere = [
        f"{named(path)}:{number}"
        for path in client
        for number, line in enumerate(lines(path), 1)
        if re.search(r"https?://(?!www\.w3\.org/)", line)
    ]
    assert elsewhere == []
    assert (HOUSE / "client" / "src" / "main.js") in client
