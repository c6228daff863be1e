"""Deleting for good: SQLite leaves what was deleted in its file until it needs the place."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.db import connection

BEFORE = {"sqlite": ["PRAGMA secure_delete = ON"]}
AFTER = {"sqlite": ["PRAGMA secure_delete = OFF"]}
WHEN_KEPT = {"sqlite": ["PRAGMA wal_checkpoint(TRUNCATE)"]}
"""PostgreSQL's own vacuum does it in its time."""


@contextmanager
def for_good() -> Iterator[None]:
    """Let what is deleted within be overwritten, in the database and in what is written ahead.

    Around a transaction: what was written ahead can be let go of only when that is over.
    """
    tell(BEFORE.get(connection.vendor, ()))
    try:
        yield
    finally:
        tell(AFTER.get(connection.vendor, ()))
    if not connection.in_atomic_block:
        tell(WHEN_KEPT.get(connection.vendor, ()))


def tell(statements: Iterable[str]) -> None:
    """Tell the database."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
