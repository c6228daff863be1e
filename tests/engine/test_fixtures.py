"""No published number is left out: each case that belongs to the estimators has its test."""

import pytest

from tests.engine.fixtures import SCIENCE, cases

TESTS = SCIENCE.parents[1]
HOLDS = {
    "survival": {
        "freireich-6mp": "engine/test_survival.py",
        "freireich-placebo": "engine/test_survival.py",
        "freireich-logrank": "engine/test_survival.py",
        "waltons": "engine/test_survival.py",
        "aalen-johansen-small": "engine/test_survival.py",
    },
    "sequential": {
        "bakeman-quera-2011": "engine/test_sequences.py",
        "griffin-gottman-1990": "engine/test_sequences.py",
    },
    "agreement": {
        "cohen-2x2": "engine/test_agreement.py",
        "fleiss-10x5": "engine/test_agreement.py",
    },
    "event_lag": {"six-signals": "engine/test_contingency.py"},
    "pooling": {
        "rat-tumours": "engine/test_pooling.py",
        "efron-morris-1975": "engine/test_pooling.py",
        "dirichlet-six": "engine/test_pooling.py",
    },
    "kalman": {
        "nile-local-level": "engine/test_filters.py",
        "nile-missing": "engine/test_filters.py",
        "ou-irregular": "engine/test_filters.py",
    },
    "bond": {
        "posterior-sd": "engine/test_bond.py",
        "implied-correlations": "engine/test_bond.py",
    },
    "instruments": {
        "epds-example": "engine/test_scales.py",
        "epds-item-10": "engine/test_scales.py",
        "epds-worst": "engine/test_scales.py",
        "pbq-all-never": "engine/test_scales.py",
    },
    "scores": {
        "crps": "engine/test_scores.py",
        "three-classes": "engine/test_scores.py",
        "murphy": "engine/test_scores.py",
    },
    "calibration": {
        "sbc-thresholds": "engine/test_sbc.py",
        "discounted-beta": "engine/test_forgetting.py",
    },
    "hawkes": {
        "self-exciting": "engine/test_hawkes.py",
        "cross-excited": "engine/test_hawkes.py",
    },
    "recurrence": {"ten-states": "engine/test_recurrence.py"},
    "age": {"corrected-age": "words/test_ages.py"},
}


@pytest.mark.parametrize("name", HOLDS)
def test_each_case_of_a_file_is_held_by_a_test(name):
    assert set(cases(name)) == set(HOLDS[name])


@pytest.mark.parametrize(("case_id", "test"), [pair for f in HOLDS.values() for pair in f.items()])
def test_the_test_that_holds_a_case_reads_it(case_id, test):
    assert f'"{case_id}"' in (TESTS / test).read_text("utf-8")
