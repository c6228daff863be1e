"""Curves of waits: the textbook's numbers, a slow twin, lifelines, and what must not matter."""

import json

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.statistics import logrank_test
from lifelines.utils import restricted_mean_survival_time

from holdfast.engine.estimate import TooFew
from holdfast.engine.survival import (
    cumulative_incidence,
    curve,
    log_rank,
    median,
    restricted_mean,
    tally_causes,
    tally_times,
)
from holdfast.engine.tallies import merge
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import SCIENCE, case

ARMS = ("freireich-6mp", "freireich-placebo")
WAITS = st.lists(st.tuples(st.integers(1, 12), st.booleans()), min_size=1, max_size=25)
CAUSES = st.lists(
    st.tuples(st.integers(1, 9), st.sampled_from(["response", "alone", None])),
    min_size=1,
    max_size=25,
)


def times(waits, name="happened"):
    schema = {"time": pl.Float64, name: pl.Boolean if name == "happened" else pl.String}
    return pl.DataFrame(waits, schema=schema, orient="row")


def trial(case_id):
    found = case("survival", case_id).input
    return times([(t, e == 1) for t, e in zip(found["time"], found["event"], strict=True)])


def waltons():
    raw = json.loads((SCIENCE / "waltons.json").read_text("utf-8"))
    rows = [(time, event == 1, group) for time, event, group in raw["rows"]]
    return pl.DataFrame(rows, schema=["time", "happened", "group"], orient="row")


def at(frame, wanted, column):
    rows = pl.DataFrame({"time": wanted}, schema={"time": pl.Float64}).join(frame, on="time")
    return rows[column].to_list()


@pytest.fixture(scope="module")
def many():
    """100,000 waits with ties and some not seen to their end."""
    rng = np.random.default_rng(1)
    waits = np.ceil(rng.gamma(1.2, 90, 100_000))
    return pl.DataFrame({"time": waits, "happened": rng.random(100_000) < 0.8})


def test_the_textbook_trial_has_its_curve_with_its_band():
    textbook = case("survival", "freireich-6mp")
    steps = curve(tally_times(trial("freireich-6mp")))
    near = pytest.approx
    assert at(steps, textbook.expected["at"], "share") == near(
        textbook.expected["survival"], abs=textbook.tolerance
    )
    assert at(steps, textbook.expected["at"], "error") == near(
        textbook.expected["greenwood_se"], abs=textbook.tolerance
    )
    band = textbook.expected["loglog_ci95"]
    assert at(steps, band["at"], "low") == near(band["lower"], abs=textbook.tolerance)
    assert at(steps, band["at"], "high") == near(band["upper"], abs=textbook.tolerance)


@pytest.mark.parametrize("arm", ARMS)
def test_each_arm_of_the_textbook_trial_has_its_median_and_its_mean(arm):
    textbook = case("survival", arm)
    tally = tally_times(trial(arm))
    middle = median(tally)
    assert (middle.value, middle.n) == (textbook.expected["median"], 21)
    rmst = textbook.expected["rmst"]
    found = [restricted_mean(tally, limit=limit).value for limit in rmst["limit"]]
    assert found == pytest.approx(rmst["value"], abs=textbook.tolerance)


def test_the_arms_of_the_textbook_trial_differ():
    textbook = case("survival", "freireich-logrank")
    both = pl.concat([trial(arm).with_columns(arm=pl.lit(arm)) for arm in ARMS])
    found = log_rank(tally_times(both, by=("arm",)), by="arm")
    assert found.chi2 == pytest.approx(textbook.expected["chi2"], abs=textbook.tolerance)
    assert found.df == textbook.expected["df"]
    assert found.p == pytest.approx(textbook.expected["p"], rel=textbook.tolerance_p_rel)


def test_fruit_flies_live_as_long_as_the_textbook_says():
    textbook = case("survival", "waltons")
    flies = waltons()
    groups = {
        "control": (flies.filter(group="control"), textbook.expected["control"]),
        "mir137": (flies.filter(group="miR-137"), textbook.expected["mir137"]),
        "all": (flies, textbook.expected),
    }
    for some, expected in groups.values():
        tally = tally_times(some)
        mean = restricted_mean(tally, limit=50)
        assert (mean.n, tally["happened"].sum()) == (expected["n"], expected["events"])
        assert median(tally).value == expected["median"]
        assert mean.value == pytest.approx(expected["rmst_50"], abs=textbook.tolerance)
    share = curve(tally_times(flies)).filter(pl.col("time") <= 50)["share"][-1]
    assert share == pytest.approx(textbook.expected["survival_at_50"], abs=textbook.tolerance)
    chi2 = log_rank(tally_times(flies, by=("group",)), by="group").chi2
    assert chi2 == pytest.approx(textbook.expected["logrank_chi2"], abs=textbook.tolerance)


def test_a_baby_that_settles_alone_is_not_one_that_nobody_saw_the_end_of():
    textbook = case("survival", "aalen-johansen-small")
    causes = [None if c == "censored" else c for c in textbook.input["cause"]]
    rows = list(zip(textbook.input["time"], causes, strict=True))
    found = cumulative_incidence(tally_causes(times(rows, "cause")))
    shares = {c: found.filter(cause=c)["share"].to_list() for c in ("response", "self")}
    near = pytest.approx(textbook.expected["cif_response"], abs=textbook.tolerance)
    assert shares["response"] == near
    assert shares["self"] == pytest.approx(textbook.expected["cif_self"], abs=textbook.tolerance)
    naive = curve(tally_times(times([(t, c == "response") for t, c in rows])))["share"]
    wrong = textbook.expected["naive_one_minus_km"]
    assert (1 - naive).to_list() == pytest.approx(wrong, abs=textbook.tolerance)
    assert shares["response"] != pytest.approx(wrong, abs=0.05)
    left = curve(tally_times(times([(t, c is not None) for t, c in rows])))["share"]
    assert left.to_list() == pytest.approx(textbook.expected["survival"], abs=1e-9)


@given(WAITS)
def test_the_curve_and_its_band_are_the_slow_twins(waits):
    steps = curve(tally_times(times(waits)))
    assert steps["share"].to_list() == pytest.approx(
        [float(s) for s in twins.curve(waits).values()], abs=1e-12
    )
    errors = twins.greenwood(waits).values()
    assert steps["error"].to_list() == [e if e is None else pytest.approx(e) for e in errors]


@given(WAITS, st.integers(1, 12))
def test_the_mean_is_the_area_under_the_curve(waits, limit):
    mean = restricted_mean(tally_times(times(waits)), limit=limit, needed=1)
    longest, seen_to_end = max(waits)
    open_end = (
        max(t for t, _ in waits) < limit and curve(tally_times(times(waits)))["share"][-1] > 0
    )
    if open_end:
        assert mean == TooFew(len(waits), len(waits) + 1), (longest, seen_to_end)
    else:
        assert mean.value == pytest.approx(twins.area(waits, limit))


@given(CAUSES)
def test_incidences_are_the_slow_twins(waits):
    found = cumulative_incidence(tally_causes(times(waits, "cause")))
    for cause in {c for _, c in waits} - {None}:
        expected = [float(s) for s in twins.incidence(waits, cause).values()]
        assert found.filter(cause=cause)["share"].to_list() == pytest.approx(expected, abs=1e-12)


@given(CAUSES)
def test_all_ways_to_end_and_not_to_end_make_a_whole(waits):
    shares = cumulative_incidence(tally_causes(times(waits, "cause")))
    ended = shares.group_by("time").agg(pl.col("share").sum()).sort("time")["share"]
    left = curve(tally_times(times([(t, c is not None) for t, c in waits])))["share"]
    if ended.is_empty():
        assert (left == 1).all()
    else:
        assert (ended + left).to_list() == pytest.approx([1.0] * len(left))


@given(WAITS, WAITS)
def test_log_rank_is_the_slow_twins(one, two):
    waits = [(*w, "one") for w in one] + [(*w, "two") for w in two]
    frame = pl.DataFrame(waits, schema=["time", "happened", "group"], orient="row")
    try:
        expected = twins.log_rank((one, two))
    except ZeroDivisionError:  # nothing happened that could tell the two apart
        assert log_rank(tally_times(frame, by=("group",)), by="group") is None
        return
    found = log_rank(tally_times(frame, by=("group",)), by="group")
    assert found.chi2 == pytest.approx(expected)


@given(WAITS, st.randoms(use_true_random=False), st.integers(0, 25))
def test_neither_the_order_of_rows_nor_splitting_matters(waits, random, cut):
    whole = tally_times(times(waits))
    shuffled = random.sample(waits, len(waits))
    parts = [tally_times(times(part)) for part in (shuffled[:cut], shuffled[cut:])]
    assert merge(parts, by="time").equals(whole)


@given(WAITS, st.sampled_from([60, 0.25, 7.0]))
def test_another_unit_of_time_gives_the_same_curve(waits, scale):
    tally = tally_times(times(waits))
    scaled = tally.with_columns(pl.col("time") * scale)
    assert curve(scaled).drop("time").equals(curve(tally).drop("time"))


def test_few_waits_are_too_few_to_say():
    tally = tally_times(times([(1, True), (2, True)]))
    assert median(tally) == TooFew(2, 5)
    assert restricted_mean(tally, limit=2) == TooFew(2, 5)


def test_a_median_that_was_not_seen_to_come_is_not_told():
    tally = tally_times(times([(t, t == 1) for t in range(1, 7)]))
    assert median(tally) == TooFew(6, 7)


def test_a_median_at_the_first_end_has_itself_for_a_lower_edge():
    tally = tally_times(times([(3, True)] * 6))
    middle = median(tally)
    assert (middle.value, middle.low, middle.high) == (3.0, 3.0, 3.0)


def test_a_mean_of_waits_that_all_ended_has_the_error_of_a_mean():
    rng = np.random.default_rng(3)
    waits = rng.gamma(2, 5, 5000)
    mean = restricted_mean(tally_times(times([(w, True) for w in waits])), limit=1000)
    half = 1.959964 * waits.std() / len(waits) ** 0.5
    assert mean.value == pytest.approx(waits.mean())
    assert mean.high - mean.value == pytest.approx(half, rel=1e-3)


def test_a_hundred_thousand_waits_have_the_curve_of_lifelines(many):
    fit = KaplanMeierFitter().fit(many["time"].to_numpy(), many["happened"].to_numpy())
    steps = curve(tally_times(many))
    band = fit.confidence_interval_.to_numpy()[1:]
    assert np.allclose(steps["share"], fit.survival_function_.to_numpy()[1:, 0], atol=1e-9)
    inside = steps["low"].is_not_null().to_numpy()
    assert inside.sum() > 500
    assert np.allclose(steps["low"].to_numpy()[inside], band[inside, 0], atol=1e-9)
    assert np.allclose(steps["high"].to_numpy()[inside], band[inside, 1], atol=1e-9)
    assert median(tally_times(many)).value == fit.median_survival_time_
    mean = restricted_mean(tally_times(many), limit=300).value
    assert mean == pytest.approx(restricted_mean_survival_time(fit, t=300), rel=1e-9)


def test_a_hundred_thousand_waits_in_two_groups_have_the_log_rank_of_lifelines(many):
    grouped = many.with_columns(group=pl.col("time").cum_count() % 2)
    found = log_rank(tally_times(grouped, by=("group",)), by="group")
    one, two = (grouped.filter(group=g) for g in (0, 1))
    oracle = logrank_test(one["time"], two["time"], one["happened"], two["happened"])
    assert found.chi2 == pytest.approx(oracle.test_statistic, rel=1e-9)
    assert found.p == pytest.approx(oracle.p_value, rel=1e-9)


def test_incidence_and_its_error_are_those_of_lifelines():
    rng = np.random.default_rng(5)
    waits, causes = rng.gamma(2, 50, 300), rng.integers(0, 3, 300)
    names = [[None, "response", "alone"][c] for c in causes]
    frame = pl.DataFrame({"time": waits, "cause": names})
    found = cumulative_incidence(tally_causes(frame)).filter(cause="response")
    fit = AalenJohansenFitter(calculate_variance=True).fit(waits, causes, event_of_interest=1)
    assert np.allclose(found["share"], fit.cumulative_density_.to_numpy()[1:, 0], atol=1e-12)
    variance = fit.variance_.to_numpy()[1:-1]  # at the very last end lifelines divides 0 by 0
    assert np.allclose(found["error"].to_numpy()[:-1] ** 2, variance, atol=1e-9)
    band = fit.confidence_interval_.to_numpy()[1:]
    assert np.allclose(found["low"].to_numpy()[:-1], band[:-1, 0], atol=1e-9)
    assert np.allclose(found["high"].to_numpy()[:-1], band[:-1, 1], atol=1e-9)


def test_incidence_of_a_hundred_thousand_waits_leaves_nobody_out(many):
    ends = many.with_columns(
        cause=pl.when("happened").then(pl.lit("response")).otherwise(pl.lit("alone"))
    )
    found = cumulative_incidence(tally_causes(ends)).group_by("cause").agg(pl.col("share").last())
    shares = dict(found.iter_rows())
    assert shares["response"] == pytest.approx(many["happened"].mean(), abs=1e-9)
    assert sum(shares.values()) == pytest.approx(1)
