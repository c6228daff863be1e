"""What an import costs: rows a second into the database, the same file again, and taking it back.

Prints one table. Rows are Baby Buddy's sleeps, as a family's export has them; reading the files is
measured apart from keeping what they hold.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

SIZES = (1_000, 11_000, 100_000)
HEADER = "id,child_id,start,end,nap,notes\n"
FIRST = datetime(2000, 1, 1, tzinfo=UTC)


def main() -> None:
    """Set a database up in a folder that goes, import into it, and print."""
    with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as folder:
        os.environ["HOLDFAST_DATA"] = folder
        from holdfast.cli.serve import open_house  # noqa: PLC0415 -- after the folder

        open_house()
        table = Table("rows a second", *(f"{size:,} rows" for size in SIZES))
        measured = [measure(size) for size in SIZES]
        for what in measured[0]:
            table.add_row(what, *(f"{one[what]:,.0f}" for one in measured))
        Console().print(table)


def measure(size: int) -> dict[str, float]:
    """Return rows a second of each act, for a file of so many rows."""
    from holdfast import formats  # noqa: PLC0415 -- after the folder
    from holdfast.formats import Member  # noqa: PLC0415 -- as above
    from holdfast.web.actions import apply_reading, undo_import  # noqa: PLC0415 -- as above

    child, by = a_family(f"kim{size}")
    files = [Member("sleep.csv", sleeps(size).encode())]
    answers = {"zone": "Europe/Berlin"}
    reading, read = timed(lambda: formats.read(files, answers, now=datetime.now(UTC)))
    own = formats.for_child(reading, found=reading.children[0].id, child=str(child.pk))
    done, kept = timed(lambda: apply_reading(child=child, by=by, reading=own))
    _, again = timed(lambda: apply_reading(child=child, by=by, reading=own))
    _, back = timed(lambda: undo_import(by=by, imported=done.id))
    spent = {"read": read, "kept": kept, "the same file again": again, "taken back": back}
    return {what: size / seconds for what, seconds in spent.items()}


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what came of it, and the seconds that it took."""
    begun = perf_counter()
    result = work()
    return result, perf_counter() - begun


def a_family(username: str) -> tuple[Any, Any]:
    """Return a new family's child and caregiver."""
    from holdfast.web.actions import NewChild, NewPerson, make_setup_link, start_family  # noqa: PLC0415 -- after the folder

    started = start_family(
        token=make_setup_link(),
        person=NewPerson(username=username, password="paper-boat-1948", name="Kim"),  # noqa: S106 -- goes with the folder
        children=[NewChild(name="Ada", born=date(2000, 1, 1))],
    )
    return started.children[0], started.caregiver


def sleeps(size: int) -> str:
    """Return so many rows of Baby Buddy's export, two hours apart."""
    starts = [FIRST + timedelta(hours=2 * number) for number in range(size)]
    rows = [
        f"{number},1,{at:%Y-%m-%d %H:%M:%S},{at + timedelta(hours=1):%Y-%m-%d %H:%M:%S},1,\n"
        for number, at in enumerate(starts, start=1)
    ]
    return HEADER + "".join(rows)


if __name__ == "__main__":
    main()
