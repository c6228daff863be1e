"""A copy of the database: sound, whole, and never over another."""

import stat
from contextlib import closing

import pytest
from pysqlite3 import dbapi2
from typer.testing import CliRunner

from holdfast.cli import app


def take(*arguments):
    """Run the command as somebody would type it."""
    return CliRunner().invoke(app, ["backup", *map(str, arguments)])


def rows(path):
    with closing(dbapi2.connect(path)) as database:
        return database.execute("SELECT word FROM web_moment ORDER BY word").fetchall()


@pytest.fixture
def in_use(tmp_path, monkeypatch):
    """A database that a server has open: what was written last is not in the file itself yet."""
    monkeypatch.setenv("HOLDFAST_DATA", str(tmp_path))
    monkeypatch.delenv("HOLDFAST_DATABASE_URL", raising=False)
    with closing(dbapi2.connect(tmp_path / "holdfast.sqlite3")) as server:
        server.execute("PRAGMA journal_mode = WAL")
        server.execute("CREATE TABLE web_moment (word TEXT, newest BOOL, removed BOOL)")
        moments = [("cry", True, False), ("fuss", False, False), ("hug", True, True)]
        server.executemany("INSERT INTO web_moment VALUES (?, ?, ?)", moments)
        server.commit()
        yield tmp_path


def test_a_copy_holds_what_was_written_last_and_says_how_many_moments_count(in_use, tmp_path):
    target = tmp_path / "copy.sqlite3"
    ran = take(target)
    assert (ran.exit_code, ran.output) == (0, f"1 moments are kept in {target}.\n")
    assert rows(target) == [("cry",), ("fuss",), ("hug",)]
    assert sorted(path.name for path in in_use.iterdir() if "copy" in path.name) == [target.name]


@pytest.mark.usefixtures("in_use")
def test_only_its_owner_can_read_a_copy(tmp_path):
    take(tmp_path / "copy.sqlite3")
    assert stat.S_IMODE((tmp_path / "copy.sqlite3").stat().st_mode) == 0o600


@pytest.mark.usefixtures("in_use")
def test_a_copy_goes_over_nothing(tmp_path):
    (tmp_path / "copy.sqlite3").write_text("the last one")
    ran = take(tmp_path / "copy.sqlite3")
    assert ran.exit_code != 0
    assert "is there already" in ran.output
    assert (tmp_path / "copy.sqlite3").read_text() == "the last one"


@pytest.mark.usefixtures("in_use")
def test_a_copy_that_has_no_place_leaves_nothing_behind(tmp_path):
    ran = take(tmp_path / "nowhere" / "copy.sqlite3")
    assert ran.exit_code != 0
    assert "cannot be written: no such file or directory." in ran.output


def test_without_a_database_it_says_where_it_looked(tmp_path, monkeypatch):
    monkeypatch.setenv("HOLDFAST_DATA", str(tmp_path / "empty"))
    monkeypatch.delenv("HOLDFAST_DATABASE_URL", raising=False)
    ran = take(tmp_path / "copy.sqlite3")
    assert f"There is no database at {tmp_path / 'empty' / 'holdfast.sqlite3'}." in ran.output


@pytest.mark.usefixtures("in_use")
def test_postgresql_has_its_own_way(tmp_path, monkeypatch):
    monkeypatch.setenv("HOLDFAST_DATABASE_URL", "postgresql://holdfast@127.0.0.1/holdfast")
    assert "Use pg_dump" in take(tmp_path / "copy.sqlite3").output


def test_a_damaged_database_makes_no_copy_that_looks_whole(in_use, tmp_path):
    with closing(dbapi2.connect(in_use / "holdfast.sqlite3")) as server:
        server.execute("CREATE TABLE child (name TEXT NOT NULL)")
        server.execute("INSERT INTO child VALUES ('Ada')")
        server.execute("PRAGMA writable_schema = ON")
        stricter = "CREATE TABLE child (name TEXT NOT NULL CHECK (name <> 'Ada'))"
        server.execute("UPDATE sqlite_schema SET sql = ? WHERE name = 'child'", [stricter])
        server.commit()
    ran = take(tmp_path / "copy.sqlite3")
    assert "The copy is not sound" in ran.output
    assert not (tmp_path / "copy.sqlite3").exists()
