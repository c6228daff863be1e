"""Week: door, seven days of the log, words, page. What it costs does not grow with the log."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.engine import exchanges
from holdfast.telling.dates import date_said, day_said
from holdfast.telling.grow import Life, Said, piece_of_the_week
from holdfast.telling.spans import clock
from holdfast.telling.week import Mended, Week, together, week_told
from holdfast.web import drawn
from holdfast.web.access import May, child_for, mode_for
from holdfast.web.queries import bounds, log_of
from holdfast.web.zones import zone_of
from holdfast.words.language import gettext as _
from holdfast.words.language import language, later

if TYPE_CHECKING:
    from holdfast.web.models import Child

LAST = timedelta(days=6)
WEEK = timedelta(days=7)
AROUND = timedelta(hours=1)  # as far as an exchange reaches over the edge
WEEKDAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID, on: str = "") -> HttpResponse:
    """Show the week of a day, or this one; offer it first to whoever has not asked for it."""
    child, seat = child_for(request.user, child_id, May.READ)
    said = {"place": "week", "child": {"id": child.pk, "name": drawn.name_of(child)}}
    if not mode_for(seat, child).speaks:
        return render(request, "week/quiet.html", said)
    if not seat.weekly:
        return render(request, "week/offer.html", said)
    zone = zone_of(request, seat.family.zone)
    today = the_time().astimezone(ZoneInfo(zone)).date()
    monday = monday_of(day_of(on) or today)
    if monday > today:
        raise Http404
    told = lived(
        Written(
            child=child,
            child_id=child.pk,
            seq=seat.family.seq,
            monday=monday,
            zone=zone,
            pronoun=child.pronoun,
            language=language(),
        )
    )
    view = shown(child, told, monday=monday, today=today, numbers="numbers" in request.GET)
    return render(request, "week/page.html", said | view)


def day_of(text: str) -> date | None:
    """Return the day that an address names; None where it names none.

    Raises:
        Http404: it names something else.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def monday_of(day: date) -> date:
    """Return the day on which a day's week begins."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that a week's words depend on; `seq` stands for the log as it is now."""

    child: "Child" = field(compare=False)
    child_id: UUID
    seq: int
    monday: date
    zone: str
    pronoun: str
    language: str


@lru_cache(maxsize=16)
def lived(written: Written) -> Week:
    """Tell a week from its log, and keep it until somebody writes."""
    begins, _end = bounds(written.monday, written.zone)
    _begin, ends = bounds(written.monday + LAST, written.zone)
    log = log_of(written.child, since=begins - AROUND, until=ends + AROUND)
    return week_told(log, exchanges(log), begins=begins, ends=ends, pronoun=written.pronoun)


def shown(
    child: "Child", told: Week, *, monday: date, today: date, numbers: bool
) -> dict[str, Any]:
    """Return what the page prints besides the child."""
    last = monday + LAST
    ages = drawn.ages_of(child, min(last, today))
    here = reverse("week_of", args=[child.pk, monday])
    return {
        "name": _("%(first)s to %(last)s") % {"first": day_said(monday), "last": date_said(last)},
        "said": told.said,
        "counts": told.counts if numbers else [],
        "has_counts": bool(told.counts),
        "numbers": numbers,
        "notes": told.notes,
        "mended": keep(told.mended),
        "begins": begins_to(Life(ages=ages), monday, child.pronoun),
        "together": together(monday, ages.usual if ages.gestation is None else None),
        "urls": {
            "here": here,
            "numbers": f"{here}?numbers",
            "before": reverse("week_of", args=[child.pk, monday - WEEK]),
            "after": reverse("week_of", args=[child.pk, monday + WEEK])
            if monday + WEEK <= today
            else "",
        },
    }


def keep(mended: Mended | None) -> dict[str, Any] | None:
    """Return the mended moment with its day and hour, as one would tell it."""
    if mended is None:
        return None
    opened = mended.opened.astimezone(ZoneInfo(mended.zone))
    words = {"day": _(WEEKDAYS[opened.weekday()]), "clock": clock(mended.opened, mended.zone)}
    return {"when": _("%(day)s, %(clock)s") % words, "steps": mended.steps}


def begins_to(life: Life, monday: date, pronoun: str) -> Said | None:
    """Return what babies of this age begin to do: one thing, another each week."""
    piece = piece_of_the_week(life, monday)
    return None if piece is None else piece.said(pronoun)
