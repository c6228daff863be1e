"""Every page, by day and by night, the other way round, in large type: whole, calm and alone."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.actions import keep_moments, make_setup_link, remove
from holdfast.web.ids import new_id
from holdfast.words import Moment
from tests.journeys.looking import axe, cut_short, too_small_to_touch, wider_than_the_screen

A_DAY = """
  420 signal/fuss     -
  415 response/feed   {"side": "left"}
  409 settling/settled -
  400 care/sleep      -
  180 signal/cry      -
  178 response/not_just_then -
  172 response/carry  -
  165 settling/settled -
  150 exploring/play_near -
  140 care/feed       {"how": "bottle", "ml": 120}
  100 milestone/first_laugh -
   90 note/           -
"""


@pytest.fixture
def ids(cast):
    """Keep a day of Ada's, and return the moments' ids by word."""
    now, moments = timezone.now(), []
    for line in A_DAY.strip().splitlines():
        ago, what, detail = line.split(maxsplit=2)
        kind, word = what.split("/")
        at = now - timedelta(minutes=int(ago))
        moments.append(
            Moment(
                id=str(new_id()),
                child=str(cast.ada.pk),
                by=str(cast.noor.pk),
                kind=kind,
                word=word,
                at=at,
                until=at + timedelta(hours=2) if word == "sleep" else None,
                zone="Europe/Berlin",
                detail=json.loads(detail) if detail != "-" else {},
                text="Grandma rang." if kind == "note" else "",
            )
        )
    keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    gone = next(m for m in moments if m.kind == "exploring")
    remove(child=cast.ada, by=cast.kim, moment=gone_id(gone))
    return {m.word or m.kind: m.id for m in moments}


def gone_id(moment):
    from uuid import UUID  # noqa: PLC0415 -- the id as actions take it

    return UUID(moment.id)


@pytest.fixture
def addresses(cast, ids):
    """Return every page that a parent can open, by name."""
    ada = f"/{cast.ada.pk}"
    return {
        "now": f"/now{ada}/",
        "day": f"/day{ada}/",
        "empty day": f"/day{ada}/2026-01-20/",
        "add": f"/day{ada}/2026-01-20/add/",
        "new feed": f"/day{ada}/2026-01-20/add/care/feed/",
        "new note": f"/day{ada}/2026-01-20/add/note/",
        "moment": f"/day{ada}/moment/{ids['feed']}/",
        "moment taken out": f"/day{ada}/moment/{ids['play_near']}/",
        "patterns": f"/patterns{ada}/",
        "bond": f"/bond{ada}/",
        "questionnaires": f"/bond{ada}/questionnaires/",
        "grow": f"/grow{ada}/",
        "another age": f"/grow{ada}/?at=coming&by=birth",
        "what a cry may be telling": f"/grow{ada}/signal/cry/",
        "sandbox": "/grow/sandbox/?n=0.5&two=1",
        "family": "/family/",
        "another child": "/family/children/add/",
        "import": "/family/import/",
        "drafts": f"/family/drafts{ada}/",
        "keys": "/family/keys/",
        "links for other hands": "/hands/",
        "while you were away": f"/letter{ada}/away/",
        "nothing here": "/nowhere/",
        "sign out": "/account/logout/",
        "password": "/account/password/",
        "sessions": "/account/sessions/",
    }


@pytest.fixture
def all_pages(page, sign_in, live_server, addresses):
    """Walk through all pages: those of a newcomer first, then a parent's, one exchange running."""

    def walk():
        page.goto(f"{live_server.url}/account/login/")
        yield "sign in"
        page.goto(f"{live_server.url}/welcome/spent/")
        yield "link that has ended"
        page.goto(f"{live_server.url}/welcome/{make_setup_link()}/")
        yield "welcome"
        page.get_by_role("button").click()
        page.get_by_role("button").click()
        yield "you, with something to mend"
        page.get_by_role("textbox").first.fill("Sam")
        page.get_by_role("button").click()
        yield "child"
        page.get_by_label("Day of birth", exact=False).fill("2026-01-05")
        page.get_by_role("button").first.click()
        yield "account"
        sign_in(page, "kim")
        for name, address in addresses.items():
            page.goto(live_server.url + address)
            yield name
        page.goto(live_server.url + addresses["now"])
        page.get_by_role("button", name="fusses").click()
        expect(page.get_by_role("heading", name="She is fussing")).to_be_visible()
        yield "running"
        for fold in page.locator("details.fold > summary").all():
            fold.click()
        page.get_by_text("Feed", exact=True).click()
        yield "all that opens, open"

    return walk


@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing(page, all_pages, light):
    page.emulate_media(color_scheme=light)
    found = {name: said for name in all_pages() if (said := axe(page))}
    assert found == {}


def test_each_thing_to_press_is_large_enough_for_a_thumb(page, all_pages):
    found = {name: small for name in all_pages() if (small := too_small_to_touch(page))}
    assert found == {}


def test_no_page_is_wider_than_the_phone_even_in_type_of_twice_the_size(page, all_pages):
    page.set_viewport_size({"width": 320, "height": 640})
    found = {}
    for name in all_pages():
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if wide := wider_than_the_screen(page) + cut_short(page):
            found[name] = wide
    assert found == {}


def test_from_right_to_left_the_pages_are_mirrored_and_whole(page, all_pages):
    found = {}
    for name in all_pages():
        page.evaluate("document.documentElement.dir = 'rtl'")
        if wide := wider_than_the_screen(page):
            found[name] = wide
    assert found == {}
    tile = page.locator(".tile").first.bounding_box()
    assert tile["x"] > 390 / 2, "the first tile stands at the right"


def test_nothing_moves_for_who_wants_no_motion(page, sign_in, live_server):
    page.emulate_media(reduced_motion="reduce")
    sign_in(page, "kim").goto(f"{live_server.url}/")
    calm = "getComputedStyle(document.documentElement).getPropertyValue('--calm').trim()"
    assert page.evaluate(calm) in ("0ms", "0s")


def test_a_first_visit_of_now_is_light(page, sign_in, live_server):
    answers = []
    page.on("response", lambda answer: answers.append(answer.url))
    sign_in(page, "kim").goto(f"{live_server.url}/")
    page.wait_for_load_state("networkidle")
    names = [url.rpartition("/")[2] or url for url in answers]
    # Once the page stands, the phone hears its log and its sheet.
    shown = [name for name, url in zip(names, answers, strict=True) if "/api/" not in url]
    assert len(shown) <= 8, " ".join(shown)
    assert len(names) <= 10, " ".join(names)
