"""Pieces as they are printed. Most are the same for every family, so each is printed once."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string

from holdfast.telling.grow.page import Page, Shown
from holdfast.telling.grow.piece import Said
from holdfast.words.language import language


@dataclass(frozen=True, slots=True)
class Printed:
    """A page's pieces in HTML: this week's, a handful, and the rest by topic."""

    this_week: str
    handful: list[str]
    rest: list[tuple[str, list[str]]]


def printed(page: Page, *, above: str) -> Printed:
    """Print a page's pieces; `above` stands over the first."""
    return Printed(
        this_week=html_of(page.this_week, above=above) if page.this_week else "",
        handful=[html_of(piece) for piece in page.handful],
        rest=[(topic.title, [html_of(piece) for piece in topic.pieces]) for topic in page.rest],
    )


def html_of(shown: Shown, *, above: str = "") -> str:
    """Print a piece; one with a figure anew, for a family's own figures may stand in it."""
    if shown.figure is None:
        return same_for_all(shown.piece, above, language())
    return render_to_string("grow/_piece.html", {"shown": shown, "above": above})


@lru_cache(maxsize=1024)
def same_for_all(piece: Said, above: str, _language: str) -> str:
    """Print a piece in which nothing is of a family."""
    shown = Shown(piece, None, "")
    return render_to_string("grow/_piece.html", {"shown": shown, "above": above})
