"""While you were away, to read or to hear; and to ask somebody to take over."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET, require_POST

from holdfast.engine import Estimate, TooFew
from holdfast.engine.rhythm import middle_gaps
from holdfast.telling.away import Called, away_told
from holdfast.web import actions
from holdfast.web.access import GRANTS, May, Role, child_for, children_of, mode_for
from holdfast.web.drawn import as_id, name_of, siblings
from holdfast.web.queries import (
    away_since,
    caregivers_of,
    could_take_over,
    log_of,
    requests_of,
)
from holdfast.web.queries.patterns import counts_of
from holdfast.web.zones import zone_of
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

if TYPE_CHECKING:
    from datetime import date, datetime

    from holdfast.web.models import Caregiver, Child

HOURS = (3, 8, 12, 24)
USUAL = 12
A_DAY = timedelta(days=1)  # before that a last feed or sleep says nothing any more


@login_required
@require_GET
def away(request: HttpRequest, child_id: UUID) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.READ)
    now, zone = the_time(), zone_of(request, seat.family.zone)
    before = actions.note_visit(seat=seat, now=now)
    missed = away_since(child, seat, before=before, now=now)
    hours = chosen(request, else_=None if missed else USUAL)
    since = missed if hours is None and missed else now - timedelta(hours=hours or USUAL)
    speaks = mode_for(seat, child).speaks
    asks = speaks and May.LOG in GRANTS[Role(seat.role)]
    shown = {
        "place": "letter",
        "child": {"id": child.pk, "name": name_of(child)},
        "siblings": siblings(child, children_of(request.user), "letter_away"),
        "sentences": told(child, seat, since=since, now=now, zone=zone, speaks=speaks),
        "spans": spans(child, hours, missed=missed is not None),
        "answered": [one.to for one in requests_of(child, seat, now=now) if one.mine],
        "could": could_take_over(seat, now=now) if asks else [],
        "asked": request.GET.get("asked", ""),
    }
    return render(request, "letter/away.html", shown)


def chosen(request: HttpRequest, *, else_: int | None) -> int | None:
    """Return how many hours back were chosen."""
    text = request.GET.get("hours", "")
    return int(text) if text.isdecimal() and int(text) in HOURS else else_


def told(
    child: "Child",
    seat: "Caregiver",
    *,
    since: "datetime",
    now: "datetime",
    zone: str,
    speaks: bool,
) -> list[str]:
    """Return the letter."""
    names = {str(one.id): one.name for one in caregivers_of(seat.family)}
    return away_told(
        log_of(child, since=since - A_DAY),
        since=since,
        now=now,
        zone=zone,
        child=Called(name_of(child), child.pronoun),
        names=names,
        gap=gap_of(child, now.astimezone(ZoneInfo(zone)).date()) if speaks else None,
    )


def gap_of(child: "Child", today: "date") -> Estimate | TooFew:
    """Return the usual time between this child's feeds."""
    return middle_gaps(counts_of(child, today=today).lately["gaps"])


def spans(child: "Child", hours: int | None, *, missed: bool) -> list[dict[str, Any]]:
    """Return from when on it can be told."""
    url = reverse("letter_away", args=[child.pk])
    lately = {"told": _("Since I was here"), "url": url, "current": hours is None}
    back = [
        {
            "told": ngettext("%(n)d hour", "%(n)d hours", each) % {"n": each},
            "url": f"{url}?hours={each}",
            "current": hours == each,
        }
        for each in HOURS
    ]
    return [lately, *back] if missed else back


@login_required
@require_POST
def ask(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Ask somebody to take over. It is said to them, and to nobody else."""
    child, seat = child_for(request.user, child_id, May.LOG)
    whom = as_id(request.POST.get("whom", ""))
    if whom is None or not mode_for(seat, child).speaks:
        raise Http404
    actions.ask_to_take_over(child=child, by=seat, to=whom)
    return redirect(f"{reverse('letter_away', args=[child.pk])}?asked=1")


@login_required
@require_POST
def take(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Answer that one takes over."""
    child, seat = child_for(request.user, child_id, May.LOG)
    asked = as_id(request.POST.get("asked", ""))
    if asked is None:
        raise Http404
    actions.take_over(seat=seat, asked=asked)
    return redirect("now", child.pk)
