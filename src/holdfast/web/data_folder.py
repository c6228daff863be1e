"""Where a server keeps what is the family's: the database and the secret that signs sessions."""

import os
import secrets
from pathlib import Path

OWNER_ONLY = 0o600


def data_folder() -> Path:
    """Return HOLDFAST_DATA, or the place where a Linux desktop keeps such things."""
    if chosen := os.environ.get("HOLDFAST_DATA"):
        return Path(chosen).expanduser().resolve()
    share = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(share).expanduser() / "holdfast"


def secret_key() -> str:
    """Return the server's secret. It is made once, and nobody but its owner can read the file."""
    path = data_folder() / "secret"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secret := secrets.token_urlsafe(50))
    return secret
