"""Grow, for one child: what this age is like, or another one through which somebody leafs."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.telling.grow import (
    MEANINGS,
    TIMES,
    For,
    Here,
    Life,
    Time,
    age_said,
    beside,
    general,
    named,
    opening,
    page_of,
    signs_so_far,
    time_of,
)
from holdfast.telling.labels import tile
from holdfast.telling.patterns import Of
from holdfast.telling.patterns.section import Told
from holdfast.web import drawn
from holdfast.web.access import May, child_for, children_of, mode_for
from holdfast.web.places.grow.life import at, life_of
from holdfast.web.places.grow.pieces import printed
from holdfast.web.queries.patterns import counts_of
from holdfast.web.zones import zone_of
from holdfast.words import Kind, Signal
from holdfast.words.language import gettext as _
from holdfast.words.language import language
from holdfast.words.modes import Mode

if TYPE_CHECKING:
    from holdfast.web.models import Child

BY_BIRTH = "birth"
WANTED = ("signs", "sleeps", "feeds_by_day", "cries_by_day")


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show this age; `?at` looks at another time, `?by=birth` counts from birth."""
    child, seat = child_for(request.user, child_id, May.READ)
    view: dict[str, Any] = {"place": "grow", "child": said_child(child)}
    mode = mode_for(seat, child)
    if not mode.speaks:
        pieces = general(child.pronoun) if mode is Mode.QUIET else []
        return render(request, "grow/quiet.html", view | {"pieces": pieces})
    today = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    family = [one for one, seat_ in children_of(request.user) if seat_.family_id == child.family_id]
    by_birth = request.GET.get("by") == BY_BIRTH
    now = life_of(child, family, today, by_birth=by_birth)
    time = named(request.GET.get("at", "")) or time_of(now)
    is_now = time == time_of(now)
    asked = Asked(
        child=child,
        child_id=child.pk,
        seq=seat.family.seq,
        today=today,
        life=now if is_now or time is None else at(now, time),
        is_now=is_now,
        pronoun=child.pronoun,
        language=language(),
    )
    view |= {
        "siblings": siblings(child, family),
        "ages": switch(now, request.GET.get("at", "")),
        "opens": opening(now, drawn.name_of(child)) if is_now else _(time.name) if time else "",
        "time": {"opens": _(time.opens), "evidence": time.evidence} if time else None,
        "is_now": is_now,
        "leaves": leaves(time, now),
        "times": [(_(one.name), address(one, now)) for one in open_to(now)],
        "signals": signals(asked.life, child),
        **told(asked),
    }
    answer = render(request, "grow/page.html", view)
    answer["X-Offline"] = "keep"
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the page's pieces depend on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    today: date
    life: Life
    is_now: bool
    pronoun: str
    language: str


@lru_cache(maxsize=32)
def told(asked: Asked) -> dict[str, Any]:
    """Tell it, and keep what was told until somebody writes, so that a second look is cheap."""
    age, here, seen = asked.life.age, None, None
    if asked.is_now and age is not None and not asked.life.waiting:
        counts = counts_of(asked.child, today=asked.today, of=WANTED)
        here = Here(counts=counts.always, today=asked.today, age=age)
        of = Of(
            today=asked.today, born=asked.child.born, due=asked.child.due, pronoun=asked.pronoun
        )
        seen = signs_so_far(Told(lately=counts.lately, always=counts.always, of=of))
    pieces = page_of(asked.life, pronoun=asked.pronoun, on=asked.today, here=here)
    return {"pieces": printed(pieces, above=_("This week") if asked.is_now else ""), "signs": seen}


def said_child(child: "Child") -> dict[str, Any]:
    """Return the child as the page shows one."""
    return {"id": child.pk, "name": drawn.name_of(child)}


@dataclass(frozen=True, slots=True)
class Way:
    """A way to another page: what it is called, where it goes, whether one is there."""

    name: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Asks:
    """The way to what a signal may mean: what it is called, its drawing, and where."""

    name: str
    icon: str
    url: str


def siblings(child: "Child", family: list["Child"]) -> list[Way]:
    """Return the family's children where there are several."""
    if len(family) == 1:
        return []
    return [
        Way(drawn.name_of(one), reverse("grow", args=[one.pk]), one.pk == child.pk)
        for one in family
    ]


def switch(life: Life, time: str) -> list[Way]:
    """Return the two ages of a child born early, side by side: each counts the page by it."""
    corrected, calendar = life.ages.corrected, life.ages.calendar
    if corrected is None or calendar is None:
        return []
    more = {"at": time} if time else {}
    return [
        Way(from_due(corrected), query(more), not life.by_birth),
        Way(
            _("%(age)s from birth") % {"age": age_said(calendar)},
            query(more | {"by": BY_BIRTH}),
            life.by_birth,
        ),
    ]


def from_due(days: int) -> str:
    """Say an age counted from the due date."""
    if days == 0:
        return _("on the due date")
    text = _("%(age)s before the due date") if days < 0 else _("%(age)s from the due date")
    return text % {"age": age_said(abs(days))}


def leaves(time: Time | None, life: Life) -> dict[str, Way | None]:
    """Return the times before and after this one, where there are some."""
    if time is None:
        return {}
    ends = zip(("before", "after"), beside(time, early=For.EARLY in life.are), strict=True)
    return {end: Way(_(one.name), address(one, life)) if one else None for end, one in ends}


def open_to(life: Life) -> list[Time]:
    """Return the times through which one can leaf."""
    return [time for time in TIMES if For.EARLY in life.are or time.key != "before-due"]


def address(time: Time, life: Life) -> str:
    """Return where a time is looked at; today's is where the page is anyway."""
    more = {} if time == time_of(life) else {"at": time.key}
    return query(more | ({"by": BY_BIRTH} if life.by_birth else {}))


def query(more: dict[str, str]) -> str:
    """Return an address on this page."""
    return "?" + urlencode(more)


def signals(life: Life, child: "Child") -> tuple[list[Asks], list[Asks]]:
    """Return the signals about which one may ask: of this age, and those that mostly come later."""
    if life.ages.gestation is not None:
        return [asks(Signal.KICK, child)], []
    born = [word for word in Signal if word is not Signal.KICK]
    age = inf if life.age is None or life.waiting else life.age
    now = [word for word in born if MEANINGS[word].from_day <= max(age, 0)]
    return [asks(word, child) for word in now], [
        asks(word, child) for word in born if word not in now
    ]


def asks(word: Signal, child: "Child") -> Asks:
    """Return the way to what a signal may mean."""
    return Asks(
        tile(Kind.SIGNAL, word, child.pronoun),
        drawn.icon_of(Kind.SIGNAL, word),
        reverse("grow_signal", args=[child.pk, word]),
    )
