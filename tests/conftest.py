"""The cast. Everybody is always there: what could leak is in the database.

Ada was born five weeks early. She has two mothers, Kim and Noor; her grandmother Lou helps, an
aunt is a guest until Sunday. The Okafors have a family of their own on the same server, with Ben;
a stranger has an account and no family; the operator runs the server and is in none.
"""

import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

os.environ.setdefault("HOLDFAST_DATA", tempfile.mkdtemp(prefix="holdfast-tests-"))

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Cast:
    """Who is who. Users by name; caregivers and children as rows."""

    users: dict
    family: object
    ada: object
    kim: object
    noor: object
    lou: object
    aunt: object
    okafors: object
    ben: object
    chi: object

    def user(self, name):
        return self.users[name]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, django_db_modify_db_settings_parallel_suffix):  # noqa: ARG001 -- comes after it
    """Keep SQLite's database in a file, as it is in a house.

    Django's own, in memory, has locks that no one waits for: a phone that asks while another
    request writes is refused there, and never in a house.
    """
    from django.conf import settings  # noqa: PLC0415 -- not for tests without a web

    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        file = tmp_path_factory.mktemp("database") / "tests.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)


@pytest.fixture
def cast(db):  # noqa: ARG001 -- opens the database
    """Return the cast, in a database of two families."""
    from holdfast.web.access import Role, within  # noqa: PLC0415 -- not for tests without a web
    from holdfast.web.models import (  # noqa: PLC0415 -- as above
        Caregiver,
        Child,
        Family,
        User,
    )

    names = ("kim", "noor", "lou", "aunt", "former", "chi", "stranger", "operator")
    users = {name: User.objects.create(username=name) for name in names}
    family = Family.objects.create(zone="Europe/Berlin")
    okafors = Family.objects.create(zone="Africa/Lagos")

    def seat(home, name, role, **more):
        return Caregiver.objects.create(
            family=home, user=users[name], name=name.title(), role=role, **more
        )

    with within(family=family.pk):
        ada = Child.objects.create(
            family=family,
            name="Ada",
            born=date(2026, 1, 10),
            due=date(2026, 2, 14),
            pronoun="she",
        )
        kim = seat(family, "kim", Role.PARENT, called="Mum")
        noor = seat(family, "noor", Role.PARENT, called="Mama")
        lou = seat(family, "lou", Role.HELPER, called="Grandma")
        aunt = seat(family, "aunt", Role.GUEST, until=datetime.now(UTC) + timedelta(days=2))
        seat(family, "former", Role.PARENT, until=datetime.now(UTC) - timedelta(days=2))
    with within(family=okafors.pk):
        ben = Child.objects.create(family=okafors, name="Ben", born=date(2025, 11, 2))
        chi = seat(okafors, "chi", Role.PARENT, called="Dad")
    return Cast(users, family, ada, kim, noor, lou, aunt, okafors, ben, chi)


@pytest.fixture
def as_(client, cast):
    """Return a client that is signed in as one of the cast: `as_("kim").get(...)`."""

    def sign_in(name):
        client.force_login(cast.user(name))
        return client

    return sign_in
