"""`holdfast validate`: the table says of each row what it is worth."""

import json

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.engine.simulate.validation import TARGETS
from holdfast.engine.simulate.validation.targets import INPUTS, NEVER_TUNED, TUNED


@pytest.fixture(scope="module")
def done():
    return CliRunner().invoke(app, ["validate", "--children", "10", "--json"])


def test_every_target_has_a_row_with_its_error_and_verdict(done):
    rows = json.loads(done.stdout)["rows"]
    assert [row["finding"] for row in rows] == [target.name for target in TARGETS.values()]
    for row in rows:
        assert row["met"] is (row["low"] <= row["simulated"] <= row["high"])
        assert row["standard_error"] >= 0


def test_each_row_says_whether_it_was_put_in_tuned_or_held_out(done):
    uses = {row["row"]: row["use"] for row in json.loads(done.stdout)["rows"]}
    assert {row for row, use in uses.items() if use == "tuned"} == TUNED
    assert {row for row, use in uses.items() if use == "input"} == INPUTS
    assert all(uses[row] == "held out" for row in NEVER_TUNED)
    assert set(uses) == set(range(1, 22))


def test_for_people_it_is_a_table(monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    said = CliRunner().invoke(app, ["validate", "--children", "10"]).stdout
    assert said.count("within") + said.count("outside") >= len(TARGETS)
    assert "held out: never tuned on" in said
