"""All of the page: which pieces, in which order, a handful first and the rest by topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import isfinite

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
from holdfast.telling.grow.piece import ALWAYS, WEEK, Life, Piece, Said
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
    week = on.toordinal() // WEEK
    first = piece_of_the_week(life, on)
    newest = [piece for piece in begun(life) if piece is not first][:HANDFUL]
    lasting = [piece for piece in PIECES.values() if piece.when == ALWAYS]
    few = [*newest, lasting[week % len(lasting)]]
    shown = {piece.key for piece in [*few, *([first] if first else [])]}

    def show(piece: Piece) -> Shown:
        return Shown(piece.said(pronoun), figure_of(piece.key, here), note_of(piece.key))

    rest = [
        Section(topic.key, _(topic.title), [show(piece) for piece in pieces])
        for topic in TOPICS
        if (pieces := [one for one in topic.pieces if life.has(one.when) and one.key not in shown])
    ]
    return Page(show(first) if first else None, [show(piece) for piece in few], rest)


def piece_of_the_week(life: Life, on: date) -> Piece | None:
    """Return one piece of this time, another each week; None where none is of a time."""
    leads = [
        piece
        for piece in chain(before.PIECES, reaching.PIECES, exploring.PIECES)
        if life.has(piece.when)
    ]
    return leads[on.toordinal() // WEEK % len(leads)] if leads else None


def begun(life: Life) -> list[Piece]:
    """Return of each topic, in order, the piece that began to be of this time most lately."""
    of_time = [
        [piece for piece in topic.pieces if life.has(piece.when) and isfinite(piece.when.end)]
        for topic in TOPICS
    ]
    return [max(pieces, key=lambda piece: piece.when.first) for pieces in of_time if pieces]


def general(pronoun: str) -> list[Said]:
    """Return the pieces that are of no age: what is said where no age shall be told."""
    return [piece.said(pronoun) for piece in PIECES.values() if piece.when == ALWAYS]
