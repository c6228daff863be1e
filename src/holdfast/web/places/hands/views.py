"""Other hands: make a link, end it; and the link itself, which writes one thing and says so."""

from http import HTTPStatus
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from holdfast.telling.dates import date_said
from holdfast.telling.spans import clock
from holdfast.web.access import May, child_in_front, children_of, family_for, hand_for
from holdfast.web.actions import Pressed, end_hand, make_hand, press
from holdfast.web.drawn import moment_told, name_of
from holdfast.web.places.hands.asked import fields_of, is_a_press
from holdfast.web.places.hands.forms import HandForm, writes_told
from holdfast.web.queries import HandMade, hands_of
from holdfast.web.zones import zone_of
from holdfast.words import frame
from holdfast.words.errors import HoldfastError
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.models import Caregiver, HandLink


@login_required
@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """List the links, and make one: it is shown this once."""
    family, seat = family_for(request.user, May.LOG)
    children = [child for child, _seat in children_of(request.user) if child.family_id == family.pk]
    if not children:
        return redirect("family")
    form = HandForm(request.POST if request.method == "POST" else None, children=children)
    made = ""
    if form.is_bound and form.is_valid():
        wanted = form.chosen()
        key = make_hand(
            by=seat,
            child=form.child(),
            kind=wanted.kind,
            word=wanted.word,
            detail=wanted.detail,
            name=form.cleaned_data["name"],
        )
        made = request.build_absolute_uri(reverse("hand", args=[key]))
        form = HandForm(children=children)
    shown = {
        "place": "family",
        "child": child_in_front(children),
        "form": form,
        "made": made,
        "hands": [listed(one, seat) for one in hands_of(seat)],
    }
    return render(request, "hands/page.html", shown, status=422 if form.errors else 200)


def listed(one: HandMade, seat: "Caregiver") -> dict[str, object]:
    """Return a link as the list prints it."""
    told = writes_told(one.kind, one.word, one.detail, "they")
    return {
        "id": one.id,
        "told": f"{one.name}: {told}" if one.name else told,
        "child": one.child,
        "who": "" if one.who == seat.name else one.who,
        "made": date_said(one.made),
        "last": date_said(one.last_at) if one.last_at else "",
    }


@login_required
@require_POST
def end(request: HttpRequest, hand_id: UUID) -> HttpResponse:
    """End a link: one's own, or as a parent anybody's."""
    _family, seat = family_for(request.user, May.LOG)
    end_hand(by=seat, hand=hand_id)
    return redirect("hands")


@csrf_exempt  # the address itself is the key: who does not hold it cannot ask, from nowhere
@never_cache
@require_http_methods(["GET", "POST"])
def hand(request: HttpRequest, token: str) -> HttpResponse:
    """Write one thing down and say so in one line; or show the button that does."""
    link = hand_for(token)
    here = seat_here(request, link)
    if request.method == "POST":
        return posted(request, link, here or link.caregiver)
    if here is not None and is_a_press(request):
        pressed = press(hand=link, by=here, zone=zone_of(request, here.family.zone))
        address = reverse("now", args=[link.child_id])
        return redirect(f"{address}?just={pressed.moment.id}")  # restored, it writes nothing again
    told = writes_told(link.kind, link.word, link.detail, link.child.pronoun)
    return render(request, "hands/button.html", {"told": told})


def seat_here(request: HttpRequest, link: "HandLink") -> "Caregiver | None":
    """Return the seat of who holds the phone, if they are of this family and may log."""
    try:
        _family, seat = family_for(request.user, May.LOG, link.family_id)
    except Http404:
        return None
    return seat


def posted(request: HttpRequest, link: "HandLink", by: "Caregiver") -> HttpResponse:
    """Press, and answer with one line; to who asks for a page, with the line on a page."""
    status = HTTPStatus.OK
    try:
        name, ago = fields_of(request)
        zone = zone_of(request, by.family.zone)
        told = one_line(press(hand=link, by=by, moment=name, ago=ago, zone=zone), link)
    except HoldfastError as error:
        told, status = str(error), error.status
    if request.get_preferred_type(["text/plain", "text/html"]) == "text/html":
        return render(request, "hands/told.html", {"told": told}, status=status)
    return HttpResponse(f"{told}\n", content_type="text/plain; charset=utf-8", status=status)


def one_line(pressed: Pressed, link: "HandLink") -> str:
    """Say what was written down."""
    (row,) = frame([pressed.moment]).to_dicts()
    said = {
        "child": name_of(link.child),
        "what": moment_told(row, link.child.pronoun),
        "time": clock(pressed.moment.at, pressed.moment.zone),
    }
    if pressed.again:
        return _("Noted already: %(child)s, %(time)s: %(what)s.") % said
    return _("Noted: %(child)s, %(time)s: %(what)s.") % said
