"""Where a page is read: the phone's own zone, else the family's."""

from urllib.parse import unquote
from zoneinfo import ZoneInfo

from django.http import HttpRequest


def zone_of(request: HttpRequest, family_zone: str) -> str:
    """Return the IANA zone of this phone, which it keeps in a cookie; else the family's.

    What is no zone (a cookie can hold anything) counts as not told.
    """
    told = unquote(request.COOKIES.get("zone", ""))
    try:
        return ZoneInfo(told).key or family_zone
    except (OSError, ValueError, KeyError):
        return family_zone
