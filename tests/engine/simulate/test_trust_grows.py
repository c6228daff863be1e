"""How a simulated child comes to expect an answer: the drawn numbers, and what theory claims."""

from itertools import pairwise
from math import log

import pytest

from holdfast.engine.simulate import Fate
from holdfast.engine.simulate.settling import ALONE, RIGHT, settles_faster_with_age
from holdfast.engine.simulate.trust import (
    START,
    Care,
    after_bid,
    familiarity,
    grow,
    learns,
    overall,
    settle_towards,
    settles_faster,
    week_of,
)
from tests.engine.fixtures import case

DRAWN = case("sandbox", "felt-security-expected-counts")
WEEKS = DRAWN.input["weeks"]
POLICIES = {row["policy"]: row for row in DRAWN.expected["rows"]}
SHARES = DRAWN.expected["answered_share"]


def year(care: Care):
    return list(grow(lambda _: care))


def trusts(care: Care) -> list[float]:
    return [week.trust for week in year(care)]


def of(policy: str) -> Care:
    row = POLICIES[policy]
    return Care(row["met"], row["mended"], row["accompanied"])


@pytest.mark.parametrize("policy", POLICIES)
def test_what_grows_under_a_way_of_caring_is_as_drawn(policy):
    grown = year(of(policy))
    assert [grown[week - 1].trust for week in WEEKS] == pytest.approx(
        POLICIES[policy]["F"], abs=DRAWN.tolerance
    )
    assert grown[-1].regulation == pytest.approx(POLICIES[policy]["G_52"], abs=DRAWN.tolerance)
    assert grown[-1].worth == pytest.approx(POLICIES[policy]["self_worth_52"], abs=DRAWN.tolerance)


def test_a_year_by_share_of_bids_met_is_as_drawn():
    found = [trusts(Care(share))[-1] for share in SHARES]
    assert found == pytest.approx(DRAWN.expected["F_52_by_share"], abs=DRAWN.tolerance)


def test_more_bids_met_give_more_trust_at_every_age_from_four_weeks():
    years = [trusts(Care(share))[3:] for share in SHARES]
    assert all(
        less < more
        for fewer, many in pairwise(years)
        for less, more in zip(fewer, many, strict=True)
    )


def test_mending_all_recovers_nearly_all_that_meeting_all_gives():
    met, mended, never = (trusts(of(p))[-1] for p in ("all_met", "all_mended", "never"))
    assert mended / met >= 0.8
    assert (mended - never) / (met - never) >= 0.8


def test_half_met_is_nearer_to_all_met_than_to_never():
    met, half, never = (trusts(of(p))[-1] for p in ("all_met", "half_missed", "never"))
    assert met - half < half - never


def test_being_with_a_child_that_does_not_settle_counts():
    assert trusts(of("all_accompanied"))[-1] > trusts(of("half_missed"))[-1]


def test_it_is_never_too_late():
    late = list(grow(lambda week: Care(0.0) if week < 13 else Care(1.0)))
    assert trusts(of("all_met"))[-1] - late[-1].trust < 0.05


def test_it_is_slow():
    best, worst = (trusts(of(policy))[3] for policy in ("all_met", "never"))
    assert best - worst < 0.10


def test_cries_shorten_over_the_months_and_more_with_more_trust():
    def half_lives(hazard, policy):
        grown = year(of(policy))
        return [
            log(2)
            / (hazard * settles_faster_with_age(week) * settles_faster(grown[week - 1].regulation))
            for week in WEEKS
        ]

    for hazard in (RIGHT, ALONE):
        met, never = half_lives(hazard, "all_met"), half_lives(hazard, "never")
        assert sorted(met, reverse=True) == met
        assert met[-1] < never[-1]
    assert half_lives(RIGHT, "all_met") == pytest.approx([1.14, 0.67, 0.59, 0.52, 0.46], abs=0.006)
    assert half_lives(ALONE, "never") == pytest.approx([17.1, 10.1, 9.7, 9.6, 9.5], abs=0.06)


@pytest.mark.parametrize(("policy", "sign"), [("all_met", 1), ("never", -1)])
def test_self_worth_lags_behind_trust(policy, sign):
    assert all(sign * (week.trust - week.worth) > 0 for week in year(of(policy)))


def test_one_bid_after_another_comes_to_what_the_week_says():
    trust = START
    for bid in range(84):
        fate = Fate.MET if bid % 2 else Fate.MISSED
        trust = after_bid(trust, fate, 20)
    step = 84 * learns(20) / 2
    assert trust == pytest.approx(settle_towards(START, step, step / 3), abs=0.004)


@pytest.mark.parametrize(
    ("fate", "moves"),
    [(Fate.MET, 1), (Fate.MENDED, 1), (Fate.ACCOMPANIED, 1), (Fate.MISSED, -1), (Fate.ALONE, 0)],
)
def test_each_fate_moves_trust_its_way(fate, moves):
    change = after_bid(0.5, fate, 20) - 0.5
    assert (change > 0) - (change < 0) == moves


def test_a_bid_to_play_weighs_less_than_a_cry():
    play, cry = (after_bid(0.5, Fate.MET, 20, weight=weight) for weight in (0.3, 1.0))
    assert 0.5 < play < cry


def test_less_time_together_is_slower_and_not_lower_for_good():
    shares = (0.6, 0.3, 0.1)
    years = {share: [START] for share in shares}
    for share in shares:
        for week in range(520):
            years[share].append(week_of(years[share][-1], Care(0.7, 0.2), week, share))
    after_a_year = [years[share][52] for share in shares]
    assert after_a_year == pytest.approx([0.810, 0.645, 0.444], abs=0.002)
    assert years[0.6][520] - years[0.3][520] < 0.02


def test_one_who_answers_helps_where_another_seldom_does():
    seldom, often = 0.276, 0.714
    assert seldom < overall([seldom, often], [2000, 1300]) < often


def test_nobody_known_yet_leaves_the_expectation_where_it_began():
    assert overall([0.9, 0.1], [0.0, 0.0]) == START


def test_familiarity_grows_with_hours_and_ends_at_one():
    assert familiarity(0) == 0
    assert familiarity(150) == pytest.approx(0.632, abs=0.001)
    assert familiarity(5000) == pytest.approx(1)


def test_a_week_without_a_bid_changes_nothing():
    assert settle_towards(0.4, 0, 0) == 0.4
