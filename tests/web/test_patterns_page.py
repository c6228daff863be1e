"""The page of patterns: light, cheap the second time, kind when there is little, and one's own."""

import random
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.web import actions
from holdfast.web.access import within
from holdfast.web.ids import new_id
from holdfast.web.models import Child, Month
from holdfast.web.places.patterns import views
from holdfast.words import Kind, Moment
from tests.web.logs import moment

SAID = (
    (Kind.SIGNAL, "cry"),
    (Kind.RESPONSE, "hug"),
    (Kind.SETTLING, "settled"),
    (Kind.CARE, "feed"),
    (Kind.EXPLORING, "off"),
    (Kind.EXPLORING, "look_back"),
    (Kind.EXPLORING, "return"),
)


@pytest.fixture(autouse=True)
def _nothing_told_yet():
    views.told.cache_clear()


@pytest.fixture
def lived(cast):
    """Eight weeks of Ada's log up to now, and her family's other half with none."""
    chance, now = random.Random(1), datetime.now(UTC)
    at, moments = now - timedelta(weeks=8), []
    while at < now - timedelta(hours=1):
        moments += [
            Moment(
                id=str(new_id()),
                child=str(cast.ada.pk),
                by=str(cast.kim.pk),
                kind=kind,
                word=word,
                at=at + timedelta(minutes=3 * n),
                until=at + timedelta(minutes=3 * n + 12) if word == "feed" else None,
                zone="Europe/Berlin",
            )
            for n, (kind, word) in enumerate(SAID)
            if chance.random() < 0.8
        ]
        at += timedelta(minutes=chance.choice([90, 200, 400]))
    actions.keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    return cast


class Nodes(HTMLParser):
    """Counts elements, and keeps what is written."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.ids, self.words = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.words.append(data.strip())


def get(client, child, query=""):
    return client.get(reverse("patterns", args=[child.pk]) + query)


def test_it_tells_every_section_with_its_figure_and_its_table(as_, lived):
    page = Nodes(get(as_("noor"), lived.ada).content.decode())
    sections = {"dictionary", "soothing", "promptness", "repair", "rhythm", "crying"}
    assert sections <= set(page.ids)
    assert page.elements.count("figure") == page.elements.count("table") >= 5
    assert len(page.ids) == len(set(page.ids))


def test_it_is_light(as_, lived):
    response = get(as_("noor"), lived.ada)
    assert len(response.content) < 170_000
    assert len(Nodes(response.content.decode()).elements) < 3_000


def test_no_caregiver_stands_in_it(as_, lived):
    words = " ".join(Nodes(get(as_("noor"), lived.ada).content.decode()).words)
    assert "Ada" in words
    assert not {"Kim", "Noor", "Lou", "Mum", "Mama"} & set(words.replace(",", " ").split())


def test_a_second_look_asks_only_who_it_is(as_, lived, django_assert_num_queries):
    client = as_("noor")
    first = get(client, lived.ada)
    with django_assert_num_queries(6):  # session, user, seat, child; seats and siblings
        again = get(client, lived.ada)
    assert told_in(again) == told_in(first)


def told_in(response):
    return [word for word in Nodes(response.content.decode()).words if word]


def test_a_write_shows_at_once(as_, lived):
    client = as_("noor")
    get(client, lived.ada)
    before = get(client, lived.ada).content
    late = timezone.now() - timedelta(days=20)
    said = moment(
        f"{late:%H:%M}", "shy_with_strangers", child=lived.ada, by=lived.kim, day=f"{late:%Y-%m-%d}"
    )
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[said])
    after = get(client, lived.ada).content
    assert b"was shy with strangers" not in before
    assert b"was shy with strangers" in after


def test_with_all_that_is_kept_thrown_away_the_page_is_the_same(as_, lived):
    client = as_("noor")
    first = told_in(get(client, lived.ada))
    views.told.cache_clear()
    with within(family=lived.family.pk):
        Month.objects.all().delete()
    assert told_in(get(client, lived.ada)) == first


def test_all_along_tells_of_the_whole_log(as_, lived):
    old = moment("12:00", "cling", child=lived.ada, by=lived.kim, day="2025-03-01")
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[old])
    client = as_("noor")
    lately, always = (get(client, lived.ada, query).content.decode() for query in ("", "?all"))
    assert always != lately
    assert '<a class="chip" href="?all" aria-current="page">' in always


def test_with_nothing_written_it_is_kind(as_, lived):
    with within(family=lived.family.pk):
        twin = Child.objects.create(family=lived.family, name="Bo", pronoun="he")
    page = Nodes(get(as_("noor"), twin).content.decode())
    assert "figure" not in page.elements
    assert any("nothing that you have to do about it" in words for words in page.words)
    assert [word for word in page.words if word in {"Ada", "Bo"}] == ["Bo", "Ada", "Bo"]


def test_what_was_told_of_one_child_is_not_told_of_another(as_, lived):
    assert b"cried" in get(as_("noor"), lived.ada).content
    assert b"cried" not in get(as_("chi"), lived.ben).content
