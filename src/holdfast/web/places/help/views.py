"""Help: the routes, the numbers of a country, and a sheet to take along. No door: it is for all."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now as the_time
from django.views.decorators.http import require_GET

from holdfast.telling.dates import date_said
from holdfast.telling.heavy import For, routes_told
from holdfast.web.access import May, family_for
from holdfast.web.places.help.numbers import ALWAYS, Book, Number, book, for_purposes
from holdfast.web.zones import zone_of
from holdfast.words.language import gettext as _

YEAR_S = 365 * 24 * 3600


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Show all of it at once, so that it is whole without a connection and without a script."""
    today, numbers = the_time().date(), book(settings.DATA)
    own, zone = own_numbers(request)
    code = chosen(request, numbers, zone)
    here = numbers.of(code)
    view = {
        "own": own,
        "country": numbers.countries.get(code or ""),
        "emergency": shown(for_purposes(here, [For.EMERGENCY])[:1], today),
        "routes": [
            {"told": route, "call": shown(for_purposes(here, route.call), today)}
            for route in routes_told()
        ],
        "nearby": shown(here, today),
        "elsewhere": elsewhere(numbers, code, today),
    }
    response = kept_offline(render(request, "help/page.html", view))
    if request.GET.get("country") == code and code:
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie("country", code, max_age=YEAR_S, samesite="Lax", secure=secure)
    return response


@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    """Show a sheet to print and to fill in by hand; nothing of it is kept anywhere."""
    return kept_offline(render(request, "help/sheet.html"))


def kept_offline(response: HttpResponse) -> HttpResponse:
    """Tell the phone to keep the page, so that it opens without a connection."""
    response.headers["X-Offline"] = "keep"
    return response


def own_numbers(request: HttpRequest) -> tuple[list[dict[str, str]], str]:
    """Return whom the family calls, and the zone of the phone or else of the family."""
    try:
        family, _seat = family_for(request.user, May.READ)
    except Http404:
        return [], zone_of(request, "")
    return [mine(one) for one in family.numbers], zone_of(request, family.zone)


def mine(one: dict[str, str]) -> dict[str, str]:
    """Return a number of the family as the page shows one."""
    dial = "".join(sign for sign in one["number"] if sign.isdigit() or sign in "+*#")
    return {"name": one["name"], "number": one["number"], "dial": dial}


def chosen(request: HttpRequest, numbers: Book, zone: str) -> str | None:
    """Return the country that was chosen now or before, else that of the zone."""
    for code in (request.GET.get("country"), request.COOKIES.get("country")):
        if code in numbers.countries:
            return code
    return numbers.where(zone)


def shown(numbers: Sequence[Number], today: date) -> list[dict[str, Any]]:
    """Return numbers as the page prints them."""
    return [
        {
            "name": one.name,
            "number": one.number,
            "dial": one.dial,
            "hours": _("day and night") if one.hours == ALWAYS else one.hours,
            "says": one.says,
            "source": one.source,
            "checked": date_said(one.checked),
            "old": one.is_old(today),
        }
        for one in numbers
    ]


def elsewhere(numbers: Book, code: str | None, today: date) -> list[dict[str, Any]]:
    """Return the other countries, by name."""
    others = [one for one in numbers.countries.values() if one.code != code]
    return [
        {"country": one, "numbers": shown(numbers.of(one.code), today)}
        for one in sorted(others, key=lambda one: one.name)
    ]
