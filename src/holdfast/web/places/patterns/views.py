"""Patterns: door, counts, words, page."""

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

from holdfast.telling.patterns import Of, Patterns, patterns_told
from holdfast.web import drawn
from holdfast.web.access import May, child_for, children_of, mode_for
from holdfast.web.places.patterns.kept import months
from holdfast.web.queries.patterns import counts_of
from holdfast.web.zones import zone_of
from holdfast.words.language import language

if TYPE_CHECKING:
    from holdfast.web.models import Child


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show the last three months; `?all` tells of the whole log instead."""
    child, seat = child_for(request.user, child_id, May.READ)
    today = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    if not mode_for(seat, child).speaks:
        return silent(request, child, today)
    asked = Asked(
        child=child,
        child_id=child.pk,
        seq=seat.family.seq,
        of=Of(today=today, born=child.born, due=child.due, pronoun=child.pronoun),
        whole="all" in request.GET,
        language=language(),
    )
    view = {
        "place": "patterns",
        "child": said_child(child, today),
        "siblings": drawn.siblings(child, children_of(request.user), "patterns"),
        "told": told(asked),
        "whole": asked.whole,
        "weekly": seat.weekly,
    }
    return render(request, "patterns/page.html", view)


def silent(request: HttpRequest, child: "Child", today: date) -> HttpResponse:
    """Show the days that were written down, and say nothing about them."""
    days = counts_of(child, today=today).always["logged"]["day"].to_list()
    view = {
        "place": "patterns",
        "child": {"id": child.pk, "name": drawn.name_of(child)},
        "siblings": drawn.siblings(child, children_of(request.user), "patterns"),
        "months": months(child.pk, days),
    }
    return render(request, "patterns/kept.html", view)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that the page's words depend on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    of: Of
    whole: bool
    language: str


@lru_cache(maxsize=32)
def told(asked: Asked) -> Patterns:
    """Tell it, and keep what was told until somebody writes, so that a second look is cheap."""
    counts = counts_of(asked.child, today=asked.of.today)
    span = counts.always if asked.whole else counts.lately
    return patterns_told(span, counts.always, of=asked.of)


def said_child(child: "Child", today: date) -> dict[str, Any]:
    """Return the child as the page shows one."""
    age = drawn.age_told(drawn.ages_of(child, today))
    return {"id": child.pk, "name": drawn.name_of(child), "age": age}
