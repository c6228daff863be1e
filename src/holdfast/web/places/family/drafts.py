"""Care that hides in an old log: was it so? One by one, or all that are alike."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.web.access import Child, May, child_for
from holdfast.web.actions import accept_drafts, refuse_drafts
from holdfast.web.drawn import as_id
from holdfast.web.places.family import shown
from holdfast.web.queries import drafts_of


@login_required
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    child, seat = child_for(request.user, child_id, May.IMPORT)
    if request.method == "POST":
        which = named(request, child)
        if request.POST.get("act") == "accept":
            accept_drafts(child=child, by=seat, drafts=which)
        else:
            refuse_drafts(child=child, by=seat, drafts=which)
        return redirect("drafts", child.pk)
    groups = shown.drafts(drafts_of(child), child.pronoun)
    return render(
        request, "family/drafts.html", {"place": "family", "child": child, "groups": groups}
    )


def named(request: HttpRequest, child: Child) -> list[UUID]:
    """Return the drafts that were meant: those named, or all of a word."""
    if alike := request.POST.get("alike"):
        waiting = drafts_of(child)
        return [one.id for one in waiting if f"{one.moment.kind}/{one.moment.word}" == alike]
    return [name for name in map(as_id, request.POST.getlist("draft")) if name]
