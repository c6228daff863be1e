"""Scores: worked numbers, scikit-learn and slow twins, what must not matter, and days."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, log_loss

from holdfast.engine.estimate import TooFew
from holdfast.engine.scores import (
    briers,
    by_day,
    crps_ensemble,
    crps_normal,
    equal_edges,
    log_losses,
    murphy,
    ranked,
    tally_forecasts,
)
from holdfast.engine.tallies import merge
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

DRAWS = st.lists(st.floats(-10, 10), min_size=2, max_size=15)
FORECASTS = st.lists(
    st.tuples(st.sampled_from([0.05, 0.1, 0.3, 0.35, 0.7, 0.9]), st.booleans()),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def many():
    """100,000 forecasts over five classes, and what came."""
    rng = np.random.default_rng(12)
    p = rng.dirichlet(np.ones(5), 100_000)
    came = (p.cumsum(axis=1) < rng.random((100_000, 1))).sum(axis=1)
    return p, came


def test_four_forecasts_of_three_classes_have_the_worked_losses():
    book = case("scores", "three-classes")
    p, came = book.input["prob"], book.input["outcome"]
    names = {"log_loss": log_losses, "brier_sum_over_classes": briers, "rps": ranked}
    for name, losses in names.items():
        assert losses(p, came).mean() == pytest.approx(book.expected[name], abs=book.tolerance)


def test_normal_and_drawn_forecasts_have_the_worked_losses():
    book = case("scores", "crps")
    near = pytest.approx(book.expected["normal"], abs=book.tolerance)
    assert crps_normal(*np.transpose(book.input["normal"])).tolist() == near
    draws, y = book.input["ensemble"], book.input["ensemble_y"]
    plain, fair = crps_ensemble(draws, y), crps_ensemble(draws, y, fair=True)
    assert plain == pytest.approx(book.expected["ensemble"], abs=book.tolerance)
    assert fair == pytest.approx(book.expected["ensemble_fair"], abs=book.tolerance)


def test_briers_score_has_the_worked_parts():
    book = case("scores", "murphy")
    given_ = book.input
    forecasts = np.repeat(given_["forecast"], given_["n"])
    happened = np.concatenate(
        [np.arange(n) < k for n, k in zip(given_["n"], given_["events"], strict=True)]
    )
    edges = equal_edges(forecasts, bins=3)
    found = murphy(tally_forecasts(forecasts, happened, edges=edges))
    names = {"ece": "error"}
    for name, value in book.expected.items():
        got = getattr(found, names.get(name, name))
        assert got == pytest.approx(value, abs=book.tolerance)
    assert found.within == pytest.approx(0, abs=1e-12)
    assert found.n == 30


@given(DRAWS, st.floats(-10, 10), st.booleans())
def test_drawn_forecasts_have_the_slow_twins_loss(draws, y, fair):
    found = crps_ensemble(draws, y, fair=fair)
    assert found == pytest.approx(twins.crps_ensemble(draws, y, fair=fair), abs=1e-9)


@given(FORECASTS, st.integers(1, 6))
def test_the_parts_make_the_whole(pairs, bins):
    forecasts, happened = zip(*pairs, strict=True)
    edges = equal_edges(forecasts, bins=bins)
    found = murphy(tally_forecasts(forecasts, happened, edges=edges))
    assert found.brier == pytest.approx(twins.brier(forecasts, happened))
    parts = found.reliability - found.resolution + found.uncertainty + found.within
    assert parts == pytest.approx(found.brier)


@given(FORECASTS, st.randoms(use_true_random=False), st.integers(0, 40))
def test_neither_the_order_nor_splitting_of_forecasts_matters(pairs, random, cut):
    def tally(some):
        p, y = [q for q, _ in some], [h for _, h in some]
        return tally_forecasts(p, y, edges=[0.2, 0.5])

    shuffled = random.sample(pairs, len(pairs))
    parts = merge([tally(shuffled[:cut]), tally(shuffled[cut:])], by="bin")
    whole = tally(pairs)
    same = ["bin", "n", "events"]
    assert parts.select(same).equals(whole.select(same))
    assert murphy(parts).brier == pytest.approx(murphy(whole).brier)


def test_bins_hold_about_equally_many():
    forecasts = np.random.default_rng(13).beta(1, 9, 10_000)
    tally = tally_forecasts(forecasts, np.zeros(10_000), edges=equal_edges(forecasts))
    assert tally["n"].to_list() == pytest.approx([1000] * 10, abs=1)


def test_equal_forecasts_share_a_bin():
    tally = tally_forecasts([0.5] * 30, [True] * 30, edges=equal_edges([0.5] * 30))
    assert tally["n"].to_list() == [30]


def test_no_forecast_has_no_score():
    assert murphy(tally_forecasts([], [], edges=[0.5])) is None


def test_who_says_never_and_is_wrong_loses_much_but_not_without_end():
    assert log_losses([[0.0, 1.0]], [0]).tolist() == pytest.approx([15 * np.log(10)])


def test_to_say_what_one_believes_costs_least():
    belief = np.array([0.6, 0.3, 0.1])
    shaded = np.array([[0.7, 0.2, 0.1], [0.5, 0.3, 0.2], [0.6, 0.2, 0.2]])
    for loss in (log_losses, briers, ranked):
        costs = [
            sum(q * loss([p], [k])[0] for k, q in enumerate(belief)) for p in (belief, *shaded)
        ]
        assert costs[0] < min(costs[1:])


def test_a_hundred_thousand_forecasts_have_the_losses_of_scikit_learn(many):
    p, came = many
    assert log_losses(p, came).mean() == pytest.approx(log_loss(came, p), rel=1e-9)
    one = brier_score_loss((came == 2).astype(int), p[:, 2])
    edges = equal_edges(p[:, 2])
    found = murphy(tally_forecasts(p[:, 2], came == 2, edges=edges))
    assert found.brier == pytest.approx(one, rel=1e-9)
    assert found.error < 0.01  # they were drawn from what was forecast
    squares = (p - np.eye(5)[came]) ** 2
    assert briers(p, came).mean() == pytest.approx(squares.sum() / 100_000)


def test_a_hundred_thousand_draws_cost_what_their_normal_costs():
    rng = np.random.default_rng(14)
    found = crps_ensemble(rng.normal(1, 2, 100_000), 3.0, fair=True)
    assert found == pytest.approx(crps_normal(1, 2, 3), abs=0.02)


def test_a_mean_over_days_has_a_band_that_knows_about_days():
    rng = np.random.default_rng(15)
    days = np.repeat(np.arange(60), 20)
    values = np.repeat(rng.normal(1, 1, 60), 20) + rng.normal(0, 0.1, 1200)
    found = by_day(days, values, rng=rng)
    assert (found.value, found.n) == (pytest.approx(values.mean()), 60)
    half = 1.96 * values.reshape(60, 20).mean(axis=1).std() / 60**0.5
    assert found.high - found.low == pytest.approx(2 * half, rel=0.1)


def test_the_order_of_values_does_not_matter_to_a_band_over_days():
    values, days = np.arange(40.0), np.repeat(np.arange(10), 4)
    turned = by_day(days[::-1], values[::-1], rng=np.random.default_rng(1))
    assert turned == by_day(days, values, rng=np.random.default_rng(1))


def test_few_days_are_too_few_to_say():
    rng = np.random.default_rng(1)
    assert by_day([1, 1, 2], [1, 2, 3], rng=rng) == TooFew(2, 5)
