"""What may help first, on a phone: read at a glance, folded after a tap, hidden, brought back."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from holdfast.web.actions import keep_moments
from holdfast.web.ids import new_id
from holdfast.words import Moment


@pytest.fixture
def lived(cast):
    """A fortnight of feeds that settled Ada, the last one three hours ago."""
    now, said = timezone.now(), ("signal/cry", "response/feed", "settling/settled")
    moments = [
        Moment(
            id=str(new_id()),
            child=str(cast.ada.pk),
            by=str(cast.kim.pk),
            kind=what.partition("/")[0],
            word=what.partition("/")[2],
            at=now - timedelta(hours=3 * number, minutes=-4 * place),
            zone="Europe/Berlin",
        )
        for number in range(100, 0, -1)
        for place, what in enumerate(said)
    ]
    keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    return cast


@pytest.fixture(params=[True, False], ids=["with a script", "without"])
def browser_context_args(browser_context_args, request):
    return {**browser_context_args, "java_script_enabled": request.param}


def test_it_is_read_folded_hidden_and_brought_back(page, sign_in, lived, live_server):
    sign_in(page, "kim").goto(f"{live_server.url}/now/{lived.ada.pk}/")
    page.get_by_role("button", name="cries").click()
    expect(page.locator(".may b").first).to_have_text("Feeding")
    expect(page.locator(".may .band").first).to_have_text("likely")
    expect(page.locator(".may p").first).to_contain_text("since the last feed; her usual gap is")
    page.get_by_role("button", name="hug, hold").click()
    expect(page.locator(".sheet .step")).to_have_text(["cried", "held"])
    expect(page.locator(".may").first).to_be_hidden()
    page.get_by_text("What may help first").click()
    page.get_by_role("button", name="Not for Ada").click()
    expect(page.locator(".sheet .step")).to_have_text(["cried", "held"])
    expect(page.locator(".helping")).to_have_count(0)
    page.goto(f"{live_server.url}/family/")
    page.get_by_role("button", name="Show it again").click()
    expect(page.get_by_text("Hidden for Ada")).to_have_count(0)
    page.goto(f"{live_server.url}/now/{lived.ada.pk}/")
    expect(page.locator(".helping")).to_have_count(1)
