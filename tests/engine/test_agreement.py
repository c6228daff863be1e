"""Agreement on words: worked examples, statsmodels, scikit-learn, and what must not matter."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, cohens_kappa, fleiss_kappa

from holdfast.engine.agreement import agreement, cohen, fleiss, tally_namings
from holdfast.engine.estimate import TooFew
from holdfast.engine.tallies import merge
from tests.engine.fixtures import case

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40)


def namings(pairs):
    return pl.DataFrame(pairs, schema={"first": pl.String, "second": pl.String}, orient="row")


def tally_of(table):
    rows = [(str(i), str(j), n) for i, row in enumerate(table) for j, n in enumerate(row)]
    return pl.DataFrame(rows, schema=["first", "second", "count"], orient="row")


def counts_of(table):
    rows = [(i, str(j), n) for i, row in enumerate(table) for j, n in enumerate(row)]
    return pl.DataFrame(rows, schema=["moment", "word", "count"], orient="row")


def test_two_people_have_cohens_kappa_with_both_errors():
    book = case("agreement", "cohen-2x2")
    found = cohen(tally_of(book.input["table"]))
    near = [book.expected[name] for name in ("kappa", "se", "se_null")]
    assert [found.value, found.error, found.error_null] == pytest.approx(near, abs=book.tolerance)
    told = agreement(tally_of(book.input["table"]))
    assert (told.value, told.n) == (found.value, 50)
    assert told.high - told.value == pytest.approx(1.959964 * found.error, rel=1e-6)


def test_fourteen_people_have_fleiss_kappa():
    book = case("agreement", "fleiss-10x5")
    found = fleiss(counts_of(book.input["counts"]))
    assert found.value == pytest.approx(book.expected["kappa"], abs=book.tolerance)
    assert found.low < found.value < found.high
    assert found.n == 10


@given(PAIRS)
def test_kappa_is_that_of_scikit_learn(pairs):
    found = cohen(tally_namings(namings(pairs)))
    one_word = len({word for pair in pairs for word in pair}) == 1
    if one_word:
        assert found is None
    else:
        first, second = zip(*pairs, strict=True)
        assert found.value == pytest.approx(cohen_kappa_score(first, second), abs=1e-12)


@given(PAIRS)
def test_who_is_first_does_not_matter(pairs):
    one = cohen(tally_namings(namings(pairs)))
    two = cohen(tally_namings(namings([(b, a) for a, b in pairs])))
    if one is None:
        assert two is None
    else:
        assert two.value == pytest.approx(one.value)
        assert two.error == pytest.approx(one.error, abs=1e-7)


@given(PAIRS, st.randoms(use_true_random=False), st.integers(0, 40))
def test_neither_the_order_of_moments_nor_splitting_matters(pairs, random, cut):
    shuffled = random.sample(pairs, len(pairs))
    parts = [tally_namings(namings(part)) for part in (shuffled[:cut], shuffled[cut:])]
    assert merge(parts, by=("first", "second")).equals(tally_namings(namings(pairs)))


def test_few_moments_are_too_few_to_say():
    assert agreement(tally_namings(namings([("a", "b")]))) == TooFew(1, 10)
    assert agreement(tally_namings(namings([]))) == TooFew(0, 10)
    assert fleiss(counts_of([[1, 1], [2, 0]])) == TooFew(2, 10)


def test_one_word_for_everything_leaves_nothing_to_agree_on():
    assert agreement(tally_of([[20]])) == TooFew(20, 21)
    assert fleiss(counts_of([[3, 0]] * 12)) == TooFew(12, 13)


def test_a_hundred_thousand_moments_have_the_errors_of_statsmodels():
    rng = np.random.default_rng(6)
    first = rng.integers(0, 5, 200_000)
    second = np.where(rng.random(200_000) < 0.6, first, rng.integers(0, 5, 200_000))
    pairs = pl.DataFrame({"first": first, "second": second})
    found = cohen(tally_namings(pairs))
    table = np.zeros((5, 5))
    np.add.at(table, (first, second), 1)
    oracle = cohens_kappa(table)
    near = [oracle.kappa, oracle.std_kappa, oracle.std_kappa0]
    assert [found.value, found.error, found.error_null] == pytest.approx(near, rel=1e-9)


def test_many_people_have_the_kappa_of_statsmodels():
    rng = np.random.default_rng(7)
    truth = rng.integers(0, 4, 2000)
    said = np.where(rng.random((2000, 5)) < 0.5, truth[:, None], rng.integers(0, 4, (2000, 5)))
    table, _ = aggregate_raters(said)
    assert fleiss(counts_of(table)).value == pytest.approx(fleiss_kappa(table), abs=1e-12)
