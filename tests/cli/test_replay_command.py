"""`holdfast replay`: scores that anybody can do again from the predictions it writes."""

import json
import math
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.cli.logs import Logged
from holdfast.cli.replay import verdict
from holdfast.engine.seen import Child
from holdfast.words import frame

DEMO = Path(__file__).parents[2] / "src" / "holdfast" / "demo" / "demo.holdfast.jsonl"
FORECASTERS = ["model", "frequency_by_signal", "frequency", "age_prior"]


def run(*words):
    return CliRunner().invoke(app, ["replay", *map(str, words)])


def test_the_scores_can_be_done_again_from_what_was_written_before_each_outcome(tmp_path):
    said = tmp_path / "said.jsonl"
    answer = run(DEMO, "--json", "--predictions", said)
    scores = json.loads(answer.stdout)
    lines = [json.loads(line) for line in said.read_text("utf-8").splitlines()]
    assert list(scores) == ["scored", *FORECASTERS]
    assert scores["scored"] == len(lines) > 50
    losses = [-math.log(line["p"][line["settled_by"]]) for line in lines]
    assert scores["model"]["log_loss"] == pytest.approx(sum(losses) / len(losses))
    assert list(lines[0]) == ["moment", "at", "p", "settled_by"]
    assert [line["at"] for line in lines] == sorted(line["at"] for line in lines)
    for line in lines:
        assert sum(line["p"].values()) == pytest.approx(1)


def test_the_same_log_has_the_same_scores():
    assert run(DEMO, "--json").stdout == run(DEMO, "--json").stdout


def test_for_a_person_it_is_a_table_and_a_sentence():
    lines = run(DEMO).stdout.splitlines()
    assert [line[:20].strip() for line in lines[3:7]] == [
        "model",
        "frequency by signal",
        "frequency",
        "prior by age",
    ]
    assert lines[-1].endswith("of them).")


@pytest.mark.parametrize(
    ("value", "low", "high", "begins"),
    [
        (-0.1, -0.2, -0.05, "The model does better"),
        (0.1, 0.05, 0.2, "The model does worse"),
        (0.0, -0.1, 0.1, "Whether the model does better"),
    ],
)
def test_what_the_scores_come_to_is_said_plainly(value, low, high, begins):
    assert verdict({"value": value, "low": low, "high": high, "days": 30}).startswith(begins)


def test_few_days_are_too_few_to_say():
    unknown = {"value": None, "low": None, "high": None, "days": 3}
    assert verdict(unknown) == "3 days are too few to say which does better."


def test_a_log_without_exchanges_has_nothing_to_score(tmp_path):
    log = tmp_path / "empty.holdfast.jsonl"
    log.write_text('{"holdfast": 1, "children": [], "caregivers": []}\n', "utf-8")
    answer = run(log)
    assert answer.exit_code == 0
    assert answer.stdout.splitlines() == [
        "0 exchanges were settled by a feed, a rest, holding, play or care."
    ]


def test_other_apps_files_are_read_too(tmp_path):
    file = tmp_path / "sleep.csv"
    file.write_text(
        "id,child_id,child_first_name,child_last_name,start,end,duration,nap,notes,tags\n"
        "1,1,Robin,B,2026-01-05 01:00:00,2026-01-05 03:00:00,2:00:00,False,,\n",
        "utf-8",
    )
    answer = run(file, "--answer", "zone=Europe/Berlin")
    assert answer.stdout.startswith("0 exchanges")


def test_a_file_without_a_moment_says_so(tmp_path):
    file = tmp_path / "sleep.csv"
    file.write_text(
        "id,child_id,child_first_name,child_last_name,start,end,duration,nap,notes,tags\n"
    )
    answer = run(file, "--answer", "zone=Europe/Berlin")
    assert (answer.exit_code, answer.stdout) == (1, "")


@pytest.mark.parametrize(
    ("born", "known"), [("2026-01-05", date(2026, 1, 5)), ("last week", None), (None, None)]
)
def test_a_birth_date_that_is_none_is_not_known(born, known):
    assert Logged(frame([]), [{"id": "ada", "born": born}]).born["ada"] == Child(known)


def test_what_is_no_log_is_told_in_a_sentence(tmp_path):
    log = tmp_path / "bank.holdfast.jsonl"
    log.write_text("date,amount\n", "utf-8")
    answer = run(log)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "no header" in answer.stderr
