"""`holdfast words check`: texts held against the laws of what we say."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from holdfast.words.laws import check as check_file
from holdfast.words.laws import files_in, languages
from holdfast.words.laws.checking import BadCall

words = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)

Paths = Annotated[list[Path], typer.Argument(help="Files or folders.")]
InLanguage = Annotated[
    str | None, typer.Option(help="The texts' language; else as the file says or its words tell.")
]


@words.callback()
def about() -> None:
    """Look after what we say."""


@words.command()
def check(
    paths: Paths,
    *,
    language: InLanguage = None,
    show_allowed: Annotated[
        bool, typer.Option("--show-allowed", help="List the escapes with their reasons, too.")
    ] = False,
) -> None:
    """Hold texts against the laws: no score, no style, no diagnosis, no blame, no claim.

    Prints one line for each finding, path:line: rule: why, and ends with 1 if there is one.
    """
    if language is not None and language not in languages():
        raise typer.BadParameter(f"There are rules for {', '.join(languages())}.")
    try:
        checked = [check_file(path, language) for path in files_in(paths)]
    except BadCall as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
    for one in checked:
        for found in one.found:
            said = f' "{found.words}"' if found.words else ""
            typer.echo(f"{found.path}:{found.line}: {found.rule}: {found.why}:{said}")
        for allowed in one.allowed if show_allowed else ():
            where = "in the file" if allowed.whole else "here"
            typer.echo(
                f"{allowed.path}:{allowed.line}: allowed {', '.join(allowed.laws)} {where}, "
                f"{allowed.used} found: {allowed.reason}"
            )
    if any(one.found for one in checked):
        sys.exit(1)
