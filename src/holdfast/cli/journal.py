"""`holdfast journal open`: a sealed journal, opened by its writer, with no server and no phone."""

import json
import os
import sys
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli import told
from holdfast.formats.journal_opening import Opened, as_pages, open_journal
from holdfast.words import Refused
from holdfast.words.language import ngettext

journal = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Open a sealed journal with its six words.",
)

Export = Annotated[Path, typer.Argument(help="The zip: of the journal, or of all the family's.")]
Words = Annotated[
    str, typer.Option(help="The six words; asked for at a terminal, where nobody reads along.")
]
Out = Annotated[Path, typer.Option("--out", "-o", help="Where to write it: a new folder.")]


@journal.callback()
def group() -> None:
    """A group of one command so far."""


@journal.command("open")
@told
def open_(export: Export, out: Out = Path("my-journal"), words: Words = "") -> None:
    """Write what a journal says as files: a page, its data, photos. No server is asked."""
    if out.exists():
        raise Refused(f"{out} is there already.", hint="Name a new folder with -o.")
    found = open_journal(export, words or asked())
    lay_out(found, out)
    entries = ngettext("%(n)d entry", "%(n)d entries", len(found.entries))
    photos = ngettext("%(n)d photo", "%(n)d photos", len(found.photos))
    counted = f"{entries % {'n': len(found.entries)}} and {photos % {'n': len(found.photos)}}"
    typer.echo(f"{counted}: they are in {out}.")
    typer.echo("They are open there: anybody who gets that folder can read them.")
    if found.unread:
        typer.echo(f"Could not be read: {', '.join(found.unread)}", err=True)


def asked() -> str:
    """Ask for the words, without showing them.

    Raises:
        Refused: nobody is there to ask.
    """
    if not sys.stdin.isatty():
        raise Refused("The six words are needed.", hint='Give them as --words "…".')
    return getpass("Your six words: ")


def lay_out(found: Opened, out: Path) -> None:
    """Write the files, for their owner alone."""
    out.mkdir(parents=True, mode=0o700)
    write(out / "journal.md", "".join(as_pages(found)).encode())
    told_all = {"entries": found.entries, "history": found.history}
    write(out / "journal.json", json.dumps(told_all, ensure_ascii=False, indent=1).encode())
    if found.photos:
        (out / "photos").mkdir(mode=0o700)
    for name, content in found.photos.items():
        write(out / "photos" / f"{name}.jpg", content)


def write(path: Path, content: bytes) -> None:
    """Write a file that nobody else on this computer can read."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
