"""A log from a file: our own format straight into a frame, any other through its reader."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import polars as pl

from holdfast.engine.seen import Child
from holdfast.words import Refused
from holdfast.words.moment import frame

OURS = ".jsonl"


class Logged(NamedTuple):
    """A log as the engine takes it, and its children as the header has them."""

    log: pl.DataFrame
    children: list[Mapping[str, object]]

    @property
    def born(self) -> dict[str, Child]:
        """Birth and due dates by child."""
        return {
            str(child["id"]): Child(day(child.get("born")), day(child.get("due")))
            for child in self.children
        }


def day(text: object) -> date | None:
    """Read a date of the header; what is none is not known."""
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None


def log_at(path: Path, answers: Iterable[str] = ()) -> Logged:
    """Read a log.

    Args:
        path: in the open format, or whatever `formats` can read.
        answers: what the file does not say, as key=value.

    Raises:
        Refused: what cannot be read, and what to do.
    """
    if path.name.endswith(OURS):
        from holdfast.formats import open_format  # noqa: PLC0415 -- slow import
        from holdfast.formats.open_frame import load_frame  # noqa: PLC0415 -- slow import

        log = load_frame(path)
        with open_format.stream(path) as (header, _):
            return Logged(log, list(header.children))
    from holdfast import formats  # noqa: PLC0415 -- slow import
    from holdfast.cli.asking import answered  # noqa: PLC0415 -- slow import

    members = [formats.given(path)]
    reading = formats.read(members, answered(members, answers), now=datetime.now(UTC))
    if not reading.moments:
        raise Refused(f"{path.name} holds no moment.", hint="Try holdfast read, which tells why.")
    found = [
        {"id": child.id, "name": child.name, "born": child.born and child.born.isoformat()}
        for child in reading.children
    ]
    return Logged(frame(reading.moments), list(found))
