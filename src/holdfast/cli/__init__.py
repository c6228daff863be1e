"""The command line. Each command is one line of a table; its module is loaded when it is called.

So `holdfast --help` answers at once, and a server without the science pays for no science.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup


class Late(NamedTuple):
    """A command that is not loaded yet: the function or the Typer that it is, and what it does."""

    target: str  # "module:name" in this folder
    help: str


COMMANDS = {
    "serve": Late("serve:serve", "Start the server."),
    "demo": Late("serve:demo", "Make a made-up family to look at."),
    "setup-link": Late("serve:setup_link", "Print a one-time link that sets a family up."),
    "reset": Late("serve:reset", "Give somebody a new way in who lost theirs."),
    "backup": Late("backup:backup", "Take a sound copy of the database while it is in use."),
    "read": Late("data:read", "Read files of other apps into a log."),
    "import": Late("family:import_", "Bring files or a log into a family of this server."),
    "export": Late("family:export", "Write all that a family has, in open formats."),
    "journal": Late("journal:journal", "Open a sealed journal with its six words."),
    "simulate": Late("simulate:simulate", "Make up a baby, its caregivers and their log."),
    "validate": Late("validate:validate", "Hold the simulator against what studies found."),
    "tell": Late("tell:tell", "Say in plain words what a log holds."),
    "words": Late("words:words", "Hold texts against the laws of what we say."),
    "replay": Late("replay:replay", "Score what the engine would have said, moment by moment."),
}


class LateGroup(TyperGroup):
    """A group that knows its commands by name and loads the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 -- typer's own class
        """Return the names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:  # noqa: ANN401, ARG002 -- typer's own class
        """Return what the help needs of a command: its name and its line."""
        late = COMMANDS.get(cmd_name)
        return late and TyperCommand(cmd_name, help=late.help, callback=lambda: None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 -- typer's own class
        """Return the command that is called, loaded."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, stub and load(stub.name or "", COMMANDS[stub.name or ""]), rest


def load(name: str, late: Late) -> Any:  # noqa: ANN401 -- a command or a group of typer's
    """Import the module of a command and make it one whose errors are told."""
    module, _, attribute = late.target.partition(":")
    found = getattr(import_module(f"holdfast.cli.{module}"), attribute)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command(name, help=found.__doc__ or late.help)(told(found))
    return typer.main.get_command(alone)


def told(command: Callable[..., None]) -> Callable[..., None]:
    """Return the command so that what a person can mend is said in a sentence, without a trace."""
    from functools import wraps  # noqa: PLC0415 -- beside the slow import

    from holdfast.words.errors import HoldfastError  # noqa: PLC0415 -- slow import

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 -- whatever the command takes
        try:
            command(*args, **kwargs)
        except HoldfastError as error:
            typer.echo(str(error), err=True)
            sys.exit(error.exit_code)

    return run


app = typer.Typer(
    cls=LateGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Holdfast: a private companion for the bond between a baby and those who care for it.",
)


@app.callback()
def main_options() -> None:
    """Nothing is asked before the command: the table says it all."""


def main() -> None:
    """Run the command line."""
    app()
