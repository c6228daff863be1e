"""What may settle a signal: equal to the numbers of the science, and to plain sense."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

from holdfast.engine import NEED_CLASSES, needs, priors
from holdfast.words import Signal
from tests.engine.fixtures import case

STEP = case("needs", "predictive-step")
TOLERANCE = {"abs": STEP.tolerance, "rel": 0}
PLACES = (priors.NEED_ORDER.index, priors.SIGNAL_ORDER.index, NEED_CLASSES.index)


def rows():
    return [pytest.param(row, id=row["signal"]) for row in STEP.expected["rows"]]


def test_the_orders_are_those_of_the_science():
    assert STEP.input == {
        "needs": list(priors.NEED_ORDER),
        "signals": list(priors.SIGNAL_ORDER),
        "responses": list(NEED_CLASSES),
    }


@pytest.mark.parametrize("row", rows())
def test_one_step_before_anything_was_seen(row):
    feed, rest = needs.clock_factors(
        row.get("since_feed_min"),
        row.get("awake_min"),
        mean_feed=row["mean_feed_min"],
        mean_wake=row["mean_wake_min"],
    )
    assert (feed, rest) == pytest.approx((row["g_nutrition"], row["g_rest"]), **TOLERANCE)
    telling = np.asarray(priors.SIGNAL_SHARES)[:, priors.SIGNAL_ORDER.index(row["signal"])]
    chances = needs.need_chances(
        needs.need_shares(row["age_weeks"]), telling, (feed, rest, 1, 1, 1, 1)
    )
    assert chances == pytest.approx(row["need"], **TOLERANCE)
    assert needs.settling_chances(chances) == pytest.approx(row["settles"], **TOLERANCE)
    after = needs.needs_after(chances, NEED_CLASSES.index("feed"))
    assert after == pytest.approx(row["need_after_feed_settled"], **TOLERANCE)


@given(st.floats(0.1, 1500), st.floats(30, 600), st.sampled_from([3, 5]))
def test_the_clock_is_the_gamma_hazard_within_bounds(minutes, mean, shape):
    spread = gamma(shape, scale=mean / shape)
    hazard = np.exp(spread.logpdf(minutes) - spread.logsf(minutes)) * mean
    expected = min(max(hazard, 0.02), 8.0)
    assert needs.clock_factor(minutes, mean, shape) == pytest.approx(expected, rel=1e-6)


def test_where_no_feed_and_no_sleep_were_logged_the_clocks_say_nothing():
    assert needs.clock_factors(None, None, mean_feed=200, mean_wake=80) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("weeks", "bottle", "hours"),
    [(0.5, False, 2.68), (4.3, False, 3.14), (13, False, 3.64), (0.5, True, 3.28)],
)
def test_feeds_come_as_far_apart_as_in_the_studies(weeks, bottle, hours):
    assert needs.feed_minutes(weeks, bottle=bottle) / 60 == pytest.approx(hours, abs=0.005)


def test_an_age_that_nobody_knows_is_taken_as_thirteen_weeks():
    assert needs.feed_minutes(None) == needs.feed_minutes(13)
    assert needs.tired_minutes(None) == needs.tired_minutes(13) == 90
    assert needs.need_shares(None) == needs.need_shares(13)


def test_a_baby_before_the_due_date_is_taken_as_newborn():
    assert needs.feed_minutes(-4) == needs.feed_minutes(0)
    assert needs.tired_minutes(-4) == needs.tired_minutes(4)


def test_what_somebody_said_it_was_weighs_more_than_what_settled_it():
    before = np.full(6, 1 / 6)
    unsaid = needs.needs_after(before, NEED_CLASSES.index("hold"))
    said = needs.needs_after(before, NEED_CLASSES.index("hold"), said=1)
    assert unsaid.argmax() == priors.NEED_ORDER.index("closeness")
    assert said.argmax() == priors.NEED_ORDER.index("rest")


@given(st.lists(st.floats(0.01, 1), min_size=6, max_size=6), st.floats(-0.7, 0.7))
def test_chances_add_up_at_any_temperature_and_get_surer_with_it(weights, temperature):
    chances = np.asarray(weights) / sum(weights)
    sharp = needs.sharpened(chances, temperature)
    assert sharp.sum() == pytest.approx(1)
    assert needs.settling_chances(chances, temperature=temperature).sum() == pytest.approx(1)
    surer = sharp.max() - chances.max()
    assert surer >= -1e-12 if temperature >= 0 else surer <= 1e-12


def test_before_anything_was_seen_nothing_is_corrected():
    expects = np.array([0.5, 0.2, 0.1, 0.1, 0.1])
    assert needs.corrected(expects, np.zeros(5), np.zeros(5)) == pytest.approx(expects)


def test_where_all_came_as_expected_nothing_is_corrected():
    expects = np.array([0.5, 0.2, 0.1, 0.1, 0.1])
    as_expected = needs.corrected(expects, 40 * expects, 40 * expects)
    assert as_expected == pytest.approx(expects)


def test_what_came_twice_as_often_as_expected_is_expected_nearly_twice_as_much():
    expects = np.full(5, 0.2)
    came = np.array([4_000, 1_500, 1_500, 1_500, 1_500])
    assert needs.corrected(expects, came, np.full(5, 2_000)) == pytest.approx(
        came / 10_000, abs=0.001
    )


def test_every_signal_but_a_kick_has_its_group():
    assert set(Signal) - set(needs.SIGNAL_GROUP) == {Signal.KICK}
    assert set(needs.SIGNAL_GROUP.values()) == set(priors.SIGNAL_ORDER)


@pytest.mark.parametrize("table", [priors.SIGNAL_SHARES, priors.SETTLES])
def test_each_row_of_a_table_adds_up_to_one(table):
    assert np.asarray(table).sum(axis=1) == pytest.approx(np.ones(6))


def test_the_answer_that_fits_agrees_as_often_as_was_found():
    fits = [0.80, 0.70, 0.78, 0.88, 0.63]
    assert [max(row) for row in priors.SETTLES[:5]] == fits
    assert np.mean(fits) == pytest.approx(0.758)


def test_late_after_a_feed_a_root_is_most_likely_about_food():
    chances = needs.by_age_alone(0, weeks=12, since_feed=200, awake=None)
    assert priors.NEED_ORDER[chances.argmax()] == "nutrition"
