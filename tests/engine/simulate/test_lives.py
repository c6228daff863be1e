"""Whole lives: what the closed loop of child and caregivers must show, on several seeds."""

from itertools import pairwise

import numpy as np
import pytest

from holdfast.engine.simulate import (
    DAYTIME,
    EVENINGS,
    Caregiver,
    Cause,
    Child,
    Course,
    Fate,
    Hindrance,
    Manner,
    Obstacle,
    live,
)

SEEDS = (1, 2, 3)
HALF_A_YEAR = Course(weeks=26, every=3)


def lived(seed, *people, course=HALF_A_YEAR, **more):
    rng = np.random.default_rng(seed)
    return live(rng, people or (Caregiver(),), course, child=Child(), **more)


def steady(**manner):
    return Caregiver(manner=Manner(**manner), bond=(0.0, 0.0))


def bids(life):
    return [bid for day in life.days for bid in day.bids]


def test_the_same_seed_gives_the_same_life_and_another_seed_another():
    one, same, other = (lived(seed, course=Course(weeks=2)) for seed in (1, 1, 2))
    assert (one.days, one.hidden) == (same.days, same.hidden)
    assert one.days != other.days


def test_time_only_goes_forward_and_nothing_happens_twice_at_once():
    life = lived(1, Caregiver(), Caregiver(id="b", hours=EVENINGS), course=Course(weeks=40))
    for day in life.days:
        spans = sorted([(bid.onset, bid.ended) for bid in day.bids] + day.sleeps)
        assert all(start <= end for start, end in spans)
        assert all(end <= later + 1e-6 for (_, end), (later, _) in pairwise(spans))


def test_answers_lie_within_their_bid_and_come_in_order():
    for bid in bids(lived(2)):
        times = [bid.onset, *(at for at, _ in bid.answers), bid.ended]
        assert sorted(times) == times
        assert bid.alone is not bool(bid.answers)


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_more_sensitive_is_trusted_more(seed):
    trusts = [lived(seed, steady(sensitivity=z)).hidden[-1].trust for z in (-2, -1, 0, 1, 2)]
    assert sorted(trusts) == trusts


@pytest.mark.parametrize("seed", SEEDS)
def test_who_comes_back_to_what_was_let_pass_is_trusted_more(seed):
    never, always = (
        lived(seed, steady(passes=0.0, expected=0.0, returns=returns)).hidden[-1].trust
        for returns in (0.0, 1.0)
    )
    assert always > never + 0.03


@pytest.mark.parametrize("seed", SEEDS)
def test_slower_answers_mean_more_crying(seed):
    loud = [
        sum(bid.loud for bid in bids(lived(seed, steady(latency=np.log(minutes)))))
        for minutes in (1, 5, 15)
    ]
    assert sorted(loud) == loud


@pytest.mark.parametrize("seed", SEEDS)
def test_a_bond_that_starts_low_hardly_moves_the_childs_trust(seed):
    low, high = (
        np.mean([lived([seed, k], starting(start)).hidden[-1].trust for k in range(4)])
        for start in (-1.5, 1.5)
    )
    assert abs(high - low) < 0.05


def starting(course):
    return Caregiver(bond=(0.0, course))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stands_in_the_way_presses_on_a_bond(seed):
    hard = Hindrance(Obstacle.LOW_MOOD, 2.0)
    course = Course(weeks=26, every=3, ups_and_downs=0.0)
    with_it, without = (
        lived(seed, Caregiver(bond=(0.0, 0.0), hindrances=those), course=course).hidden[-1]
        for those in ((hard,), ())
    )
    assert with_it.bonds[0].own < without.bonds[0].own - 0.2


@pytest.mark.parametrize("seed", SEEDS)
def test_less_time_together_makes_trust_slower(seed):
    main, other = Caregiver(), Caregiver(id="b", hours=(0.2,) * 24, near=0.1)
    last = lived(seed, main, other).hidden[-1]
    assert last.trusts[0] > last.trusts[1]
    assert last.trusts[1] < last.trust < last.trusts[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_somebody_else_near_leaves_fewer_bids_to_nobody(seed):
    alone = lived(seed, steady())
    both = lived(seed, steady(), Caregiver(id="b", hours=DAYTIME, near=1.0, bond=(0.0, 0.0)))
    assert missed(both) < missed(alone) - 0.03


def missed(life):
    return np.mean([bid.fate is Fate.MISSED for bid in bids(life)])


@pytest.mark.parametrize("seed", SEEDS)
def test_goodbyes_are_called_after_once_they_are_minded_and_hardly_before(seed):
    life = lived(seed, course=Course(weeks=45, leaves_a_day=12.0))
    called = [(day.number / 7, spell.called) for day in life.days for spell in day.apart]
    before = [at is not None for weeks, at in called if weeks < 20]
    after = [at is not None for weeks, at in called if weeks > 36]
    assert np.mean(before) < 0.03
    assert np.mean(after) > 0.15


@pytest.mark.parametrize("seed", SEEDS)
def test_being_left_is_minded_less_with_a_familiar_person_near(seed):
    course = Course(weeks=45, leaves_a_day=12.0)
    near = Caregiver(id="b", near=1.0)
    alone, together = (
        np.mean([spell.called is not None for day in life.days[250:] for spell in day.apart])
        for life in (lived(seed, course=course), lived(seed, Caregiver(), near, course=course))
    )
    assert together < alone


def test_a_child_that_cries_for_two_hours_falls_asleep():
    child = Child(soothable=0.02, unexplained=3.0)
    life = live(np.random.default_rng(1), (Caregiver(),), Course(weeks=3), child=child)
    exhausted = [bid for bid in bids(life) if not bid.settled]
    assert exhausted
    assert all(bid.ended - bid.answers[0][0] == pytest.approx(120) for bid in exhausted)


def test_a_temperament_is_drawn_where_none_is_given():
    lives = [live(np.random.default_rng(s), (Caregiver(),), Course(weeks=0)) for s in SEEDS]
    crawls = [life.child.crawls for life in lives]
    assert len(set(crawls)) == len(SEEDS)


def test_unexplained_crying_is_mostly_of_the_evening():
    hours = np.array([b.onset / 60 % 24 for b in bids(lived(1)) if b.cause is Cause.UNEXPLAINED])
    assert np.mean(hours >= 16) > 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_days_that_stand_for_others_come_to_what_all_days_come_to(seed):
    def ends(every):
        made = [
            lived([seed, child], steady(), course=Course(weeks=26, every=every)).hidden[-1].trust
            for child in range(6)
        ]
        return np.mean(made)

    assert ends(4) == pytest.approx(ends(1), abs=0.03)


def test_a_bar_moves_once_a_week():
    ticks = []
    lived(1, course=Course(weeks=3), tick=lambda: ticks.append(1))
    assert len(ticks) == 3
