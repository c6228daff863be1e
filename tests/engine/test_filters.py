"""A level through answers: the Nile, a slow twin, statsmodels, and what must not matter."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.tsa.statespace.structural import UnobservedComponents

from holdfast.engine.filters import LocalLevel, Pulled, fit_local_level, follow, look_back
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

LOG_2_PI = math.log(2 * math.pi)
FIRST = 1871
GAPS = st.lists(st.floats(0.01, 20), min_size=1, max_size=12)
ANSWERS = st.lists(st.one_of(st.none(), st.floats(-5, 5)), min_size=12, max_size=12)


def nile():
    return case("kalman", "nile-local-level")


def level(found):
    return LocalLevel(found.input["var_eps"], found.input["var_eta"])


def river(dropped=()):
    """The Nile as (year, volume); None in the years that are dropped."""
    volumes = nile().input["volume"]
    gone = {year for low, high in dropped for year in range(low, high + 1)}
    return [(y, None if y in gone else float(v)) for y, v in enumerate(volumes, FIRST)]


def followed(rows, model):
    years, values = zip(*rows, strict=True)
    return follow(years, values, model)


def at(frame, years, *columns):
    rows = {row["time"]: [row[c] for c in columns] for row in frame.iter_rows(named=True)}
    return [rows[float(year)] for year in years]


def pulled():
    given_ = case("kalman", "ou-irregular").input
    return Pulled(
        rate=given_["kappa"],
        usual=given_["mu"],
        shake=given_["sigma"],
        noise=given_["obs_var"],
        first_mean=given_["x0_mean"],
        first_variance=given_["x0_var"],
    )


def test_the_nile_is_followed_as_in_the_book():
    book = nile()
    found = followed(river(), level(book))
    expected = book.expected["filtered"]
    near = np.column_stack([expected["mean"], expected["var"]])
    assert np.allclose(at(found.steps, expected["year"], "mean", "variance"), near, atol=1e-3)
    assert found.log_likelihood == pytest.approx(
        book.expected["loglik_diffuse"], abs=book.tolerance_loglik
    )
    exact = book.expected["loglik_exact_diffuse"]
    assert found.log_likelihood - LOG_2_PI / 2 == pytest.approx(exact, abs=book.tolerance_loglik)


def test_the_nile_is_smoothed_as_in_the_book():
    book = nile()
    found = look_back(followed(river(), level(book)), level(book))
    expected = book.expected["smoothed"]
    near = np.column_stack([expected["mean"], expected["var"]])
    assert np.allclose(at(found, expected["year"], "smooth", "smooth_variance"), near, atol=1e-3)


def test_the_nile_settles_into_the_books_steady_state():
    book = nile()
    last = followed(river(), level(book)).steps.row(-1, named=True)
    steady = book.expected["steady_state"]
    assert last["ahead_variance"] == pytest.approx(steady["predicted_var"], abs=1e-3)
    assert last["variance"] == pytest.approx(steady["filtered_var"], abs=1e-3)
    gain = last["ahead_variance"] / (last["ahead_variance"] + book.input["var_eps"])
    assert gain == pytest.approx(steady["gain"], abs=1e-6)


def test_the_nile_has_the_books_variances():
    book = nile().expected["ml"]
    years, values = zip(*river(), strict=True)
    model, height = fit_local_level(years, values)
    assert height - LOG_2_PI / 2 == pytest.approx(
        book["loglik_exact_diffuse"], abs=book["tolerance_loglik"]
    )
    assert model.noise == pytest.approx(book["var_eps"], abs=book["tolerance_var"])
    assert model.drift == pytest.approx(book["var_eta"], abs=book["tolerance_var"])


@pytest.mark.parametrize("as_missing", [True, False])
def test_years_without_an_answer_are_years_in_which_nobody_asked(as_missing):
    book = case("kalman", "nile-missing")
    rows = river(book.input["drop"])
    if not as_missing:  # 1900 and 1910 stay, to be looked at
        rows = [(y, v) for y, v in rows if v is not None or y in {1900, 1910}]
    found = followed(rows, level(book))
    assert found.log_likelihood == pytest.approx(
        book.expected["loglik_diffuse"], abs=book.tolerance_loglik
    )
    smooth = look_back(found, level(book))
    known = [book.expected[name] for name in ("smoothed_1900", "smoothed_1910")]
    assert np.allclose(at(smooth, [1900, 1910], "smooth", "smooth_variance"), known, atol=1e-3)
    then = at(found.steps, [1910], "mean", "variance")
    assert np.allclose(then, [book.expected["filtered_1910"]], atol=1e-3)


def test_a_pulled_level_has_the_worked_numbers():
    book = case("kalman", "ou-irregular")
    found = follow(book.input["time"], book.input["y"], pulled())
    smooth = look_back(found, pulled())
    names = {
        "mean": "filtered_mean",
        "variance": "filtered_var",
        "smooth": "smoothed_mean",
        "smooth_variance": "smoothed_var",
    }
    for ours, theirs in names.items():
        near = pytest.approx(book.expected[theirs], abs=book.tolerance)
        assert smooth[ours].to_list() == near
    assert found.log_likelihood == pytest.approx(book.expected["loglik"], abs=book.tolerance)


@given(GAPS, ANSWERS)
def test_a_pulled_level_is_the_slow_twins(gaps, answers):
    times = np.cumsum(gaps)
    values = answers[: len(times)]
    model = Pulled(rate=0.3, usual=0.5, shake=0.8, noise=0.4)
    found = follow(times, values, model)
    smooth = look_back(found, model)
    means, variances, density = twins.joint_normal(
        times,
        [(value, 0.4) for value in values],
        lambda _: 0.5,
        lambda s, t: 0.8**2 / 0.6 * math.exp(-0.3 * abs(s - t)),
    )
    assert np.allclose(smooth["smooth"], means, atol=1e-9)
    assert np.allclose(smooth["smooth_variance"], variances, atol=1e-9)
    assert found.log_likelihood == pytest.approx(density, abs=1e-9)


@given(GAPS, ANSWERS, st.floats(-100, 100))
def test_a_shift_of_all_times_does_not_matter(gaps, answers, shift):
    times, model = np.cumsum(gaps), LocalLevel(0.4, 0.2)
    values = answers[: len(times)]
    one, two = follow(times, values, model), follow(times + shift, values, model)
    assert two.log_likelihood == pytest.approx(one.log_likelihood, abs=1e-6)
    assert np.allclose(two.steps["mean"], one.steps["mean"], atol=1e-6)


@given(GAPS, ANSWERS)
def test_an_answer_never_makes_less_sure(gaps, answers):
    model = LocalLevel(0.4, 0.2)
    smooth = look_back(follow(np.cumsum(gaps), answers[: len(gaps)], model), model)
    kept = [i for i, value in enumerate(smooth["value"]) if value is not None]
    if kept:
        assert (smooth["smooth_variance"] <= smooth["variance"] + 1e-9).all()


def test_before_the_first_answer_all_is_known_from_what_came_after():
    model = LocalLevel(1.0, 0.5)
    smooth = look_back(follow([0, 2, 3], [None, 4.0, None], model), model)
    assert smooth["smooth"].to_list() == [4.0, 4.0, 4.0]
    assert smooth["smooth_variance"].to_list() == [2.0, 1.0, 1.5]


def test_to_know_nothing_is_the_end_of_knowing_less_and_less():
    def smooth(first):
        level = {"rate": 0.3, "usual": 2.0, "shake": 0.8, "noise": 0.4, "first_variance": first}
        model = Pulled(**level)
        return look_back(follow([0, 2, 5], [None, 4.0, 1.0], model), model)

    columns = ["smooth", "smooth_variance"]
    known = smooth(math.inf).select(columns).to_numpy()
    assert np.allclose(known, smooth(1e10).select(columns).to_numpy(), rtol=1e-6)


def test_a_pulled_level_that_nobody_asks_about_is_as_usual():
    model = Pulled(rate=0.1, usual=3.0, shake=1.0, noise=1.0)
    found = follow([0, 9], [None, None], model)
    assert found.steps["mean"].to_list() == pytest.approx([3.0, 3.0])
    assert found.steps["variance"].to_list() == pytest.approx([5.0, 5.0])
    assert found.log_likelihood == 0


def test_no_answers_are_no_steps():
    found = follow([], [], LocalLevel(1, 1))
    assert found.steps.is_empty()
    assert look_back(found, LocalLevel(1, 1)).columns[-2:] == ["smooth", "smooth_variance"]


def test_a_hundred_thousand_answers_have_the_level_of_statsmodels():
    rng = np.random.default_rng(11)
    answers = rng.normal(0, 0.3, 100_000).cumsum() + rng.normal(0, 1, 100_000)
    model = LocalLevel(1.0, 0.09)
    found = follow(range(100_000), answers.tolist(), model)
    oracle = UnobservedComponents(answers, "llevel", use_exact_diffuse=True)
    theirs = oracle.smooth([1.0, 0.09])
    assert found.log_likelihood - LOG_2_PI / 2 == pytest.approx(theirs.llf, rel=1e-9)
    assert np.allclose(found.steps["mean"], theirs.filtered_state[0], atol=1e-7)
    smooth = look_back(found, model)
    assert np.allclose(smooth["smooth"], theirs.smoothed_state[0], atol=1e-7)
    assert np.allclose(smooth["smooth_variance"], theirs.smoothed_state_cov[0, 0], atol=1e-7)
