"""Links and tokens: what is given out once, and what is kept of it."""

import hashlib
import secrets


def new_key() -> str:
    """Return a key that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(24)


def digest(key: str) -> str:
    """Return what is kept of a key: enough to know it again, and no more."""
    return hashlib.sha256(key.encode()).hexdigest()
