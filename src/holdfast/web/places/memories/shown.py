"""What the pages of memories print."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from holdfast.telling import labels
from holdfast.telling.dates import date_said, month_said
from holdfast.web import drawn
from holdfast.web.access import GRANTS, May, Role, mode_for
from holdfast.web.queries import Memory, caregivers_of
from holdfast.words import Kind, Milestone, Moment
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.access import Caregiver, Child

DRAWINGS = {
    Milestone.FIRST_KICK: "bump",
    Milestone.FIRST_SMILE: "face-to-face",
    Milestone.FIRST_COO: "talk",
    Milestone.FIRST_LAUGH: "peekaboo",
    Milestone.FIRST_REACH: "finger",
    Milestone.ARMS_UP: "arms-out",
    Milestone.ROLLS: "tummy",
    Milestone.SITS: "lap",
    Milestone.CRAWLS: "crawl-to",
    Milestone.CRAWLED_TO_ME: "crawl-to",
    Milestone.STANDS_WITH_HELP: "steps",
    Milestone.STANDS_ALONE: "shoes",
    Milestone.WALKS_WITH_HELP: "steps",
    Milestone.WALKS_ALONE: "shoes",
    Milestone.SHY_WITH_STRANGERS: "stranger",
    Milestone.MINDS_GOODBYES: "goodbye",
}
"""What is drawn where a first time has no photo."""


def album(
    child: "Child", seat: "Caregiver", memories: Iterable[Memory], *, oldest_first: bool
) -> dict[str, Any]:
    """Return the album."""
    speaks = mode_for(seat, child).speaks
    told = [memory(child, one, speaks=speaks) for one in memories]
    return {
        **of_child(child, seat),
        "memories": told if oldest_first else told[::-1],
        "oldest_first": oldest_first,
        "turned": f"{reverse('memories', args=[child.pk])}{'' if oldest_first else '?from=first'}",
    }


def of_child(child: "Child", seat: "Caregiver") -> dict[str, Any]:
    """Return what every page of the place needs."""
    return {
        "place": "memories",
        "child": {"id": child.pk, "name": drawn.name_of(child)},
        "may_log": May.LOG in GRANTS[Role(seat.role)],
    }


def memory(child: "Child", one: Memory, *, speaks: bool) -> dict[str, Any]:
    """Return one memory."""
    moment = one.logged.moment
    on = moment.at.astimezone(ZoneInfo(moment.zone)).date()
    told, when = title(moment, child.pronoun), when_told(moment, on)
    return {
        "id": one.logged.id,
        "told": told,
        "when": when,
        "iso": on.isoformat(),
        "age": drawn.age_told(drawn.ages_of(child, on)) if speaks else "",
        "who": one.logged.by_name,
        "text": moment.text,
        "url": reverse("memory", args=[child.pk, one.logged.id]),
        "photo": one.photo
        and {
            "url": reverse("memory_photo", args=[child.pk, one.photo.id]),
            "width": one.photo.width,
            "height": one.photo.height,
            "alt": _("A photo: %(told)s, %(when)s") % {"told": told or _("a memory"), "when": when},
        },
        "drawing": DRAWINGS.get(Milestone(moment.word)) if moment.kind == Kind.MILESTONE else "",
    }


def title(moment: Moment, pronoun: str) -> str:
    """Return what it is called; a note speaks for itself."""
    if moment.kind == Kind.NOTE:
        return ""
    told = labels.told(moment.kind, moment.word, pronoun)
    return told[:1].upper() + told[1:]


def when_told(moment: Moment, on: date) -> str:
    """Say when, as exactly as it is known."""
    within = moment.detail.get("within", "day")
    if within == "month":
        return month_said(on)
    if within == "week":
        return _("about %(day)s") % {"day": date_said(on)}
    return date_said(on)


def people(seat: "Caregiver", moment: Moment, now: datetime) -> list[tuple[str, str]]:
    """Return who may have been there: those who are here, and whom the moment names already."""
    nobody = [] if moment.by else [("", _("not written down"))]
    return nobody + [
        (str(one.id), one.name or one.called)
        for one in caregivers_of(seat.family)
        if one.until is None or one.until > now or str(one.id) == moment.by
    ]
