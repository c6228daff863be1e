"""Shares in words: in tenths, with the band and the count; or kindly too few."""

import pytest

from holdfast.engine import Estimate, TooFew
from holdfast.telling.shares import in_ten, minutes_with_band, too_few, with_band


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.78, "8 in 10"), (0.04, "fewer than 1 in 10"), (0.96, "nearly always"), (0.5, "5 in 10")],
)
def test_a_share_is_said_in_tenths(value, said):
    assert in_ten(Estimate(value, value, value, 9)) == said


def test_with_its_band_and_its_count():
    assert with_band(Estimate(0.78, 0.6, 0.9, 18)) == "8 in 10 (6 to 9; seen 18 times)"
    assert with_band(Estimate(0.78, 0.6, 0.9, 1)) == "8 in 10 (6 to 9; seen 1 time)"


def test_a_band_that_tenths_cannot_show_is_left_out_and_the_count_is_not():
    assert with_band(Estimate(0.79, 0.78, 0.81, 900)) == "8 in 10 (seen 900 times)"


def test_minutes_have_their_band_too():
    assert minutes_with_band(Estimate(3, 2, 4, 9)) == "3 minutes (2 to 4)"
    assert minutes_with_band(Estimate(1, 1, 1, 900)) == "1 minute"


def test_too_few_is_said_with_what_it_takes():
    assert too_few(TooFew(3, 5)) == "Too few to say yet: 3 so far, and it takes about 5."
