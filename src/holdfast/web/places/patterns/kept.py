"""Where Holdfast is to be silent, patterns are only this: the days that were written down."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.urls import reverse

from holdfast.telling.dates import date_said, month_said


def months(child: UUID, days: Iterable[date]) -> list[dict[str, Any]]:
    """Return the days as links, month by month, the latest month first."""
    found = groupby(sorted(days), key=lambda day: (day.year, day.month))
    by_month = [[day_link(child, day) for day in month] for _name, month in found]
    return [{"name": month_said(days[0]["day"]), "days": days} for days in reversed(by_month)]


def day_link(child: UUID, day: date) -> dict[str, Any]:
    """Return the way to one day."""
    return {"day": day, "said": date_said(day), "url": reverse("day_of", args=[child, day])}
