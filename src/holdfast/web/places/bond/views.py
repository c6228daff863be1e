"""Bond: door, child, page. The journal itself is opened by the phone alone."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from holdfast.web import drawn
from holdfast.web.access import May, child_for


@login_required
@require_GET
def page(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Show the story of whoever asks, with this child."""
    child, seat = child_for(request.user, child_id, May.READ)
    view = {
        "place": "bond",
        "child": {"id": child.pk, "name": drawn.name_of(child)},
        "you": seat.name,
    }
    return render(request, "bond/page.html", view)
