"""What follows what: two published tables, a slow twin, statsmodels, and what must not matter."""

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import Table, Table2x2

from holdfast.engine.sequences import independence, lag_table, tally_lags
from holdfast.engine.tallies import merge
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

CODES = st.lists(st.sampled_from("abcd"), min_size=2, max_size=40)
PUBLISHED = ("bakeman-quera-2011", "griffin-gottman-1990")


def run(codes, name="one"):
    return pl.DataFrame({"sequence": [name] * len(codes), "code": list(codes)})


def published(case_id):
    """The tally of a published table, from its codes where they are printed."""
    found = case("sequential", case_id).input
    if "sequence" in found:
        return tally_lags(run(found["sequence"]))
    rows = [
        (g, t, count) for g, row in enumerate(found["table"], 1) for t, count in enumerate(row, 1)
    ]
    return pl.DataFrame(rows, schema=["given", "target", "count"], orient="row")


def square(table, column):
    size = table["given"].n_unique()
    return table[column].to_numpy().reshape(size, size)


@pytest.mark.parametrize("case_id", PUBLISHED)
def test_a_published_table_has_its_residuals_and_its_tests(case_id):
    book = case("sequential", case_id)
    tally = published(case_id)
    table = lag_table(tally)
    assert tally["count"].sum() == book.expected["n"]
    residuals = book.expected["adjusted_residual"]
    assert np.allclose(square(table, "residual"), residuals, atol=book.tolerance)
    whole = independence(tally)
    assert whole.g2 == pytest.approx(book.expected["g2"], abs=book.tolerance)
    assert whole.x2 == pytest.approx(book.expected["x2"], abs=book.tolerance)
    assert whole.df == book.expected["df"]


def test_the_published_codes_make_the_published_table():
    book = case("sequential", "bakeman-quera-2011")
    table = lag_table(published("bakeman-quera-2011"))
    assert square(table, "count").tolist() == book.expected["table"]


@pytest.mark.parametrize("case_id", PUBLISHED)
def test_each_published_cell_has_its_odds(case_id):
    book = case("sequential", case_id)
    table = lag_table(published(case_id))
    for cell in book.expected["collapsed"]:
        given, target = cell["cell"]
        found = table.filter(given=given, target=target).row(0, named=True)
        renamed = {"log_or_se": "log_odds_error"}
        for name in cell.keys() - {"cell"}:
            value = found[renamed.get(name, name)]
            assert value == pytest.approx(cell[name], abs=book.tolerance)


@given(CODES)
def test_counts_and_residuals_are_the_slow_twins(codes):
    counts = twins.lags(codes)
    for row in lag_table(tally_lags(run(codes))).iter_rows(named=True):
        pair = row["given"], row["target"]
        assert row["count"] == counts.get(pair, 0)
        expected = twins.residual(counts, *pair)
        assert row["residual"] == (None if expected is None else pytest.approx(expected))


@given(CODES, CODES)
def test_no_pair_is_counted_across_two_runs_and_tallies_add_up(one, two):
    apart = [tally_lags(run(one)), tally_lags(run(two))]
    together = tally_lags(pl.concat([run(one, "one"), run(two, "two")]))
    assert merge(apart, by=("given", "target")).equals(together)


@given(CODES)
def test_a_lag_of_two_skips_one(codes):
    found = tally_lags(run(codes), lag=2)
    assert {(g, t): n for g, t, n in found.iter_rows()} == twins.lags(codes, 2)


def test_a_code_by_another_name_is_the_same_code():
    tally = published("bakeman-quera-2011").cast({"given": pl.String, "target": pl.String})
    renamed = tally.with_columns(pl.col("given", "target").replace({"1": "9"}))
    assert independence(renamed).g2 == pytest.approx(independence(tally).g2)


def test_an_empty_cell_has_odds_all_the_same():
    table = lag_table(tally_lags(run("aabab")))  # a a, a b, b a, a b: never b b
    found = table.filter(given="b", target="b").row(0, named=True)
    assert (found["a"], found["b"], found["c"], found["d"]) == (0, 1, 2, 1)
    assert found["odds_ratio"] == pytest.approx(0.5 * 1.5 / (1.5 * 2.5))
    assert found["log_odds_error"] == pytest.approx((2 + 1 / 1.5 + 1 / 2.5 + 1 / 1.5) ** 0.5)
    assert found["yules_q"] == -1


def test_a_code_that_never_came_first_has_no_residual():
    table = lag_table(tally_lags(run("aab")))
    found = table.filter(given="b", target="a").row(0, named=True)
    assert (found["residual"], found["yules_q"], found["phi"]) == (None, None, None)


def test_a_code_that_never_came_first_is_left_out_of_the_test_of_the_whole():
    whole = independence(tally_lags(run("aababbc")))
    assert whole.df == 2  # after a or b came a, b or c
    expected = stats.chi2_contingency([[1, 2, 0], [1, 1, 1]])
    assert (whole.x2, whole.p_x2) == pytest.approx((expected.statistic, expected.pvalue))


def test_a_hundred_thousand_codes_have_the_table_of_statsmodels():
    rng = np.random.default_rng(2)
    codes = rng.choice(list("abcde"), 400_000, p=[0.5, 0.3, 0.15, 0.04, 0.01])
    tally = tally_lags(run(codes))
    table = lag_table(tally)
    oracle = Table(square(table, "count"), shift_zeros=False)
    assert independence(tally).x2 == pytest.approx(float((oracle.resid_pearson**2).sum()))
    found = square(table, "residual")
    assert np.allclose(found, oracle.standardized_resids, atol=1e-9)
    row = table.filter(given="a", target="b").row(0, named=True)
    cell = Table2x2(np.array([[row["a"], row["b"]], [row["c"], row["d"]]]))
    assert row["odds_ratio"] == pytest.approx(cell.oddsratio)
    assert row["log_odds_error"] == pytest.approx(cell.log_oddsratio_se)
