"""Whom the family calls: a few names with their numbers, first on the page of help."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from holdfast.web.access import May, family_for
from holdfast.web.actions import set_numbers
from holdfast.web.places.family.forms import NumbersForm


@login_required
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    family, _seat = family_for(request.user, May.LOG)
    form = NumbersForm(request.POST if request.method == "POST" else None, kept=family.numbers)
    if form.is_bound and form.is_valid():
        set_numbers(family=family, numbers=form.numbers())
        return redirect("help")
    status = 422 if form.errors else 200
    return render(request, "family/numbers.html", {"place": "family", "form": form}, status=status)
