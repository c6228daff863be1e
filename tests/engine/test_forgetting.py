"""Counts that fade: the worked case, a slow twin, and where they end up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.forgetting import effective_n, fade, fades, keep_over, mean
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

SEEN = st.lists(st.sampled_from([(1, 0, 0), (0, 1, 0), (0, 0, 1)]), min_size=1, max_size=60)


def test_a_share_that_forgets_has_the_worked_numbers():
    book = case("calibration", "discounted-beta")
    seen = np.array([(y, 1 - y) for y in book.input["y"]])
    last = fades(np.array(book.input["prior"]), seen, keep=book.input["discount"])[-1]
    found = [*last, mean(last)[0], effective_n(last)]
    expected = [book.expected[name] for name in ("a", "b", "mean", "effective_n")]
    assert found == pytest.approx(expected, abs=book.tolerance)


@given(SEEN, st.sampled_from([1.0, 0.97, 0.5]))
def test_fading_step_by_step_is_a_weighted_sum(seen, keep):
    last = fades(np.ones(3), np.array(seen), keep=keep)[-1]
    assert last.tolist() == pytest.approx(twins.faded([1, 1, 1], seen, keep))


@given(SEEN, SEEN)
def test_one_can_stop_and_go_on(before, after):
    halfway = fades(np.ones(3), np.array(before), keep=0.9)[-1]
    whole = fades(np.ones(3), np.array([*before, *after]), keep=0.9)
    assert np.allclose(whole[-1], fades(halfway, np.array(after), keep=0.9)[-1])


def test_nothing_seen_leaves_no_row():
    assert fades(np.ones(2), np.zeros((0, 2)), keep=0.9).shape == (0, 2)


def test_who_forgets_nothing_counts():
    assert fade(np.array([2.0, 3.0]), np.array([1.0, 0.0]), keep=1).tolist() == [3.0, 3.0]


def test_half_is_left_after_the_half_life():
    assert keep_over(14, half_life=14) == 0.5
    assert keep_over(7, half_life=14) ** 2 == pytest.approx(0.5)


def test_a_hundred_thousand_counts_end_where_the_discount_says():
    seen = np.zeros((100_000, 2))
    seen[:, 0] = 1
    faded = fades(np.array([1.0, 1.0]), seen, keep=0.99)
    assert effective_n(faded)[-1] == pytest.approx(100)
    assert mean(faded)[-1].tolist() == pytest.approx([1, 0])
