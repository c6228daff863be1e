"""A day is a local day; the last of each care is found however long the log is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.web.actions import keep_moments
from holdfast.web.queries import day_of, last_of_each_care, running_sleep
from holdfast.web.queries.days import bounds
from tests.web.logs import moment, moments

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


def keep(cast, *said):
    keep_moments(child=cast.ada, by=cast.kim, moments=said, now=NOW)


def clocks(child, on):
    return [f"{row.moment.at:%d %H:%M}" for row in day_of(child, on=on, zone="Europe/Berlin")]


@pytest.mark.parametrize(
    ("on", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)]
)
def test_a_day_is_as_long_as_its_clocks_make_it(on, hours):
    start, end = bounds(date.fromisoformat(on), "Europe/Berlin")
    assert end - start == timedelta(hours=hours)


def test_the_last_minutes_of_a_utc_day_belong_to_tomorrow_in_berlin(cast):
    keep(cast, *moments("22:59 cry / 23:00 cry", cast.ada))
    assert clocks(cast.ada, date(2026, 3, 13)) == ["13 22:59"]
    assert clocks(cast.ada, date(2026, 3, 14)) == ["13 23:00"]


def test_a_night_s_sleep_is_in_both_days(cast):
    sleep = moment("21:00", "sleep", child=cast.ada)
    keep(cast, replace(sleep, until=datetime(2026, 3, 14, 4, 0, tzinfo=UTC)))
    both = (date(2026, 3, 13), date(2026, 3, 14))
    assert [clocks(cast.ada, on) for on in both] == [["13 21:00"], ["13 21:00"]]
    assert clocks(cast.ada, date(2026, 3, 15)) == []


def test_the_last_of_each_care_is_one_query(cast):
    keep(cast, *moments("01:00 care:feed / 02:00 nappy / 03:00 care:feed / 04:00 sleep", cast.ada))
    with CaptureQueriesContext(connection) as asked:
        lasts = last_of_each_care(cast.ada, before=NOW)
    assert {str(word): f"{row.moment.at:%H:%M}" for word, row in lasts.items()} == {
        "feed": "03:00",
        "nappy": "02:00",
        "sleep": "04:00",
    }
    assert len(asked) == 1


def test_a_sleep_runs_until_it_is_stopped(cast):
    keep(cast, moment("23:00", "sleep", child=cast.ada))
    lasts = last_of_each_care(cast.ada, before=NOW)
    assert running_sleep(lasts, now=NOW).moment.word == "sleep"


def test_a_sleep_that_nobody_stopped_does_not_run_for_days(cast):
    keep(cast, moment("03:00", "sleep", child=cast.ada))
    lasts = last_of_each_care(cast.ada, before=NOW)
    assert running_sleep(lasts, now=NOW) is None


def test_a_sleep_with_an_end_does_not_run(cast):
    sleep = moment("23:00", "sleep", child=cast.ada)
    keep(cast, replace(sleep, until=NOW))
    assert running_sleep(last_of_each_care(cast.ada, before=NOW), now=NOW) is None


def test_where_no_sleep_was_logged_none_runs(cast):
    assert running_sleep(last_of_each_care(cast.ada, before=NOW), now=NOW) is None
