"""Deleting for good: SQLite leaves what was deleted in its file until it needs the place."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def for_good() -> Iterator[None]:
    """Let what is deleted within be overwritten, in the database and in what is written ahead.

    Around a transaction. PostgreSQL's own vacuum does it in its time.
    """
    if connection.vendor != "sqlite":
        yield
        return
    pragma("secure_delete = ON")
    try:
        yield
    finally:
        pragma("secure_delete = OFF")
    if not connection.in_atomic_block:
        pragma("wal_checkpoint(TRUNCATE)")


def pragma(said: str) -> None:
    """Tell SQLite."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {said}")
