"""A sound copy of the family's database, taken while the server runs."""

import os
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer

from holdfast.words.errors import Refused

OWNER_ONLY = 0o600


def backup(
    target: Annotated[Path, typer.Argument(help="Where to write the copy: a new file.")],
) -> None:
    """Take a sound copy of the database, without stopping the server.

    A copy of the file alone may be torn: what was written last lies in a second file beside it.
    """
    from holdfast.web.data_folder import data_folder  # noqa: PLC0415 -- slow import

    source = data_folder() / "holdfast.sqlite3"
    refuse_without_sense(source, target)
    part = target.with_name(f".{target.name}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, OWNER_ONLY))
        kept = copy(source, part)
        part.rename(target)
    except OSError as wrong:
        raise Refused(
            f"{target} cannot be written: {(wrong.strerror or 'no place').lower()}.",
            hint="Choose another place, with room for the whole database.",
        ) from wrong
    finally:
        part.unlink(missing_ok=True)
    typer.echo(f"{kept} moments are kept in {target}.")


def refuse_without_sense(source: Path, target: Path) -> None:
    """Refuse to copy what is not there, or over what is.

    Raises:
        Refused: which of them, and what to do.
    """
    if os.environ.get("HOLDFAST_DATABASE_URL"):
        raise Refused("The database is a PostgreSQL.", hint="Use pg_dump, as for any other.")
    if not source.exists():
        raise Refused(f"There is no database at {source}.", hint="Set HOLDFAST_DATA to its folder.")
    if target.exists():
        raise Refused(f"{target} is there already.", hint="Choose a new name; no copy is lost.")


def copy(source: Path, target: Path) -> int:
    """Copy the database as it is at one instant. Returns how many moments are in the copy.

    Raises:
        Refused: the copy is not sound, so neither may the database be.
    """
    from pysqlite3 import dbapi2  # noqa: PLC0415 -- the server's, not Python's own

    with closing(dbapi2.connect(source)) as lived_in, closing(dbapi2.connect(target)) as copied:
        lived_in.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        found = one(copied, "PRAGMA integrity_check")
        if found != "ok":
            raise Refused(f"The copy is not sound: {found}.", hint="Keep all copies you have.")
        return int(one(copied, "SELECT count(*) FROM web_moment WHERE newest AND NOT removed"))


def one(connection: Any, question: str) -> Any:  # noqa: ANN401 -- pysqlite3 has no types
    """Return the one value that answers a question."""
    return connection.execute(question).fetchone()[0]
