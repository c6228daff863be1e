"""What every template knows. It asks the database nothing."""

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest

from holdfast.web.access import seat_taken
from holdfast.words.language import direction, language


def house(request: HttpRequest) -> dict[str, object]:
    """Return the language and its direction, who is here, and whether the family is made up.

    `seat_here` is the seat under which somebody came through the door, by which the phone keeps;
    None on pages that are of no family.
    """
    return {
        "language": language(),
        "direction": direction(),
        "is_demo": request.session.get("demo", False),
        "signed_in": SESSION_KEY in request.session,
        "seat_here": seat_taken(getattr(request, "_cached_user", None)),
    }
