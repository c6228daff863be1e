"""The album, a memory of its own, and its photo."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from holdfast.web import actions
from holdfast.web.access import May, child_for, mode_for
from holdfast.web.drawn import as_id
from holdfast.web.ids import new_id
from holdfast.web.places.memories import shown
from holdfast.web.places.memories.forms import MemoryForm, at_about
from holdfast.web.queries import Memory, memories_of, memory_of, photo_of
from holdfast.web.sync import Outcome, Step
from holdfast.web.zones import zone_of
from holdfast.words import WORDS, Kind, Moment, Refused

if TYPE_CHECKING:
    from holdfast.web.access import Caregiver, Child

A_YEAR = 31_536_000  # seconds: a photo never changes under its name
HAVE_PHOTOS = (Kind.MILESTONE, Kind.NOTE)


@login_required
@require_GET
def album(request: HttpRequest, child_id: UUID) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.READ)
    first = request.GET.get("from") == "first"
    view = shown.album(child, seat, memories_of(child), oldest_first=first)
    return render(request, "memories/album.html", view)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Keep a memory. The page gave it its id: sent twice, it is one."""
    child, seat = child_for(request.user, child_id, May.LOG)
    now = the_time()
    blank = begun(request, child, seat, now)
    form = form_of(request, child, seat, blank, is_new=True)
    if request.method == "POST" and form.is_valid():
        said = form.changed(now)
        (step,) = actions.keep_moments(child=child, by=seat, moments=[said])
        if not refused(step, form):
            keep_picture(child, seat, said, form)
            return redirect("memories", child.pk)
    view = {**shown.of_child(child, seat), "form": form, "id": blank.id}
    return render(request, "memories/new.html", view, status=422 if form.errors else 200)


def begun(request: HttpRequest, child: "Child", seat: "Caregiver", now: datetime) -> Moment:
    """Return what the form begins with: a word and a day, where the link says them."""
    word = request.GET.get("word", "")
    zone = zone_of(request, seat.family.zone)
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        day = now.date()
    return Moment(
        id=request.POST.get("id") or str(new_id()),
        child=str(child.pk),
        by=str(seat.pk),
        kind=Kind.NOTE,
        word=word if word in list(WORDS[Kind.MILESTONE]) else "",
        at=at_about(day, zone, now),
        zone=zone,
        about=720,
    )


def form_of(
    request: HttpRequest, child: "Child", seat: "Caregiver", moment: Moment, *, is_new: bool
) -> MemoryForm:
    """Return the form, filled in where something was sent."""
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return MemoryForm(
        *sent,
        moment=moment,
        pronoun=child.pronoun,
        people=shown.people(seat, moment, the_time()),
        is_new=is_new,
    )


def keep_picture(child: "Child", seat: "Caregiver", said: Moment, form: MemoryForm) -> None:
    """Keep the photo, if one was sent."""
    if form.picture is not None:
        actions.keep_photo(child=child, by=seat, moment=UUID(said.id), picture=form.picture)


@login_required
@require_http_methods(["GET", "POST"])
def memory(request: HttpRequest, child_id: UUID, moment_id: UUID) -> HttpResponse:
    """Show one memory, large; keep what was changed as a new revision."""
    may = May.LOG if request.method == "POST" else May.READ
    child, seat = child_for(request.user, child_id, may)
    found = kept(child, moment_id)
    form = form_of(request, child, seat, found.logged.moment, is_new=False)
    if request.method == "POST" and form.is_valid():
        said = form.changed(the_time())
        step = actions.revise(
            child=child,
            by=seat,
            moment=said,
            replaces=[name for name in map(as_id, request.POST.getlist("seen")) if name],
            edit=as_id(request.POST.get("edit", "")),
        )
        if not refused(step, form):
            keep_picture(child, seat, said, form)
            return redirect("memory", child.pk, moment_id)
    view = {
        **shown.of_child(child, seat),
        "form": form,
        "edit": new_id(),
        "seen": [found.logged.edit, *found.logged.others],
        "memory": shown.memory(child, found, speaks=mode_for(seat, child).speaks),
        "removed": found.logged.removed,
        "can_put_back": found.can_put_back,
    }
    return render(request, "memories/memory.html", view, status=422 if form.errors else 200)


def kept(child: "Child", moment: UUID) -> Memory:
    """Return a memory of this child.

    Raises:
        Http404: there is none such.
    """
    found = memory_of(child, moment)
    if found is None or found.logged.moment.kind not in HAVE_PHOTOS:
        raise Http404
    return found


@login_required
@require_POST
def undo(request: HttpRequest, child_id: UUID, moment_id: UUID) -> HttpResponse:
    """Take a memory or its photo out, or put it back."""
    child, seat = child_for(request.user, child_id, May.LOG)
    kept(child, moment_id)
    act = request.POST.get("act")
    if act == "photo_out":
        actions.take_photo_out(child=child, moment=moment_id)
    elif act == "photo_back":
        actions.put_photo_back(child=child, moment=moment_id)
    else:
        change = actions.put_back if act == "put_back" else actions.remove
        edit = as_id(request.POST.get("edit", ""))
        step = change(child=child, by=seat, moment=moment_id, edit=edit)
        if step.outcome == Outcome.REFUSED:
            raise Refused(step.why)
    return redirect("memory", child.pk, moment_id)


@login_required
@require_GET
def photo(request: HttpRequest, child_id: UUID, photo_id: UUID) -> HttpResponse:
    """Give a photo to those who may see the child, and to nobody on the way."""
    child, _seat = child_for(request.user, child_id, May.READ)
    found = photo_of(child, photo_id)
    if found is None:
        raise Http404
    headers = {
        "Cache-Control": f"private, max-age={A_YEAR}, immutable",
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(found.content, content_type=found.type, headers=headers)


def refused(step: Step, form: MemoryForm) -> bool:
    """Say whether it could not be kept; the reason then stands beside its field."""
    if step.outcome != Outcome.REFUSED:
        return False
    form.add_error("day" if step.field in {"at", "zone"} else None, step.why)
    return True
