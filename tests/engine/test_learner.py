"""The learner: equal to the science's tables, a value through and through, and honest."""

import random

import numpy as np
import pytest

from holdfast.engine import learner, needs, priors
from holdfast.engine.learner import from_json, predict, start, step
from holdfast.engine.seen import Seen
from tests.engine.twins import learner_by_tables

KINDS = 6
QUIET = Seen(
    id="1",
    child="ada",
    opened=1,
    day=20_000,
    word=3,
    group=2,
    young=False,
    mean_feed=200.0,
    mean_wake=80.0,
    since_feed=None,
    awake=None,
    tried=None,
    settled_by=None,
    in_vain=False,
    said=None,
    gaps=[],
)


def lived(chance, count):
    """Make up exchanges with all that can be known and unknown."""
    groups = list(needs.GROUP_OF.values())
    for number in range(count):
        word = chance.choice([None, *range(len(groups))])
        yield QUIET._replace(
            id=str(number),
            opened=number * 3_600_000_000,
            day=20_000 + number // 12,
            word=word,
            group=None if word is None else groups[word],
            young=number < count / 3,
            mean_feed=chance.uniform(150, 260),
            mean_wake=chance.uniform(50, 150),
            since_feed=chance.choice([None, chance.uniform(0, 700)]),
            awake=chance.choice([None, chance.uniform(0, 700)]),
            tried=chance.choice([None, 0, 1, 2, 3, 4]),
            settled_by=chance.choice([None, 0, 0, 1, 1, 2, 2, 3, 4]),
            in_vain=chance.random() < 0.1,
            said=chance.choice([None, None, None, 0, 1, 2, 3, 4]),
            gaps=chance.choice([[], [chance.uniform(60, 300)]]),
        )


def after(rows, state=None):
    """Step through exchanges; return the state and what was expected of each scored one."""
    state, expected = state or start(young=rows[0].young), []
    for row in rows:
        said = predict(state, row)
        if row.settled_by is not None and said is not None:
            expected.append(said.settles)
        state = step(state, row)
    return state, np.array(expected)


@pytest.mark.parametrize(("seed", "count"), [(1, 5), (2, 50), (3, 500), (4, 5_000)])
def test_step_by_step_it_equals_the_tables_of_the_science(seed, count):
    rows = list(lived(random.Random(seed), count))
    state, expected = after(rows)
    chances, shares, telling, pace, temperature = learner_by_tables(rows)
    near = {"rel": 1e-5, "abs": 1e-7}  # the twin measures the slope instead of deriving it
    assert expected == pytest.approx(chances, **near)
    assert state.shares == pytest.approx(shares, **near)
    assert pytest.approx(telling, **near) == np.array(state.telling).T
    assert state.totals == pytest.approx(telling.sum(axis=1), **near)
    assert [*state.feed, *state.wake] == pytest.approx([*pace["feed"], *pace["wake"]], **near)
    assert state.temperature == pytest.approx(temperature, **near)
    assert state.scored == len(expected)


def test_before_anything_was_seen_it_expects_what_the_prior_says():
    row = QUIET._replace(group=0, word=0, since_feed=200.0, mean_feed=needs.feed_minutes(12))
    said = predict(start(young=False), row)
    expected = needs.by_age_alone(0, weeks=12, since_feed=200.0, awake=None)
    assert said.needs == pytest.approx(expected)
    assert said.settles == pytest.approx(needs.settling_chances(expected))
    assert said.frequency == (0.2,) * 5


def test_a_state_is_a_value_that_no_step_changes():
    rows = list(lived(random.Random(5), 60))
    before, _ = after(rows[:30])
    kept = before.to_json()
    after(rows[30:], before)
    assert before.to_json() == kept


def test_written_down_and_taken_up_again_it_goes_on_as_if_nothing_had_been():
    rows = list(lived(random.Random(6), 400))
    half, _ = after(rows[:200])
    again = from_json(half.to_json())
    assert again == half
    assert after(rows[200:], again)[0] == after(rows)[0]


@pytest.mark.parametrize("text", ['{"version": 0}', '{"version": 1, "shares": []}', "{}"])
def test_a_state_of_another_version_is_not_taken_up(text):
    assert from_json(text) is None


def test_it_is_a_few_hundred_numbers():
    state, _ = after(list(lived(random.Random(7), 3_000)))
    assert len(state.to_json()) < 8_000
    assert len(state.margins) == learner.LOOKED_BACK
    assert len(state.gaps) == learner.GAPS
    assert max(len(tries) for row in state.tried for tries in row) == learner.LIKE_THIS


def test_a_kick_and_an_exchange_without_an_end_teach_nothing_of_needs():
    begun = start()
    for row in (QUIET._replace(group=None, word=None, settled_by=0), QUIET):
        assert step(begun, row) == begun._replace(upto=1)
    assert predict(begun, QUIET._replace(group=None, word=None)) is None


@pytest.mark.parametrize(
    ("changes", "outcomes"),
    [
        ({"tried": 0, "settled_by": 0}, (1,)),
        ({"tried": 0, "settled_by": 2}, (0,)),
        ({"tried": 0, "in_vain": True}, (0,)),
        ({"tried": 0}, ()),
    ],
)
def test_a_first_try_settled_it_or_not_or_nobody_knows(changes, outcomes):
    assert step(start(), QUIET._replace(**changes)).tried[2][0] == outcomes


def test_feeding_that_settles_again_and_again_is_expected_more():
    row = QUIET._replace(settled_by=0)
    state, expected = after([row] * 40)
    assert expected[-1][0] > expected[0][0] + 0.2
    assert expected[-1].argmax() == 0
    assert np.diff(expected[:, 0]).min() > 0
    assert predict(state, row).frequency[0] == pytest.approx(41 / 45)


def test_a_child_that_is_fed_later_than_usual_is_seen_to_have_a_slower_clock():
    rows = [QUIET._replace(group=0, word=0, settled_by=0, since_feed=300.0)] * 60
    state, _ = after(rows)
    assert 0.2 < state.feed.mean < np.log(300 / 200)
    assert state.wake == learner.Pace()


def test_the_temperature_stays_within_its_bounds():
    state, _ = after([QUIET._replace(settled_by=4, since_feed=0.0, awake=0.0)] * 3_000)
    assert abs(state.temperature) <= priors.TEMPERATURE_MOST


def test_chances_always_add_up():
    rows = list(lived(random.Random(8), 500))
    _, expected = after(rows)
    assert expected.sum(axis=1) == pytest.approx(np.ones(len(expected)))
    assert expected.min() > 0
