from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

LIGHTS = ("day", "night")
YEAR_S = 365 * 24 * 3600


@require_POST
def light(request: HttpRequest) -> HttpResponse:
    """Keep the light that was chosen on this phone. Anything else is as the phone has it."""
    back = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    response = redirect(back if here else "front")
    chosen = request.POST.get("light", "")
    if chosen in LIGHTS:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie("light", chosen, max_age=YEAR_S, samesite="Lax", secure=secure)
    else:
        response.delete_cookie("light", samesite="Lax")
    return response


@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """Show a page that says nothing of us, for somebody who has to leave at once."""
    return render(request, "away.html")
