"""What Day asks, once and quietly: which of two edits counts, and whether two notes are one.

Nothing is ever put together by itself. It is asked where it is likely: of one child, the same word,
within minutes, from two people or two phones; and not where somebody has said already.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.urls import reverse

from holdfast.engine.sameness import same
from holdfast.telling.spans import clock
from holdfast.web.drawn import moment_told
from holdfast.web.queries import Logged
from holdfast.words import Kind, frame
from holdfast.words.details import APART, SAME
from holdfast.words.language import gettext as _

NEAR = timedelta(minutes=5)
ABOUT_REACHES = 15  # minutes: a time given as "about" may lie so far from the other's
HERS = (Kind.SIGNAL, Kind.SETTLING, Kind.CARE, Kind.EXPLORING, Kind.MILESTONE)
"""What happened to her once. What somebody did about it is their own: two may hug at a time."""


def questions(of_day: Sequence[Logged], pronoun: str) -> list[dict[str, Any]]:
    """Return what is to be asked about a day, in the order of the day."""
    return [
        *(which(one, pronoun) for one in each_once(of_day) if one.crossed),
        *(one_or_two(*pair, pronoun) for pair in likely(of_day)),
    ]


def each_once(of_day: Iterable[Logged]) -> Iterable[Logged]:
    """Return of each moment the revision that counts; of two that crossed the later one."""
    return {one.id: one for one in sorted(of_day, key=lambda one: one.seq)}.values()


def likely(of_day: Sequence[Logged]) -> Iterator[tuple[Logged, Logged]]:
    """Return the pairs that are likely one and the same, the earlier first."""
    words: dict[tuple[str, str], list[Logged]] = {}
    for one in sorted(each_once(of_day), key=lambda one: (one.moment.at, one.seq)):
        if one.moment.kind in HERS and not one.removed:
            words.setdefault((one.moment.kind, one.moment.word), []).append(one)
    for alike in words.values():
        yield from (pair for pair in pairwise(alike) if are_likely(*pair))


def are_likely(one: Logged, other: Logged) -> bool:
    """Say whether two notes of one word look like one happening that nobody has judged yet."""
    younger = max(one, other, key=lambda each: each.id)  # it is the one that says so
    judged = {SAME, APART} & younger.moment.detail.keys()
    return are_near(one, other) and are_of_two(one, other) and not judged


def are_near(one: Logged, other: Logged) -> bool:
    """Say whether two notes are of one word and of about one time."""
    about = min(max(one.moment.about, other.moment.about), ABOUT_REACHES)
    alike = (one.moment.kind, one.moment.word) == (other.moment.kind, other.moment.word)
    apart = abs(other.moment.at - one.moment.at) - timedelta(minutes=about)
    return alike and one.moment.kind in HERS and apart <= NEAR


def are_of_two(one: Logged, other: Logged) -> bool:
    """Say whether two notes are of two people, or of one person's two phones."""
    people = {each.moment.by or str(each.logged_by) for each in (one, other)}
    phones = {one.device, other.device} - {""}
    return len(people) > 1 or len(phones) > 1


def which(one: Logged, pronoun: str) -> dict[str, Any]:
    """Ask which of two edits counts."""
    return {
        "told": _("Changed twice at the same time: %(what)s, %(time)s. Both are kept.")
        % said(one, pronoun),
        "way": _("Which one counts?"),
        "url": reverse("moment", args=[one.moment.child, one.id]),
    }


def one_or_two(one: Logged, other: Logged, pronoun: str) -> dict[str, Any]:
    """Ask whether two notes are one and the same."""
    who = list(dict.fromkeys((written_by(one), written_by(other))))
    told = (
        _("%(who)s wrote this down on two phones, at about %(time)s: %(what)s.")
        if len(who) == 1
        else _("%(who)s both wrote this down, at about %(time)s: %(what)s.")
    )
    return {
        "told": told % {**said(one, pronoun), "who": _(" and ").join(who)},
        "same": reverse("moment_same", args=[one.moment.child]),
        "moments": [one.id, other.id],
    }


def said(one: Logged, pronoun: str) -> dict[str, str]:
    """Return a moment's words for a sentence."""
    (row,) = frame([one.moment]).to_dicts()
    what = moment_told(row, pronoun)
    return {"what": what, "time": clock(one.moment.at, one.moment.zone)}


def written_by(one: Logged) -> str:
    """Return who wrote it down, as one says it."""
    return one.by_name or one.logged_by_name or _("Somebody")


def together(of_day: Sequence[Logged]) -> list[list[UUID]]:
    """Return the moments of the day that somebody said are one, each list one happening."""
    rows = frame(one.moment for one in each_once(of_day)).to_dicts()
    return [[UUID(row["id"]) for row in sorted(group, key=in_time)] for group in same(rows)]


def in_time(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Order notes by when it was."""
    return row["at"], row["id"]


def beside(one: Logged, of_day: Sequence[Logged], pronoun: str) -> dict[str, Any]:
    """Return the notes beside a moment: those said to be one with it, and those that might be."""
    mine = next((group for group in together(of_day) if one.id in group), [])
    others = [other for other in each_once(of_day) if other.id != one.id]
    near = [other for other in others if other.id not in mine and are_near(one, other)]
    return {
        "one": [line(other, pronoun) for other in others if other.id in mine],
        "near": [line(other, pronoun) for other in near],
        "moments": mine,
        "part": reverse("moment_part", args=[one.moment.child]),
        "same": reverse("moment_same", args=[one.moment.child]),
    }


def line(one: Logged, pronoun: str) -> dict[str, Any]:
    """Tell a note in one line."""
    told = {**said(one, pronoun), "who": written_by(one)}
    return {"id": one.id, "told": _("%(who)s, %(time)s: %(what)s") % told}
