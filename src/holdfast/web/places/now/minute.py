"""The minute of one child as a whole: reads what Now shows, a day of the log and no more."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now as the_time

from holdfast.web import drawn
from holdfast.web.access import GRANTS, May, Role, children_of, mode_for
from holdfast.web.handover import away_line
from holdfast.web.places.now import page as show
from holdfast.web.places.now import pieces
from holdfast.web.places.now.helping import helping
from holdfast.web.places.now.nine import first_nine, rest_of
from holdfast.web.queries import (
    caregivers_of,
    help_is_hidden,
    history_of,
    log_of,
)
from holdfast.web.spoken import words_for_phone
from holdfast.web.zones import zone_of
from holdfast.words import Care, Kind, frame
from holdfast.words.language import gettext as _
from holdfast.words.language import language

if TYPE_CHECKING:
    from holdfast.web.models import Caregiver, Child

RECENT = timedelta(days=1)  # so that the page costs the same in the first week and after a year
LATELY = timedelta(days=14)  # whose words the family is used to


def minute(
    request: HttpRequest,
    child: "Child",
    seat: "Caregiver",
    *,
    just: UUID | None = None,
    ago: int = 0,
) -> dict[str, Any]:
    """Return all that the page prints."""
    now, zone = the_time(), zone_of(request, seat.family.zone)
    today = now.astimezone(ZoneInfo(zone)).date()
    hour = now.replace(minute=0, second=0, microsecond=0)
    rows, last = recent(
        Written(child=child, child_id=child.pk, seq=seat.family.seq, since=hour - RECENT)
    )
    mode, born = mode_for(seat, child), drawn.is_born(child, today)
    runs = last is not None and last.runs(now)
    running = last if runs else None
    noted = told_just(child, just, running)
    runs_too = [show.what_runs(rows, word, now) for word in (Care.SLEEP, Care.FEED)]
    may_log = May.LOG in GRANTS[Role(seat.role)]
    helps = mode.speaks and not help_is_hidden(seat, child)
    shown = [*(last.found["moments"] if last else ()), *(row["id"] for row in runs_too if row)]
    tiles = signals(request, child, today, zone, speaks=mode.speaks)
    return {
        "place": "now",
        "child": said_child(child, today, speaks=mode.speaks),
        "siblings": drawn.siblings(child, children_of(request.user), "now"),
        "may_log": may_log,
        "just": noted,
        "ago": ago if runs and ago in show.AGOS else 0,
        "agos": show.agos(),
        "urls": pieces.urls(child),
        "care": show.care(*runs_too) if born else None,
        "note": show.note(),
        **tiles,
        **exchange(last, child, seat, runs=runs, now=now),
        "away": away_line(child, seat, zone=zone, now=now),
        "empty": show.empty(born=born, pronoun=child.pronoun, speaks=mode.speaks),
        "pieces": drawn_blank(
            child, tiles, born=born, may_log=may_log, speaks=mode.speaks, helps=helps
        ),
        "phone": {
            "address": reverse("moment", args=[child.pk, UUID(int=0)]),
            "words": words_for_phone(child.pronoun, speaks=mode.speaks),
            "now": {
                "child": str(child.pk),
                "seq": seat.family.seq,
                "helps": helps,
                "hide": reverse("now_hide", args=[child.pk]),
                "seed": pieces.seed(rows, shown),
            },
        },
    }


def drawn_blank(child: "Child", tiles: Mapping[str, Any], **how: bool) -> str:
    """Return the pieces that the phone draws with."""
    return pieces.pieces(
        pieces.Asked(
            child=child,
            child_id=child.pk,
            name=drawn.name_of(child),
            pronoun=child.pronoun,
            language=language(),
            first=tuple(tile["word"] for tile in tiles["signals"]),
            rest=tuple(tile["word"] for tile in tiles["rest"]),
            question=tiles["question"],
            **how,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that the last day depends on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    since: datetime


@lru_cache(maxsize=32)
def recent(written: Written) -> tuple[list[dict[str, Any]], show.Exchange | None]:
    """Read the last day and its last exchange, and keep both until somebody writes."""
    log = log_of(written.child, since=written.since)
    return log.to_dicts(), show.last_exchange(log)


def said_child(child: "Child", today: date, *, speaks: bool) -> dict[str, Any]:
    """Return the child as pages show one; without an age where none may be told."""
    age = drawn.age_told(drawn.ages_of(child, today)) if speaks else ""
    return {"id": child.pk, "name": drawn.name_of(child), "age": age}


def signals(
    request: HttpRequest, child: "Child", today: date, zone: str, *, speaks: bool
) -> dict[str, Any]:
    """Return the signals in their places, and the question above them."""
    born = drawn.is_born(child, today)
    used = used_lately(request, child, today, zone) if born else {}
    nine = first_nine(drawn.ages_of(child, today), used, born=born)
    return {
        "question": question(child, born=born) if speaks else _("Signals"),
        "signals": show.tiles(Kind.SIGNAL, nine, child.pronoun),
        "rest": show.tiles(Kind.SIGNAL, rest_of(nine), child.pronoun) if born else [],
    }


def question(child: "Child", *, born: bool) -> str:
    """Ask what she is telling, or before birth whether there was something to feel."""
    if not born:
        return _("Do you feel something?")
    return _("What %(are_they)s telling you?") % {"are_they": asked(child.pronoun)}


def asked(pronoun: str) -> str:
    """Return "is she" as a question has it."""
    return {"she": _("is she"), "he": _("is he")}.get(pronoun, _("are they"))


def used_lately(request: HttpRequest, child: "Child", today: date, zone: str) -> dict[str, int]:
    """Count the family's signals of the last fortnight, once a day: no tile moves before night."""
    kept = request.session.get("used", {})
    if kept.get("day") != f"{today}/{child.pk}":
        midnight = datetime.combine(today, time(), ZoneInfo(zone))
        log = log_of(child, since=midnight - LATELY, until=midnight)
        counts = Counter(log.filter(kind=str(Kind.SIGNAL))["word"].to_list())
        kept = {"day": f"{today}/{child.pk}", "words": dict(counts)}
        request.session["used"] = kept
    words: dict[str, int] = kept["words"]
    return words


def exchange(
    last: show.Exchange | None,
    child: "Child",
    seat: "Caregiver",
    *,
    runs: bool,
    now: datetime,
) -> dict[str, Any]:
    """Return the exchange that runs with its answers, or the last one as one tells it."""
    if last is None:
        return {"running": None, "helping": None, "last": None}
    if runs:
        speaks = mode_for(seat, child).speaks
        running = show.running(last, pronoun=child.pronoun, now=now, speaks=speaks)
        telling = pieces.telling(child, last.found["signals"][-1]) if speaks else None
        return {
            "running": {**running, "telling": telling},
            "helping": helping(last, child, seat, now=now),
            "last": None,
            **show.answers(last, child.pronoun),
        }
    names = {str(one.id): one.name for one in caregivers_of(seat.family)}
    told = show.a_little_while_ago(last, pronoun=child.pronoun, names=names, now=now)
    return {"running": None, "helping": None, "last": told}


def told_just(
    child: "Child", just: UUID | None, running: show.Exchange | None
) -> dict[str, Any] | None:
    """Tell the last tap, with the way to take it back."""
    history = history_of(child, moment=just) if just else []
    if not history:
        return None
    (row,) = frame([history[-1].moment]).to_dicts()
    told = show.just(child.pk, row, removed=history[-1].removed, pronoun=child.pronoun)
    stands_there = running is not None and str(just) in running.found["moments"]
    return {**told, "stands_there": stands_there}
