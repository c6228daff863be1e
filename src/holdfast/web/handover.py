"""The quiet line for who comes back, as every page may print it."""

from datetime import datetime
from typing import Any

from holdfast.telling.away import LONG_AWAY
from holdfast.telling.spans import clock
from holdfast.web.access import Caregiver, Child, mode_for
from holdfast.web.actions import note_visit
from holdfast.web.queries import Request, away_since, requests_of
from holdfast.words.language import gettext as _


def away_line(child: Child, seat: Caregiver, *, zone: str, now: datetime) -> dict[str, Any] | None:
    """Return what a page says to who comes back; None where there is nothing, or it must not speak.

    Args:
        child: whose page; must have come through `access`.
        seat: who looks at it.
        zone: by whose clock.
        now: the server's clock.
    """
    before = note_visit(seat=seat, now=now)
    if not mode_for(seat, child).speaks:
        return None
    welcome = before is not None and now - before > LONG_AWAY
    since = None if welcome else away_since(child, seat, before=before, now=now)
    asked = [asked_told(one, zone) for one in requests_of(child, seat, now=now)]
    if since is None and not asked and not welcome:
        return None
    time = clock(since, zone) if since else ""
    return {
        "child": child.pk,
        "welcome": _("Welcome back.") if welcome else "",
        "told": _("While you were away, since %(time)s") % {"time": time} if since else "",
        "asked": asked,
    }


def asked_told(one: Request, zone: str) -> dict[str, Any]:
    """Tell who asks, or who took over."""
    said = {"who": one.to if one.mine else one.by, "time": clock(one.done or one.at, zone)}
    told = (
        _("%(who)s takes over, since %(time)s.")
        if one.mine
        else _("%(who)s asks whether you can take over.")
    )
    return {"id": None if one.mine else one.id, "told": told % said}
