"""`holdfast tell`: what a log holds, in plain words, without a database."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.cli.tell import WIDTH, months_between
from tests.spec.drawing import log

DEMO = Path(__file__).parents[2] / "src" / "holdfast" / "demo" / "demo.holdfast.jsonl"
CHILDREN = '{"id": "ada", "name": "Ada", "pronoun": "she", "born": "2026-01-05"}, {"id": "ben"}'
HEADER = f'{{"holdfast": 1, "children": [{CHILDREN}], "caregivers": []}}\n'


def run(*words):
    return CliRunner().invoke(app, ["tell", *map(str, words)])


def written(path, *drawings):
    """Write drawn logs as a file, ids made long enough."""
    lines = []
    for child, drawing in zip(("ada", "ben"), drawings, strict=False):
        for row in log(drawing, child=child).to_dicts():
            number = f"{len(lines):012}"
            lines.append(
                f'{{"id": "00000000-0000-7000-8000-{number}", "child": "{child}",'
                f' "kind": "{row["kind"]}", "word": "{row["word"]}",'
                f' "at": "{row["at"].isoformat()}", "zone": "UTC"}}\n'
            )
    path.write_text(HEADER + "".join(lines), "utf-8")
    return path


def test_one_day_of_each_child_is_told_as_on_its_page(tmp_path):
    file = written(
        tmp_path / "two.holdfast.jsonl",
        "07:30 cry / 07:31 not_just_then / 07:36 carry / 07:40 settled",
        "09:00 nappy",
    )
    assert run(file, "--day", "2026-03-03").stdout.splitlines() == [
        "Ada, Tuesday 3 March 2026",
        "  Once it did not work at first, and then somebody found the way. That is",
        "  mending.",
        "  One exchange was written down: once she settled with somebody.",
        "  She cried once.",
        "",
        "The baby, Tuesday 3 March 2026",
        "  One nappy.",
        "",
    ]


def test_all_of_it_is_told_in_sections_each_of_which_has_something_to_say():
    told = run(DEMO).stdout
    paragraphs = [part.splitlines() for part in told.strip().split("\n\n")]
    assert len(paragraphs) > 5
    assert all(len(lines) > 1 for lines in paragraphs)
    assert max(len(line) for line in told.splitlines()) <= WIDTH
    assert "%" not in told


def test_nobody_is_named_or_ranked():
    told = run(DEMO).stdout
    for caregiver in ("Ada", "Jona"):
        assert caregiver not in told


def test_a_log_without_a_moment_has_nothing_to_tell(tmp_path):
    answer = run(written(tmp_path / "empty.holdfast.jsonl"))
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "holds no moment" in answer.stderr


def test_a_day_that_is_none_is_asked_for_again():
    assert run(DEMO, "--day", "yesterday").exit_code == 2


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 3, 3), date(2026, 3, 3), ["2026-03"]),
        (date(2025, 12, 31), date(2026, 2, 1), ["2025-12", "2026-01", "2026-02"]),
    ],
)
def test_months_from_one_day_to_another(first, last, months):
    assert months_between(first, last) == months
