"""Which pages a phone keeps, so that they open where there is no signal.

Another page asks for it by the header `X-Offline: keep`, and is then kept once it was seen.
"""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

OF_A_CHILD = ("now", "day")
OF_ALL = ("phone", "help")


def pages_of(children: Iterable[UUID]) -> list[str]:
    """Return the addresses of those that are fetched before anybody asks for them."""
    mine = [reverse(name, args=[child]) for child in children for name in OF_A_CHILD]
    return [*mine, *map(reverse, OF_ALL)]


def ask_to_keep(request: HttpRequest, response: HttpResponseBase) -> None:
    """Say of an answer that it is one of these."""
    found = request.resolver_match
    if found is not None and found.url_name in {*OF_A_CHILD, *OF_ALL}:
        response.headers["X-Offline"] = "keep"
