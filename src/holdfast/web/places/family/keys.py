"""Keys for programs of the family: each is shown once."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.web.access import May, family_for
from holdfast.web.actions import make_token, revoke_token
from holdfast.web.places.family.forms import KeyForm
from holdfast.web.queries import tokens_of


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    _family, seat = family_for(request.user, May.TOKENS)
    form = KeyForm(request.POST) if request.method == "POST" else KeyForm()
    made = ""
    if form.is_bound and form.is_valid():
        made = make_token(by=seat, name=form.cleaned_data["name"])
        form = KeyForm()
    shown = {"place": "family", "form": form, "made": made, "keys": tokens_of(seat)}
    return render(request, "family/keys.html", shown, status=422 if form.errors else 200)


@login_required
@require_POST
def end(request: HttpRequest, key_id: UUID) -> HttpResponse:
    """End a key of one's own."""
    _family, seat = family_for(request.user, May.TOKENS)
    revoke_token(by=seat, token=key_id)
    return redirect("keys")
