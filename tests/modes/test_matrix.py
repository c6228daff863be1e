"""Every page in usual times, in quiet and in loss, for each role: what stops, and what stays."""

import html
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test.html import parse_html
from django.urls import reverse

from holdfast.web import drawn
from holdfast.web.actions import (
    NewChild,
    add_child,
    keep_moments,
    set_loss,
    set_quiet,
    set_weekly,
)
from holdfast.web.ids import new_id
from holdfast.words import Moment
from tests.access import decisions as access
from tests.access.scene import ask, set_scene
from tests.modes.decisions import DECISIONS, Says

PAGES = sorted({route for route, method in access.DECISIONS if method == "get"})
TOLD = sorted(route for route, says in DECISIONS.items() if isinstance(says, Says))
ROLES = ("kim", "lou", "aunt")
NEVER = (
    r"What may help",
    r"corrected",
    r"weeks? old",
    r"months? old",
    r"\bdue\b",
    r"check-in",
    r"Welcome back",
)
"""What no page says that is to be silent, besides the child's own age."""
COUNTED = r"your (?:children|twins)|both (?:children|babies)"


@pytest.fixture
def scene(cast):
    """Return the scene with an evening more: enough that every page has something to say."""
    scene = set_scene(cast)
    now = datetime.now(UTC)
    lines = [("milestone", "first_laugh", 50, ""), ("note", "", 45, "Grandma rang.")]
    lines += [("signal", "fuss", 6, "")]
    keep_moments(child=cast.ada, by=cast.kim, moments=[said(cast, now, *line) for line in lines])
    for seat in (cast.kim, cast.lou, cast.aunt):
        set_weekly(seat=seat, weekly=True)
    return scene


def said(cast, now, kind, word, ago, text):
    at = now - timedelta(minutes=ago)
    return Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        by=str(cast.kim.pk),
        kind=kind,
        word=word,
        at=at,
        zone="Europe/Berlin",
        text=text,
    )


def be(mode, cast):
    """Let it be so for everybody who is asked."""
    for seat in (cast.kim, cast.lou, cast.aunt):
        set_quiet(seat=seat, quiet=mode == "quiet")
    set_loss(child=cast.ada, lost=mode == "loss")


def page(client, cast, scene, route, who):
    """Return a page's text as it comes, templates for the phone included; None if not theirs."""
    client.force_login(cast.user(who))
    reply = ask(client, scene, route, "get", access.DECISIONS[route, "get"])
    if reply.status_code == 404:
        return None
    assert reply.status_code == 200, reply.status_code
    return html.unescape(reply.content.decode())


def visible(text):
    """Return what can be read on a page before any script: nothing hidden, nothing kept aside."""
    return " ".join(words_of(parse_html(text[text.index("<html") :])))


def words_of(element):
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name not in {"template", "head"} and "hidden" not in dict(child.attributes):
            yield from words_of(child)


def ages(cast):
    """Return the words of Ada's age today, each part of them."""
    told = drawn.age_told(drawn.ages_of(cast.ada, datetime.now(UTC).date()))
    return told.split(" · ")


def test_each_page_has_its_decision():
    assert set(DECISIONS) == {route for route in PAGES if not route.startswith("api:")}


@pytest.mark.parametrize("route", TOLD)
def test_in_usual_times_a_page_says_what_it_is_said_to_say(client, cast, scene, route):
    says, text = DECISIONS[route], page(client, cast, scene, route, "kim")
    assert [words for words in (*says.usual, *says.keeps) if words not in text] == []
    assert any(age in text for age in ages(cast)) == says.age


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize("mode", ["quiet", "loss"])
@pytest.mark.parametrize("route", TOLD)
def test_in_quiet_and_loss_nothing_prompts_and_no_age_is_told(
    client, cast, scene, route, mode, who
):
    be(mode, cast)
    text = page(client, cast, scene, route, who)
    if text is None:
        return
    silent = (*DECISIONS[route].usual, *ages(cast))
    assert [words for words in silent if words in text] == []
    seen = visible(text)
    assert [rule for rule in NEVER if re.search(rule, seen, re.IGNORECASE)] == []


@pytest.mark.parametrize("who", ROLES)
@pytest.mark.parametrize("mode", ["quiet", "loss"])
@pytest.mark.parametrize("route", [route for route in TOLD if DECISIONS[route].keeps])
def test_memories_stay(client, cast, scene, route, mode, who):
    be(mode, cast)
    text = page(client, cast, scene, route, who)
    if text is not None:
        assert [words for words in DECISIONS[route].keeps if words not in text] == []


@pytest.mark.parametrize("route", TOLD)
def test_undone_all_is_as_before(client, cast, scene, route):
    before = page(client, cast, scene, route, "kim")
    for mode in ("quiet", "loss", "usual"):
        be(mode, cast)
    assert as_read(page(client, cast, scene, route, "kim")) == as_read(before)


def as_read(text):
    """Return a page without what is new in every answer: tokens, ids, hours and minutes."""
    text = re.sub(r'value="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}', "", text)
    return re.sub(r"\d+", "", text)


def test_a_child_that_is_lost_leaves_the_other_as_ever(client, cast, scene):
    twin = add_child(family=cast.family, child=NewChild(name="Bo", born=date(2026, 1, 10)))
    be("loss", cast)
    client.force_login(cast.user("kim"))
    of_bo = html.unescape(client.get(reverse("now", args=[twin.pk])).content.decode())
    assert drawn.age_told(drawn.ages_of(twin, datetime.now(UTC).date())) in of_bo
    assert "What are they telling you?" in of_bo
    of_ada = html.unescape(client.get(reverse("now", args=[scene.ada.pk])).content.decode())
    assert "What you kept of Ada is here." in of_ada
    assert ">Bo</a>" in of_ada
    for text in (of_bo, of_ada):
        assert not re.search(COUNTED, text, re.IGNORECASE)
