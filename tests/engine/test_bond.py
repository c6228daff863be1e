"""The caregiver's line: closed forms, a slow twin, simulation, and what must not matter."""

import math

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.bond import (
    bond_line,
    check_ins,
    correlation,
    heavy,
    kept,
    noise_of,
    rise,
    usual,
)
from holdfast.engine.sbc import simulate, uniformity
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

MONTH = 365.25 / 12 / 7
ROWS = st.lists(
    st.tuples(st.floats(-24, 60), st.floats(-3, 3), st.sampled_from([0.5, 1.0, 2.0])),
    min_size=1,
    max_size=12,
)


def answers(rows):
    schema = dict.fromkeys(["week", "value", "slope", "noise"], pl.Float64)
    return pl.DataFrame(rows, schema=schema, orient="row")


def weekly(steps, weeks=None):
    frame = {"week": list(weeks or range(len(steps))), "answer": steps}
    return bond_line(check_ins(pl.DataFrame(frame)))


def error(line):
    return line.weeks["then_error"][-1]


def test_few_check_ins_leave_the_worked_uncertainty():
    book = case("bond", "posterior-sd")
    given_ = book.input
    sd_weekly = [
        error(bond_line(answers([(w + 26, 0, 1, given_["weekly_obs_var"]) for w in range(n)])))
        for n in given_["weekly_checkins"]
    ]
    sd_monthly = [
        error(
            bond_line(
                answers(
                    [
                        (26 + w * given_["monthly_step_weeks"], 0, 1, given_["monthly_obs_var"])
                        for w in range(n)
                    ]
                )
            )
        )
        for n in given_["monthly_checkins"]
    ]
    assert sd_weekly == pytest.approx(book.expected["sd_weekly"], abs=book.tolerance)
    assert sd_monthly == pytest.approx(book.expected["sd_monthly"], abs=book.tolerance)


def test_answers_over_time_go_together_as_found():
    book = case("bond", "implied-correlations")
    found = [
        correlation(32 - 40, 8 * MONTH, reliability=(0.87, 0.80)),
        correlation(8 * MONTH, 12 * MONTH, reliability=(0.80, 0.79)),
        correlation(3 / 7, 12, reliability=(0.71, 0.71)),
    ]
    assert found == pytest.approx(book.expected["correlation"], abs=book.tolerance)
    assert found == pytest.approx(book.expected["observed"], abs=0.08)  # the target's tolerance


def test_a_scale_is_as_noisy_as_it_is_unreliable():
    found = [noise_of(reliability) for reliability in (0.71, 0.80, 0.87)]
    assert found == pytest.approx([0.41, 0.25, 0.15], abs=0.005)
    assert noise_of(0.8, slope=2) == pytest.approx(1.0)


def test_the_usual_line_starts_anew_at_birth():
    weeks = [-30, -24, -16, -12, -8, -0.001, 0, 2, 4, 12, 19, 26, 100]
    expected = [-0.6, -0.6, -0.2, -0.1, 0, 0, -0.25, -0.125, 0, 0.15, 0.175, 0.2, 0.2]
    assert usual(weeks).tolist() == pytest.approx(expected)
    assert usual(-4, born_at=28).tolist() == pytest.approx([-0.2])


@given(ROWS)
def test_the_line_is_the_slow_twins(rows):
    rows = sorted(rows)
    line = bond_line(answers([(w, v, 1.0, n) for w, v, n in rows]))
    weeks = [w for w, _, _ in rows]

    def cov(s, t):
        over = kept(min(s, t), max(s, t))
        return 0.6 * over.u + 0.4 * over.x

    means, variances, density = twins.joint_normal(
        weeks, [(v, n) for _, v, n in rows], lambda t: usual(t)[0], cov
    )
    assert np.allclose(line.weeks["level"], means, atol=1e-8)
    width = (line.weeks["high"] - line.weeks["low"]).to_numpy() / 2
    assert np.allclose(width, 1.2815515655 * np.sqrt(variances), atol=1e-8)
    assert line.log_likelihood == pytest.approx(density, abs=1e-8)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(rows, random):
    whole = answers([(w, v, 1.0, n) for w, v, n in rows])
    shuffled = answers([(w, v, 1.0, n) for w, v, n in random.sample(rows, len(rows))])
    assert bond_line(shuffled).weeks.equals(bond_line(whole).weeks)


@given(ROWS)
def test_another_unit_of_the_scale_gives_the_same_line(rows):
    one = bond_line(answers([(w, v, 1.0, n) for w, v, n in rows]))
    ten = bond_line(answers([(w, 10 * v, 10.0, 100 * n) for w, v, n in sorted(rows)]))
    assert np.allclose(one.weeks["level"], ten.weeks["level"], atol=1e-6)


def test_weeks_asked_about_do_not_change_the_line():
    rows = answers([(1, 0.5, 1, 1.2), (9, -1, 1, 1.2)])
    plain = bond_line(rows).weeks
    asked = bond_line(rows, at=[-10, 1, 5, 30]).weeks
    assert asked["n"].to_list() == [0, 1, 1, 1, 2, 2]
    shown = asked.filter("answered")
    assert np.allclose(shown.drop("week", "n", "answered"), plain.drop("week", "n", "answered"))


def test_nobody_who_answers_nothing_has_the_usual_line_and_a_wide_band():
    line = bond_line(answers([]), at=[0, 26])
    assert line.weeks["level"].to_list() == pytest.approx([-0.25, 0.2])
    assert line.weeks["then_error"].to_list() == pytest.approx([1, 1])
    assert (line.weeks["n"] == 0).all()
    assert bond_line(answers([])).weeks.is_empty()


def test_one_check_in_moves_the_line_by_less_than_half():
    line = weekly([1])
    assert -0.25 - 2 * 0.5 < line.weeks["level"][0] < -0.25


@given(ROWS, st.tuples(st.floats(-24, 60), st.floats(-24, 60)))
def test_how_much_it_rose_is_the_slow_twins(rows, weeks):
    since, until = sorted(weeks)
    rose = rise(answers([(w, v, 1.0, n) for w, v, n in rows]), since=since, until=until)
    means, cov, _density = twins.joint_posterior(
        [since, until, *(w for w, _, _ in rows)],
        [(None, 0), (None, 0), *((v, n) for _, v, n in rows)],
        lambda t: usual(t)[0],
        lambda s, t: 0.6 * (k := kept(min(s, t), max(s, t))).u + 0.4 * k.x,
    )
    assert rose.n == len(rows)
    assert rose.value == pytest.approx(means[1] - means[0], abs=1e-8)
    error = math.sqrt(max(cov[0, 0] + cov[1, 1] - 2 * cov[0, 1], 0))
    assert rose.high - rose.value == pytest.approx(1.2815515655 * error, abs=1e-6)


def test_from_a_week_to_itself_nothing_rose():
    rose = rise(answers([(1, 0.5, 1, 1.2), (9, -1, 1, 1.2)]), since=4, until=4)
    assert (rose.value, rose.low, rose.high) == pytest.approx((0, 0, 0), abs=1e-7)


def test_weeks_that_are_each_unsure_may_still_surely_differ():
    """Each week's band reaches over zero, and yet the change between them does not."""
    rows = answers([(w, -1.2 if w < 10 else 1.2, 1, 1.2) for w in range(40)])
    rose = rise(rows, since=4, until=36)
    assert rose.low > 0
    assert rose.high - rose.low < 2 * 1.2816 * sum(bond_line(rows).weeks["then_error"][[4, 36]])


@pytest.mark.parametrize("answer", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("weeks", [range(5), range(13), range(-20, 0), range(-10, 20)])
def test_from_answers_that_are_all_alike_no_way_up_or_down_is_read(answer, weeks):
    """What is usual moves with the weeks, and yet it is nothing that this caregiver said."""
    rows = check_ins(pl.DataFrame({"week": list(weeks), "answer": [answer] * len(weeks)}))
    rose = rise(rows, since=weeks[0], until=weeks[-1])
    assert rose.low < 0 < rose.high


def test_heavy_months_in_a_row_are_asked_about_gently():
    months = [(week, -2.5, 1, 0.25) for week in (0, 4, 8)]
    assert heavy(bond_line(answers(months)))
    assert not heavy(bond_line(answers(months[:2])))


def test_single_questions_alone_say_so_only_after_most_of_a_year():
    """One question of five steps is so unsure that even the lowest each week takes long."""
    assert not heavy(weekly([1] * 26))
    assert heavy(weekly([1] * 52))


@pytest.mark.parametrize(
    "steps",
    [[], [1], [3] * 12, [1, 5] * 6, [1] * 12 + [5] * 3],
    ids=["nothing", "once", "in the middle", "up and down", "better again"],
)
def test_anything_less_is_not_asked_about(steps):
    assert not heavy(weekly(steps))


def test_heavy_answers_within_a_fortnight_are_not_three_weeks():
    assert not heavy(bond_line(answers([(w, -2.5, 1, 0.25) for w in (0, 1, 1.5, 2)])))


def a_life(rng):
    """A caregiver drawn from the model, asked at odd weeks; truth, and draws of what is known."""
    weeks = np.sort(rng.uniform(-20, 50, rng.integers(2, 9)))
    cov = np.array(
        [[0.6 * (k := kept(min(s, t), max(s, t))).u + 0.4 * k.x for t in weeks] for s in weeks]
    )
    truth = usual(weeks) + rng.multivariate_normal(np.zeros(len(weeks)), cov, method="cholesky")
    noise = rng.choice([0.25, 1.2], len(weeks))
    values = truth + rng.normal(0, np.sqrt(noise))
    line = bond_line(
        answers([(w, v, 1.0, n) for w, v, n in zip(weeks, values, noise, strict=True)])
    )
    level, high = line.weeks["level"].to_numpy(), line.weeks["high"].to_numpy()
    draws = rng.normal(level, (high - level) / 1.2815515655, (99, len(weeks)))
    density = [
        -((values[-1] - bond) ** 2) / noise[-1] for bond in (truth[-1], *draws[:, -1].tolist())
    ]
    truths = [truth[0], truth[-1], density[0]]
    return truths, np.column_stack([draws[:, 0], draws[:, -1], density[1:]])


def test_the_band_is_as_wide_as_it_has_to_be():
    found = simulate(a_life, rounds=1000, rng=np.random.default_rng(30))
    assert [uniformity(quantity, draws=99).holds for quantity in found.T] == [True] * 3
    held = ((found[:, :2] >= 10) & (found[:, :2] < 90)).mean()
    assert held == pytest.approx(0.8, abs=0.03)


def test_a_hundred_thousand_answers_are_followed_to_the_end():
    weeks = np.linspace(-20, 80, 100_000)
    level = 0.5 * np.sin(weeks / 30)
    values = level + np.random.default_rng(31).normal(0, 1, 100_000)
    frame = pl.DataFrame({"week": weeks, "value": values, "slope": 1.0, "noise": 1.0})
    line = bond_line(frame)
    assert line.weeks["n"][-1] == 100_000
    assert np.abs(line.weeks["level"] - level).mean() < 0.05
    assert math.isfinite(line.log_likelihood)
