"""A child in a room: the drawn shares, and what the theory claims about a secure base."""

from itertools import pairwise

import numpy as np
import pytest

from holdfast.engine.simulate import Room, stay
from holdfast.engine.simulate.attachment import newness
from tests.engine.fixtures import case

DRAWN = case("sandbox", "exploring-room")
LANES = 8000
SEEDS = (2, 3, 4)


def fresh(minute):
    return newness(minute + 1)


def gone(minute):
    return minute + 1.0


def always(_):
    return 1.0


SCENES = {
    "near": {},
    "new_place_near": {"new": fresh},
    "stranger_near": {"stranger": always},
    "away": {"away": gone},
    "new_place_away": {"new": fresh, "away": gone},
    "stranger_away": {"stranger": always, "away": gone},
}


def seen(scene, weeks, trust, *, seed=2, lanes=LANES, **room):
    rng = np.random.default_rng(seed)
    return stay(rng, Room(**SCENES[scene], **room), weeks=weeks, trust=trust, lanes=lanes)


@pytest.mark.parametrize("row", DRAWN.expected["rows"], ids=lambda row: str([*row.values()][:3]))
def test_twenty_minutes_in_a_room_are_as_drawn(row):
    found = seen(row["scenario"], row["weeks"], row["F"])
    if row["bout"] > 1:  # of single bouts in thousands of rooms nothing can be said
        assert found.bout == pytest.approx(row["bout"], abs=DRAWN.tolerance_bout)
    assert found.exploring.mean() == pytest.approx(row["exploring"], abs=DRAWN.tolerance)
    assert found.activation.mean() == pytest.approx(row["activation"], abs=DRAWN.tolerance)
    assert found.distance.mean() == pytest.approx(row["distance"], abs=DRAWN.tolerance_distance)
    assert found.bids.mean() * 3 == pytest.approx(
        row["bids_per_hour"], abs=DRAWN.tolerance_bids_per_hour
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_more_trust_means_longer_bouts_more_exploring_and_a_wider_range(seed):
    stays = [seen("near", 40, trust, seed=seed) for trust in (0.2, 0.6, 0.9)]
    for less, more in pairwise(stays):
        assert less.bout < more.bout
        assert less.exploring.mean() < more.exploring.mean()
        assert less.distance.mean() < more.distance.mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_exploring_grows_with_somebody_near_and_most_once_people_are_missed(seed):
    ratios = {
        weeks: seen("near", weeks, 0.6, seed=seed).exploring.mean()
        / seen("away", weeks, 0.6, seed=seed).exploring.mean()
        for weeks in (26, 40)
    }
    assert 2 < ratios[26] < ratios[40]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_stranger_shrinks_the_range(seed):
    near, stranger = (
        seen(scene, 40, 0.6, seed=seed).distance.mean() for scene in ("near", "stranger_near")
    )
    assert stranger < 0.75 * near


@pytest.mark.parametrize("seed", SEEDS)
def test_a_new_place_with_somebody_near_costs_little_and_less_with_more_trust(seed):
    costs = [
        seen("near", 40, trust, seed=seed).exploring.mean()
        - seen("new_place_near", 40, trust, seed=seed).exploring.mean()
        for trust in (0.2, 0.6, 0.9)
    ]
    assert 0.1 > costs[0] > costs[1] > costs[2]
    at_26 = [seen(scene, 26, 0.6, seed=seed).exploring.mean() for scene in SCENES]
    assert at_26[0] < at_26[1]  # there it invites


@pytest.mark.parametrize("seed", SEEDS)
def test_slower_answers_mean_less_exploring_and_more_crying(seed):
    hours = [
        seen("near", 40, 0.6, seed=seed, minutes=60, answered_within=within, lanes=4000)
        for within in (1.0, 4.0, 10.0)
    ]
    hours.append(seen("near", 40, 0.6, seed=seed, minutes=60, answered=0.0, lanes=4000))
    for sooner, later in pairwise(hours):
        assert sooner.exploring.mean() > later.exploring.mean()
        assert sooner.crying.mean() < later.crying.mean()


def test_a_room_in_which_nobody_moves_has_no_bouts():
    assert seen("stranger_away", 52, 0.2, lanes=200).bout == 0


def test_each_child_may_have_an_age_of_its_own():
    young, old = np.full(2000, 26.0), np.full(2000, 40.0)
    found = seen("away", np.concatenate([young, old]), 0.6, lanes=4000).exploring
    assert found[:2000].mean() > 10 * found[2000:].mean()
