"""The door of the house: in, out, and the made-up family."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from holdfast.web.access import children_of


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """Go to where one left off: the family's first child, or the sign-in page."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    (child, _), *_ = children_of(request.user)
    return redirect("now", child.id)
