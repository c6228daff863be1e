"""On the home screen: every icon is there in its size, and the ways in lead somewhere."""

import json
import struct
from pathlib import Path

import pytest
from django.urls import reverse

from tests.web_places.reading import elements, value_of

CLIENT = Path(__file__).parents[2] / "client"
PNG = b"\x89PNG\r\n\x1a\n"


def manifest(client):
    answer = client.get(reverse("manifest"))
    assert answer["Content-Type"] == "application/manifest+json"
    return json.loads(answer.content)


def size_of(name):
    """Read a PNG's width and height, and whether it can be seen through, from its header."""
    data = (CLIENT / "icons" / name).read_bytes()
    assert data[:8] == PNG
    width, height = struct.unpack(">II", data[16:24])
    return width, height, data[25] in {4, 6}


@pytest.mark.django_db
def test_every_icon_of_the_manifest_is_there_in_its_size(client):
    icons = manifest(client)["icons"]
    named = {one["src"].rpartition("/")[2]: one["sizes"] for one in icons}
    assert {name: "{}x{}".format(*size_of(name)) for name in named} == named
    assert {"192x192", "512x512"} <= {one["sizes"] for one in icons if one["purpose"] == "any"}
    assert [one["sizes"] for one in icons if one["purpose"] == "maskable"] == ["512x512"]


@pytest.mark.parametrize(("name", "size"), [("apple-180.png", 180), ("badge-96.png", 96)])
def test_what_phones_want_besides_is_there_in_its_size(name, size):
    assert size_of(name)[:2] == (size, size)


def test_every_icon_is_drawn_from_the_one_drawing():
    drawn = {path.name for path in (CLIENT / "icons").iterdir()}
    script = (CLIENT.parent / "scripts" / "make_icons.py").read_text(encoding="utf-8")
    assert {name for name in drawn if f'"{name.removesuffix(".png")}"' in script} == drawn


def test_who_is_signed_in_goes_straight_to_now_and_day(as_):
    client = as_("kim")
    shortcuts = manifest(client)["shortcuts"]
    assert [one["name"] for one in shortcuts] == ["Now", "Day"]
    assert [client.get(one["url"]).status_code for one in shortcuts] == [200, 200]


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
def test_who_has_no_child_here_learns_of_none(client, cast, who):
    if who == "stranger":
        client.force_login(cast.user(who))
    said = manifest(client)
    assert said["shortcuts"] == []
    assert str(cast.ada.pk) not in str(said)


@pytest.mark.django_db
@pytest.mark.parametrize(("light", "paper"), [("night", "#120d0a"), ("day", "#faf6ee")])
def test_it_has_the_colour_of_the_light_that_was_chosen(client, light, paper):
    client.cookies["light"] = light
    said = manifest(client)
    assert (said["background_color"], said["theme_color"]) == (paper, paper)
    assert "light-dark(#faf6ee, #120d0a)" in (CLIENT / "css" / "tokens.css").read_text()


@pytest.mark.django_db
def test_it_starts_at_the_front_which_opens_without_a_signal(client):
    said = manifest(client)
    assert (said["start_url"], said["scope"], said["display"]) == ("/", "/", "standalone")


@pytest.mark.django_db
def test_every_page_names_it(client):
    page = client.get(reverse("account_login"))
    (link,) = elements(page, tag="link", rel="manifest")
    assert value_of(link, "href") == reverse("manifest")
    (icon,) = elements(page, tag="link", rel="apple-touch-icon")
    assert value_of(icon, "href").endswith("apple-180.png")
