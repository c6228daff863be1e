"""Two people in one state: the worked case, a slow twin, and short sessions."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.recurrence import profile, recurrence_rate
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

STATES = st.text("SGN", max_size=12)


def test_ten_moments_have_the_worked_profile():
    book = case("recurrence", "ten-states")
    x, y = book.input["x"], book.input["y"]
    rate = recurrence_rate(x, y)
    assert rate == pytest.approx(book.expected["recurrence_rate"], abs=book.tolerance)
    found = profile(x, y, lags=book.input["lags"])["share"].to_list()
    assert found == pytest.approx(book.expected["profile"], abs=1e-9)


@given(STATES, STATES, st.integers(-13, 13))
def test_each_lag_is_the_slow_twins(x, y, lag):
    found = profile(x, y, lags=[lag])["share"][0]
    expected = twins.profile(x, y, lag)
    assert found == (None if expected is None else pytest.approx(expected))


@given(STATES, STATES)
def test_who_is_first_only_turns_the_lags_around(x, y):
    one, two = profile(x, y, lags=[-2, 0, 2]), profile(y, x, lags=[2, 0, -2])
    assert one["share"].equals(two["share"])


@given(STATES, STATES)
def test_the_rate_is_the_share_of_all_pairs(x, y):
    same = [a == b for a in x for b in y]
    assert recurrence_rate(x, y) == (pytest.approx(sum(same) / len(same)) if same else None)


def test_a_hundred_thousand_moments_show_who_follows_after_how_many():
    x = np.random.default_rng(40).choice(list("SGN"), 100_000)
    found = profile(x, np.roll(x, 3), lags=range(6))
    assert found["share"].to_list() == pytest.approx([1 / 3] * 3 + [1] + [1 / 3] * 2, abs=0.01)
