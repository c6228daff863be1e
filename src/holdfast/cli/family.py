"""A family's log in and out of this server, for its owner: what the family's pages do."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from holdfast import formats
from holdfast.cli.asking import answered
from holdfast.cli.data import Answer, Files, summary, watch
from holdfast.cli.serve import from_the_server
from holdfast.formats import FoundChild, Reading
from holdfast.formats.bundle import write_bundle
from holdfast.formats.fresh import fresh
from holdfast.formats.open_format import SUFFIX, write
from holdfast.words import Refused

if TYPE_CHECKING:
    from holdfast.web.access import Child

As = Annotated[str, typer.Option("--as", help="The user name of the parent who acts.")]


def import_(
    files: Files,
    *,
    answer: Answer = None,
    child: Annotated[
        list[str] | None,
        typer.Option("--child", help="Whose log it is: Robin, or, of several, Bo=Robin."),
    ] = None,
    acting: As = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would do, and do nothing.")
    ] = False,
) -> None:
    """Bring files of other apps, a log or a bundle into a family of this server.

    All of it or nothing; the same file twice adds nothing. On the family's page it can be taken
    back, and the drafts of care that hid in the words wait there.
    """
    from_the_server()
    from holdfast.web.access import children_of  # noqa: PLC0415 -- needs Django
    from holdfast.web.actions import apply_reading, preview_reading  # noqa: PLC0415 -- needs Django
    from holdfast.web.queries import homes_of  # noqa: PLC0415 -- needs Django
    from holdfast.web.queries.seats import seat_of  # noqa: PLC0415 -- needs Django

    user, seat = seat_of(acting)
    members = [formats.given(path) for path in files]
    reading = formats.read(
        members, answered(members, answer or []), now=datetime.now(UTC), watch=watch
    )
    typer.echo("\n".join(summary(reading, None)))
    own = [one for one, its in children_of(user) if its.family_id == seat.family_id]
    before = homes_of(seat.family, {one.source for one in reading.children})
    remembered = {source: str(home) for source, home in before.items()}
    for found, home in homes(with_moments(reading), own, child or [], remembered):
        mine = formats.for_child(reading, found=found.id, child=str(home.pk))
        if dry_run:
            met = preview_reading(child=home, reading=mine)
        else:
            met = apply_reading(child=home, by=seat, reading=mine).preview
        counted = ", ".join(f"{count} {how}" for how, count in met.counts().items() if count)
        typer.echo(f"{home.name or 'the baby'}: {counted or 'nothing'}")


def with_moments(reading: Reading) -> list[FoundChild]:
    """Return the found children that have moments."""
    named = {moment.child for moment in reading.moments}
    return [child for child in reading.children if child.id in named]


def homes(
    found: Sequence[FoundChild],
    own: Sequence["Child"],
    said: Iterable[str],
    remembered: Mapping[str, str],
) -> list[tuple[FoundChild, "Child"]]:
    """Return for each found child which of the family's it is.

    It is who was said, else who it was the last time, else the only one, else who is called so.

    Raises:
        Refused: that is not plain.
    """
    names = dict(part(one) for one in said)
    pairs = []
    for child in found:
        name = names.get(child.name) or names.get("") or ""
        ways = (
            [one for one in own if name and one.name.casefold() == name.casefold()],
            [one for one in own if not name and str(one.pk) == remembered.get(child.source)],
            list(own) if not name and len(found) == len(own) == 1 else [],
            [one for one in own if not name and one.name and one.name == child.name],
        )
        home = next((way[0] for way in ways if way), None)
        if home is None:
            raise whose(child, own)
        pairs.append((child, home))
    return pairs


def part(text: str) -> tuple[str, str]:
    """Part FOUND=OWN; a name alone is whose it is."""
    found, is_pair, own = text.partition("=")
    return (found, own) if is_pair else ("", found)


def whose(child: FoundChild, own: Sequence["Child"]) -> Refused:
    """Ask whose log it is."""
    names = ", ".join(one.name or "the baby" for one in own)
    return Refused(
        f"Whose log is that of {child.name or child.source}?",
        hint=f"Say it with --child; the children here are {names}.",
    )


def export(
    out: Annotated[Path, typer.Option("--out", "-o", help="A .zip, or a .holdfast.jsonl.")],
    *,
    acting: As = "",
) -> None:
    """Write all that a family has, in open formats.

    A .zip holds the log, each revision, tables and a page to read; a .holdfast.jsonl the log.
    """
    from_the_server()
    from holdfast.web.queries import (  # noqa: PLC0415 -- needs Django
        everything_of,
        photos_taken_along,
        taken_along,
    )
    from holdfast.web.queries.seats import seat_of  # noqa: PLC0415 -- needs Django

    _user, seat = seat_of(acting)
    everything = everything_of(seat.family)
    header = everything.header
    if out.name.endswith(SUFFIX):
        write(out, header.children, header.caregivers, everything.moments)
    elif out.suffix == ".zip":
        with fresh(out) as file:
            write_bundle(
                file,
                header=header,
                moments=everything.moments,
                history=everything.history,
                journal=taken_along(seat),
                photos=photos_taken_along(seat.family),
            )
    else:
        raise Refused(f"{out.name} is neither.", hint=f"Call it a .zip, or a {SUFFIX}.")
    typer.echo(f"{len(everything.moments)} moments are in {out}.")
