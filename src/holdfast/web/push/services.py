"""Where a push may go: the services of the browsers, by name, and nowhere else.

A phone hands in the address at which it is reached, so whoever is signed in could hand in any. The
host is held to this list before it is kept and before each request, the address behind the name to
the public internet, and no answer leads on to another place.
"""

from urllib.parse import urlsplit

from holdfast.words import Refused
from holdfast.words.language import gettext as _

SERVICES = (
    "fcm.googleapis.com",  # Chrome, and all that are made from it
    "updates.push.services.mozilla.com",  # Firefox
    "web.push.apple.com",  # Safari
)
FAMILIES = (
    ".push.apple.com",
    ".notify.windows.com",  # Edge
)
LONGEST = 1000
HTTPS = 443


class OtherPlace(Refused):
    """An address that is no push service's."""


def service_of(endpoint: str) -> str:
    """Return the host of a push service's address.

    Raises:
        OtherPlace: it is another place, another port, another scheme, or no address at all.
    """
    try:
        parts = urlsplit(endpoint)
        host, port = parts.hostname or "", parts.port
    except ValueError as wrong:
        raise refused() from wrong
    plain = endpoint.isascii() and endpoint.isprintable() and " " not in endpoint
    alone = "@" not in parts.netloc and port in {None, HTTPS} and parts.scheme == "https"
    known = host in SERVICES or host.endswith(FAMILIES)
    if not (plain and alone and known and len(endpoint) <= LONGEST):
        raise refused()
    return host


def refused() -> OtherPlace:
    """Say that an address is none of theirs."""
    return OtherPlace(
        _("This browser's push service is not one that this server knows."),
        hint=_("Without notices all is as before: what is new is there when you look."),
    )
