"""What is deleted for good is overwritten, and what was written ahead is let go of."""

import pytest
from django.db import connection, transaction

from holdfast.web.actions.wiping import for_good

is_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own")


def pragma(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


@is_sqlite
@pytest.mark.django_db(transaction=True)
def test_what_is_deleted_within_is_overwritten_and_nothing_after_it():
    with for_good(), transaction.atomic():
        assert pragma("secure_delete") == 1
    assert pragma("secure_delete") == 0


@is_sqlite
@pytest.mark.django_db(transaction=True)
def test_what_breaks_within_breaks_and_leaves_the_database_as_it_was():
    with pytest.raises(ZeroDivisionError), for_good():
        _ = 1 / 0
    assert pragma("secure_delete") == 0


@pytest.mark.django_db
def test_within_a_larger_transaction_it_deletes_all_the_same():
    with for_good():
        assert connection.in_atomic_block
