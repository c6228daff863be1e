"""Grow, for one child: what this age is like, or another one through which somebody leafs."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.telling.grow import (
    Here,
    Life,
    general,
    named,
    opening,
    page_of,
    signs_so_far,
    time_of,
)
from holdfast.telling.patterns import Of
from holdfast.telling.patterns.section import Told
from holdfast.web import drawn
from holdfast.web.access import May, child_for, children_of, mode_for
from holdfast.web.places.grow.life import at, life_of
from holdfast.web.places.grow.pieces import printed
from holdfast.web.places.grow.ways import (
    BY_BIRTH,
    address,
    leaves,
    open_to,
    signals,
    switch,
)
from holdfast.web.queries.patterns import counts_of
from holdfast.web.zones import zone_of
from holdfast.words.language import gettext as _
from holdfast.words.language import language
from holdfast.words.modes import Mode

if TYPE_CHECKING:
    from holdfast.web.models import Child

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
    theirs = children_of(request.user)
    family = [one for one, seat_ in theirs if seat_.family_id == child.family_id]
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
        "siblings": drawn.siblings(child, theirs, "grow"),
        "ages": switch(now, request.GET.get("at", "")),
        "opens": _(time.name) if time and not is_now else opening(now, drawn.name_of(child)),
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
