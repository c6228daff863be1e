"""Which database: SQLite in the data folder, or the PostgreSQL that HOLDFAST_DATABASE_URL names."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from holdfast.words.errors import HoldfastError

Settings = dict[str, object]

BUSY_S = 20  # how long a writer waits for another: a family's import takes seconds


def database(folder: Path) -> Settings:
    """Return Django's settings for the one database."""
    url = os.environ.get("HOLDFAST_DATABASE_URL")
    return postgresql(url) if url else sqlite(folder / "holdfast.sqlite3")


def sqlite(path: Path) -> Settings:
    """Return the settings under which an acknowledged tap survives a power cut.

    IMMEDIATE: a deferred transaction that has read and then wants to write fails at once when
    another wrote meanwhile, whatever the timeout (12 to 24 % of concurrent writes did).
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_S,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


def postgresql(url: str) -> Settings:
    """Return the settings for postgresql://user:password@host:port/name?option=value.

    Raises:
        HoldfastError: the address is of something else.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise HoldfastError(
            "HOLDFAST_DATABASE_URL names no PostgreSQL database.",
            hint="Write it as postgresql://user:password@host:5432/name.",
        )
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }
