"""The demo family's file: what the script makes of the simulator, and nothing else."""

import runpy
from pathlib import Path

import polars as pl
import pytest

from holdfast.engine.exchanges import exchanges
from holdfast.formats import open_format
from holdfast.words import Kind, frame

ROOT = Path(__file__).parents[3]
FILE = ROOT / "src" / "holdfast" / "demo" / "demo.holdfast.jsonl"
SCRIPT = ROOT / "scripts" / "make_demo.py"


@pytest.fixture(scope="module")
def log():
    return open_format.load(FILE)


def test_making_it_again_gives_the_same_file(tmp_path, monkeypatch):
    again = tmp_path / "again.holdfast.jsonl"
    monkeypatch.setattr("sys.argv", [str(SCRIPT), str(again)])
    runpy.run_path(str(SCRIPT), run_name="__main__")
    assert again.read_bytes() == FILE.read_bytes()


def test_it_holds_five_weeks_of_as_much_as_a_family_writes_down(log):
    days = pl.Series([moment.at.date() for moment in log.moments]).value_counts()["count"]
    assert len(days) == 35
    assert 25 <= days.mean() <= 40


def test_two_people_of_whom_one_nurses_write_it_down(log):
    assert [one["name"] for one in log.caregivers] == ["Ada", "Jona"]
    fed = {(m.by, m.detail["how"]) for m in log.moments if m.kind is Kind.CARE and m.word == "feed"}
    ada, jona = (one["id"] for one in log.caregivers)
    assert fed == {(ada, "breast"), (jona, "bottle")}


def test_some_of_it_went_wrong_at_first_and_came_good(log):
    found = exchanges(frame(log.moments))
    assert found["repaired"].sum() >= 3
    assert sum(moment.kind is Kind.NOTE for moment in log.moments) == 10
