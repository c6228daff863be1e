"""How a link was asked: by which sender, with what, and whether asking alone is a press.

A messenger that draws a preview asks, a browser that guesses asks, a page that is restored asks. So
opening a link writes only where a person's own phone opened it: signed in, as a page of its own,
from outside of any page, and not ahead of time. Everybody else sees a button.
"""

import json
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest

from holdfast.words import Refused
from holdfast.words.language import gettext as _

KNOWN = ("ago", "id")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
LONGEST_AGO = 1440
AHEAD = ("prefetch", "prerender", "preview")


class NotKnown(Refused):
    """A press with something that a link does not know."""

    status = HTTPStatus.BAD_REQUEST


def is_a_press(request: HttpRequest) -> bool:
    """Say whether opening the link is a press: a tag, or an address that somebody tapped."""
    purposes = [request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz")]
    return (
        request.headers.get("Sec-Fetch-Mode") == "navigate"
        and request.headers.get("Sec-Fetch-Dest") == "document"
        and request.headers.get("Sec-Fetch-Site") == "none"
        and not any(word in purpose.casefold() for purpose in purposes for word in AHEAD)
    )


def fields_of(request: HttpRequest) -> tuple[UUID | None, timedelta]:
    """Return the sender's own id and how long ago it was.

    Raises:
        NotKnown: anything else was sent, or a value that cannot be.
    """
    given = body_of(request) | {name: str(value) for name, value in request.GET.items()}
    if unknown := sorted(given.keys() - set(KNOWN)):
        raise NotKnown(
            _("This link does not know %(fields)s.") % {"fields": ", ".join(unknown)},
            hint=_("It knows %(known)s, and needs neither.") % {"known": _(" and ").join(KNOWN)},
        )
    return id_of(given), ago_of(given)


def body_of(request: HttpRequest) -> dict[str, object]:
    """Return what was sent, as a form or as JSON; nothing is fine."""
    sent = request.body  # before the form is read, else it is gone
    if request.content_type in FORMS:
        return {name: str(value) for name, value in [*request.POST.items(), *request.FILES.items()]}
    if not sent.strip():
        return {}
    try:
        found = json.loads(sent)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NotKnown(
            _("What was sent is neither a form nor a JSON object."),
            hint=_("Send nothing, or JSON."),
        )
    return found


def id_of(given: dict[str, object]) -> UUID | None:
    """Return the sender's own id of this press."""
    if "id" not in given:
        return None
    try:
        return UUID(str(given["id"]))
    except ValueError as wrong:
        raise NotKnown(_("The id is none."), hint=_("Send a UUID, or leave it out.")) from wrong


def ago_of(given: dict[str, object]) -> timedelta:
    """Return how many minutes ago it was pressed."""
    text = str(given.get("ago", 0))
    if not (text.isascii() and text.isdecimal()) or int(text) > LONGEST_AGO:
        raise NotKnown(
            _("ago is no number of minutes."), hint=_("Send 0 to 1440, or leave it out.")
        )
    return timedelta(minutes=int(text))
