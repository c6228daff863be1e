"""How old somebody is, said as one says it, and the sentence that opens the page."""

from holdfast.telling.grow.piece import MONTH, WEEK, Life
from holdfast.telling.spans import number
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

IN_DAYS = 2 * WEEK
IN_WEEKS = 17 * WEEK
IN_MONTHS = 24 * MONTH


def age_said(days: int) -> str:
    """Say an age: "three days", "ten weeks", "eight months", "two years"."""
    if days < IN_DAYS:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": number(days)}
    if days < IN_WEEKS:
        weeks = days // WEEK
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": number(weeks)}
    months = int(days / MONTH)
    if days < IN_MONTHS:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": number(months)}
    return ngettext("%(n)s year", "%(n)s years", months // 12) % {"n": number(months // 12)}


def opening(life: Life, name: str) -> str:
    """Say how old the child is today, in all the ways that count here."""
    of, words = life.ages, {"name": name}
    if life.waiting:
        return _("You are waiting for %(name)s.") % words
    if of.gestation is not None:
        weeks = max(of.gestation, 0) // WEEK
        text = ngettext(
            "%(name)s is %(n)s week on the way.", "%(name)s is %(n)s weeks on the way.", weeks
        )
        return text % {**words, "n": number(weeks)}
    said = [] if of.calendar is None else [born(life, name)]
    if of.here is not None:
        said.append(together(of.here))
    return " ".join(said)


def together(days: int) -> str:
    """Say for how long a family has been together."""
    if days == 0:
        return _("This is your first day together.")
    return _("You have been together for %(age)s.") % {"age": age_said(days)}


def born(life: Life, name: str) -> str:
    """Say how old somebody is who is born."""
    of = life.ages
    words = {"name": name, "age": age_said(of.calendar or 0)}
    if of.calendar == 0:
        return _("%(name)s was born today.") % words
    if of.corrected is None:
        return _("%(name)s is %(age)s old.") % words
    if of.corrected == 0:
        return _("%(name)s is %(age)s old, and today was the due date.") % words
    if of.corrected < 0:
        words["before"] = age_said(-of.corrected)
        return _("%(name)s is %(age)s old, %(before)s before the due date.") % words
    words["corrected"] = age_said(of.corrected)
    return _("%(name)s is %(age)s old, and %(corrected)s counted from the due date.") % words
