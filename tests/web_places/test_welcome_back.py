"""After a week away Now says "Welcome back", and nothing else: no count, no gap, no list."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.web.actions import keep_moments, note_visit, set_loss, set_quiet
from tests.web.logs import moment
from tests.web_places.reading import read


def back_after(cast, days):
    """Let Kim have been here so many days ago, and others write since."""
    now = timezone.now()
    note_visit(seat=cast.kim, now=now - timedelta(days=days))
    at = now - timedelta(hours=20)
    said = moment("03:00", "cry", child=cast.ada, by=cast.noor, day=str(at.date()))
    keep_moments(child=cast.ada, by=cast.noor, moments=[said])


def said(client, cast):
    page = client.get(reverse("now", args=[cast.ada.pk]))
    welcome = "Welcome back." in read(page, tag="p", **{"class": "voice"})
    return welcome, "While you were away" in page.content.decode()


def test_after_a_week_one_is_welcome_and_no_more_is_said(as_, cast):
    back_after(cast, 8)
    assert said(as_("kim"), cast) == (True, False)


def test_after_a_day_one_reads_what_there_was_instead(as_, cast):
    back_after(cast, 2)
    assert said(as_("kim"), cast) == (False, True)


def test_who_never_was_away_is_told_nothing(as_, cast):
    assert said(as_("kim"), cast) == (False, False)


@pytest.mark.parametrize("mode", ["quiet", "loss"])
def test_where_it_is_silent_it_stays_silent(as_, cast, mode):
    back_after(cast, 8)
    set_quiet(seat=cast.kim, quiet=mode == "quiet")
    set_loss(child=cast.ada, lost=mode == "loss")
    assert said(as_("kim"), cast) == (False, False)
