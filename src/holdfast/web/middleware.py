"""What holds for every answer: strict headers, the spoken language, errors with their hint."""

from collections.abc import Callable

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from holdfast.web.access import seat_taken
from holdfast.web.offline import ask_to_keep
from holdfast.words.errors import HoldfastError
from holdfast.words.language import speak

Respond = Callable[[HttpRequest], HttpResponseBase]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
NOBODY = "nobody"
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "X-Frame-Options": "DENY",
}


def strict_headers(respond: Respond) -> Respond:
    """Let no page load, frame or ask anything that is not ours."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def spoken_language(respond: Respond) -> Respond:
    """Speak the language that the browser asks for, in all that is said meanwhile."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        with speak(get_language() or "en"):
            return respond(request)

    return middleware


def for_whom(respond: Respond) -> Respond:
    """Say with each page whose it is, so that a phone keeps it for that person alone."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            seat = seat_taken(getattr(request, "_cached_user", None))
            if seat is not None:
                response.headers["X-Seat"] = str(seat.pk)
                ask_to_keep(request, response)
            elif SESSION_KEY not in request.session:
                response.headers["X-Seat"] = NOBODY
        return response

    return middleware


class errors_with_hints:  # noqa: N801 -- named as its siblings; a class only for process_exception
    """Show what a person can mend as a page with its hint, and not as a crash."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Render our own errors; let others through."""
        if not isinstance(error, HoldfastError):
            return None
        what = {"message": error.args[0], "hint": error.hint}
        return render(request, "error.html", what, status=error.status)
