"""How many rows a second are read from other apps' files, and from and to our own.

Prints a table; CPU time, so that others on this machine do not count:
`python benchmarks/reading.py [ROWS]`
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from holdfast.formats import Member, Reading, open_format, read
from holdfast.formats.open_frame import load_frame

ROWS = 100_000
FIRST = datetime(2015, 1, 1)  # noqa: DTZ001 -- local, as the files write it
ANSWERS = {"zone": "Europe/Berlin", "volume_unit": "ml"}
HUCKLEBERRY = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes"
BABYBUDDY = "id,child_id,child_first_name,child_last_name,start,end,type,method,amount,notes,tags"
KINDS = (
    'Sleep,{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},1:00,"Rocked, then held",,,',
    "Feed,{start:%Y-%m-%d %H:%M},,,Formula,Bottle,120ml,",
    "Diaper,{start:%Y-%m-%d %H:%M},,yellow,,,Poo:large,smiled at the lamp",
    "Feed,{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},0:12,00:12R,Breast,00:00L,",
)


def huckleberry(rows: int) -> Member:
    """Make up a Huckleberry export."""
    lines = [HUCKLEBERRY, *(filled(KINDS[n % len(KINDS)], n) for n in range(rows))]
    return Member("huckleberry.csv", "\n".join(lines).encode())


def babybuddy(rows: int) -> Member:
    """Make up Baby Buddy's feedings."""
    line = "{n},1,Robin,Test,{start},{end},formula,bottle,120,drank it all,"
    lines = [BABYBUDDY, *(filled(line, n) for n in range(rows))]
    return Member("feeding.csv", "\n".join(lines).encode())


def filled(line: str, n: int) -> str:
    """Fill one row: one every 40 minutes."""
    start = FIRST + n * timedelta(minutes=40)
    return line.format(n=n, start=start, end=start + timedelta(minutes=20))


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return the CPU seconds that the work took, and what it gave."""
    begun = time.process_time()
    result = work()
    return time.process_time() - begun, result


def main(rows: int) -> None:
    """Read, write, read again, and print the table."""
    table = Table("what", "rows", "CPU seconds", "rows a CPU second", title="Reading")
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.holdfast.jsonl"
        for make in (babybuddy, huckleberry):
            file = make(rows)
            seconds, reading = timed(lambda file=file: read([file], ANSWERS, now=now))
            if not isinstance(reading, Reading) or len(reading.moments) != rows:
                raise SystemExit(f"{make.__name__} was not read whole")
            add(table, f"read {make.__name__}", rows, seconds)
        children = [{"id": child.id} for child in reading.children]
        for what, work in (
            ("write a log", lambda: open_format.write(path, children, [], reading.moments)),
            ("load a log", lambda: open_format.load(path)),
            ("load a log as a frame", lambda: load_frame(path)),
        ):
            add(table, what, rows, timed(work)[0])
    Console().print(table)


def add(table: Table, what: str, rows: int, seconds: float) -> None:
    """Add a line."""
    table.add_row(what, f"{rows:,}", f"{seconds:.2f}", f"{rows / seconds:,.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
