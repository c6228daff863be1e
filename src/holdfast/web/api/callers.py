"""Who is asking: a signed-in person with their session, or a program with a family's key."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer, SessionAuth

from holdfast.web.access import Somebody
from holdfast.web.actions import use_token


@dataclass(frozen=True, slots=True)
class Caller:
    """A person, and the one family to which a key is held; None for a session."""

    user: Somebody
    family: UUID | None = None


class Key(HttpBearer):
    """`Authorization: Bearer hf_…`, made on the family's page."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller:  # noqa: ARG002 -- ninja's
        """Return for whom the key speaks."""
        caregiver = use_token(key=token)
        if caregiver is None or caregiver.user is None:
            raise AuthenticationError
        return Caller(caregiver.user, caregiver.family_id)


class Session(SessionAuth):
    """The browser's session; what changes something also needs the CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:  # noqa: ARG002 -- ninja's
        """Return who is signed in."""
        return Caller(request.user) if request.user.is_authenticated else None
