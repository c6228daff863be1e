"""Patterns in a browser: all opened, by day and by night, on a phone and on a desk, both ways."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from holdfast.web import actions
from holdfast.web.ids import new_id
from holdfast.words import Kind, Moment
from tests.journeys.looking import axe, wider_than_the_screen

SAID = (
    (Kind.SIGNAL, "cry"),
    (Kind.RESPONSE, "hug"),
    (Kind.SETTLING, "settled"),
    (Kind.CARE, "feed"),
    (Kind.CARE, "sleep"),
    (Kind.EXPLORING, "off"),
    (Kind.EXPLORING, "return"),
)
LASTS = {"feed": 12, "sleep": 70}
DESK = {"width": 1280, "height": 900}
SECTIONS = 8


@pytest.fixture
def lived(cast):
    """Five weeks of Ada's log up to now."""
    chance, now = random.Random(2), datetime.now(UTC)
    at, moments = now - timedelta(weeks=5), []
    while at < now - timedelta(hours=2):
        moments += [
            lived_moment(cast.ada, kind, word, at + timedelta(minutes=4 * n))
            for n, (kind, word) in enumerate(SAID)
            if chance.random() < 0.8
        ]
        at += timedelta(minutes=chance.choice([100, 200, 300]))
    actions.keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    return cast


def lived_moment(child, kind, word, at):
    until = at + timedelta(minutes=LASTS[word]) if word in LASTS else None
    named = {"id": str(new_id()), "child": str(child.pk), "zone": "Europe/Berlin"}
    return Moment(kind=kind, word=word, at=at, until=until, **named)


@pytest.mark.parametrize(
    ("size", "light", "direction"),
    [(None, "light", "ltr"), (None, "dark", "rtl"), (DESK, "light", "rtl"), (DESK, "dark", "ltr")],
)
def test_everything_can_be_opened_and_read(
    page, sign_in, live_server, lived, *, size, light, direction
):
    sign_in(page, "noor")
    page.emulate_media(color_scheme=light)
    if size:
        page.set_viewport_size(size)
    page.goto(live_server.url + reverse("patterns", args=[lived.ada.pk]))
    page.evaluate("way => document.documentElement.dir = way", direction)
    for fold in page.locator(".pattern summary").all():
        fold.click()
    assert page.locator(".pattern").count() == SECTIONS
    assert page.locator(".pattern table").first.is_visible()
    assert wider_than_the_screen(page) == []
    assert axe(page) == []


def test_from_now_it_is_one_tap_away(page, sign_in, live_server, lived):
    sign_in(page, "noor").goto(live_server.url + reverse("now", args=[lived.ada.pk]))
    page.get_by_role("link", name="Patterns").click()
    page.get_by_role("heading", name="Patterns").wait_for()
    page.get_by_role("link", name="All along").click()
    assert page.get_by_role("link", name="All along").get_attribute("aria-current") == "page"
