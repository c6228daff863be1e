"""Day: what was written down, in order; and the moment's own page, to correct it."""

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from holdfast.web import actions
from holdfast.web.access import May, child_for
from holdfast.web.drawn import as_id
from holdfast.web.ids import new_id
from holdfast.web.places.day import shown
from holdfast.web.places.day.forms import MomentForm
from holdfast.web.queries import history_of
from holdfast.web.sync import Outcome, Step
from holdfast.web.zones import zone_of
from holdfast.words import WORDS, Kind, Moment, Refused

if TYPE_CHECKING:
    from holdfast.web.models import Child


@login_required
@require_GET
def today(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show today, or go to the day that was asked for by date."""
    child, seat = child_for(request.user, child_id, May.READ)
    if asked := request.GET.get("date"):
        try:
            return redirect("day_of", child_id, date.fromisoformat(asked))
        except ValueError:
            return redirect("day", child_id)
    on = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    return render(request, "day/page.html", shown.day(request, child, seat, on))


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID, on: date) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.READ)
    return render(request, "day/page.html", shown.day(request, child, seat, on))


@login_required
@require_GET
def add(request: HttpRequest, child_id: UUID, on: date) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.LOG)
    return render(request, "day/add.html", shown.what(request, child, seat, on))


@login_required
@require_http_methods(["GET", "POST"])
def new(
    request: HttpRequest, child_id: UUID, on: date, *, kind: str, word: str = ""
) -> HttpResponse:
    """Write down what was earlier. The page gave it its id: sent twice, it is one moment."""
    child, seat = child_for(request.user, child_id, May.LOG)
    if kind not in list(Kind) or (word and word not in list(WORDS.get(Kind(kind), ()))):
        raise Http404
    zone = zone_of(request, seat.family.zone)
    blank = Moment(
        id=request.POST.get("id") or str(new_id()),
        child=str(child.pk),
        by=str(seat.pk),
        kind=Kind(kind),
        word=word,
        at=likely(on, zone),
        zone=zone,
        about=5,
    )
    form = MomentForm(request.POST or None, moment=blank, pronoun=child.pronoun, asks_word=False)
    if request.method == "POST" and form.is_valid():
        (step,) = actions.keep_moments(child=child, by=seat, moments=[form.changed()])
        if not refused(step, form):
            return to_day(child, form.changed(), just=UUID(blank.id))
    status = 422 if form.errors else 200
    return render(request, "day/new.html", shown.new(child, blank, form, on), status=status)


def likely(on: date, zone: str) -> datetime:
    """Return a time to begin with: just now if it is today, else noon."""
    now = the_time().astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)
    noon = datetime.combine(on, time(12), ZoneInfo(zone))
    return (now if on == now.date() else noon).astimezone(UTC)


@login_required
@require_http_methods(["GET", "POST"])
def moment(request: HttpRequest, child_id: UUID, moment_id: UUID) -> HttpResponse:
    """Show one moment with its history; keep what was changed as a new revision."""
    may = May.LOG if request.method == "POST" else May.READ
    child, seat = child_for(request.user, child_id, may)
    history = history_of(child, moment=moment_id)
    if not history:
        raise Http404
    counts = [one for one in history if one.newest][-1]
    form = MomentForm(
        request.POST or None, moment=counts.moment, pronoun=child.pronoun, asks_word=True
    )
    if request.method == "POST" and form.is_valid():
        step = actions.revise(
            child=child,
            by=seat,
            moment=form.changed(),
            replaces=seen(request),
            edit=as_id(request.POST.get("edit", "")),
        )
        if not refused(step, form):
            return to_day(child, form.changed(), just=moment_id)
    status = 422 if form.errors else 200
    view = shown.moment(child, seat, history, form)
    return render(request, "day/moment.html", view, status=status)


def seen(request: HttpRequest) -> list[UUID]:
    """Return the edits that were on the page: if somebody changed it meanwhile, both stay."""
    return [name for name in map(as_id, request.POST.getlist("seen")) if name]


@login_required
@require_POST
def undo(request: HttpRequest, child_id: UUID, moment_id: UUID) -> HttpResponse:
    """Take a moment out of the day, or put it back."""
    child, seat = child_for(request.user, child_id, May.LOG)
    act = actions.put_back if request.POST.get("act") == "put_back" else actions.remove
    step = act(child=child, by=seat, moment=moment_id, edit=as_id(request.POST.get("edit", "")))
    if step.outcome == Outcome.REFUSED:
        raise Refused(step.why)
    return to_day(child, step.arrival.moment, just=moment_id)


@login_required
@require_POST
def choose(request: HttpRequest, child_id: UUID, moment_id: UUID) -> HttpResponse:
    """Where two changes crossed, let one of them count."""
    child, seat = child_for(request.user, child_id, May.LOG)
    chosen = as_id(request.POST.get("chosen", ""))
    if chosen is None:
        raise Http404
    step = actions.choose(child=child, by=seat, moment=moment_id, chosen=chosen)
    return to_day(child, step.arrival.moment, just=moment_id)


PAIR = 2


@login_required
@require_POST
def same(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep what somebody says of two notes: one and the same, or two."""
    child, seat = child_for(request.user, child_id, May.LOG)
    pair = asked_about(request)
    if len(pair) != PAIR:
        raise Http404
    say = actions.say_apart if request.POST.get("say") == "two" else actions.say_same
    say(child=child, by=seat, one=pair[0], other=pair[1])
    return to_day_of(child, pair[0])


@login_required
@require_POST
def part(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Let notes that were put together stand for themselves again."""
    child, seat = child_for(request.user, child_id, May.LOG)
    moments = asked_about(request)
    if not moments:
        raise Http404
    actions.part(child=child, by=seat, moments=moments)
    return to_day_of(child, moments[0])


def asked_about(request: HttpRequest) -> list[UUID]:
    """Return the moments that a form names."""
    return [name for name in map(as_id, request.POST.getlist("moment")) if name]


def to_day_of(child: "Child", moment: UUID) -> HttpResponse:
    """Go to the day on which a moment is."""
    said = history_of(child, moment=moment)[-1].moment
    return redirect("day_of", child.pk, shown.local_day(said))


def refused(step: Step, form: MomentForm) -> bool:
    """Say whether it could not be kept; the reason then stands beside its field."""
    if step.outcome != Outcome.REFUSED:
        return False
    field = {"at": "clock", "zone": "clock"}.get(step.field, step.field.removeprefix("detail."))
    form.add_error(field if field in form.fields else None, step.why)
    return True


def to_day(child: "Child", kept: Moment, *, just: UUID) -> HttpResponse:
    """Go to the day on which the moment is, and tell there what became of it."""
    on = kept.at.astimezone(ZoneInfo(kept.zone)).date()
    return redirect(f"{reverse('day_of', args=[child.pk, on])}?just={just}")
