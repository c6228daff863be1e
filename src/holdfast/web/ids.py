"""Names of things: UUIDv7, so that what was made later sorts later (RFC 9562, 5.7)."""

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """Return a new name: 48 bits of Unix milliseconds, then chance."""
    milliseconds = time.time_ns() // 1_000_000
    value = milliseconds << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)
