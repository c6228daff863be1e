"""All of the page: which pieces, in which order, a handful first and the rest by topic."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain

from holdfast.telling.figures import Figure
from holdfast.telling.grow import (
    answers,
    before,
    daily,
    exploring,
    later_on,
    moving,
    people,
    reaching,
    tie,
)
from holdfast.telling.grow.piece import ALWAYS, BORN, WEEK, For, Life, Piece, Said
from holdfast.telling.grow.shown import Here, figure_of, note_of
from holdfast.words.language import gettext as _
from holdfast.words.language import later

HANDFUL = 3  # pieces of this time that stand open, besides this week's and one of no time


@dataclass(frozen=True, slots=True)
class Topic:
    """Pieces that belong together."""

    key: str
    title: str
    pieces: Sequence[Piece]


TOPICS = (
    Topic("beginning", later("How it begins"), before.PIECES),
    Topic("reaching", later("Reaching you"), reaching.PIECES),
    Topic("tie", later("The two of you"), tie.PIECES),
    Topic("answers", later("Answers, and mending"), answers.PIECES),
    Topic("exploring", later("Near and far"), exploring.PIECES),
    Topic("daily", later("Days and nights"), daily.PIECES),
    Topic("moving", later("Moving"), moving.PIECES),
    Topic("people", later("Everybody around"), people.PIECES),
    Topic("later", later("The years to come"), later_on.PIECES),
)
TIMELESS = (ALWAYS, BORN)
PIECES = {piece.key: piece for topic in TOPICS for piece in topic.pieces}


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece as it stands on the page, with its figure."""

    piece: Said
    figure: Figure | None
    note: str  # beside the figure


@dataclass(frozen=True, slots=True)
class Section:
    """A topic with the pieces of it that have not been shown above."""

    key: str
    title: str
    pieces: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of a page: this week's, a handful, and the rest."""

    this_week: Shown | None
    handful: Sequence[Shown]
    rest: Sequence[Section]


def page_of(life: Life, *, pronoun: str, on: date, here: Here | None = None) -> Page:
    """Choose the pieces for a life.

    Args:
        life: of whom.
        pronoun: she, he or they.
        on: the day, for what is another one each week.
        here: what the log adds to figures; None where another age is looked at.
    """
    first = piece_of_the_week(life, on)
    lead = [first] if first else []
    few = unlike(begun(life), lead, HANDFUL)
    few += unlike(lasting(life, on), [*lead, *few], 1)
    shown = {piece.key for piece in [*lead, *few]}
    drawn = {piece.picture for piece in [*lead, *few]}
    show = partial(shown_as, pronoun=pronoun, here=here)
    rest = []
    for topic in TOPICS:
        pieces = [one for one in topic.pieces if life.has(one.when) and one.key not in shown]
        if pieces:
            rest.append(Section(topic.key, _(topic.title), [show(one, drawn) for one in pieces]))
    this_week = next((show(piece) for piece in lead), None)
    return Page(this_week, [show(piece) for piece in few], rest)


def shown_as(
    piece: Piece, drawn: set[str] | None = None, *, pronoun: str, here: Here | None
) -> Shown:
    """Return a piece as it stands on a page, where each drawing stands once."""
    again = drawn is not None and piece.picture in drawn
    if drawn is not None:
        drawn.add(piece.picture)
    said = piece.said(pronoun)
    return Shown(
        replace(said, picture="") if again else said, figure_of(piece.key, here), note_of(piece.key)
    )


def unlike(pieces: Sequence[Piece], others: Sequence[Piece], count: int) -> list[Piece]:
    """Return the first of some pieces, none of them with a drawing that is there already."""
    drawn = {piece.picture for piece in others}
    first = {piece.picture: piece for piece in reversed(pieces) if piece.picture not in drawn}
    return [piece for piece in pieces if first.get(piece.picture) is piece][:count]


def lasting(life: Life, on: date) -> list[Piece]:
    """Return the pieces of no time and those for such a family, each week another one first."""
    pieces = [
        piece
        for piece in PIECES.values()
        if piece.when == ALWAYS or (piece.when.of is not For.ANYBODY and life.has(piece.when))
    ]
    start = on.toordinal() // WEEK % len(pieces)
    return pieces[start:] + pieces[:start]


def piece_of_the_week(life: Life, on: date) -> Piece | None:
    """Return one piece of this time, another each week; None where none is of a time."""
    leads = [
        piece
        for piece in chain(before.PIECES, reaching.PIECES, exploring.PIECES)
        if life.has(piece.when)
    ]
    return leads[on.toordinal() // WEEK % len(leads)] if leads else None


def begun(life: Life) -> list[Piece]:
    """Return the pieces of this time: of each topic the one that began last, then the others."""
    firsts: list[Piece] = []
    others: list[Piece] = []
    for topic in TOPICS:
        pieces = [one for one in topic.pieces if life.has(one.when) and one.when not in TIMELESS]
        latest = sorted(pieces, key=lambda piece: -piece.when.first)
        firsts += latest[:1]
        others += latest[1:]
    return [*firsts, *others]


def general(pronoun: str) -> list[Said]:
    """Return the pieces that are of no age: what is said where no age shall be told."""
    return [piece.said(pronoun) for piece in PIECES.values() if piece.when == ALWAYS]
