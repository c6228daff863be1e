"""Cells that borrow from each other: published fits, a slow twin, scipy, and the edges."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from holdfast.engine.estimate import TooFew
from holdfast.engine.pooling import (
    Beta,
    Gamma,
    beta_by_likelihood,
    beta_by_moments,
    beta_by_quadrature,
    dirichlet,
    dirichlet_evidence,
    gamma_by_likelihood,
    james_stein,
    share_by_quadrature,
    share_log_likelihood,
)
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

CELLS = st.lists(
    st.integers(1, 20).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=1,
    max_size=20,
)


def cells(rows):
    return pl.DataFrame(rows, schema={"y": pl.Int64, "n": pl.Int64}, orient="row")


@pytest.fixture(scope="module")
def rats():
    return case("pooling", "rat-tumours")


@pytest.fixture(scope="module")
def experiments(rats):
    return pl.DataFrame(rats.input)


def test_the_published_experiments_are_all_there(rats, experiments):
    assert experiments["y"].sum() == rats.expected["total_y"]
    assert experiments["n"].sum() == rats.expected["total_n"]


def test_moments_fit_what_the_book_says(rats, experiments):
    found = beta_by_moments(experiments.head(70))
    expected = rats.expected["moments_first_70"]
    assert [found.a, found.b] == pytest.approx([expected["a"], expected["b"]], abs=rats.tolerance)


def test_likelihood_fits_what_the_book_says(rats, experiments):
    found = beta_by_likelihood(experiments)
    expected = rats.expected["type2_ml"]
    assert [found.a, found.b] == pytest.approx([expected["a"], expected["b"]], abs=rats.tolerance)
    assert found.after(4, 14).mean == pytest.approx(expected["theta_71"], abs=rats.tolerance)
    height = share_log_likelihood(experiments, found)
    assert height == pytest.approx(expected["loglik_with_binomial_coefficients"], abs=1e-7)


def test_quadrature_finds_the_books_posterior_mean(rats, experiments):
    found = beta_by_quadrature(experiments)
    expected = rats.expected["posterior_mean"]
    assert found.a == pytest.approx(expected["a"], abs=expected["tolerance_a"])
    assert found.b == pytest.approx(expected["b"], abs=expected["tolerance_b"])


def test_the_last_experiment_is_pulled_as_far_as_the_book_says(rats, experiments):
    expected = rats.expected["posterior_mean"]["theta_71"]
    found = share_by_quadrature(experiments, y=4, n=14)
    assert found == pytest.approx(expected, abs=rats.tolerance)


def test_batters_are_pulled_as_far_as_the_paper_says():
    book = case("pooling", "efron-morris-1975")
    means = np.array(book.input["hits"]) / book.input["at_bats"]
    variance = means.mean() * (1 - means.mean()) / book.input["at_bats"]
    found = james_stein(means, variance=variance)
    assert found.mean == pytest.approx(book.expected["mean"], abs=book.tolerance)
    assert found.factor == pytest.approx(book.expected["shrink_factor"], abs=book.tolerance)
    assert found.estimates.tolist() == pytest.approx(book.expected["estimate"], abs=book.tolerance)


def test_six_kinds_have_their_shares_and_their_evidence():
    book = case("pooling", "dirichlet-six")
    prior, counts = book.input["prior"], book.input["counts"]
    known = dirichlet(prior, counts)
    assert known["mean"].to_list() == pytest.approx(book.expected["mean"], abs=book.tolerance)
    near = pytest.approx(book.expected["variance"], abs=book.tolerance)
    assert known["variance"].to_list() == near
    one = dirichlet_evidence(prior, counts, ordered=True)
    assert one == pytest.approx(book.expected["log_evidence_sequence"], abs=book.tolerance)
    any_order = dirichlet_evidence(prior, counts, ordered=False)
    assert any_order == pytest.approx(book.expected["log_evidence_counts"], abs=book.tolerance)


@given(CELLS, st.sampled_from([(0.5, 0.5), (2.3, 14.1), (40.0, 3.0)]))
def test_the_likelihood_of_a_prior_is_the_slow_twins_and_scipys(rows, shape):
    found = share_log_likelihood(cells(rows), Beta(*shape))
    assert found == pytest.approx(twins.share_log_likelihood(rows, *shape))
    oracle = sum(stats.betabinom(n, *shape).logpmf(y) for y, n in rows)
    assert found == pytest.approx(oracle)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_band_of_a_share_holds_what_scipy_says(y, more):
    found = Beta(1, 1).estimate(y, y + more)
    if y + more == 0:
        assert found == TooFew(0, 1)
        return
    law = stats.beta(1 + y, 1 + more)
    assert found.value == pytest.approx(law.mean())
    edges = law.ppf([0.1, 0.9])
    # A skewed posterior may have its mean outside of a narrow band: the band then reaches to it.
    assert found.low == pytest.approx(min(edges[0], law.mean()))
    assert found.high == pytest.approx(max(edges[1], law.mean()))


def test_a_band_of_a_rate_holds_what_scipy_says():
    found = Gamma(4, 40).estimate(3, 20, n=5)
    law = stats.gamma(7, scale=1 / 60)
    near = pytest.approx([law.mean(), *law.ppf([0.1, 0.9])])
    assert [found.value, found.low, found.high] == near
    assert found.n == 5
    assert Gamma(4, 40).estimate(0, 0, n=0) == TooFew(0, 1)


def test_the_prior_weighs_less_the_more_is_seen():
    prior = Beta(2, 2)
    distances = [abs(prior.after(n, n).mean - 1) for n in (1, 10, 100)]
    assert distances == sorted(distances, reverse=True)


def test_cells_that_vary_as_no_beta_can_have_no_prior_by_moments():
    assert beta_by_moments(cells([(1, 2)])) is None
    assert beta_by_moments(cells([(1, 2), (2, 4)])) is None
    assert beta_by_moments(cells([(0, 2), (2, 2)])) is None


def test_cells_that_are_all_alike_are_pooled_whole():
    found = beta_by_likelihood(cells([(5, 10)] * 30))
    assert found.a + found.b > 1e5
    assert found.mean == pytest.approx(0.5, abs=1e-3)


def test_the_order_of_cells_does_not_matter(experiments):
    found = beta_by_likelihood(experiments.sample(fraction=1, shuffle=True, seed=1))
    assert found == beta_by_likelihood(experiments)


@pytest.mark.parametrize("means", [[1, 2, 3], []])
def test_three_means_have_nothing_to_gain(means):
    assert james_stein(means, variance=1) is None


def test_means_are_never_pulled_past_their_common_mean():
    assert james_stein([1, 2, 3, 4], variance=100).estimates.tolist() == [2.5] * 4
    assert james_stein([1, 1, 1, 1], variance=1).estimates.tolist() == [1.0] * 4


def test_a_hundred_thousand_shares_give_their_prior_back():
    rng = np.random.default_rng(8)
    n = rng.integers(1, 40, 100_000)
    y = rng.binomial(n, rng.beta(3, 7, 100_000))
    found = beta_by_likelihood(pl.DataFrame({"y": y, "n": n}))
    assert [found.a, found.b] == pytest.approx([3, 7], rel=0.02)


def test_a_hundred_thousand_rates_give_their_prior_back():
    rng = np.random.default_rng(9)
    time = rng.integers(1, 60, 100_000).astype(float)
    y = rng.poisson(rng.gamma(2, 1 / 8, 100_000) * time)
    tally = pl.DataFrame({"y": y, "time": time})
    found = gamma_by_likelihood(tally)
    assert [found.shape, found.rate] == pytest.approx([2, 8], rel=0.02)


def test_the_prior_of_rates_does_not_care_for_the_unit_of_time():
    rng = np.random.default_rng(10)
    y, time = rng.poisson(rng.gamma(2, 3, 200)), np.ones(200)
    one = gamma_by_likelihood(pl.DataFrame({"y": y, "time": time}))
    two = gamma_by_likelihood(pl.DataFrame({"y": y, "time": time * 60}))
    assert two.shape == pytest.approx(one.shape, rel=1e-4)
    assert two.rate == pytest.approx(one.rate * 60, rel=1e-4)
    law = stats.nbinom(one.shape, one.rate / (one.rate + 1))
    here = law.logpmf(y).sum()
    for shape, rate in ((1.05, 1.0), (1.0, 1.05), (0.95, 1.0), (1.0, 0.95)):
        r = one.rate * rate
        assert stats.nbinom(one.shape * shape, r / (r + 1)).logpmf(y).sum() < here
