"""A local day in an address, and as one says it."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format

from holdfast.words.language import gettext as _

ONE_DAY = timedelta(days=1)


class LocalDay:
    """A day in an address, as 2026-03-01. What is no day is no address."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return str(value)


def said_day(child_id: object, on: date, today: date) -> dict[str, Any]:
    """Return a day with its names and the ways to its neighbours."""
    url = {step: reverse("day_of", args=[child_id, on + step * ONE_DAY]) for step in (-1, 0, 1)}
    return {
        "weekday": name_of_day(on, today),
        "date": date_format(on, "j F Y"),
        "iso": on.isoformat(),
        "today": today.isoformat(),
        "is_today": on == today,
        "url": url[0],
        "before": url[-1],
        "after": url[1] if on < today else None,
        "find": reverse("day", args=[child_id]),
        "add": reverse("day_add", args=[child_id, on]),
    }


def name_of_day(on: date, today: date) -> str:
    """Say which day it is."""
    near = {today: _("Today"), today - ONE_DAY: _("Yesterday")}
    return near.get(on) or date_format(on, "l")
