"""What switches attachment on and off: the drawn traces, and what the theory claims."""

import pytest

from holdfast.engine.simulate.attachment import Minute, newness, trace
from tests.engine.fixtures import case

SEPARATION = case("sandbox", "activation-three-minute-separation")
SCENARIOS = case("sandbox", "activation-scenarios")
MINUTES = 40


def left_for_three():
    return [Minute(away=minute - 19 if 20 <= minute <= 22 else 0) for minute in range(MINUTES)]


def while_away(minutes, **more):
    return [Minute(away=minute + 1, **more) for minute in range(minutes)]


def peak(minutes, weeks=40, trust=0.6):
    return max(trace(minutes, weeks, trust))


SCENES = {
    "novelty_near": [Minute(new=newness(minute + 1)) for minute in range(MINUTES)],
    "novelty_away": [Minute(new=newness(m + 1), away=m + 1) for m in range(MINUTES)],
    "stranger_near": [Minute(stranger=1)] * MINUTES,
    "stranger_away": while_away(MINUTES, stranger=1),
    "away": while_away(MINUTES),
    "ill": [Minute(ill=1)] * MINUTES,
}


def test_a_separation_of_three_minutes_is_as_drawn_at_every_age():
    found = [peak(left_for_three(), weeks) for weeks in SEPARATION.expected["weeks"]]
    assert found == pytest.approx(SEPARATION.expected["peak_at_F_06"], abs=SEPARATION.tolerance)


def test_a_separation_is_as_drawn_for_every_trust_and_minute():
    found = [peak(left_for_three(), 40, trust) for trust in SEPARATION.expected["F"]]
    assert found == pytest.approx(SEPARATION.expected["peak_at_40_weeks"], abs=SEPARATION.tolerance)
    assert trace(left_for_three(), 40, 0.6)[18:30] == pytest.approx(
        SEPARATION.expected["trace_40_weeks_F_06_minutes_18_to_29"], abs=SEPARATION.tolerance
    )


@pytest.mark.parametrize("scene", SCENES)
def test_each_alarm_is_as_drawn(scene):
    assert peak(SCENES[scene]) == pytest.approx(SCENARIOS.expected[scene], abs=SCENARIOS.tolerance)


def test_a_stranger_is_hardly_noticed_at_twenty_weeks():
    assert peak(SCENES["stranger_near"], 20) == pytest.approx(
        SCENARIOS.expected["stranger_near_20wk"], abs=SCENARIOS.tolerance
    )


def test_separation_matters_after_about_twenty_nine_weeks_and_hardly_before():
    assert all(peak(left_for_three(), weeks) < 0.10 for weeks in range(25))
    assert all(peak(left_for_three(), weeks) > 0.30 for weeks in range(32, 53))


def test_more_trust_makes_a_separation_milder():
    peaks = [peak(left_for_three(), 40, trust / 10) for trust in range(11)]
    assert sorted(peaks, reverse=True) == peaks
    assert len(set(peaks)) == len(peaks)


@pytest.mark.parametrize("alarm", ["novelty", "stranger"])
def test_somebody_near_takes_the_edge_off(alarm):
    assert peak(SCENES[f"{alarm}_near"]) < peak(SCENES[f"{alarm}_away"]) / 2


def test_after_reunion_it_halves_within_eight_minutes_and_faster_in_contact():
    away = [Minute()] * 20 + while_away(3)
    near, held = (
        trace([*away, *[Minute(contact=contact)] * 10], 40, 0.6)[22:] for contact in (False, True)
    )
    assert halved(near) <= 8
    assert halved(held) < halved(near)


def halved(activations):
    return next(minute for minute, a in enumerate(activations) if a <= activations[0] / 2)


def test_a_familiar_other_softens_a_separation_the_more_the_better_known():
    alone, known, well_known = (
        peak(while_away(20, other=other), 40, 0.8) for other in (0.0, 0.54, 0.637)
    )
    assert [alone, known, well_known] == pytest.approx([0.468, 0.215, 0.170], abs=0.001)
