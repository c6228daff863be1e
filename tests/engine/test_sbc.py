"""Calibration by simulation: its limits, a slow twin, and that it finds what is wrong."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from holdfast.engine.pooling import Beta, Gamma
from holdfast.engine.sbc import (
    gap_limit,
    gap_limit_of_many,
    gap_within,
    ranks,
    simulate,
    uniformity,
)
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

L = 99


def shares(rng, *, sure=1.0):
    """A share, twelve tries, the posterior's draws; and the log-likelihood of the tries."""
    truth = rng.beta(2, 5)
    y = rng.binomial(12, truth)
    after = Beta(2, 5).after(y * sure, 12 * sure)
    draws = rng.beta(after.a, after.b, L)
    likelihood = stats.binom(12, np.r_[truth, draws]).logpmf(y)
    return [truth, likelihood[0]], np.column_stack([draws, likelihood[1:]])


def rates(rng):
    """A rate, what came in ten minutes, and the posterior's draws."""
    truth = rng.gamma(4, 1 / 20)
    after = Gamma(4, 20).after(rng.poisson(truth * 10), 10)
    return [truth], rng.gamma(after.shape, 1 / after.rate, (L, 1))


def test_the_limits_are_those_of_the_paper():
    book = case("calibration", "sbc-thresholds")
    assert book.input["posterior_draws"] == L
    n = book.input["simulations"]
    found = uniformity(np.arange(n) % (L + 1), draws=L, bins=book.input["bins"])
    near = pytest.approx(book.expected["chi2_19_at_1_percent"], abs=book.tolerance)
    assert found.chi2_limit == near
    exact = book.expected["ecdf_sup_5_percent_exact"]
    assert found.gap_limit == pytest.approx(exact, abs=1e-6)
    large = book.expected["ecdf_sup_5_percent_asymptotic"]
    assert gap_limit_of_many(n, at=0.05) == pytest.approx(large, abs=1e-6)
    assert (found.chi2, found.gap) == (0, pytest.approx(0, abs=1e-12))


@pytest.mark.parametrize("n", [2, 7, 30, 100])
@pytest.mark.parametrize("at", [0.01, 0.05, 0.2])
def test_a_limit_is_scipys(n, at):
    assert gap_limit(n, at=at) == pytest.approx(stats.kstwo.ppf(1 - at, n), abs=1e-9)


def test_the_limit_of_very_many_is_the_one_of_large_n():
    assert gap_limit(100_000, at=0.05) == gap_limit_of_many(100_000, at=0.05)


def test_one_number_keeps_within_a_gap_by_plain_geometry():
    assert gap_within(1, 0.75) == pytest.approx(0.5)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=40))
def test_the_largest_gap_is_the_slow_twins(found):
    gap = uniformity(found, draws=9, bins=5).gap
    assert gap == pytest.approx(twins.largest_gap(found, 9), abs=1e-12)


@given(st.integers(0, 2**32))
def test_draws_that_equal_the_truth_fall_to_either_side(seed):
    found = ranks([1.0], [[0.0], [1.0], [1.0], [2.0]], rng=np.random.default_rng(seed))
    assert 1 <= found[0] <= 3


@pytest.mark.parametrize("one_round", [shares, rates])
def test_our_closed_forms_are_as_sure_as_they_may_be(one_round):
    found = simulate(one_round, rounds=1000, rng=np.random.default_rng(20))
    assert [uniformity(quantity, draws=L).holds for quantity in found.T] == [True] * found.shape[1]


@pytest.mark.parametrize("sure", [0.3, 3.0])
def test_who_is_too_sure_or_not_sure_enough_is_found_out(sure):
    rng = np.random.default_rng(21)
    found = simulate(lambda r: shares(r, sure=sure), rounds=1000, rng=rng)
    assert not uniformity(found[:, 0], draws=L).holds


def test_who_does_not_look_at_the_data_is_found_out_by_the_likelihood_alone():
    def blind(rng):
        truth, y = (p := rng.beta(2, 5)), rng.binomial(12, p)
        draws = rng.beta(2, 5, L)
        likelihood = stats.binom(12, np.r_[truth, draws]).logpmf(y)
        return [truth, likelihood[0]], np.column_stack([draws, likelihood[1:]])

    found = simulate(blind, rounds=1000, rng=np.random.default_rng(22))
    assert [uniformity(q, draws=L).holds for q in found.T] == [True, False]


def test_eighty_of_a_hundred_bands_hold_the_rate():
    rng = np.random.default_rng(23)
    truths = rng.gamma(4, 1 / 20, 20_000)
    counts = rng.poisson(truths * 10)
    bands = {y: Gamma(4, 20).estimate(int(y), 10, n=1) for y in np.unique(counts)}
    held = [bands[y].low <= t <= bands[y].high for y, t in zip(counts, truths, strict=True)]
    assert np.mean(held) == pytest.approx(0.8, abs=0.01)


def test_a_hundred_thousand_even_ranks_are_even():
    found = np.random.default_rng(24).integers(0, L + 1, 100_000)
    assert uniformity(found, draws=L).holds
