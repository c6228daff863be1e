"""The pieces from which the phone draws the minute by itself: the page's own markup, left open.

With the page comes what it does not show just now: how a running exchange looks while nothing
runs, and the other way round. The phone clones and fills it, so there is one markup and one set of
words. The tiles have no names of moments there, and the forms no token: the phone makes its own.
Nothing in it is of the day, so it is made once and kept.
"""

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse

from holdfast.telling.pronouns import forms
from holdfast.web import drawn
from holdfast.web.places.now import page as show
from holdfast.web.places.now.helping import blank
from holdfast.words import Care, Kind, Signal
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.models import Child

HELD = (5, 15, 30, 60)  # minutes ago, after a long press
SOME = Signal.CRY  # stands in an address until the phone knows which it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the pieces depend on."""

    child: "Child" = field(compare=False)
    child_id: UUID
    name: str
    pronoun: str
    language: str
    first: tuple[str, ...]  # signals, in their places
    rest: tuple[str, ...]
    question: str
    born: bool
    may_log: bool
    speaks: bool
    helps: bool


@lru_cache(maxsize=64)
def pieces(asked: Asked) -> str:
    """Return the pieces as they stand in the page."""
    return render_to_string("now/_pieces.html", blanks(asked))


def blanks(asked: Asked) -> dict[str, Any]:
    """Return what the templates print where nothing is known yet."""
    child = asked.child
    timer = {"id": "", "since": ""}
    return {
        "csrf_input": "",
        "may_log": asked.may_log,
        "speaks": asked.speaks,
        "born": asked.born,
        "urls": urls(child),
        "question": asked.question,
        "running": running(child, speaks=asked.speaks),
        "helping": blank(child) if asked.helps else None,
        "signals": tiles(Kind.SIGNAL, asked.first, child.pronoun),
        "rest": tiles(Kind.SIGNAL, asked.rest, child.pronoun),
        **show.buttons(child.pronoun, born=asked.born, tiles=tiles),
        "care": {
            **{word: f"{Kind.CARE}/{word}/" for word in (Care.FEED, Care.SLEEP, Care.NAPPY)},
            "asleep": timer,
            "feeding": timer,
            "ends": "",
        },
        "last": {"heading": "", "at": "", "clock": "", "steps": [], "told": ""},
        "empty": show.empty(born=asked.born, pronoun=child.pronoun, speaks=asked.speaks),
        "just": {"id": "", "url": "", "removed": False, "told": "", "act": "remove", "way": ""},
        "option": {"title": "", "band": "", "why": ""},
        "ago": 0,
        "agos": show.agos(),
        "held": [(minutes, show.ago(minutes)) for minutes in HELD],
    }


def tiles(kind: Kind, words: Iterable[str], pronoun: str) -> list[dict[str, str]]:
    """Return tiles without the name that a tap on them would have."""
    return [show.tile(kind, word, pronoun, name="") for word in words]


def running(child: "Child", *, speaks: bool) -> dict[str, Any]:
    """Return an exchange of which nothing is known yet."""
    return {
        "id": "",
        "icon": drawn.icon_of(Kind.SIGNAL, SOME),
        "told": "",
        "since": "",
        "at": "",
        "minutes": "",
        "steps": [],
        "undo": {"url": urls(child)["undo"], "moment": "", "what": ""},
        "question": "",
        "and_then": _("%(She)s did something more") % forms(child.pronoun),
        "telling": telling(child, SOME) if speaks else None,
    }


def telling(child: "Child", word: str) -> dict[str, str]:
    """Return the way to what a signal can mean."""
    return {
        "label": _("What may %(she)s be telling me?") % forms(child.pronoun),
        "url": reverse("grow_signal", args=[child.pk, word]),
    }


def urls(child: "Child") -> dict[str, str]:
    """Return where the forms of Now go."""
    return {
        "memory": reverse("memory_new", args=[child.pk]),
        "page": reverse("now", args=[child.pk]),
        "tap": reverse("now_tap", args=[child.pk]),
        "wakes": reverse("now_wakes", args=[child.pk]),
        "undo": reverse("now_undo", args=[child.pk]),
    }


def seed(rows: Iterable[drawn.Row], names: Container[str]) -> list[dict[str, Any]]:
    """Return moments as the phone keeps them, for one that has heard nothing from us so far."""
    return [moment(row) for row in rows if row["id"] in names]


def moment(row: drawn.Row) -> dict[str, Any]:
    """Return one moment as the API would."""
    at, until = (time and time.isoformat() for time in (row["at"], row["until"]))
    said = {key: row[key] for key in SAID}
    return {**said, "at": at, "until": until, "detail": json.loads(row["detail"] or "{}")}


SAID = ("id", "child", "kind", "word", "zone", "about", "by", "answers", "text")
