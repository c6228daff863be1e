"""Write requirements/*.txt: every version with its hash, and not a word of where it came from.

A lock that names a registry ties all who install from it to that registry; a lock with hashes is
as safe from any mirror. The locks hold for Python 3.11 and newer on every system.
"""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
LOCKS = HOUSE / "requirements"

# The larger first: the smaller takes its versions from it, so both fit into one environment.
SETS = {
    "test": ["--extra", "web", "--extra", "journal", "--group", "build", "--group", "test"],
    "web": [
        "--extra",
        "web",
        "--extra",
        "journal",
        "--group",
        "build",
        "--constraints",
        "requirements/test.txt",
    ],
}


def lock(name: str, *, upgrade: bool) -> None:
    """Resolve one set into requirements/<name>.txt, with newer versions only where asked for."""
    uv = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *SETS[name]]
    how = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-annotate", "--quiet"]
    silent = ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command=make lock"]
    newer = ["--upgrade"] if upgrade else []
    target = ["--output-file", f"requirements/{name}.txt"]
    subprocess.run([*uv, *how, *silent, *newer, *target], cwd=HOUSE, check=True)


if __name__ == "__main__":
    LOCKS.mkdir(exist_ok=True)
    for each in SETS:
        lock(each, upgrade="--upgrade" in sys.argv[1:])
