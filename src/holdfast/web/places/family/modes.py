"""Quiet for oneself, silence around a child, a wish for the week: one tap each, and one back."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.web.access import May, child_for, family_for
from holdfast.web.actions import set_loss, set_quiet, set_weekly
from holdfast.web.drawn import name_of

BACK = "back"


@login_required
@require_POST
def quiet(request: HttpRequest) -> HttpResponse:
    """Be quiet for this person, or speak again, and stay where they are."""
    _family, seat = family_for(request.user, May.READ)
    set_quiet(seat=seat, quiet=request.POST.get("act") != BACK)
    return stay(request)


@login_required
@require_POST
def weekly(request: HttpRequest) -> HttpResponse:
    """Show the week to this person, or no more."""
    _family, seat = family_for(request.user, May.READ)
    set_weekly(seat=seat, weekly=request.POST.get("act") != BACK)
    return stay(request)


@login_required
@require_http_methods(["GET", "POST"])
def loss(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Say what silence around a child means; on a tap let it begin, or end."""
    child, _seat = child_for(request.user, child_id, May.LOSS)
    if request.method == "POST":
        set_loss(child=child, lost=request.POST.get("act") != BACK)
        return redirect("now", child.pk)
    page = {"place": "family", "name": name_of(child), "lost": child.lost is not None}
    return render(request, "family/loss.html", {**page, "child": {"id": child.pk}})


def stay(request: HttpRequest) -> HttpResponse:
    """Go back to the page that was open, if it is one of ours."""
    back = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return redirect(back if here else "family")
