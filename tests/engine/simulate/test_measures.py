"""Simulated lives measured as studies measured real ones: each measure on a day drawn by hand."""

import numpy as np
import pytest

from holdfast.engine.simulate import Answer, Bid, Caregiver, Cause, Child, Fate, Life
from holdfast.engine.simulate.living import Day
from holdfast.engine.simulate.validation import TARGETS, verdict
from holdfast.engine.simulate.validation import measures as m


def bid(at, fussed, ended, *, answers=(), fate=Fate.MET, cause=Cause.CLOSENESS):
    return Bid(
        cause=cause,
        onset=at,
        fussed=fussed,
        cried=ended,
        answers=tuple((time, Answer.HOLD) for time in answers),
        ended=ended,
        settled=True,
        alone=not answers,
        fate=fate,
        by=0,
        activation=0.0,
    )


def life(*days):
    return Life(Child(), (Caregiver(),), list(days))


EVENING = 17 * 60
DAY = Day(
    0,
    bids=[
        bid(100, 110, 120, answers=[105]),
        bid(300, 310, 305),  # settled before it fussed
        bid(EVENING, EVENING, EVENING + 30, answers=[EVENING + 5]),
    ],
    feeds=[(0, 20, 0), (40, 50, 0), (120, 140, 0)],
    sleeps=[(500, 800), (803, 1100), (1200, 1400)],
)


def test_crying_is_counted_from_fussing_on_and_the_evening_apart():
    assert m.loud_minutes(DAY) == 40
    assert m.loud_minutes(DAY, evening=True) == 30
    assert m.crying([life(DAY)], 0, 1).tolist() == [40]
    assert m.diary([life(DAY)], 0).tolist() == [40]


def test_feeds_less_than_half_an_hour_apart_are_one_session():
    assert m.sessions([life(DAY)], 0, 1).tolist() == [2]
    assert m.sessions([life(Day(0))], 0, 1).tolist() == [0]


def test_sleep_is_added_up_in_hours():
    assert m.sleep_hours([life(DAY)], 0, 1).tolist() == pytest.approx([(300 + 297 + 200) / 60])


def test_a_stir_that_nobody_met_does_not_part_a_night():
    assert m.longest_hours(DAY) == pytest.approx(597 / 60)
    met = Day(0, bids=[bid(801, 803, 803, answers=[802])], sleeps=DAY.sleeps)
    assert m.longest_hours(met) == pytest.approx(5)


def test_most_nights_of_eight_hours_make_a_sleeper():
    short = Day(1, sleeps=[(1500, 1700)])
    assert m.sleeps_eight_hours([life(DAY), life(DAY, short)], 0, 1).tolist() == [True, False]


def test_responsiveness_counts_half_an_hour_where_nobody_came_and_leaves_play_out():
    day = Day(
        0,
        bids=[
            bid(0, 5, 9, answers=[2.0]),
            bid(20, 25, 60, fate=Fate.MISSED),
            bid(70, 75, 80, answers=[71], cause=Cause.PLAY),
            bid(90, 95, 96, fate=Fate.ALONE),
        ],
    )
    assert m.waits(day) == pytest.approx(np.log([2, 30]))


def test_variance_is_parted_as_it_was_made():
    rng = np.random.default_rng(1)
    groups = [rng.normal(level, 2.0, 40) for level in rng.normal(0, 1.0, 5000)]
    assert m.parted(groups) == pytest.approx(4 / 5, abs=0.02)
    same = [rng.normal(0, 1, 50) for _ in range(50)]
    assert m.parted(same) > 0.98


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_errors_are_as_large_as_repeats_say(seed):
    rng = np.random.default_rng(seed)
    draws = rng.lognormal(0, 0.5, (2000, 80))
    for measure in (m.mean, m.spread):
        found = np.array([measure(row) for row in draws])
        assert found[:, 1].mean() == pytest.approx(found[:, 0].std(), rel=0.15)
    halves = np.array([m.ratio(row[:40], row[40:] + row[:40]) for row in draws])
    assert halves[:, 1].mean() == pytest.approx(halves[:, 0].std(), rel=0.15)


def test_a_correlation_and_a_share_have_their_textbook_errors():
    assert m.correlation([1, 2, 3, 4], [1, 2, 3, 4]) == pytest.approx((1, 0))
    assert m.share([True, False, False, False]) == pytest.approx((0.25, 0.2165), abs=1e-4)


def test_a_verdict_goes_by_the_tolerance_alone():
    target = TARGETS["evening"]
    assert verdict(target, 0.47, 0.1).met
    assert not verdict(target, 0.469, 0.1).met
