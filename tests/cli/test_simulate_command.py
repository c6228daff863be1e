"""`holdfast simulate`: a log in the open format from a seed, and what nobody sees beside it."""

import json

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.formats import open_format
from holdfast.words import Kind


def run(*words):
    return CliRunner().invoke(app, ["simulate", *map(str, words)])


@pytest.fixture
def log(tmp_path):
    return tmp_path / "made.holdfast.jsonl"


def test_it_writes_a_log_that_can_be_read_back(log):
    done = run("--children", 2, "--weeks", "5:7", "--caregivers", "Ada=0.5, Noor", "-o", log)
    made = open_format.load(log)
    assert done.exit_code == 0
    assert done.stdout == f"{len(made.moments)} moments of 2 children in {log}.\n"
    assert [one["name"] for one in made.caregivers] == ["Ada", "Noor"] * 2
    assert {moment.child for moment in made.moments} == {one["id"] for one in made.children}
    assert {moment.by for moment in made.moments} <= {one["id"] for one in made.caregivers}


def test_the_same_seed_writes_the_same_file_and_another_seed_another(log, tmp_path):
    other, same = tmp_path / "other.jsonl", tmp_path / "same.jsonl"
    for path, seed in ((log, 4), (same, 4), (other, 5)):
        run("--weeks", "0:2", "--seed", seed, "-o", path)
    assert log.read_bytes() == same.read_bytes()
    assert log.read_bytes() != other.read_bytes()


def test_one_more_child_changes_none_of_the_others(log, tmp_path):
    more = tmp_path / "more.jsonl"
    run("--weeks", "0:2", "-o", log)
    run("--weeks", "0:2", "--children", 2, "-o", more)
    first = open_format.load(log).moments
    assert open_format.load(more).moments[: len(first)] == first


def test_before_birth_there_are_kicks_alone(log):
    run("--weeks", "-10:0", "-o", log)
    words = {(moment.kind, moment.word) for moment in open_format.load(log).moments}
    assert words == {(Kind.SIGNAL, "kick")}


def test_the_truth_has_a_state_a_day_and_a_need_for_each_bid(log, tmp_path):
    truth = tmp_path / "truth.jsonl"
    run("--weeks", "3:5", "-o", log, "--truth", truth)
    rows = [json.loads(line) for line in truth.read_text().splitlines()]
    days = [row for row in rows if "felt_security" in row]
    bids = [row for row in rows if "need" in row]
    assert [row["day"] for row in days] == list(range(21, 35))
    assert len(bids) > 200
    assert {row["fate"] for row in bids} <= {"met", "mended", "accompanied", "missed", "alone"}
    assert all(0 < row["felt_security"] < 1 for row in days)


def test_less_is_written_where_less_is_kept(log, tmp_path):
    little = tmp_path / "little.jsonl"
    run("--weeks", "0:4", "-o", log)
    run("--weeks", "0:4", "--kept", 0.2, "-o", little)
    assert len(open_format.load(little).moments) < len(open_format.load(log).moments) / 2


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--weeks", "5", "'5' are no ages."),
        ("--weeks", "9:4", "'9:4' are no ages."),
        ("--weeks", "0:999", "'0:999' are no ages."),
        ("--zone", "Mars/Base", "'Mars/Base' is no time zone."),
        ("--born", "yesterday", "'yesterday' is no date."),
        ("--caregivers", "Ada=lots", "'lots' is no sensitivity."),
        ("--caregivers", "Ada=nan", "'nan' is no sensitivity."),
        ("--caregivers", "Ada=9", "'9' is no sensitivity."),
    ],
)
def test_what_cannot_be_made_up_is_said_with_the_way_out(log, option, value, said):
    done = run(option, value, "-o", log)
    assert done.exit_code == 1
    assert done.stderr.startswith(said)
    assert len(done.stderr) > len(said) + 10
    assert not log.exists()


def test_somebody_cares_for_the_child_even_where_nobody_is_named(log):
    run("--weeks", "0:1", "--caregivers", ",", "-o", log)
    assert len(open_format.load(log).caregivers) == 1
