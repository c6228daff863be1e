"""The worker as it is served: its program, with the names of the files that make up the shell.

The version is made from what is in these files. So a browser finds a new worker when one of them
changed, and only then.
"""

import json
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from holdfast.words.language import gettext as _

SHELL = (
    "built/look.css",
    "built/light.js",
    "built/holdfast.js",
    "built/newsreader-latin-500-normal.woff2",
    "built/sprite.svg",
    "built/icon.svg",
    "built/this_phone.js",
)
"""What every page of every day loads, and This phone, which has to open when nothing else does.

What only some pages load is kept once it was seen.
"""
WORKER = "built/worker.js"
PUBLIC = ("offline", "help", "help_sheet", "away")
"""Pages that hold nothing of anybody, kept from the first day on."""


def worker_script() -> str:
    """Return the program."""
    return kept_script() if settings.SERVING else made_script()


@lru_cache(maxsize=1)
def kept_script() -> str:
    """Make it once a process: while serving, no file changes."""
    return made_script()


def made_script() -> str:
    """Put names and version before the program."""
    version = sha256(b"".join(found(name) for name in (*SHELL, WORKER))).hexdigest()[:16]
    names = {
        "version": version,
        "shell": [static(name) for name in SHELL],
        "pages": [reverse(name) for name in PUBLIC],
        "offline": reverse("offline"),
        "front": reverse("front"),
        "notice": notice(),
    }
    return f"const HOUSE = {json.dumps(names)};\n{found(WORKER).decode()}"


def notice() -> dict[str, str]:
    """Return all that a notice ever says, and its drawing."""
    return {
        "title": "Holdfast",
        "body": _("There is something new."),
        "icon": static("built/icon-192.png"),
        "badge": static("built/badge-96.png"),
    }


def found(name: str) -> bytes:
    """Return a built file's content; nothing where the client was not built."""
    path = finders.find(name)
    return Path(path).read_bytes() if path else b""
