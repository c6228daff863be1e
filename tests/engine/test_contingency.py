"""Answers within a window: the constructed case, a slow twin, scipy, and what must not matter."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from holdfast.engine.contingency import (
    chance_alone,
    chance_of_more,
    rate_ratio,
    tally_windows,
    windows,
)
from holdfast.engine.estimate import TooFew
from holdfast.engine.tallies import merge
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

TIMES = st.lists(st.integers(0, 60), max_size=15)


def moments(times, child="Robin"):
    rows = {"child": [child] * len(times), "at": [float(t) for t in times]}
    return pl.DataFrame(rows, schema={"child": pl.String, "at": pl.Float64})


def seen(total, child="Robin"):
    return pl.DataFrame({"child": [child], "start": [0.0], "end": [float(total)]})


def tallied(signals, responses, total, window):
    return tally_windows(moments(signals), moments(responses), seen(total), window=window)


@pytest.fixture(scope="module")
def six():
    return case("event_lag", "six-signals")


@pytest.fixture(scope="module")
def counts(six):
    given = six.input
    return tallied(given["signals"], given["responses"], given["total"], given["window"])


def test_windows_that_overlap_are_merged_first(six):
    given = six.input
    merged = windows(moments(given["signals"]), seen(given["total"]), window=given["window"])
    assert [list(row) for row in merged.select("start", "end").iter_rows()] == six.expected["union"]


def test_no_response_answers_twice(six, counts):
    names = {
        "inside": "n_in",
        "outside": "n_out",
        "time_inside": "time_in",
        "time_outside": "time_out",
        "answered": "signals_answered",
        "signals": "signals",
    }
    found = counts.row(0, named=True)
    expected = {ours: six.expected[theirs] for ours, theirs in names.items()}
    assert found == {"child": "Robin", **expected}
    assert found["inside"] == six.expected["distinct_responses"]


def test_the_rate_ratio_has_its_posterior(six, counts):
    shape = six.input["prior_shape"]
    ratio = rate_ratio(counts, shape=shape)
    near = pytest.approx(
        [six.expected["posterior_median"], *six.expected["posterior_80"]], abs=six.tolerance
    )
    assert [ratio.value, ratio.low, ratio.high] == near
    assert ratio.n == six.expected["signals"]
    more = chance_of_more(counts, shape=shape)
    assert more == pytest.approx(six.expected["posterior_p_ratio_above_1"], abs=six.tolerance)
    raw = counts["inside"][0] / counts["time_inside"][0]
    raw /= counts["outside"][0] / counts["time_outside"][0]
    assert raw == pytest.approx(six.expected["rate_ratio"], abs=six.tolerance)


def test_so_many_answers_by_chance_alone_are_rare(six, counts):
    found = chance_alone(counts)
    assert found == pytest.approx(six.expected["binomial_upper_tail"], abs=six.tolerance)


@given(TIMES, TIMES, st.integers(1, 20))
def test_counts_are_the_slow_twins(signals, responses, window):
    found = tallied(signals, responses, 60, window).row(0, named=True)
    del found["child"]
    assert found == twins.windows(signals, responses, 60, window)


@given(TIMES, TIMES, st.sampled_from([60, 3600]))
def test_another_unit_of_time_gives_the_same_counts(signals, responses, scale):
    small = tallied(signals, responses, 60, 5)
    large = tallied(
        [s * scale for s in signals], [r * scale for r in responses], 60 * scale, 5 * scale
    )
    same = ["signals", "answered", "inside", "outside"]
    assert large.select(same).equals(small.select(same))
    assert large["time_inside"][0] == pytest.approx(small["time_inside"][0] * scale)


@given(TIMES, TIMES, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(signals, responses, random):
    shuffled = tallied(
        random.sample(signals, len(signals)), random.sample(responses, len(responses)), 60, 5
    )
    assert shuffled.equals(tallied(signals, responses, 60, 5))


def test_children_are_counted_apart_and_add_up():
    both = tally_windows(
        pl.concat([moments([1, 30]), moments([2], "Kim")]),
        pl.concat([moments([2]), moments([31], "Kim")]),
        pl.concat([seen(60), seen(60, "Kim")]),
        window=5,
    )
    assert both.select("child", "answered", "inside").rows() == [("Kim", 0, 0), ("Robin", 1, 1)]
    parts = [both.filter(child=c).with_columns(child=pl.lit("all")) for c in ("Kim", "Robin")]
    assert merge(parts, by="child").row(0)[1:] == (3, 1, 1, 1, 15.0, 105.0)


def test_what_nobody_was_there_to_see_does_not_count():
    found = tallied([10, 59, 70], [61, 80], 60, 5).row(0, named=True)
    assert (found["signals"], found["inside"], found["outside"]) == (2, 0, 0)
    assert found["time_inside"] == 6


def test_few_signals_are_too_few_to_say():
    assert rate_ratio(tallied([1, 2], [3], 60, 5)) == TooFew(2, 5)
    assert rate_ratio(tallied([], [], 60, 5)) == TooFew(0, 5)


def test_windows_without_an_outside_are_too_few_to_say():
    assert rate_ratio(tallied(range(0, 60, 5), [3], 60, 5)) == TooFew(12, 13)


def test_signals_at_the_very_end_leave_no_time_for_an_answer():
    assert rate_ratio(tallied([60] * 5, [3], 60, 5)) == TooFew(5, 6)


def test_one_answer_in_a_window_is_as_rare_as_not_missing_it():
    found = chance_alone(tallied([10], [12, 30], 60, 6))  # the window is a tenth of the time
    assert found == pytest.approx(1 - 0.9**2)


def test_no_answer_in_any_window_is_what_chance_gives_at_least():
    assert chance_alone(tallied([1], [30], 60, 5)) == 1


def test_a_hundred_thousand_signals_have_the_posterior_of_scipy():
    rng = np.random.default_rng(4)
    signals = np.sort(rng.uniform(0, 5e7, 100_000))
    responses = np.r_[signals + rng.exponential(400, 100_000), rng.uniform(0, 5e7, 50_000)]
    found = tallied(signals, responses, 5e7, 300)
    total = found.row(0, named=True)
    inside = np.searchsorted(signals, responses, side="left") - 1
    kept = responses <= 5e7
    near = (inside >= 0) & (responses - signals[np.maximum(inside, 0)] <= 300) & kept
    assert (total["inside"], total["outside"]) == (near.sum(), (kept & ~near).sum())
    ratio = rate_ratio(found, level=0.95)
    law = stats.f(2 * total["inside"] + 1, 2 * total["outside"] + 1)
    scale = (total["inside"] + 0.5) / total["time_inside"]
    scale /= (total["outside"] + 0.5) / total["time_outside"]
    assert [ratio.low, ratio.high] == pytest.approx(list(scale * law.ppf([0.025, 0.975])), rel=1e-9)
