"""Grow on a phone: the other age, a fact that opens, other times, and a signal without a line."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.access import within
from holdfast.web.models import Child
from tests.journeys.phones import kept_pages, open_phone, until


@pytest.fixture
def grow(page, sign_in, cast, live_server):
    """Return Kim's phone with Ada's page open: ten weeks old, seven weeks before that due."""
    today = timezone.now().date()
    with within(family=cast.family.pk):
        Child.objects.filter(pk=cast.ada.pk).update(
            born=today - timedelta(weeks=10), due=today - timedelta(weeks=3)
        )
    sign_in(page, "kim").goto(f"{live_server.url}/grow/{cast.ada.pk}/")
    return page


def says(page, *words):
    """See that the page opens with these words."""
    expect(page.locator(".opening .voice")).to_contain_text(words)


def test_one_switch_shows_the_other_age(grow):
    said = "Ada is ten weeks old, and three weeks counted from the due date."
    says(grow, said, "for the first time")
    grow.get_by_role("link", name="ten weeks from birth").click()
    says(grow, said, "begin to smile")
    grow.get_by_role("link", name="three weeks from the due date").click()
    says(grow, said, "for the first time")


def test_a_fact_opens_and_shows_what_it_stands_on(grow):
    fact = grow.locator(".piece .known").first
    expect(fact.get_by_text("How sure")).to_be_hidden()
    fact.locator("summary").click()
    expect(fact.get_by_text("How sure")).to_be_visible()


def test_one_leafs_on_and_comes_back_to_today(grow):
    grow.get_by_role("link", name="Six to twelve weeks").first.click()
    says(grow, "Six to twelve weeks", "begin to smile")
    grow.get_by_role("link", name="Back to today").click()
    says(grow, "Ada is ten weeks old", "for the first time")


def test_more_to_read_is_one_tap_away(grow):
    folded = grow.get_by_role("heading", name="You cannot always find the right way")
    for topic in grow.locator("details.more > summary").all():
        topic.click()
    expect(folded.first).to_be_visible()


def test_what_a_cry_may_be_telling_opens_where_there_is_no_line(page, sign_in, cast, live_server):
    open_phone(sign_in(page, "kim"), f"{live_server.url}/now/{cast.ada.pk}/")
    asked = f"/grow/{cast.ada.pk}/signal/cry/"
    until(lambda: asked in kept_pages(page))
    page.context.set_offline(offline=True)
    page.goto(live_server.url + asked)
    expect(page.get_by_role("heading", level=1)).to_have_text("Cries")
    expect(page.get_by_role("heading", name="When to call somebody")).to_be_visible()
    expect(page.get_by_text("Never shake.")).to_be_visible()
