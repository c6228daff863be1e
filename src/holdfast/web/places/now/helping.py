"""What may help first, while an exchange runs: said once, kept as it was said, and easy to hide."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from holdfast.telling.helping import Clocks, helping_told
from holdfast.web import drawn
from holdfast.web.access import mode_for
from holdfast.web.actions import keep_suggested
from holdfast.web.places.now.page import Exchange
from holdfast.web.queries import help_for, help_is_hidden, help_said
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.models import Caregiver, Child


def helping(
    last: Exchange, child: "Child", seat: "Caregiver", *, now: datetime
) -> dict[str, Any] | None:
    """Return what may help at the exchange that runs; None where it is hidden or means nothing."""
    exchange, word = UUID(last.found["id"]), last.found["signals"][0]
    if help_is_hidden(seat, child) or not mode_for(seat, child).speaks:
        return None
    asked = help_said(child, exchange=exchange, word=word)
    if asked is None:
        asked = help_for(child, last.found, now=now)
        if asked is None:
            return None
        keep_suggested(child=child, exchange=exchange, word=word, asked=asked, now=now)
    clocks = Clocks(asked.since_feed, asked.awake)
    told = helping_told(asked.may, asked.sheet, clocks, pronoun=child.pronoun)
    return {
        **blank(child),
        "options": told.options,
        "closing": told.closing,
        "open": not last.found["answers"],
    }


def blank(child: "Child") -> dict[str, Any]:
    """Return the fold with nothing said in it yet, for the phone to fill."""
    return {
        "options": (),
        "closing": "",
        "open": True,
        "hide": reverse("now_hide", args=[child.pk]),
        "not_for": _("Not for %(name)s") % {"name": drawn.name_of(child)},
    }
