"""The commands: known by a table, loaded when called."""

import subprocess
import sys
from importlib import import_module

import pytest
import typer
from typer.testing import CliRunner

from holdfast.cli import COMMANDS, Late, app, load

HELP = """
import sys
from typer.testing import CliRunner
from holdfast.cli import app
ran = CliRunner().invoke(app, ["--help"])
assert ran.exit_code == 0, ran.output
print(*({"polars", "numpy", "django", "rich", "scipy"} & set(sys.modules)))
"""


def test_the_help_lists_all_commands_and_loads_none():
    shown = CliRunner().invoke(app, ["--help"]).output
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []
    ran = subprocess.run([sys.executable, "-c", HELP], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_says_what_it_does(name):
    module, _, attribute = COMMANDS[name].target.partition(":")
    assert getattr(import_module(f"holdfast.cli.{module}"), attribute).__doc__
    assert CliRunner().invoke(app, [name, "--help"]).exit_code == 0


def test_a_command_that_nobody_knows_is_a_wrong_call():
    assert CliRunner().invoke(app, ["fly"]).exit_code == 2


def test_a_command_may_be_a_group_of_its_own():
    group = load("read", Late("data:typer_group", "A group."))
    assert isinstance(group, type(typer.main.get_command(GROUP)))


GROUP = typer.Typer()


@GROUP.command()
def one():
    """Do one thing."""


@GROUP.command()
def two():
    """Do another."""


@pytest.fixture(autouse=True)
def group(monkeypatch):
    monkeypatch.setattr(import_module("holdfast.cli.data"), "typer_group", GROUP, raising=False)
