"""Names of things: UUIDv7, so that what was made later sorts later (RFC 9562, 5.7)."""

import secrets
import time
from uuid import UUID

NS_A_MS = 1_000_000


def new_id() -> UUID:
    """Return a new name: Unix milliseconds, 12 bits of the fraction after them, then chance."""
    milliseconds, rest = divmod(time.time_ns(), NS_A_MS)
    fraction = (rest << 12) // NS_A_MS
    value = milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0x2 << 62 | secrets.randbits(62)
    return UUID(int=value)
