"""Run the gate: every check and every test, each told with its time, all of them to the end.

    python scripts/gate.py          all
    python scripts/gate.py check    what takes seconds: style, types, imports, house rules

A later step runs though an earlier one failed, so that one run tells all that is to be mended.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HOUSE = Path(__file__).parents[1]
PYTHON = sys.executable
ON_BOTH_DATABASES = ("tests/web", "tests/web_places", "tests/access", "tests/api")
TOLD = ["--quiet", "--tb=short", "--durations=8", "--cov", "--cov-report="]
TESTS = ["pytest", *TOLD, "--numprocesses=auto", "--dist=worksteal"]

Step = Callable[[], bool]


def run(*command: str, data: str = ".coverage") -> bool:
    """Run one of Python's tools in the house. Returns whether it was content."""
    environment = {**os.environ, "COVERAGE_FILE": str(HOUSE / data)}
    ran = subprocess.run([PYTHON, *command], cwd=HOUSE, env=environment, check=False)
    return ran.returncode == 0


def style() -> bool:
    """Ruff's rules, all of them, and its form."""
    rules = run("-m", "ruff", "check", "--quiet")
    return run("-m", "ruff", "format", "--check", "--quiet") and rules


def types() -> bool:
    """Mypy, strict, the web too."""
    return run("-m", "mypy")


def imports() -> bool:
    """Imports point down."""
    program = Path(PYTHON).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=HOUSE, check=False).returncode == 0


def client() -> bool:
    """The client: built, formatted, linted and tested."""
    return run("scripts/build_client.py", "--check")


def house() -> bool:
    """The house rules and the laws alone."""
    return run("-m", "pytest", "--quiet", "tests/house", "tests/laws")


def tests() -> bool:
    """All tests of Python, the journeys in Chromium among them, on SQLite."""
    return run("-m", *TESTS)


def tests_on_postgresql() -> bool:
    """What touches the database once more, on PostgreSQL."""
    folders = [folder for folder in ON_BOTH_DATABASES if (HOUSE / folder).exists()]
    return run("scripts/postgres.py", PYTHON, "-m", *TESTS, *folders, data=".coverage.postgresql")


def coverage() -> bool:
    """What the tests reached, by folder, against what we promise."""
    run("-m", "coverage", "combine", "--quiet", "--append", data=".coverage")
    report = run("-m", "coverage", "json", "--quiet", "-o", ".cache/coverage.json")
    return report and run("scripts/coverage_by_folder.py", ".cache/coverage.json")


CHECK: list[Step] = [style, types, imports, client, house]
ALL: list[Step] = [style, types, imports, client, tests, tests_on_postgresql, coverage]


def main(steps: list[Step]) -> int:
    """Run the steps and print how each ended. Returns the exit code."""
    ended = []
    for step in steps:
        print(f"\n== {step.__doc__}", flush=True)
        start = time.monotonic()
        ended.append((step(), time.monotonic() - start, step.__doc__))
    print()
    for good, seconds, told in ended:
        print(f"{'ok' if good else 'FAILED':<8}{seconds:6.0f} s  {told}")
    return 0 if all(good for good, _, _ in ended) else 1


if __name__ == "__main__":
    (HOUSE / ".cache").mkdir(exist_ok=True)
    sys.exit(main(CHECK if "check" in sys.argv[1:] else ALL))
