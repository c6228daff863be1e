"""Moments as the pages draw them: a step with its tint, a few words, and where it can be opened."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse

from holdfast.telling import minute
from holdfast.telling.care import care_told, feed
from holdfast.telling.labels import told
from holdfast.telling.spans import short
from holdfast.words import Care, Kind, Response
from holdfast.words.ages import Ages, ages
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

if TYPE_CHECKING:
    from holdfast.web.models import Child

Row = Mapping[str, Any]
"""One moment of a log: columns as in `holdfast.words.SCHEMA`."""

WEEK = 7
MONTHS_FROM = 17 * WEEK  # until then a family counts in weeks
MONTH = 30.4375
TWO_YEARS = 24


@dataclass(frozen=True, slots=True)
class Step:
    """One step of what happened."""

    kind: str
    told: str
    url: str = ""


def step_of(row: Row, pronoun: str) -> Step:
    """Draw one moment, with the address where it can be corrected."""
    url = reverse("moment", args=[row["child"], row["id"]])
    return Step(row["kind"], moment_told(row, pronoun), url)


def moment_told(row: Row, pronoun: str) -> str:
    """Say what a moment was, with its side, amount or length."""
    kind, word, lasted = row["kind"], row["word"], lasting(row)
    detail = json.loads(row["detail"] or "{}")
    if kind == Kind.CARE:
        if word == Care.SLEEP and lasted is None:
            return minute.said("fell_asleep")
        return care_told(word, detail, lasted, pronoun)
    said = told(kind, word, pronoun)
    if (kind, word) == (Kind.RESPONSE, Response.FEED):
        return ", ".join([said, *feed(detail)])
    return said if lasted is None else f"{said}, {short(lasted)}"


def lasting(row: Row) -> timedelta | None:
    """Return how long it lasted, where that was written down."""
    return None if row["until"] is None else row["until"] - row["at"]


def icon_of(kind: str, word: str) -> str:
    """Return the drawing's name in the sprite."""
    return f"{kind}-{word}" if kind not in (Kind.MILESTONE, Kind.NOTE) else str(kind)


def name_of(child: "Child") -> str:
    """Return what the child is called; something kind where there is no name yet."""
    return child.name or _("The baby")


@dataclass(frozen=True, slots=True)
class Way:
    """A way to the same page of another child, or of another age."""

    name: str
    url: str
    current: bool = False


def siblings(
    child: "Child", theirs: Sequence[tuple["Child", object]], route: str, *rest: object
) -> list[Way]:
    """Return the ways to the same page of the other children, where there are several.

    Args:
        child: on whose page one is.
        theirs: as from `access.children_of`.
        route: the page's name; its address has the child's id first, and then the rest.
        rest: what else is in the address.
    """
    if len(theirs) == 1:
        return []
    return [
        Way(name_of(one), reverse(route, args=[one.pk, *rest]), one.pk == child.pk)
        for one, _seat in theirs
    ]


def ages_of(child: "Child", on: date) -> Ages:
    """Return the child's ages on a local day."""
    return ages(on, born=child.born, due=child.due, arrived=child.arrived)


def is_born(child: "Child", on: date) -> bool:
    """Say whether there is a child to look at: born, or awaited from elsewhere."""
    return (child.born is not None and child.born <= on) or child.due is None


def age_told(of: Ages) -> str:
    """Say how old: "11 weeks · 7 corrected", "22 weeks on the way", "five days with you"."""
    parts = []
    if of.gestation is not None:
        parts.append(_("%(weeks)d weeks on the way") % {"weeks": max(of.gestation, 0) // WEEK})
    if of.calendar is not None:
        parts.append(length(of.calendar))
    if of.corrected is not None and of.corrected >= 0:
        parts.append(_("%(age)s corrected") % {"age": length(of.corrected)})
    if of.here is not None:
        parts.append(_("%(age)s with you") % {"age": length(of.here)})
    return " · ".join(parts)


def length(days: int) -> str:
    """Say an age as one says it: in days, then weeks, then months, then years."""
    if days < 2 * WEEK:
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if days < MONTHS_FROM:
        return _("%(n)d weeks") % {"n": days // WEEK}
    months = int(days / MONTH)
    if months < TWO_YEARS:
        return _("%(n)d months") % {"n": months}
    return _("%(n)d years") % {"n": months // 12}


def as_id(text: str) -> UUID | None:
    """Return an id out of an address or a form; None where it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
