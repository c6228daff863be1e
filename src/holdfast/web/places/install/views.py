"""The manifest: name, colours and drawings for the home screen, and two ways straight in."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_cookie

from holdfast.web.access import child_in_front, children_of
from holdfast.words.language import direction, language
from holdfast.words.language import gettext as _

PAPER = {"day": "#faf6ee", "night": "#120d0a"}  # as in tokens.css and base.html
ICONS = (
    ("icon-192", 192, "any"),
    ("icon-512", 512, "any"),
    ("maskable-512", 512, "maskable"),
)


@require_GET
@vary_on_cookie
def manifest(request: HttpRequest) -> HttpResponse:
    """Return the manifest in the spoken language; for who is signed in with their own places."""
    paper = PAPER.get(request.COOKIES.get("light", ""), PAPER["day"])
    said = {
        "name": "Holdfast",
        "short_name": "Holdfast",
        "description": _("A private companion for the bond between a baby and those who care."),
        "lang": language(),
        "dir": direction(),
        "id": "/",
        "start_url": reverse("front"),
        "scope": "/",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "categories": ["lifestyle"],
        "icons": [icon(*each) for each in ICONS],
        "shortcuts": shortcuts(request),
    }
    return JsonResponse(
        said,
        content_type="application/manifest+json",
        headers={"Cache-Control": "private, no-cache"},
    )


def icon(name: str, size: int, purpose: str) -> dict[str, str]:
    """Return one drawing."""
    return {
        "src": static(f"built/{name}.png"),
        "sizes": f"{size}x{size}",
        "type": "image/png",
        "purpose": purpose,
    }


def shortcuts(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the ways straight to a child's Now and Day, both of which open without a signal."""
    children = children_of(request.user) if request.user.is_authenticated else []
    child = child_in_front(child for child, _seat in children)
    places = {"now": _("Now"), "day": _("Day")}
    return [
        {"name": name, "url": reverse(place, args=[child.pk])}
        for place, name in places.items()
        if child
    ]
