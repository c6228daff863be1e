"""What is estimated from the counts of patterns: by plain loops, and where there is no answer."""

import random
from datetime import date
from math import isclose, log

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine import Estimate, TooFew, priors
from holdfast.engine.dictionary import ANSWERS, BORROWED, EVEN, NEEDS, Cell, dictionary, learnt
from holdfast.engine.exploring import explores_again, usual_bout
from holdfast.engine.months import NOTHING, tallies
from holdfast.engine.promptness import middle_half
from holdfast.engine.repair import mended_within, mending
from holdfast.engine.rhythm import middle_gaps, per_day
from holdfast.engine.selectivity import unevenness
from holdfast.engine.signs import PHASES, hazard, so_far
from holdfast.engine.survival import tally_times
from tests.engine.pattern_logs import a_log, frame

few = st.lists(st.integers(0, 9), min_size=6, max_size=6)


@given(few, few)
def test_what_speaks_for_each_need_is_shared_out_as_one_would_by_hand(said, settled_by):
    cell = Cell("cry", "always", "", np.array(said, float), np.array(settled_by[:5], float))
    shares = [1 / 6] * 6
    for times in range(31):
        counts = [BORROWED / 6 + said[n] for n in range(6)]
        if times == 0:
            shares = [c / sum(counts) for c in counts]
            continue
        for r in range(5):
            weights = [shares[n] * priors.SETTLES[n][r] for n in range(6)]
            for n in range(6):
                counts[n] += settled_by[r] * weights[n] / sum(weights)
        shares = [c / sum(counts) for c in counts]
    assert learnt(EVEN, cell) == pytest.approx(counts)


def test_needs_and_answers_are_in_the_order_of_the_tables():
    assert NEEDS == ("nourishment", "rest", "closeness", "play", "discomfort", "cannot_tell")
    assert ANSWERS == ("feed", "rest", "hold", "play", "care")
    assert ("nutrition", *NEEDS[1:5], "unknown") == priors.NEED_ORDER


@pytest.fixture(scope="module")
def counts():
    return tallies(frame(a_log(random.Random(2), 20_000, spread=200)))


def test_a_dictionary_has_shares_that_add_up_and_bands_around_them(counts):
    entries = dictionary(counts["meanings"])
    assert len(entries) >= 5
    for entry in entries:
        assert isclose(sum(entry.shares.values()), 1)
        assert entry.share.value == max(entry.shares.values())


def test_a_family_that_knows_more_has_narrower_bands(counts):
    tenfold = counts["meanings"].with_columns(pl.col("count") * 10)
    for few, many in zip(dictionary(counts["meanings"])[:1], dictionary(tenfold)[:1], strict=True):
        assert many.share.high - many.share.low < few.share.high - few.share.low


def test_usual_values_are_in_the_middle_of_their_bands(counts):
    for found in (
        per_day(counts["feeds_by_day"], "feeds"),
        per_day(counts["cries_by_day"], "cried"),
        middle_gaps(counts["gaps"]),
        usual_bout(counts["bouts"]),
        explores_again(counts["comforts"]),
        mended_within(counts["mending"]),
    ):
        assert isinstance(found, Estimate)
        assert found.low <= found.value <= found.high
    assert mending(counts["mending"])["share"].is_sorted(descending=True)


def test_the_middle_half_of_waits_lies_between_the_first_quarter_and_the_last():
    waits = [(time, True) for time in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)]
    tally = tally_times(pl.DataFrame(waits, ["time", "happened"], orient="row"))
    assert middle_half(tally) == (2, 6)


def test_of_nothing_nothing_is_said():
    assert dictionary(NOTHING["meanings"]) == []
    assert middle_half(NOTHING["waits"]) is None
    assert isinstance(usual_bout(NOTHING["bouts"]), TooFew)
    assert so_far(NOTHING["signs"], origin=date(2026, 1, 1), today=date(2026, 2, 1)).phase is None


@pytest.mark.parametrize("phase", range(PHASES - 1))
def test_a_phase_is_left_sooner_or_later_and_never_with_more_than_certainty(phase):
    hazards = [hazard(phase, week) for week in range(1000)]
    assert all(0 <= one <= 1 for one in hazards)
    assert np.prod([1 - one for one in hazards]) == pytest.approx(0, abs=1e-9)


def test_half_of_babies_have_a_particular_tie_by_29_weeks_and_eight_in_ten_by_40():
    stay = np.cumprod([1 - hazard(1, week) for week in range(60)])
    assert 1 - stay[28] == pytest.approx(0.5, abs=1e-9)
    assert 1 - stay[39] == pytest.approx(0.8, abs=0.01)


def test_the_first_change_is_at_ten_weeks_for_half():
    stay = np.cumprod([1 - hazard(0, week) for week in range(30)])
    assert 1 - stay[9] == pytest.approx(0.5, abs=1e-4)


def test_calls_to_one_alone_are_wholly_uneven_and_equal_ones_not_at_all():
    rates = np.array([[1.0, 1.0, 1.0], [1.0, 1e-12, 1e-12], [2.0, 1.0, 1.0]])
    half = 1 - (0.5 * log(2) + 0.5 * log(4)) / log(3)
    assert unevenness(rates) == pytest.approx([0, 1, half], abs=1e-9)
