"""The switch behind This phone: the browser hands in its address, the server keeps it or not."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from holdfast.web.access import May, family_for
from holdfast.web.actions import forget_phone, keep_phone
from holdfast.web.places.notices.forms import PhoneForm
from holdfast.web.push.vapid import public_key
from holdfast.web.queries import wishes_of
from holdfast.web.zones import zone_of
from holdfast.words.errors import HoldfastError
from holdfast.words.language import gettext as _


@login_required
@require_GET
def key(request: HttpRequest) -> HttpResponse:
    """Return the key that the browser asks its push service with. It is made on first use."""
    family_for(request.user, May.READ)
    return HttpResponse(public_key(), content_type="text/plain")


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def phone(request: HttpRequest) -> HttpResponse:
    """Say what this phone wants, by the hash of its address; or keep what it wants."""
    family, seat = family_for(request.user, May.READ)
    if request.method == "GET":
        wishes = wishes_of(seat, digest=request.GET.get("phone", ""))
        return JsonResponse({"wishes": wishes})
    form = PhoneForm(request.POST)
    if not form.is_valid():
        return told(_("Set the times once more, like 22:00."))
    try:
        keep_phone(
            seat=seat,
            session=request.session.session_key or "",
            endpoint=form.cleaned_data["endpoint"],
            wishes=form.wishes(),
            zone=zone_of(request, family.zone),
        )
    except HoldfastError as error:
        return told(str(error))
    return JsonResponse({})


def told(why: str) -> HttpResponse:
    """Answer why it cannot be kept."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return HttpResponse(why, content_type="text/plain; charset=utf-8", status=status)


@login_required
@require_POST
def off(request: HttpRequest) -> HttpResponse:
    """Tell this phone no more."""
    _family, seat = family_for(request.user, May.READ)
    forget_phone(seat=seat, endpoint=request.POST.get("endpoint", ""))
    return JsonResponse({})
