"""What is in the house: the files that are committed, and their texts."""

import subprocess
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).parents[2]
SOURCES = (".py", ".js", ".mjs", ".css", ".html", ".sh", ".toml", ".yml", ".yaml", "Makefile")


@cache
def files() -> tuple[Path, ...]:
    """Return every file that git knows or would take up: a test sees it before it lands."""
    git = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    ran = subprocess.run(git, cwd=HOUSE, capture_output=True, text=True, check=True)
    return tuple(path for name in ran.stdout.splitlines() if (path := HOUSE / name).is_file())


def lines(path: Path) -> list[str]:
    """Return the lines of a text, none of what is no text."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return []


def named(path: Path) -> str:
    """Return a file's name as git tells it."""
    return path.relative_to(HOUSE).as_posix()


def sources() -> list[Path]:
    """Return what we wrote ourselves to be run, without data that others wrote."""
    return [path for path in files() if path.name.endswith(SOURCES) and not is_data(path)]


def is_data(path: Path) -> bool:
    """Return whether a file is a sample that has to stay as it is."""
    return named(path).startswith("tests/data/")


def pages() -> list[Path]:
    """Return the documents."""
    return [path for path in files() if path.suffix == ".md" and not is_data(path)]
