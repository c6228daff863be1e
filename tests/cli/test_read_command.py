"""`holdfast read`: other apps' files into a log, with what they do not say given or asked."""

import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from holdfast.cli import app, asking, data
from holdfast.formats.open_format import load

DATA = Path(__file__).parents[1] / "data"
LOG = str(DATA / "huckleberry" / "huckleberry-synthetic.csv")
FEEDS = str(DATA / "babybuddy" / "export-synthetic" / "feeding.csv")
WHERE = "In which time zone were these days lived?"
SEE = "See that it is there and that you may read it."
MEND = "Mend it in the file, or log it by hand."
PARIS = ("--answer", "zone=Europe/Paris")


def run(*arguments, said=""):
    return CliRunner().invoke(app, [*map(str, arguments)], input=said)


@pytest.fixture
def at_a_terminal(monkeypatch):
    """Let the runner's input count as a terminal."""
    monkeypatch.setattr(asking, "at_a_terminal", lambda: True)
    monkeypatch.setenv("TZ", "Europe/Paris")


def test_a_file_becomes_a_log_and_what_was_found_is_told(tmp_path):
    out = tmp_path / "robin.holdfast.jsonl"
    ran = run("read", LOG, "-o", out, *PARIS)
    log = load(out)
    assert (ran.exit_code, len(log.moments)) == (0, 373)
    assert [child["source"] for child in log.children] == ["huckleberry"]
    assert ran.stdout.splitlines()[0] == "huckleberry: 376 records, 373 moments."
    assert ran.stdout.splitlines()[2:] == [
        "  duplicates: 1",
        "  problems: 2",
        "    374, End: the end is before the start. Mend it in the file, or log it by hand.",
        f"    375, Start: 'not-a-date' cannot be read as a time. {MEND}",
        "  to look at: 1",
        "    372: Meditation: we have no word for it, kept as a note",
        "  drafts: 77, care that hides in the words, offered on import",
        f"Written to {out}.",
    ]


def test_for_programs_all_is_json():
    found = json.loads(run("read", LOG, "--json", *PARIS).stdout)
    assert list(found) == [
        *("format", "records", "moments", "moments_total", "skipped", "duplicates"),
        *("problems", "warnings", "drafts"),
    ]
    assert (found["format"], found["records"], found["moments"]["note"]) == ("huckleberry", 376, 1)
    assert found["problems"][0] == {
        "record": 374,
        "column": "End",
        "why": "the end is before the start",
        "do": "Mend it in the file, or log it by hand.",
    }
    assert [one["record"] for one in found["warnings"]] == [372]
    assert found["drafts"][0] == {
        "record": 8,
        "kind": "response",
        "word": "rock",
        "at": "2026-01-05T08:50:00+00:00",
        "why": "Rocked, then held",
    }


def test_records_of_several_files_are_named_by_their_file():
    notes = DATA / "babybuddy" / "export-synthetic" / "note.csv"
    answers = ("--answer", "zone=UTC", "--answer", "volume_unit=ml")
    found = json.loads(run("read", FEEDS, notes, "--json", *answers).stdout)
    assert (found["records"], found["drafts"][0]["record"]) == (126, "note.csv#1")


def test_a_child_with_its_birthday_is_in_the_header(tmp_path):
    child = tmp_path / "child.csv"
    child.write_text("id,first_name,last_name,birth_date\n1,Robin,Test,2025-11-20\n")
    out = tmp_path / "a.holdfast.jsonl"
    run("read", FEEDS, child, "-o", out, "--answer", "zone=UTC", "--answer", "volume_unit=ml")
    (robin,) = load(out).children
    assert (robin["name"], robin["born"]) == ("Robin Test", "2025-11-20")


def test_a_log_of_our_own_is_read_like_any(tmp_path):
    out = tmp_path / "robin.holdfast.jsonl"
    run("read", LOG, "-o", out, *PARIS)
    assert run("read", out).stdout.startswith("holdfast: 373 records, 373 moments.")


def test_of_many_warnings_the_first_are_told(tmp_path):
    file = tmp_path / "robin.csv"
    rows = [f"Nap {n},2026-01-05 10:{n:02},,,,,," for n in range(30)]
    header = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
    file.write_text("\n".join([header, *rows]))
    lines = run("read", file, *PARIS).stdout.splitlines()
    assert (lines[2], lines[-1]) == ("  to look at: 30", "    ... --json has all.")
    assert len(lines) == 24


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            (LOG,),
            f"{WHERE} Answer with --answer zone=Europe/Berlin",
        ),
        ((LOG, "--answer", "zone"), "'zone' is no answer. Write it like zone=Europe/Berlin."),
        ((LOG, "--answer", "zone="), "'zone=' is no answer. Write it like zone=Europe/Berlin."),
        ((LOG, "--answer", "zone=Mars"), "'Mars' is no time zone. One like Europe/Berlin."),
        (
            ("no.csv",),
            f"no.csv cannot be read: no such file or directory. {SEE}",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence_and_a_way_out(arguments, sentence):
    ran = run("read", *arguments)
    assert (ran.exit_code, ran.stdout, ran.stderr) == (1, "", f"{sentence}\n")


@pytest.mark.usefixtures("at_a_terminal")
def test_at_a_terminal_it_is_asked_and_this_machines_zone_is_offered():
    ran = run("read", FEEDS, said="\ngallons\noz (US)\n")
    assert ran.exit_code == 0
    assert f"{WHERE} [Europe/Paris] " in ran.stderr
    assert "volume_unit=gallons is no unit that we know." in ran.stderr


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_not_needed_may_be_left_open():
    ran = run("read", LOG, "--json", said="Asia/Tokyo\n\n")
    assert json.loads(ran.stdout)["drafts"][0]["at"] == "2026-01-05T00:50:00+00:00"


@pytest.mark.usefixtures("at_a_terminal")
def test_what_is_needed_is_asked_again_and_not_of_nobody(monkeypatch):
    monkeypatch.setenv("TZ", "nowhere")
    assert run("read", LOG, said="\nUTC\n\n").stderr.startswith(f"{WHERE} {WHERE} Whose")
    ran = run("read", LOG, said="")
    assert ran.exit_code == 1
    assert ran.stderr.endswith("Answer with --answer zone=Europe/Berlin\n")


@pytest.mark.usefixtures("at_a_terminal")
def test_a_zone_of_this_machine_that_is_none_is_not_offered(monkeypatch):
    monkeypatch.setenv("TZ", "nowhere")
    assert "days lived? " in run("read", LOG, said="UTC\n\n").stderr
    monkeypatch.setenv("TZ", "")
    monkeypatch.setattr(asking, "LOCALTIME", Path("/nowhere"))
    assert "days lived? " in run("read", LOG, said="UTC\n\n").stderr


def test_whether_somebody_is_there_to_ask_is_told_by_the_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not asking.at_a_terminal()


def test_long_work_shows_a_bar_where_somebody_looks_on_and_drops_nothing(monkeypatch):
    few, many = iter([1]), iter(range(data.LONG))
    monkeypatch.setattr(data, "somebody_looks_on", lambda: True)
    assert data.watch(few, 1) is few
    assert list(data.watch(many, data.LONG)) == list(range(data.LONG))
    monkeypatch.setattr(data, "somebody_looks_on", lambda: False)
    assert data.watch(few, data.LONG) is few
