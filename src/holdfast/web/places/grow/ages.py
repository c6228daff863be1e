"""Grow, for one child: what an age is like."""

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
    """Show what is known of this child's age."""
    child, _seat = child_for(request.user, child_id, May.READ)
    view = {"place": "grow", "child": {"id": child.pk, "name": drawn.name_of(child)}}
    return render(request, "grow/page.html", view)
