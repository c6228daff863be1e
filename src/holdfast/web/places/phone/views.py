"""This phone: the page of what waits, the page for when there is no signal, and the worker."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_GET

from holdfast.telling.phone import phone_words
from holdfast.telling.pronouns import THEY
from holdfast.web import drawn
from holdfast.web.access import May, child_in_front, children_of, family_for
from holdfast.web.places.phone.shell import worker_script


@login_required
@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show what is on this phone. All of it is filled in there: the server knows nothing of it."""
    family, _seat = family_for(request.user, May.READ)
    children = [child for child, _s in children_of(request.user) if child.family_id == family.pk]
    shown = {
        "place": "phone",
        "child": child_in_front(children),
        "children": [{"id": str(one.pk), "name": drawn.name_of(one)} for one in children],
        "told": phone_words(THEY)["told"],
        "notices_offered": settings.BEHIND_TLS,
    }
    return render(request, "phone/page.html", shown)


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """Say calmly that a page is not on this phone. It holds nothing of anybody."""
    return render(request, "phone/offline.html", {"place": "", "child": None})


@require_GET
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- Django's
    """Return the service worker, from the root: it looks after all pages."""
    response = HttpResponse(worker_script(), content_type="text/javascript")
    add_never_cache_headers(response)
    return response
