"""`holdfast import` and `holdfast export`: a family's log in and out of this server."""

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from holdfast.cli import app, family
from holdfast.cli.family import homes
from holdfast.formats.open_format import load
from holdfast.formats.reading import found_child
from holdfast.web.queries import log_of
from holdfast.words import Refused

DATA = Path(__file__).parents[1] / "data"
LOG = str(DATA / "huckleberry" / "huckleberry-synthetic.csv")
PARIS = ("--answer", "zone=Europe/Paris")


@pytest.fixture(autouse=True)
def open_house(monkeypatch):
    """The database of the tests is open already."""
    monkeypatch.setattr(family, "from_the_server", lambda: None)


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


def bring(*arguments):
    return run("import", LOG, *PARIS, "--as", "kim", *arguments)


def test_a_file_is_brought_in_once(cast):
    assert bring().stdout.splitlines()[-1] == "Ada: 373 new"
    assert bring().stdout.splitlines()[-1] == "Ada: 373 unchanged"
    assert log_of(cast.ada).height == 373


def test_a_dry_run_says_what_it_would_do_and_does_nothing(cast):
    assert bring("--dry-run").stdout.splitlines()[-1] == "Ada: 373 new"
    assert log_of(cast.ada).is_empty()


def test_all_goes_out_and_comes_in_again(cast, tmp_path):
    bring()
    out = tmp_path / "all.zip"
    ran = run("export", "-o", out, "--as", "kim")
    assert ran.stdout == f"373 moments are in {out}.\n"
    assert "family.holdfast.jsonl" in zipfile.ZipFile(out).namelist()
    again = run("import", out, "--as", "noor")
    assert again.stdout.splitlines()[-1] == "Ada: 373 unchanged"
    log = tmp_path / "all.holdfast.jsonl"
    run("export", "-o", log, "--as", "kim")
    assert {moment.child for moment in load(log).moments} == {str(cast.ada.pk)}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("export", "-o", "all.txt", "--as", "kim"), "all.txt is neither."),
        (("export", "-o", "all.zip"), "Several families live here."),
        (("export", "-o", "all.zip", "--as", "lou"), "No parent signs in as lou."),
        (("export", "-o", "all.zip", "--as", "stranger"), "No parent signs in as stranger."),
        (("export", "-o", "all.zip", "--as", "nobody"), "No parent signs in as nobody."),
        (
            ("import", LOG, *PARIS, "--as", "kim", "--child", "Ben"),
            "Whose log is that of huckleberry?",
        ),
    ],
)
@pytest.mark.usefixtures("cast")
def test_what_cannot_be_done_is_one_sentence(arguments, sentence):
    ran = run(*arguments)
    assert ran.exit_code == 1
    assert ran.stderr.startswith(sentence)


@pytest.mark.usefixtures("db")
def test_without_a_family_it_is_told():
    assert run("export", "-o", "a.zip").stderr == (
        "No family lives here yet. Start one: holdfast setup-link.\n"
    )


def test_of_one_family_nobody_has_to_be_named(cast):
    cast.okafors.delete()
    assert run("import", LOG, *PARIS).stdout.splitlines()[-1] == "Ada: 373 new"


class Own:
    """A child of the family: a number and a name."""

    def __init__(self, pk, name):
        self.pk, self.name = pk, name


ADA, BO = Own("1", "Ada"), Own("2", "Bo")
FOUND_ADA, FOUND_CY = found_child("a:1", "Ada"), found_child("a:2", "Cy")


@pytest.mark.parametrize(
    ("found", "said", "remembered", "own"),
    [
        ([FOUND_CY], [], {}, [ADA]),
        ([FOUND_ADA], [], {}, [BO, ADA]),
        ([FOUND_CY], ["ada"], {}, [ADA, BO]),
        ([FOUND_ADA], [], {"a:1": "1"}, [BO, ADA]),
        ([FOUND_CY], [], {"a:2": "1"}, [BO, ADA]),
        ([FOUND_CY], ["Cy=Ada"], {"a:2": "2"}, [BO, ADA]),
    ],
    ids=["the only one", "by name", "as said", "both", "as before", "as said, not as before"],
)
def test_whose_log_it_is_follows_from_what_is_plain(found, said, remembered, own):
    assert homes(found, own, said, remembered) == [(found[0], ADA)]


def test_of_twins_each_may_be_said():
    pairs = homes([FOUND_ADA, FOUND_CY], [ADA, BO], ["Cy=Bo"], {})
    assert pairs == [(FOUND_ADA, ADA), (FOUND_CY, BO)]


def test_what_is_not_plain_is_asked():
    with pytest.raises(Refused, match=r"Whose log is that of Cy\? .* are Ada, Bo\."):
        homes([FOUND_CY], [ADA, BO], [], {})
