"""`holdfast journal open`: with the words and a file, and nothing else."""

import json
import stat

import pytest
from pyrage import encrypt, x25519
from typer.testing import CliRunner

from holdfast.cli import app, journal
from holdfast.formats.journal import TakenAlong, write_journal
from holdfast.web.ids import new_id
from tests.formats.test_journal import PHOTO, WORDS, exported, identity, revision, sealed

TEXT = "It came slowly"


def run(*arguments):
    return CliRunner().invoke(app, ["journal", *map(str, arguments)])


@pytest.fixture
def export(tmp_path):
    photo, edit, foreign = (str(new_id()) for _ in range(3))
    other = x25519.Identity.generate().to_public()
    records = {
        edit: sealed(revision(edit, text=TEXT, photos=[photo])),
        photo: sealed(PHOTO),
        foreign: encrypt(b"{}", [other]),
    }
    return exported(tmp_path, records), photo, foreign


def test_it_writes_a_page_its_data_and_the_photos_for_its_owner_alone(export, tmp_path):
    path, photo, foreign = export
    out = tmp_path / "open"
    ran = run("open", path, "-o", out, "--words", WORDS)
    assert ran.exit_code == 0, ran.output
    assert ran.stdout.startswith(f"1 entry and 1 photo: they are in {out}.\n")
    assert ran.stderr == f"Could not be read: {foreign}\n"
    assert TEXT in (out / "journal.md").read_text()
    data = json.loads((out / "journal.json").read_text())
    assert [entry["text"] for entry in data["entries"]] == [TEXT]
    assert (out / "photos" / f"{photo}.jpg").read_bytes() == PHOTO
    modes = {stat.S_IMODE(one.stat().st_mode) for one in out.rglob("*") if one.is_file()}
    assert modes == {0o600}
    assert stat.S_IMODE(out.stat().st_mode) == 0o700


def test_words_can_be_typed_where_nobody_reads_along(export, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr(journal, "asked", WORDS.upper)
    assert run("open", export[0], "-o", tmp_path / "open").exit_code == 0


def test_they_are_asked_for_only_where_somebody_is(monkeypatch):
    monkeypatch.setattr(journal, "getpass", lambda _prompt: WORDS)
    monkeypatch.setattr(journal.sys, "stdin", type("T", (), {"isatty": lambda _self: True})())
    assert journal.asked() == WORDS


def test_without_a_terminal_it_says_how_to_give_them(export, tmp_path):
    ran = run("open", export[0], "-o", tmp_path / "open")
    assert (ran.exit_code, "--words" in ran.stderr) == (1, True)


def test_other_words_write_nothing(export, tmp_path):
    ran = run("open", export[0], "-o", tmp_path / "open", "--words", "sauce say rice")
    assert ran.stderr == "These words do not open it. Are all six whole, and in their order?\n"
    assert not (tmp_path / "open").exists()


def test_nothing_is_written_over(export, tmp_path):
    ran = run("open", export[0], "-o", tmp_path, "--words", WORDS)
    assert (ran.exit_code, "is there already" in ran.stderr) == (1, True)


def test_a_journal_without_photos_makes_no_folder_for_them(tmp_path):
    with (tmp_path / "mine.zip").open("wb") as file:
        write_journal(file, TakenAlong(wrapped=identity()[2]))
    ran = run("open", tmp_path / "mine.zip", "-o", tmp_path / "open", "--words", WORDS)
    assert ran.stdout.startswith("0 entries and 0 photos")
    assert not (tmp_path / "open" / "photos").exists()
