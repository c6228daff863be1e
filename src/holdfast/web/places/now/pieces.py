"""The pieces from which the phone draws the minute by itself: the page's own markup, left open.

With the page comes what it does not show just now: how a running exchange looks while nothing
runs, and the other way round. The phone clones and fills it, so there is one markup and one set of
words. The tiles have no names of moments there: the phone makes its own.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import polars as pl
from django.urls import reverse

from holdfast.telling.phone import phone_words
from holdfast.telling.pronouns import forms
from holdfast.web.drawn import Row
from holdfast.web.places.now import page as show
from holdfast.web.places.now.helping import blank
from holdfast.words import Signal
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.models import Child

Tiles = Sequence[Mapping[str, str]]
HELD = (5, 15, 30, 60)  # minutes ago, after a long press
SOME = Signal.CRY  # stands in an address until the phone knows which it is


def pieces(
    child: "Child", *, signals: Tiles, rest: Tiles, born: bool, helps: bool
) -> dict[str, Any]:
    """Return what the templates print for the phone."""
    return {
        "running": running(child),
        "helping": blank(child) if helps else None,
        "signals": unnamed(signals),
        "rest": unnamed(rest),
        **{key: unnamed(tiles) for key, tiles in show.buttons(child.pronoun, born=born).items()},
        "last": {"heading": "", "at": "", "clock": "", "steps": [], "told": ""},
        "just": {
            "id": "",
            "url": reverse("now_undo", args=[child.pk]),
            "removed": False,
            "told": "",
            "act": "remove",
            "way": "",
        },
        "step": {"kind": "", "told": "", "url": "#"},
        "option": {"title": "", "band": "", "why": ""},
        "timer": {"id": "", "since": ""},
        "agos": [(minutes, show.ago(minutes)) for minutes in HELD],
    }


def running(child: "Child") -> dict[str, Any]:
    """Return an exchange of which nothing is known yet."""
    return {
        "id": "",
        "icon": f"signal-{SOME}",
        "told": "",
        "since": "",
        "at": "",
        "minutes": "",
        "steps": [],
        "undo": {"url": reverse("now_undo", args=[child.pk]), "moment": "", "what": ""},
        "question": "",
        "and_then": _("%(She)s did something more") % forms(child.pronoun),
        "telling": telling(child, SOME),
    }


def telling(child: "Child", word: str) -> dict[str, str]:
    """Return the way to what a signal can mean."""
    return {
        "label": _("What may %(she)s be telling me?") % forms(child.pronoun),
        "url": reverse("grow_signal", args=[child.pk, word]),
    }


def unnamed(tiles: Tiles) -> list[dict[str, str]]:
    """Return tiles without the name that a tap on them would have."""
    return [{**tile, "tap": tile["tap"].rpartition("/")[0] + "/"} for tile in tiles]


def words(child: "Child", *, speaks: bool) -> dict[str, Any]:
    """Return all that the phone says, how one says it of this child."""
    asked = {} if speaks else {key: show.question(key, speaks=False) for key in ("first", "further")}
    return {**phone_words(child.pronoun), **asked}


def seed(log: pl.DataFrame, names: Sequence[str]) -> list[dict[str, Any]]:
    """Return moments as the phone keeps them, for one that has heard nothing from us so far."""
    return [moment(row) for row in log.filter(pl.col("id").is_in(list(names))).to_dicts()]


def moment(row: Row) -> dict[str, Any]:
    """Return one moment as the API would."""
    at, until = (time and time.isoformat() for time in (row["at"], row["until"]))
    said = {key: row[key] for key in SAID}
    return {**said, "at": at, "until": until, "detail": json.loads(row["detail"] or "{}")}


SAID = ("id", "child", "kind", "word", "zone", "about", "by", "answers", "text")
