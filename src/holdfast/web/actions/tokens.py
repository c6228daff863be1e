"""Keys for programs of the family: shown once, kept as a hash, listed and revocable."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import scopes_disabled, within
from holdfast.web.keys import digest, new_key
from holdfast.web.models import ApiToken, Caregiver

PREFIX = "hf_"  # so that one that was pasted somewhere by mistake is known for what it is


def make_token(*, by: Caregiver, name: str, now: datetime | None = None) -> str:
    """Return a new key that may do what this caregiver may, in this family."""
    key = PREFIX + new_key()
    with within(family=by.family_id):
        ApiToken.objects.create(
            family_id=by.family_id,
            caregiver=by,
            name=name,
            digest=digest(key),
            made=now or timezone.now(),
        )
    return key


def revoke_token(*, by: Caregiver, token: UUID, now: datetime | None = None) -> None:
    """End a key of one's own.

    Raises:
        Http404: there is no such key, or it is somebody else's.
    """
    with within(family=by.family_id):
        mine = ApiToken.objects.filter(pk=token, caregiver=by, revoked=None)
        if not mine.update(revoked=now or timezone.now()):
            raise Http404


def use_token(*, key: str, now: datetime | None = None) -> Caregiver | None:
    """Return for whom a key speaks, and note the day; None for one that opens nothing."""
    now = now or timezone.now()
    with scopes_disabled():
        current = Q(caregiver__until=None) | Q(caregiver__until__gt=now)
        found = ApiToken.objects.filter(current, digest=digest(key), revoked=None)
        token = found.select_related("caregiver__user").first()
        if token is None or token.caregiver.user is None:
            return None
        if token.last_day != now.date():
            ApiToken.objects.filter(pk=token.pk).update(last_day=now.date())
    return token.caregiver
