"""Who is who over many imports: the same record has the same name each time it is read."""

import hashlib
from collections.abc import Iterable
from uuid import UUID, uuid5

HOLDFAST = UUID("6f1d2c7a-8b0e-5c3f-9a41-d2f8e7b3c051")  # a namespace of our own, made once
LONGEST = 120  # characters of an app's own id; longer ones are hashed


def child_id(source: str) -> str:
    """Return the id of a child that a file names, until a family says which of its own it is."""
    return str(uuid5(HOLDFAST, source))


def moment_id(child: str, source: str, source_id: str) -> str:
    """Return the id of a record's moment: by child, so that two families may import one file."""
    return str(uuid5(HOLDFAST, f"{child}\n{source}\n{source_id}"))


def own_id(sort: str, text: str) -> str:
    """Return the source_id of a record that its app has given an id."""
    return f"{sort}/{text}" if len(text) <= LONGEST else hashed(sort, [text])


def hashed(sort: str, cells: Iterable[str]) -> str:
    """Return the source_id of a record without an id: by all its cells, in a fixed order."""
    digest = hashlib.blake2b("\x1f".join(cells).encode("utf-8", "surrogatepass"), digest_size=12)
    return f"{sort}/~{digest.hexdigest()}"
