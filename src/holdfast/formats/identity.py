"""Who is who over many imports: the same record has the same name each time it is read."""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID, uuid5

HOLDFAST = UUID("6f1d2c7a-8b0e-5c3f-9a41-d2f8e7b3c051")  # a namespace of our own, made once
LONGEST = 120  # characters of an app's own id; longer ones are hashed


@lru_cache(maxsize=64)
def child_id(source: str) -> str:
    """Return the id of a child that a file names, until a family says which of its own it is."""
    return str(uuid5(HOLDFAST, source))


def moment_id(child: str, source: str, source_id: str) -> str:
    """Return the id of a record's moment: by child, so that two families may import one file."""
    name = f"{child}\n{source}\n{source_id}".encode("utf-8", "surrogatepass")
    digest = bytearray(hashlib.sha1(HOLDFAST.bytes + name, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50  # version 5, by RFC 9562; uuid5 takes three times as long
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def own_id(sort: str, text: str) -> str:
    """Return the source_id of a record that its app has given an id."""
    return f"{sort}/{text}" if len(text) <= LONGEST else hashed(sort, [text])


def hashed(sort: str, cells: Iterable[str]) -> str:
    """Return the source_id of a record without an id: by all its cells, in a fixed order."""
    digest = hashlib.blake2b("\x1f".join(cells).encode("utf-8", "surrogatepass"), digest_size=12)
    return f"{sort}/~{digest.hexdigest()}"
