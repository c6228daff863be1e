"""Now: door, form, action, page. A tap is answered with the minute as it is then.

With JavaScript the phone keeps and draws taps by itself (`client/src/now/`), and of these only the
page is asked for, and what hides.
"""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET, require_POST

from holdfast.web.access import May, Mode, child_for, mode_for
from holdfast.web.actions import hide_help, keep_moments, put_back, remove, stop
from holdfast.web.drawn import as_id
from holdfast.web.places.now.forms import TapForm
from holdfast.web.places.now.lost import lost
from holdfast.web.places.now.minute import minute
from holdfast.web.sync import Outcome, Step
from holdfast.web.zones import zone_of
from holdfast.words import Refused
from holdfast.words.language import gettext as _


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.READ)
    if mode_for(seat, child) is Mode.LOSS:
        return render(request, "now/lost.html", lost(request, child, seat))
    just = as_id(request.GET.get("just", ""))
    ago = request.GET.get("ago", "")
    shown = minute(request, child, seat, just=just, ago=int(ago) if ago.isdecimal() else 0)
    return render(request, "now/page.html", shown)


@login_required
@require_POST
def tap(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep one tap. Its button gave it an id: pressed twice, it is the same moment."""
    child, seat = child_for(request.user, child_id, May.LOG)
    form = TapForm(request.POST)
    if not form.is_valid():
        raise Refused(_("This button is from another page."), hint=_("Load the page again."))
    zone = zone_of(request, seat.family.zone)
    moment = form.moment(child=str(child.pk), by=str(seat.pk), now=the_time(), zone=zone)
    (step,) = keep_moments(child=child, by=seat, moments=[moment])
    return after(child_id, kept(step), ago=form.cleaned_data["ago"] or 0)


@login_required
@require_POST
def wakes(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """End the sleep or the feed that runs; one that somebody ended meanwhile stays as it is."""
    child, seat = child_for(request.user, child_id, May.LOG)
    name = as_id(request.POST.get("moment", ""))
    if name is None:
        raise Http404
    step = stop(child=child, by=seat, moment=name, edit=as_id(request.POST.get("edit", "")))
    return after(child_id, name if step is None else kept(step))


@login_required
@require_POST
def undo(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Take back the last tap, or put it back."""
    child, seat = child_for(request.user, child_id, May.LOG)
    name = as_id(request.POST.get("moment", ""))
    if name is None:
        raise Http404
    act = put_back if request.POST.get("act") == "put_back" else remove
    step = act(child=child, by=seat, moment=name, edit=as_id(request.POST.get("edit", "")))
    return after(child_id, kept(step))


@login_required
@require_POST
def hide(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Say no more what may help: not of this child, or not at all. For this person alone."""
    child, seat = child_for(request.user, child_id, May.READ)
    whom = {"child": str(child.pk), "all": "all"}.get(request.POST.get("whom", ""))
    if whom is None:
        raise Http404
    hide_help(seat=seat, whom=whom)
    return after(child_id, None)


def kept(step: Step) -> UUID:
    """Return which moment it was.

    Raises:
        Refused: it could not be kept, and why.
    """
    if step.outcome == Outcome.REFUSED:
        raise Refused(step.why)
    return UUID(step.arrival.moment.id)


def after(child_id: UUID, just: UUID | None, *, ago: int = 0) -> HttpResponse:
    """Go to the minute as it is now."""
    query = urlencode({**({"just": just} if just else {}), **({"ago": ago} if ago else {})})
    return redirect(f"{reverse('now', args=[child_id])}?{query}".removesuffix("?"))
