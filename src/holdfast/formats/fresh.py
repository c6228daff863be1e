"""Files that take their name only when they are whole, and that only their owner can read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from holdfast.words import Refused


@contextmanager
def fresh(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing; an older one of its name stays until this one is whole.

    Raises:
        Refused: nothing can be written there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with open(private(part), "wb") as file:
            yield file
        part.replace(path)
    except OSError as wrong:
        raise Refused(
            f"{path.name} cannot be written: {(wrong.strerror or 'no place').lower()}.",
            hint="Choose another place with -o.",
        ) from wrong
    finally:
        part.unlink(missing_ok=True)


def private(path: Path) -> int:
    """Open a file that nobody else on the machine can read: it holds a family's days."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
