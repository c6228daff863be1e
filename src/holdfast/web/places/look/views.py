from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"light": ("day", "night", "phone"), "thumb": ("left", "right"), "buzz": ("off",)}
)
"""What can be chosen on this phone. Whatever else is sent leaves it as it is of itself."""
YEAR_S = 365 * 24 * 3600


@require_POST
def light(request: HttpRequest) -> HttpResponse:
    """Keep what was chosen on this phone: the light, the hand that holds it, whether it buzzes."""
    back = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if here else "front")
    for name in CHOICES.keys() & request.POST.keys():
        chosen = request.POST[name]
        if chosen in CHOICES[name]:
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(name, chosen, max_age=YEAR_S, samesite="Lax", secure=secure)
        else:
            response.delete_cookie(name, samesite="Lax")
    return response


@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """Show a page that says nothing of us, for somebody who has to leave at once, offline too."""
    response = render(request, "away.html")
    response.headers["X-Offline"] = "keep"
    return response
