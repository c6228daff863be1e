"""Now, where it is silent around a child: what was kept, and a place to write something down."""

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import now as the_time

from holdfast.web import drawn
from holdfast.web.access import GRANTS, May, Role, children_of
from holdfast.web.places.now import page as show
from holdfast.web.places.now.minute import told_just
from holdfast.web.zones import zone_of

if TYPE_CHECKING:
    from holdfast.web.models import Caregiver, Child


def lost(request: HttpRequest, child: "Child", seat: "Caregiver") -> dict[str, Any]:
    """Return what the page prints. It reads nothing of the log, and counts nothing."""
    today = the_time().astimezone(ZoneInfo(zone_of(request, seat.family.zone))).date()
    role = GRANTS[Role(seat.role)]
    return {
        "place": "now",
        "child": {"id": child.pk, "name": drawn.name_of(child)},
        "siblings": drawn.siblings(child, children_of(request.user), "now"),
        "just": told_just(child, drawn.as_id(request.GET.get("just", "")), None),
        "may_log": May.LOG in role,
        "may_undo": May.LOSS in role,
        "note": show.note(),
        "urls": {
            "tap": reverse("now_tap", args=[child.pk]),
            "more": reverse("day_add", args=[child.pk, today]),
        },
    }
