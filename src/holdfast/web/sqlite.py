"""A SQLite that is sound. It has to stand in place before Django imports the one of Python.

Up to 3.51.2 a checkpoint could reset the write-ahead log under a writer and lose what was
committed (https://sqlite.org/wal.html#walresetbug); Debian's Python brings 3.40.
"""

import sys

import pysqlite3
from pysqlite3 import dbapi2

from holdfast.words.errors import HoldfastError

SOUND = (3, 51, 3)


def use_sound_sqlite() -> None:
    """Put the bundled SQLite where Python's is looked for.

    Raises:
        HoldfastError: the bundled one is too old as well.
    """
    refuse_below_sound(pysqlite3.sqlite_version)
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2


def refuse_below_sound(version: str) -> None:
    """Refuse a SQLite that can lose what it said it had kept.

    Raises:
        HoldfastError: which version it is and what to install.
    """
    if tuple(int(part) for part in version.split(".")) < SOUND:
        raise HoldfastError(
            f"SQLite {version} can lose moments that it has kept.",
            hint="Install pysqlite3 0.6.1 or newer, which brings its own.",
        )
