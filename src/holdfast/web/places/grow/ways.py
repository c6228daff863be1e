"""The ways from an age's page: to the other children, the other age, other times, the signals."""

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.telling.grow import MEANINGS, TIMES, For, Life, Time, age_said, beside, time_of
from holdfast.telling.labels import tile
from holdfast.web import drawn
from holdfast.web.drawn import Way
from holdfast.words import Kind, Signal
from holdfast.words.language import gettext as _

if TYPE_CHECKING:
    from holdfast.web.models import Child

BY_BIRTH = "birth"


@dataclass(frozen=True, slots=True)
class Asks:
    """The way to what a signal may mean: what it is called, its drawing, and where."""

    name: str
    icon: str
    url: str


def switch(life: Life, time: str) -> list[Way]:
    """Return the two ages of a child born early, side by side: each counts the page by it."""
    corrected, calendar = life.ages.corrected, life.ages.calendar
    if corrected is None or calendar is None:
        return []
    more = {"at": time} if time else {}
    return [
        Way(from_due(corrected), query(more), not life.by_birth),
        Way(
            _("%(age)s from birth") % {"age": age_said(calendar)},
            query(more | {"by": BY_BIRTH}),
            life.by_birth,
        ),
    ]


def from_due(days: int) -> str:
    """Say an age counted from the due date."""
    if days == 0:
        return _("on the due date")
    text = _("%(age)s before the due date") if days < 0 else _("%(age)s from the due date")
    return text % {"age": age_said(abs(days))}


def leaves(time: Time | None, life: Life) -> dict[str, Way | None]:
    """Return the times before and after this one, where there are some."""
    if time is None:
        return {}
    ends = zip(("before", "after"), beside(time, early=For.EARLY in life.are), strict=True)
    return {end: Way(_(one.name), address(one, life)) if one else None for end, one in ends}


def open_to(life: Life) -> list[Time]:
    """Return the times through which one can leaf."""
    return [time for time in TIMES if For.EARLY in life.are or time.key != "before-due"]


def address(time: Time, life: Life) -> str:
    """Return where a time is looked at; today's is where the page is anyway."""
    more = {} if time == time_of(life) else {"at": time.key}
    return query(more | ({"by": BY_BIRTH} if life.by_birth else {}))


def query(more: dict[str, str]) -> str:
    """Return an address on this page."""
    return "?" + urlencode(more)


def signals(life: Life, child: "Child") -> tuple[list[Asks], list[Asks]]:
    """Return the signals about which one may ask: of this age, and those that mostly come later."""
    if life.ages.gestation is not None:
        return [asks(Signal.KICK, child)], []
    born = [word for word in Signal if word is not Signal.KICK]
    age = inf if life.age is None or life.waiting else life.age
    now = [word for word in born if MEANINGS[word].from_day <= max(age, 0)]
    return [asks(word, child) for word in now], [
        asks(word, child) for word in born if word not in now
    ]


def asks(word: Signal, child: "Child") -> Asks:
    """Return the way to what a signal may mean."""
    return Asks(
        tile(Kind.SIGNAL, word, child.pronoun),
        drawn.icon_of(Kind.SIGNAL, word),
        reverse("grow_signal", args=[child.pk, word]),
    )
