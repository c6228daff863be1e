"""Dates as one says them."""

from datetime import date

from holdfast.words.language import gettext as _
from holdfast.words.language import later

DAYS = (
    later("%(day)d January"),
    later("%(day)d February"),
    later("%(day)d March"),
    later("%(day)d April"),
    later("%(day)d May"),
    later("%(day)d June"),
    later("%(day)d July"),
    later("%(day)d August"),
    later("%(day)d September"),
    later("%(day)d October"),
    later("%(day)d November"),
    later("%(day)d December"),
)
MONTHS = (
    later("January %(year)d"),
    later("February %(year)d"),
    later("March %(year)d"),
    later("April %(year)d"),
    later("May %(year)d"),
    later("June %(year)d"),
    later("July %(year)d"),
    later("August %(year)d"),
    later("September %(year)d"),
    later("October %(year)d"),
    later("November %(year)d"),
    later("December %(year)d"),
)


def day_said(day: date) -> str:
    """Return a day of this year: "11 August"."""
    return _(DAYS[day.month - 1]) % {"day": day.day}


def date_said(day: date) -> str:
    """Return a day of any year: "11 August 2026"."""
    return _("%(day)s %(year)d") % {"day": day_said(day), "year": day.year}


def month_said(day: date) -> str:
    """Return the month of a day: "August 2026"."""
    return _(MONTHS[day.month - 1]) % {"year": day.year}
