"""An estimate has its count and its band, or it is not there."""

import math
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.estimate import Estimate, NoEstimate, TooFew


def test_a_number_without_its_count_and_band_cannot_be_built():
    for values in ((0.5,), (0.5, 0.4, 0.6)):
        with pytest.raises(TypeError):
            Estimate(*values)


@pytest.mark.parametrize(
    ("value", "low", "high", "n"),
    [(0.5, 0.4, 0.6, 0), (0.7, 0.4, 0.6, 3), (math.nan, 0, 1, 3), (0.5, 0.4, math.inf, 3)],
)
def test_what_could_not_be_said_honestly_is_refused(value, low, high, n):
    with pytest.raises(NoEstimate):
        Estimate(value, low, high, n)


@given(st.lists(st.floats(-1e9, 1e9), min_size=3, max_size=3), st.integers(1, 10**9))
def test_any_value_within_its_band_and_with_a_count_can_be_said(numbers, n):
    low, value, high = sorted(numbers)
    assert Estimate(value, low, high, n).n == n


def test_too_few_says_how_many_there_are_and_how_many_it_needs():
    assert (TooFew(2, 5).n, TooFew(2, 5).needed) == (2, 5)


@pytest.mark.parametrize(("n", "needed"), [(5, 5), (7, 5), (-1, 5)])
def test_enough_is_not_too_few(n, needed):
    with pytest.raises(NoEstimate):
        TooFew(n, needed)


def test_what_was_found_is_not_changed_afterwards():
    with pytest.raises(FrozenInstanceError):
        Estimate(0.5, 0.4, 0.6, 3).n = 100
