"""The caregiver's side: the drawn courses, and what the theory claims."""

from itertools import pairwise

import numpy as np
import pytest

from holdfast.engine.simulate.bond import (
    Bond,
    Hindrance,
    Obstacle,
    after_week,
    delight_of,
    expecting,
    first_felt,
    through_birth,
    usual,
)
from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.people import BOND_HELPS, Known, Manner, called
from tests.engine.fixtures import case

DRAWN = case("sandbox", "bond-coupling")
WEEKS = DRAWN.expected["weeks"]
PEOPLE = 20_000


def followed(start=0.0, obstacle=lambda _: 0.0, delight=0.0, weeks=52):
    """The expected course: no ups and downs."""
    bond, own = Bond(0.0, start), []
    for week in range(weeks):
        bond = after_week(bond, delight=delight, obstacles=obstacle(week), shock=0.0)
        own.append(bond.own)
    return own


def delight_times(factor):
    return delight_of(factor * 3.7, 20, 1.0)


COURSES = {
    "reference": {},
    "obstacle": {"obstacle": lambda _: 0.5},
    "obstacle_until_16": {"obstacle": lambda week: 0.5 * (week < 16)},
    "double_delight": {"delight": delight_times(2)},
    "half_delight": {"delight": delight_times(0.5)},
    "starts_low": {"start": -1.5},
    "starts_middle": {"start": 0.0},
    "starts_high": {"start": 1.5},
}


@pytest.mark.parametrize("course", COURSES)
def test_a_bond_goes_as_drawn(course):
    found = followed(**COURSES[course])
    assert [found[week - 1] for week in WEEKS] == pytest.approx(
        DRAWN.expected[course], abs=DRAWN.tolerance
    )


def test_a_bond_falls_with_what_stands_in_the_way_and_comes_back_when_it_ends():
    course = followed(**COURSES["obstacle_until_16"])
    assert course[15] < -0.25
    half_time = next(week for week in range(16, 52) if course[week] > course[15] / 2)
    assert half_time - 15 == pytest.approx(20 * np.log(2), abs=1)


def test_a_slow_bond_catches_up():
    low, high = followed(start=-1.5), followed(start=1.5)
    gaps = [above - below for below, above in zip(low, high, strict=True)]
    assert all(later < earlier for earlier, later in pairwise(gaps))
    assert gaps[-1] < 0.25


def test_delight_is_bounded_and_nothing_where_it_is_as_usual():
    assert delight_of(3.7 * 0.5, 20, 0.5) == pytest.approx(0)
    assert delight_of(0, 20, 1.0) == -2
    assert delight_of(1000, 20, 1.0) == 2
    assert delight_of(1.4, 2, 1.0) == pytest.approx(0)


def test_feedback_from_bond_to_care_and_back_is_far_from_running_away():
    more = delight_of(3.7 * 1.15, 20, 1.0)  # somebody one SD more sensitive meets about that many
    assert 0.15 * more * BOND_HELPS < 0.05


def test_each_hindrance_has_its_own_course():
    mood = Hindrance(Obstacle.LOW_MOOD, 2.0, start=4, end=10)
    assert [mood.at(week) for week in (3, 4, 9, 10)] == [0, 0.6, 0.6, 0]
    birth = Hindrance(Obstacle.HARD_BIRTH)
    assert birth.at(0) == 0.15
    assert birth.at(4) == pytest.approx(0.15 * np.exp(-2))
    assert Hindrance(Obstacle.GOOD_SUPPORT).at(1) < 0


def test_a_bond_usually_dips_at_birth_and_then_grows():
    assert [usual(week) for week in (-24, -16, -8, 0, 4, 12, 26, 52)] == pytest.approx(
        [-0.6, -0.2, 0, -0.25, 0, 0.15, 0.2, 0.2]
    )


@pytest.fixture(scope="module")
def adults():
    chance = Chance(np.random.default_rng(5))
    before = [expecting(chance) for _ in range(PEOPLE)]
    return before, [through_birth(bond, chance) for bond in before], chance


def test_much_of_a_bond_stays_through_birth_and_its_spread_does_too(adults):
    before, after = ([bond.own for bond in bonds] for bonds in adults[:2])
    assert np.std(before) == pytest.approx(1, abs=0.02)
    assert np.std(after) == pytest.approx(1, abs=0.02)
    assert np.corrcoef(before, after)[0, 1] == pytest.approx(0.78, abs=0.01)


def test_when_it_is_first_felt_is_spread_as_the_survey_found(adults):
    before, _, chance = adults
    felt = [first_felt(bond, chance) for bond in before]
    by = [np.mean([at is not None and at <= week for at in felt]) for week in (-1, 0, 1, 8, 13)]
    assert by == pytest.approx([0.539, 0.753, 0.858, 0.951, 0.993], abs=0.012)
    early = [b.own for b, at in zip(before, felt, strict=True) if at is not None and at < 0]
    late = [b.own for b, at in zip(before, felt, strict=True) if at is None or at > 1]
    assert np.mean(early) > np.mean(late) + 0.5


def test_a_better_bond_makes_a_little_more_sensitive():
    low, high = (Manner().now(BOND_HELPS * bond) for bond in (-1.5, 1.5))
    assert high.passes < low.passes < high.passes + 0.15
    assert high.latency < low.latency


def test_who_is_called_is_nearly_anybody_in_play_and_the_most_trusted_in_need():
    known = [Known(9e9, 0.810), Known(9e9, 0.645), Known(398, 0.444)]
    shares = []
    for activation in (0.05, 0.3, 0.6, 0.9):
        pulls = np.array([one.pull(activation) for one in known])
        shares.append(pulls / pulls.sum())
    assert [share[0] for share in shares] == pytest.approx([0.395, 0.515, 0.645, 0.748], abs=0.003)
    selective = [1 + (share * np.log(share)).sum() / np.log(3) for share in shares]
    assert selective == pytest.approx([0.012, 0.086, 0.229, 0.384], abs=0.003)


def test_the_only_one_near_is_called():
    chance = Chance(np.random.default_rng(1))
    assert called([Known(0, 0.9), Known(0, 0.1)], [1], 0.9, chance) == 1
    often = [called([Known(99, 0.9), Known(99, 0.1)], [0, 1], 0.9, chance) for _ in range(500)]
    assert np.mean(often) < 0.05
