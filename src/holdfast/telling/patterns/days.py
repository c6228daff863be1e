"""Days: the rhythm of day and night, and crying by age."""

from datetime import date, timedelta

import polars as pl

from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.months import Tallies
from holdfast.engine.rhythm import middle_gaps, per_day
from holdfast.telling.figures import Figure, crying_by_age, day_and_night
from holdfast.telling.figures.weeks import Week
from holdfast.telling.patterns.section import Section, Told
from holdfast.telling.pronouns import forms
from holdfast.telling.sentences import capital
from holdfast.telling.shares import too_few
from holdfast.telling.spans import short
from holdfast.words.evidence import all_known
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext

FEW_DAYS = 3  # days of a week with anything logged, before it has a dot
WEEKS_SHOWN = 52
EVENING = range(16, 24)


def rhythm(told: Told) -> Section:
    """Tell feeds, sleep and crying of a usual day."""
    counts = told.lately
    said = [
        *counted(
            per_day(counts["feeds_by_day"], "feeds"), _("%(value)d feeds (%(low)d to %(high)d)")
        ),
        *gaps(counts),
        *lasting(
            per_day(counts["sleeps"], "asleep"), _("%(value)s of sleep (%(low)s to %(high)s)")
        ),
        *lasting(
            per_day(counts["sleeps"], "longest"),
            _("a longest stretch of %(value)s at night (%(low)s to %(high)s)"),
        ),
    ]
    few = per_day(counts["logged"], "moments")
    words = [_("A usual day here holds, as logged:"), *said] if said else []
    if not words:
        words = [too_few(few)] if isinstance(few, TooFew) else [_("No feeds or sleep yet.")]
    return Section(
        id="rhythm",
        title=_("Day and night"),
        sentences=words,
        figure=clock(counts) if said else None,
        what=_(
            "The middle day, and in brackets between what eight in ten days lie. Feeds less than "
            "half an hour apart are one. A sleep counts for the day on which it began. Each row of "
            "the figure has a scale of its own; days on which nothing of it was written down are "
            "left out."
        ),
        research=all_known("fee-1", "slp-2"),
    )


def counted(found: Estimate | TooFew, text: str) -> list[str]:
    """Say a count of a usual day."""
    if isinstance(found, TooFew):
        return []
    numbers = {name: round(getattr(found, name)) for name in ("value", "low", "high")}
    return [with_days(capital(text % numbers), found.n)]


def lasting(found: Estimate | TooFew, text: str) -> list[str]:
    """Say a length of time of a usual day."""
    if isinstance(found, TooFew):
        return []
    spans = {name: span(getattr(found, name)) for name in ("value", "low", "high")}
    return [with_days(capital(text % spans), found.n)]


def span(minutes: float) -> str:
    """Say a length of time, not to be broken over two lines."""
    return short(timedelta(minutes=minutes)).replace(" ", "\N{NO-BREAK SPACE}")


def with_days(text: str, days: int) -> str:
    """Say from how many days."""
    said = ngettext("%(text)s; from %(n)d day.", "%(text)s; from %(n)d days.", days)
    return said % {"text": text, "n": days}


def gaps(counts: Tallies) -> list[str]:
    """Say the usual time between feeds by day and by night."""
    found = {part: middle_gaps(counts["gaps"].filter(part=part)) for part in ("day", "night")}
    texts = {
        "day": _("%(value)s between feeds by day (%(low)s to %(high)s)"),
        "night": _("%(value)s between feeds at night (%(low)s to %(high)s)"),
    }
    said = []
    for part, gap in found.items():
        if isinstance(gap, Estimate):
            spans = {name: span(getattr(gap, name)) for name in ("value", "low", "high")}
            text = ngettext("%(text)s; from %(n)d gap.", "%(text)s; from %(n)d gaps.", gap.n)
            said.append(text % {"text": capital(texts[part] % spans), "n": gap.n})
    return said


def clock(counts: Tallies) -> Figure:
    """Draw sleep, feeds and crying by the hour, each over the days on which it was logged."""
    asleep, feeds = len(counts["sleeps"]), len(counts["feeds_by_day"])
    cried = len(counts["logged"])
    lanes = [
        (
            _("asleep, minutes of the hour"),
            "sleep",
            by_hour(counts["asleep"], "asleep", asleep),
            "%.0f",
        ),
        (_("feeds, a day"), "feed", by_hour(counts["feeds_by_hour"], "feeds", feeds), "%.1f"),
        (
            _("fussing and crying, minutes"),
            "cry",
            by_hour(counts["cries_by_hour"], "cried", cried),
            "%.0f",
        ),
    ]
    return day_and_night(
        [lane for lane in lanes if lane[2]],
        shows=_("Sleep, feeds and crying by the hour of the day, from six to six"),
    )


def by_hour(tally: pl.DataFrame, what: str, days: int) -> dict[int, float]:
    """Return the mean day's value by hour."""
    return {hour: value / days for hour, value in tally.select("hour", what).iter_rows()}


def crying(told: Told) -> Section:
    """Tell crying by week of age, with the range that was published."""
    she = forms(told.of.pronoun)
    weeks = weeks_of(told)
    if not weeks:
        said = [
            _(
                "Too few days to say yet. When it is written down how long a cry or a fuss went "
                "on, it will be told here by age."
            )
        ]
    else:
        latest = weeks[-1]
        spans = {name: span(getattr(latest, name)) for name in ("minutes", "low", "high")}
        said = [
            ngettext(
                "In week %(week)d %(she)s fussed or cried for %(minutes)s on a mean day, as logged "
                "(%(low)s to %(high)s; from %(days)d day).",
                "In week %(week)d %(she)s fussed or cried for %(minutes)s on a mean day, as logged "
                "(%(low)s to %(high)s; from %(days)d days).",
                latest.days,
            )
            % {**she, **spans, "week": latest.week, "days": latest.days},
            _(
                "A log holds less crying than there was: the diaries of the studies were kept all "
                "day long. So do not read a difference from the soft band as one."
            ),
        ]
    return Section(
        id="crying",
        title=_("Fussing and crying by age"),
        sentences=said,
        known=all_known("cry-1", "cry-2"),
        figure=crying_by_age(
            weeks,
            shows=_("Minutes of fussing and crying a day by week of age"),
            name=_("as logged"),
        )
        if weeks
        else None,
        what=_(
            "A dot is a mean day of one week, and its line goes from the day with least to the day "
            "with most; days on which nothing was written down are left out. The soft band is "
            "where about two in three babies of many studies were, up to twelve weeks; after that "
            "there is no such range. Age is counted from the due date for a baby born early."
        ),
    )


def weeks_of(told: Told) -> list[Week]:
    """Return the weeks of age with enough days, of the first year."""
    origin = told.of.origin
    if origin is None:
        return []
    cried = told.always["cries_by_day"].select("day", "cried")
    days = (
        told.always["logged"]
        .join(cried, on="day", how="left")
        .with_columns(pl.col("cried").fill_null(0.0), week=weeks_since(origin))
    )
    if cried.is_empty():
        return []
    found = (
        days.filter(pl.col("week").is_between(0, WEEKS_SHOWN - 1))
        .group_by("week")
        .agg(
            days=pl.len(),
            minutes=pl.col("cried").mean(),
            low=pl.col("cried").min(),
            high=pl.col("cried").max(),
        )
        .filter(pl.col("days") >= FEW_DAYS)
        .sort("week")
    )
    return [Week(**row) for row in found.to_dicts()]


def weeks_since(origin: date) -> pl.Expr:
    """Return completed weeks of age."""
    return (pl.col("day") - origin).dt.total_days() // 7
