"""What holds for every answer, and for the database under it."""

import os
import stat

import pytest
from django.db import connection
from django.urls import reverse

from holdfast.web import data_folder, databases, sqlite
from holdfast.web.access import within
from holdfast.web.ids import new_id
from holdfast.web.models import Moment
from holdfast.words.errors import HoldfastError


@pytest.mark.django_db
def test_no_page_may_load_or_frame_anything_of_others(client):
    headers = client.get(reverse("account_login")).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    others = {name: value for name, value in policy.items() if value != "'none'"}
    assert others.pop("img-src") == "'self' blob:"  # photos that this phone has opened
    assert set(others.values()) == {"'self'"}
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_the_page_is_in_the_language_that_is_spoken(client):
    assert '<html lang="en" dir="ltr">' in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("version", ["3.40.1", "3.51.2"])
def test_a_sqlite_that_can_lose_what_it_kept_is_refused(version):
    with pytest.raises(HoldfastError, match=f"SQLite {version} can lose"):
        sqlite.refuse_below_sound(version)


def test_the_first_sound_one_is_taken():
    sqlite.refuse_below_sound("3.51.3")


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_what_is_acknowledged_is_on_the_disk():
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    sqlite.refuse_below_sound(version)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("HOLDFAST_DATA", str(tmp_path / "new"))
    secret = data_folder.secret_key()
    assert data_folder.secret_key() == secret
    assert len(secret) > 60
    mode = (tmp_path / "new" / "secret").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_without_a_word_the_data_is_where_a_desktop_keeps_such_things(tmp_path, monkeypatch):
    monkeypatch.delenv("HOLDFAST_DATA", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder.data_folder() == tmp_path / "holdfast"


def test_a_grown_database_is_named_by_its_address(tmp_path, monkeypatch):
    address = "postgresql://ada:s%40fe@db.home:5433/holdfast?sslmode=require"
    monkeypatch.setenv("HOLDFAST_DATABASE_URL", address)
    found = databases.database(tmp_path)
    named = ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    assert [found[name] for name in named] == [
        "holdfast",
        "ada",
        "s@fe",
        "db.home",
        "5433",
        {"sslmode": "require"},
    ]


def test_a_socket_folder_can_be_the_host():
    assert databases.postgresql("postgresql:///holdfast?host=/run/pg")["HOST"] == "/run/pg"


@pytest.mark.parametrize("address", ["mysql://db/holdfast", "postgresql://db.home"])
def test_an_address_of_something_else_is_refused(address):
    with pytest.raises(HoldfastError, match="names no PostgreSQL database"):
        databases.postgresql(address)


def test_without_an_address_it_is_a_file_in_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.delenv("HOLDFAST_DATABASE_URL", raising=False)
    assert databases.database(tmp_path)["NAME"] == tmp_path / "holdfast.sqlite3"
    assert "HOLDFAST_DATABASE_URL" not in os.environ


@pytest.mark.usefixtures("cast")
def test_a_read_without_a_family_named_is_an_error():
    from django_scopes.exceptions import ScopeError  # noqa: PLC0415 -- here only

    from holdfast.web.models import Child  # noqa: PLC0415 -- after the cast's database

    with pytest.raises(ScopeError):
        list(Child.objects.all())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite guesses where it has no counts")
def test_many_moments_at_once_are_found_by_their_names_and_not_by_reading_the_log(cast):
    with within(family=cast.ada.family_id):
        plan = Moment.objects.filter(moment__in=[new_id() for _ in range(60)]).explain()
    assert "moment=?" in plan
