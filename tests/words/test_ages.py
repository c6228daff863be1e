"""How old: the fixture's rows, and the edges around birth, arrival and two years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.words.ages import Ages, ages, corrected, gestation_at_birth, second_birthday
from tests.engine.fixtures import case

ROWS = case("age", "corrected-age").expected["rows"]
DAY = date(2025, 3, 1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_child_has_the_age_that_is_to_be_used(row):
    born, due, on = (date.fromisoformat(row[name]) for name in ("birth", "due_date", "on"))
    assert gestation_at_birth(born, due) == 7 * row["gestation_weeks"] + row["gestation_days"]
    found = ages(on, born=born, due=due)
    assert found.calendar == row["chronological_days"]
    assert (found.corrected is not None) == row["corrected"]
    assert found.usual == row["age_days_used"]
    assert found.usual / 7 == pytest.approx(row["age_weeks_used"], abs=1e-6)


def test_before_birth_age_is_gestation():
    found = ages(DAY, due=DAY + timedelta(days=140))
    assert found == Ages(gestation=140)
    assert found.usual is None


def test_before_its_birth_a_born_child_was_expected():
    assert ages(DAY, born=DAY + timedelta(days=1), due=DAY) == Ages(gestation=280)


def test_an_awaited_child_without_dates_has_no_age():
    assert ages(DAY) == Ages()


def test_a_child_without_a_due_date_has_its_calendar_age():
    found = ages(DAY, born=DAY - timedelta(days=10))
    assert found == Ages(calendar=10)
    assert found.usual == 10


def test_a_family_that_came_together_later_counts_from_that_day_too():
    born = DAY - timedelta(days=100)
    before, since = DAY - timedelta(days=1), DAY + timedelta(days=3)
    assert ages(before, born=born, arrived=DAY).here is None
    assert ages(DAY, born=born, arrived=DAY).here == 0
    assert ages(since, arrived=DAY) == Ages(here=3)


def test_a_leap_day_has_its_second_birthday_on_the_first_of_march():
    assert second_birthday(date(2024, 2, 29)) == date(2026, 3, 1)
    assert second_birthday(date(2024, 2, 28)) == date(2026, 2, 28)


@given(DAYS, st.integers(-40, 120), st.integers(0, 900))
def test_corrected_age_is_never_more_than_the_calendars(born, early, later):
    on, due = born + timedelta(days=later), born + timedelta(days=early)
    found = corrected(on, born, due)
    assert (found is not None) == (early > 21 and on < second_birthday(born))
    if found is not None:
        assert found == later - early
