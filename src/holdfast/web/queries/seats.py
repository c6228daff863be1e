"""From which seat the owner of a server acts at the command line."""

from django.utils import timezone

from holdfast.web.access import GRANTS, Caregiver, May, Role, scopes_disabled, seats
from holdfast.web.models import User
from holdfast.words import Refused


def seat_of(username: str = "") -> tuple[User, Caregiver]:
    """Return a parent and their seat: whose name is given, else of the one family here.

    Raises:
        Refused: nobody is called so, no family lives here, or several do.
    """
    with scopes_disabled():
        if username:
            return seat_by_name(username)
        parents = Caregiver.objects.filter(role=Role.PARENT, family__demo=False, user__isnull=False)
        current = parents.exclude(until__lte=timezone.now()).select_related("family", "user")
        found = [(seat.user, seat) for seat in current.order_by("id") if seat.user]
    if not found:
        raise Refused("No family lives here yet.", hint="Start one: holdfast setup-link.")
    if len({seat.family_id for _user, seat in found}) > 1:
        raise Refused("Several families live here.", hint="Say whose parent acts: --as USERNAME.")
    return found[0]


def seat_by_name(username: str) -> tuple[User, Caregiver]:
    """Return a parent and their seat by their user name."""
    user = User.objects.filter(username=username).first()
    seat = user and seats(user).order_by("family__started", "family_id").first()
    if user is None or not seat or May.IMPORT not in GRANTS[Role(seat.role)]:
        raise Refused(f"No parent signs in as {username}.", hint="Write the name as they do.")
    return user, seat
