"""When it began: what the survey found, and what an answer changes."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.onset import WHEN, onset

WEEKS = st.floats(-39, 60)


def shares(*args, **kwargs):
    return onset(*args, **kwargs)["share"]


def test_who_has_not_answered_is_like_those_who_were_asked_in_the_survey():
    felt_by = shares().cum_sum()
    assert felt_by[1:5].to_list() == pytest.approx([0.753, 0.858, 0.951, 0.993])


def test_after_an_early_birth_it_takes_longer():
    early = [shares(born_at_days=days)[:2].sum() for days in (30 * 7, 34 * 7, 37 * 7)]
    assert early == pytest.approx([0.385, 0.662, 0.753])


def test_not_yet_at_a_week_leaves_what_comes_after():
    found = onset([(1, False)])
    assert found["when"].to_list() == list(WHEN)
    left = 0.093 + 0.042 + 0.007
    expected = [0, 0, 0, 0.093 / left, 0.042 / left, 0.007 / left]
    assert found["share"].to_list() == pytest.approx(expected)


def test_not_yet_and_then_felt_puts_it_between():
    found = shares([(0, False), (1, True)])
    assert found.to_list() == pytest.approx([0, 0.214 / 0.319, 0.105 / 0.319, 0, 0, 0])


def test_a_feeling_that_comes_and_goes_began_when_it_first_came():
    assert shares([(0, False), (1, True), (5, False), (9, True)]).equals(
        shares([(0, False), (1, True)])
    )


def test_felt_in_pregnancy_stays_in_pregnancy():
    assert shares([(-20, True)]).to_list() == [1, 0, 0, 0, 0, 0]
    assert shares([(-50, True)]).to_list() == [1, 0, 0, 0, 0, 0]


def test_not_yet_after_a_year_is_still_not_yet():
    assert shares([(60, False)]).to_list() == [0, 0, 0, 0, 0, 1]


def test_where_nobody_in_the_survey_was_all_times_are_alike():
    found = shares([(0, False), (1 / 7, True)], born_at_days=30 * 7)
    assert found.to_list() == pytest.approx([0, 1, 0, 0, 0, 0])


@given(st.lists(st.tuples(WEEKS, st.booleans()), max_size=6))
def test_shares_are_a_whole_whatever_is_answered(answers):
    found = shares(answers)
    assert found.sum() == pytest.approx(1)
    assert (found >= 0).all()
    assert found.equals(shares(answers[::-1]))


@given(WEEKS)
def test_another_not_yet_never_makes_it_earlier(week):
    before, after = shares(), shares([(week, False)])
    assert (after.cum_sum() <= before.cum_sum() + 1e-12).all()
    assert isinstance(after, pl.Series)
