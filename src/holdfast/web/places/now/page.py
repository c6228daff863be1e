"""What Now shows, made from one day of the log. The template prints it and decides nothing."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import polars as pl
from django.urls import reverse

from holdfast.engine import exchanges
from holdfast.telling import labels
from holdfast.telling.minute import said
from holdfast.telling.pronouns import forms
from holdfast.telling.spans import clock, lasting
from holdfast.web.drawn import Row, Step, icon_of, moment_told, step_of
from holdfast.web.ids import new_id
from holdfast.words import Care, Kind, Response, Settling, Signal
from holdfast.words.language import gettext as _
from holdfast.words.timers import LONGEST, is_timed

FIRST_ANSWERS = (
    Response.HUG,
    Response.ROCK,
    Response.KIND_WORD,
    Response.FEED,
    Response.PUT_TO_REST,
    Response.CHANGE,
    Response.PLAY,
    Response.SMILE,
    Response.NOT_JUST_THEN,
)
TO_THE_BUMP = (Response.KIND_WORD, Response.TOUCH, Response.SING)
ENDS = {Settling.SETTLED: "settled", Settling.SETTLED_ALONE: "settled", Settling.WENT_ON: "plain"}
AGOS = (0, 5, 10, 20, 30, 60, 120)
HOUR_MIN = 60
LATELY = timedelta(hours=1)


Tiles = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange with its moments, as rows of the log."""

    found: Mapping[str, Any]
    rows: Sequence[Row]

    def runs(self, now: datetime) -> bool:
        """Say whether it is still open: nobody has seen it settle, and it is not long ago."""
        return self.found["end"] in ("unknown", Settling.WENT_ON) and now < self.found["ended"]

    def steps(self, pronoun: str) -> list[Step]:
        """Draw it."""
        return [step_of(row, pronoun) for row in self.rows]


def last_exchange(log: pl.DataFrame) -> Exchange | None:
    """Return the exchange that was open last."""
    found = exchanges(log).tail(1).to_dicts()
    if not found:
        return None
    rows = {row["id"]: row for row in log.to_dicts()}
    return Exchange(found[0], [rows[one] for one in found[0]["moments"]])


def tile(kind: Kind, word: str, pronoun: str, *, name: object = None) -> dict[str, str]:
    """Return a button: its drawing, its words, and the id that a tap on it will have."""
    return {
        "kind": kind,
        "word": word,
        "icon": icon_of(kind, word),
        "label": labels.tile(kind, word, pronoun),
        "tap": f"{kind}/{word}/{new_id() if name is None else name}",
    }


def tiles(kind: Kind, words: Sequence[str], pronoun: str) -> Tiles:
    """Return buttons for words of a kind."""
    return [tile(kind, word, pronoun) for word in words]


def question(key: str, *, speaks: bool) -> str:
    """Ask what was done, or name it where nothing may be asked."""
    return said(key) if speaks else _("Answers")


def running(exchange: Exchange, *, pronoun: str, now: datetime, speaks: bool) -> dict[str, Any]:
    """Tell the exchange that runs: what she is doing, since when, what was done so far."""
    signals = [row for row in exchange.rows if row["kind"] == Kind.SIGNAL]
    asked = "first" if len(exchange.rows) == len(signals) else "further"
    first, latest = signals[0], signals[-1]
    since = clock(first["at"], first["zone"], about=first["about"])
    return {
        "id": exchange.found["id"],
        "icon": icon_of(Kind.SIGNAL, latest["word"]),
        "told": labels.running(Kind.SIGNAL, latest["word"], pronoun),
        "since": said("since", time=since),
        "at": exchange.found["opened"].isoformat(),
        "minutes": lasting(max(now - exchange.found["opened"], timedelta())),
        "steps": exchange.steps(pronoun),
        "undo": undo(first["child"], latest_of(exchange.rows), pronoun),
        "question": question(asked, speaks=speaks),
        "and_then": _("%(She)s did something more") % forms(pronoun),
    }


def latest_of(rows: Sequence[Row]) -> Row:
    """Return the moment that was tapped last: a later name is a later tap."""
    return max(rows, key=lambda row: str(row["id"]))


def undo(child_id: object, row: Row, pronoun: str) -> dict[str, str]:
    """Return the way to take the last step back."""
    return {
        "url": reverse("now_undo", args=[child_id]),
        "moment": row["id"],
        "what": said("undo_what", what=moment_told(row, pronoun)),
    }


def answers(exchange: Exchange, pronoun: str) -> dict[str, Any]:
    """Return the buttons for what was done and how it ended."""
    return buttons(pronoun, born=set(exchange.found["signals"]) != {Signal.KICK})


def buttons(
    pronoun: str, *, born: bool, tiles: Callable[[Kind, Sequence[str], str], Tiles] = tiles
) -> dict[str, Any]:
    """Return them for a child in the arms, or for a bump. `tiles` makes those of a kind."""
    first = FIRST_ANSWERS if born else TO_THE_BUMP
    ends = list(ENDS) if born else []
    return {
        "responses": tiles(Kind.RESPONSE, first, pronoun),
        "more": tiles(Kind.RESPONSE, [word for word in Response if word not in first], pronoun),
        "ends": [
            {**tile, "look": ENDS[word]}
            for word, tile in zip(ends, tiles(Kind.SETTLING, ends, pronoun), strict=True)
        ],
    }


def a_little_while_ago(
    exchange: Exchange, *, pronoun: str, names: Mapping[str, str], now: datetime
) -> dict[str, Any]:
    """Tell the last exchange in words: when, what, how long, who wrote it down."""
    found = exchange.found
    who = [names[by] for by in found["by"] if by in names]
    ended = found["end"] in (Settling.SETTLED, Settling.SETTLED_ALONE)
    long = lasting(found["ended"] - found["opened"])
    parts = [
        said("took", long=long[:1].upper() + long[1:]) if ended else said("no_end"),
        said("by", who=said("between").join(who)) if who else "",
    ]
    return {
        "heading": said("lately" if now - found["ended"] < LATELY else "earlier"),
        "at": found["opened"].isoformat(),
        "clock": clock(found["opened"], found["zone"]),
        "steps": exchange.steps(pronoun),
        "told": " ".join(filter(None, parts)),
    }


def what_runs(rows: Sequence[Row], word: Care, now: datetime) -> Row | None:
    """Return the sleep or feed that has begun and not ended. One from long ago was never stopped.

    A feed counts where it was begun as a timer, see `holdfast.words.timers`.

    Args:
        rows: the log, in order of time.
        word: sleep or feed.
        now: the server's clock.
    """
    begun = (row for row in reversed(rows) if (row["kind"], row["word"]) == (Kind.CARE, word))
    last = next(begun, None)
    if last is None or last["until"] is not None or now - last["at"] > LONGEST[word]:
        return None
    timed = word != Care.FEED or is_timed(json.loads(last["detail"] or "{}"))
    return last if timed else None


def care(asleep: Row | None, feeding: Row | None) -> dict[str, Any]:
    """Return what the quick care needs: an id for each of its buttons, and what runs."""
    taps = {word: f"{Kind.CARE}/{word}/{new_id()}" for word in ("feed", "sleep", "nappy")}
    return {**taps, "asleep": timer(asleep), "feeding": timer(feeding), "ends": new_id()}


def timer(row: Row | None) -> dict[str, Any] | None:
    """Tell since when something runs."""
    if row is None:
        return None
    return {"id": row["id"], "since": said("since", time=clock(row["at"], row["zone"]))}


def note() -> str:
    """Return what a note that is written now will be called."""
    return f"{Kind.NOTE}//{new_id()}"


def agos() -> list[tuple[int, str]]:
    """Return how long ago it may have been, as one says it."""
    return [(minutes, ago(minutes)) for minutes in AGOS]


def ago(minutes: int) -> str:
    """Say how long ago, roughly."""
    if minutes == 0:
        return _("just now")
    if minutes < HOUR_MIN:
        return _("about %(minutes)d min ago") % {"minutes": minutes}
    return _("about %(hours)d h ago") % {"hours": minutes // HOUR_MIN}


def just(child_id: object, row: Row, *, removed: bool, pronoun: str) -> dict[str, Any]:
    """Tell what the last tap did, and the way to take it back."""
    return {
        "id": row["id"],
        "url": reverse("now_undo", args=[child_id]),
        "removed": removed,
        "told": said("taken_back" if removed else "noted", what=moment_told(row, pronoun)),
        "act": "put_back" if removed else "remove",
        "way": said("put_back" if removed else "undo"),
    }


def empty(*, born: bool, pronoun: str, speaks: bool) -> dict[str, str] | None:
    """Say kindly what will be here; nothing where nothing may be asked."""
    if not speaks:
        return None
    if not born:
        return {
            "heading": _("Nothing to do yet but to wait, and to wonder."),
            "text": _("When you feel a kick, tap it. What you say to the bump can go with it."),
        }
    return {
        "heading": _("Here will be what passed between you."),
        "text": _("Look up first. When the moment is over, tap what %(she)s did, and what you did.")
        % forms(pronoun),
    }
