"""The page about the week: for whoever asked for it, of one week, on one sheet, without numbers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from holdfast.web.access import Child, within
from holdfast.web.actions import keep_moments, set_quiet, set_weekly
from tests.web.logs import moment
from tests.web_places.reading import read

MONDAY = date(2026, 3, 9)


@pytest.fixture
def kim(as_, cast):
    set_weekly(seat=cast.kim, weekly=True)
    return as_("kim")


def kept(cast, *said):
    keep_moments(
        child=cast.ada,
        by=cast.kim,
        moments=[
            moment(clock, word, child=cast.ada, by=cast.kim, day=day) for day, clock, word in said
        ],
    )


def week(client, cast, on=MONDAY, query=""):
    return client.get(reverse("week_of", args=[cast.ada.pk, on]) + query)


def test_it_is_offered_first_and_begins_with_a_tap(as_, cast):
    client = as_("kim")
    assert "I would like it" in week(client, cast).content.decode()
    client.post(reverse("family_weekly"), {"act": "on"})
    assert "To try together" in read(week(client, cast), tag="h2")
    client.post(reverse("family_weekly"), {"act": "back"})
    assert "To try together" not in read(week(client, cast), tag="h2")


def test_what_one_asks_for_another_does_not_get(kim, as_, cast):
    assert "To try together" in read(week(kim, cast), tag="h2")
    assert "To try together" not in read(week(as_("noor"), cast), tag="h2")


def test_it_tells_the_week_of_any_of_its_days_and_no_other(kim, cast):
    kept(cast, ("2026-03-10", "03:00", "smile"), ("2026-03-17", "03:00", "cry"))
    for on in (MONDAY, date(2026, 3, 15)):
        page = week(kim, cast, on)
        assert read(page, tag="p", **{"class": "told"}) == [
            "She smiled, and somebody was there to see it."
        ]
        assert "9 March to 15 March 2026" in page.content.decode()


def test_numbers_are_there_for_who_asks(kim, cast):
    kept(cast, ("2026-03-10", "03:00", "smile"))
    plain, asked = (read(week(kim, cast, query=query), tag="p") for query in ("", "?numbers"))
    counted = "One exchange was written down: once nobody wrote how it ended."
    assert counted not in plain
    assert counted in asked
    assert "with numbers" in plain
    assert "without numbers" in asked


def test_a_mended_moment_is_worth_keeping_and_none_leaves_no_gap(kim, cast):
    assert "Worth keeping" not in read(week(kim, cast), tag="h2")
    steps = ("07:30 cry", "07:31 not_just_then", "07:36 carry", "07:38 sing", "07:40 settled")
    kept(cast, *(("2026-03-10", *step.split()) for step in steps))
    page = week(kim, cast)
    assert "Worth keeping" in read(page, tag="h2")
    kept_for = "It did not work at first, and somebody stayed until it did."
    assert f"Tuesday, 08:30. {kept_for}" in read(page, tag="p")


def test_an_empty_week_gets_a_kind_page_with_something_to_try(kim, cast):
    page = week(kim, cast, date(2026, 5, 6))
    assert "It was a week all the same." in page.content.decode()
    assert read(page, tag="h2")[-2:] == ["To try together", "A line by hand"]
    assert "Worth keeping" not in read(page, tag="h2")


def test_one_thing_is_of_the_corrected_age(kim, cast):
    """On 13 April Ada is thirteen weeks old, and eight counted from the day she was due."""
    titles = set()
    for due in (date(2026, 2, 14), date(2026, 1, 10)):
        with within(family=cast.family.pk):
            Child.objects.filter(pk=cast.ada.pk).update(due=due)
        weeks = [date(2026, 4, 13) + timedelta(weeks=more) for more in range(4)]
        titles.add(tuple(read(week(kim, cast, on), tag="h2")[0] for on in weeks))
    assert len(titles) == 2


def test_a_week_that_has_not_begun_is_not_there(kim, cast):
    ahead = datetime.now(UTC).date() + timedelta(days=14)
    assert week(kim, cast, ahead).status_code == 404
    assert week(kim, cast, "nonsense").status_code == 404


def test_this_week_leads_back_and_not_on(kim, cast):
    page = kim.get(reverse("week", args=[cast.ada.pk])).content.decode()
    assert 'aria-label="The week before"' in page
    assert 'aria-label="The week after"' not in page
    assert 'aria-label="The week after"' in week(kim, cast).content.decode()


@pytest.mark.parametrize("place", ["day", "patterns"])
def test_the_way_to_it_is_shown_to_who_asked_for_it_alone(kim, as_, cast, place):
    way = "The week on one page"
    assert way in kim.get(reverse(place, args=[cast.ada.pk])).content.decode()
    set_quiet(seat=cast.kim, quiet=True)
    assert way not in kim.get(reverse(place, args=[cast.ada.pk])).content.decode()
    assert way not in as_("noor").get(reverse(place, args=[cast.ada.pk])).content.decode()


def test_in_quiet_it_tells_nothing(kim, cast):
    set_quiet(seat=cast.kim, quiet=True)
    page = week(kim, cast).content.decode()
    assert "Nothing is said about the week." in page
    assert "To try together" not in page


@pytest.mark.parametrize("days", [1, 30])
def test_it_asks_the_database_as_much_whatever_the_log_holds(
    kim, cast, django_assert_num_queries, days
):
    kept(
        cast,
        *((str(MONDAY - timedelta(days=day)), "03:00", "cry") for day in range(days)),
    )
    with django_assert_num_queries(5):
        week(kim, cast)
