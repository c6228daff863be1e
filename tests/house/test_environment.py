"""Who lacks a Python that fits is told what to install, in a sentence and not by a trace."""

import os
import shutil
import subprocess

import pytest

from tests.house.house import HOUSE


@pytest.fixture
def clone(tmp_path):
    """As much of a clone as the script reads."""
    for name in ("scripts/environment", "requirements/web.txt", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(HOUSE / name, tmp_path / name)
    return tmp_path


def make_with(clone, python):
    known = {**os.environ, "PYTHON": str(python)}
    script = clone / "scripts" / "environment"
    return subprocess.run([script, "web"], env=known, capture_output=True, text=True, check=False)


def a_shim(clone, script):
    """A program that is called python and is none that fits."""
    path = clone / "python3.12"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "script", ["echo 'command not found' >&2; exit 127", "exit 1"], ids=["leads nowhere", "no venv"]
)
def test_a_python_that_does_not_fit_is_passed_over_and_the_way_out_is_named(clone, script):
    ran = make_with(clone, a_shim(clone, script))
    assert ran.returncode == 1
    assert "sudo apt-get install python3 python3-venv" in ran.stderr
    assert not (clone / ".venv").exists()


def test_no_python_at_all_is_told_alike(clone):
    ran = make_with(clone, "no-such-python")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "found none" in ran.stderr
