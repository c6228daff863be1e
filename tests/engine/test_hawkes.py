"""Serve and return: the worked cases, a slow twin, and what went in comes out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine.estimate import TooFew
from holdfast.engine.hawkes import ServeReturn, expected, fit, log_likelihood, log_rates, pulls
from tests.engine import twins_estimators as twins
from tests.engine.fixtures import case

TIMES = st.lists(st.floats(0.1, 9.9), max_size=8).map(sorted)


def model_of(found):
    return ServeReturn(found["mu"], found["alpha"], found["beta"])


def session(rng, *, total, model):
    """Signals at even chance, answers of themselves, and answers that signals called forth."""
    signals = np.sort(rng.uniform(0, total, rng.poisson(total / 8)))
    alone = rng.uniform(0, total, rng.poisson(model.base * total))
    called = np.repeat(signals, rng.poisson(model.branching, len(signals)))
    answers = np.r_[alone, called + rng.exponential(1 / model.decay, len(called))]
    return signals, np.sort(answers[answers <= total])


def test_events_that_call_forth_each_other_have_the_worked_likelihood():
    book = case("hawkes", "self-exciting")
    model, times, total = model_of(book.input), book.input["time"], book.input["total"]
    found = {
        "sum_log_intensity": log_rates(times, times, model),
        "compensator": expected(times, total, model),
        "loglik": log_likelihood(times, times, model, total=total),
        "stationary_rate": model.long_run,
    }
    assert found == pytest.approx(book.expected, abs=book.tolerance)


def test_answers_to_an_infant_have_the_worked_likelihood():
    book = case("hawkes", "cross-excited")
    found = log_likelihood(
        book.input["infant"],
        book.input["caregiver"],
        model_of(book.input),
        total=book.input["total"],
    )
    assert found == pytest.approx(book.expected["loglik"], abs=book.tolerance)


@settings(max_examples=20, deadline=None)
@given(TIMES, TIMES)
def test_the_likelihood_is_the_slow_twins(signals, answers):
    model = ServeReturn(0.2, 0.7, 0.9)
    found = log_likelihood(signals, answers, model, total=10)
    assert found == pytest.approx(twins.serve_return(signals, answers, 10, model), abs=1e-4)


@given(TIMES, TIMES)
def test_another_unit_of_time_only_changes_the_unit_of_the_likelihood(signals, answers):
    one = log_likelihood(signals, answers, ServeReturn(0.2, 0.7, 0.9), total=10)
    seconds = ServeReturn(0.2 / 60, 0.7, 0.9 / 60)
    two = log_likelihood([60 * s for s in signals], [60 * a for a in answers], seconds, total=600)
    assert two == pytest.approx(one - len(answers) * np.log(60), abs=1e-6)


def test_a_signal_does_not_pull_at_its_own_time():
    assert pulls([1.0], [1.0, 2.0], decay=1.0).tolist() == pytest.approx([0, np.exp(-1)])


def test_what_went_in_comes_out():
    truth = ServeReturn(0.05, 0.6, 0.5)
    signals, answers = session(np.random.default_rng(41), total=20_000, model=truth)
    found = fit(signals, answers, total=20_000)
    assert [found.base, found.branching, found.decay] == pytest.approx([0.05, 0.6, 0.5], rel=0.1)


def test_a_few_events_are_too_few_to_say():
    assert fit([1, 2, 3], [2, 3], total=10) == TooFew(2, 50)
    times = np.arange(1.0, 51)
    assert fit(times[1:], times + 0.5, total=52) == TooFew(49, 50)
    assert isinstance(fit(times, times + 0.5, total=52), ServeReturn)


def test_a_hundred_thousand_events_have_the_pull_of_their_neighbours():
    rng = np.random.default_rng(42)
    signals = np.sort(rng.uniform(0, 400_000, 100_000))
    at = np.sort(rng.uniform(0, 400_000, 100_000))
    found = pulls(signals, at, decay=1.0)
    some = rng.integers(0, 100_000, 200)
    near = [np.exp(-(t - signals[(signals < t) & (signals > t - 40)])).sum() for t in at[some]]
    assert np.allclose(found[some], near, atol=1e-12)
