"""A way back in for somebody who lost the password: a link from whoever runs the server."""

from datetime import datetime, timedelta

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from holdfast.web.keys import digest, new_key
from holdfast.web.models import User, WayBack
from holdfast.words.errors import HoldfastError

LASTS = timedelta(days=1)


class Unknown(HoldfastError):
    """A name that nobody here has, or a link that opens nothing any more."""


def make_way_back(*, username: str, now: datetime | None = None) -> str:
    """Return the token of a link with which this person chooses a new password.

    Raises:
        Unknown: nobody has that user name.
    """
    now = now or timezone.now()
    user = User.objects.filter(username=username.casefold()).first()
    if user is None:
        raise Unknown(f"Nobody here signs in as {username!r}.", hint="See that it is spelt right.")
    token = new_key()
    with transaction.atomic():
        WayBack.objects.filter(user=user).delete()
        WayBack.objects.create(user=user, digest=digest(token), until=now + LASTS)
    return token


def set_password_by(*, token: str, password: str, now: datetime | None = None) -> User:
    """Set a new password and use the link up. Every session that was open ends with it.

    Raises:
        Unknown: the link was used or has ended.
        ValidationError: the password is too easily guessed (Django's).
    """
    now = now or timezone.now()
    with transaction.atomic():
        way = WayBack.objects.filter(digest=digest(token), until__gt=now).select_related("user")
        found = way.first()
        if found is None:
            raise Unknown("This link has ended.", hint="Ask whoever runs the server for another.")
        validate_password(password, found.user)
        found.user.set_password(password)  # sessions are bound to it and end here
        found.user.save(update_fields=["password"])
        found.delete()
    return found.user
