"""Imports point down, and who breaks a contract hears of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.house import HOUSE

LINT = Path(sys.executable).with_name("lint-imports")

# Each breaks one contract, wherever it stands in the house.
BREAKS = {
    "Imports point down": ("words/sample.py", "from holdfast import engine"),
    "The science knows no web": ("engine/sample.py", "import django"),
    "Inside the web": ("web/queries/sample.py", "from holdfast.web import urls"),
    "Few touch the models": ("web/places/now/sample.py", "from holdfast.web import models"),
    "A place knows no other place": (
        "web/places/now/other.py",
        "from holdfast.web.places import day",
    ),
}


def contracts(source: Path) -> dict[str, str]:
    """Return how each contract ended for the package within a folder."""
    environment = {**os.environ, "PYTHONPATH": str(source)}
    command = [LINT, "--no-cache", "--config", HOUSE / "pyproject.toml"]
    ran = subprocess.run(
        command, cwd=source, env=environment, capture_output=True, text=True, check=False
    )
    ends = [line.rpartition(" ") for line in ran.stdout.splitlines()]
    return {name: end for name, _, end in ends if end in {"KEPT", "BROKEN"}}


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """A copy of the house in which each contract is broken once."""
    source = tmp_path_factory.mktemp("source")
    code = shutil.ignore_patterns("static", "templates", "locale", "__pycache__")
    shutil.copytree(HOUSE / "src" / "holdfast", source / "holdfast", ignore=code)
    for place, line in BREAKS.values():
        (source / "holdfast" / place).write_text(f"{line}\n")
    return contracts(source)


def test_every_contract_is_kept():
    assert contracts(HOUSE / "src") == dict.fromkeys(BREAKS, "KEPT")


@pytest.mark.parametrize("name", BREAKS)
def test_a_contract_that_is_broken_is_told(broken, name):
    assert broken[name] == "BROKEN"
