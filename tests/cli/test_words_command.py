"""`holdfast words check`: what it prints, and how it ends."""

import pytest
from typer.testing import CliRunner

from holdfast.cli import app


def run(*words):
    return CliRunner().invoke(app, ["words", *map(str, words)])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.md").write_text("There is no score.\n")
    (tmp_path / "bad.md").write_text("Hello.\n\nYour bond score is 82.\n")
    (tmp_path / "allowed.py").write_text("# laws: allow score -- a term\nx = _('Your score')\n")
    return tmp_path


def test_a_text_that_keeps_the_laws_ends_well_and_says_nothing(folder):
    ran = run("check", folder / "good.md")
    assert (ran.exit_code, ran.output) == (0, "")


def test_each_finding_is_a_line_with_path_line_rule_and_why(folder):
    ran = run("check", folder)
    assert ran.exit_code == 1
    said = "score: a person or a relationship is given a score"
    assert ran.stdout == f'{folder / "bad.md"}:3: {said}: "Your bond score"\n'


def test_what_is_allowed_is_listed_with_its_reason(folder):
    ran = run("check", "--show-allowed", folder / "allowed.py")
    assert (ran.exit_code, ran.stdout) == (
        0,
        f"{folder / 'allowed.py'}:1: allowed score here, 1 found: a term\n",
    )


def test_what_the_file_allows_as_a_whole_says_so(folder):
    path = folder / "all.md"
    path.write_text("<!-- laws: allow all in this file -- examples -->\nOverdue\n")
    assert (
        "allowed all in the file, 1 found: examples" in run("check", "--show-allowed", path).stdout
    )


def test_an_escape_without_a_reason_is_a_finding(folder):
    path = folder / "escape.md"
    path.write_text("<!-- laws: allow -->\n")
    ran = run("check", path)
    assert (ran.exit_code, ran.stdout.count(": escape: ")) == (1, 1)


@pytest.mark.parametrize(
    "words", [("check",), ("check", "/nowhere.md"), ("check", "--language", "xx", "."), ("fly",)]
)
def test_a_bad_call_ends_with_two(words):
    assert run(*words).exit_code == 2
