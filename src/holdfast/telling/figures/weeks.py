"""Crying by week of age, over the range that was published: soft, for babies differ a lot."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log, sqrt

from holdfast.telling.figures.ink import WIDTH, Figure, Scale, dot, rule, shape, svg, text
from holdfast.words.language import gettext as _

TOP, FOOT, HEIGHT, LEFT = 16, 176, 206, 34
BESIDE = 12  # weeks beside which the name stands
MANY = 26  # weeks, from which on dots are small
PUBLISHED = (
    (0, 117.0, 67.0),
    (1, 117.0, 67.0),
    (6, 133.0, 67.0),
    (11, 68.0, 46.2),
    (12, 68.0, 46.2),
)
"""Weeks, mean minutes a day of crying and fussing, and SD: Wolke, Bilgin and Samara 2017, J
Pediatr 185:55, 8690 infants (117 to 133 in the first six weeks, 68 at ten to twelve; SDs 66 to 70
and 46) [R]. Between 6 and 11 weeks a straight line [D]; after 12 weeks nothing comparable."""


@dataclass(frozen=True, slots=True)
class Week:
    """One week of age: days on which anything was logged, minutes on a mean day, least, most."""

    week: int
    days: int
    minutes: float
    low: float
    high: float


def two_in_three(week: float) -> tuple[float, float]:
    """Return between which minutes about two in three babies of the studies are.

    Minutes are skewed, so a log-normal with the published mean and deviation: one deviation to
    each side holds 68 % [C].
    """
    mean, deviation = between(week)
    wide = sqrt(log(1 + (deviation / mean) ** 2))
    middle = mean / sqrt(1 + (deviation / mean) ** 2)
    return middle * exp(-wide), middle * exp(wide)


def between(week: float) -> tuple[float, float]:
    """Return mean and deviation at a week, on straight lines between the published ones."""
    for (w0, m0, s0), (w1, m1, s1) in pairwise(PUBLISHED):
        if week <= w1:
            share = (week - w0) / (w1 - w0)
            return m0 + share * (m1 - m0), s0 + share * (s1 - s0)
    return PUBLISHED[-1][1:]


def crying_by_age(weeks: Sequence[Week], *, shows: str, name: str) -> Figure:
    """Draw minutes a day by week of age.

    Args:
        weeks: those of the child with enough days, in order.
        shows: what the figure shows, in a sentence.
        name: what the child's dots are called.
    """
    last = max(13, *(week.week for week in weeks)) + 1
    most = max(200, *(week.high for week in weeks))
    x, y = Scale(0, last, LEFT, WIDTH - 6), Scale(0, most, FOOT, TOP)
    ages = [age / 2 for age in range(25)]
    ranges = [two_in_three(age) for age in ages]
    hours = range(int(most // 60) + 1)
    parts = [rule(LEFT, y(60 * hour), WIDTH - 6, y(60 * hour)) for hour in hours]
    parts += [
        text(LEFT - 6, y(60 * hour) + 4, _("%(n)d h") % {"n": hour}, end="end") for hour in hours
    ]
    parts += [
        shape(
            [x(age) for age in ages],
            [y(low) for low, _h in ranges],
            [y(high) for _l, high in ranges],
            look="published",
        ),
        text(
            x(0),
            y(ranges[12][1]) - 6,
            _("two in three babies in studies"),
            look="published-name",
            end="start",
        ),
    ]
    for week in weeks:
        at = x(week.week + 0.5)
        parts += [
            rule(at, y(week.low), at, y(week.high), look="reach"),
            dot(at, y(week.minutes), radius=4.5 if last < MANY else 3),
        ]
    latest = weeks[-1]
    end = "end" if latest.week > last / 2 else "start"
    parts += [
        text(x(latest.week + 0.5), above(weeks, y) - 8, name, look="name", end=end),
        text(x(0), FOOT + 20, _("birth")),
        text(WIDTH - 6, FOOT + 20, _("%(n)d weeks") % {"n": last}, end="end"),
    ]
    return Figure(
        svg(parts, height=HEIGHT, shows=shows),
        shows,
        (_("Week of age"), _("Minutes a day"), _("Least and most"), _("Days logged")),
        [row(week) for week in weeks],
    )


def above(weeks: Sequence[Week], y: Scale) -> float:
    """Return the place above the last dots, where their name does not lie on them."""
    return min(y(week.high) for week in weeks[-BESIDE:])


def row(week: Week) -> tuple[str, str, str, str]:
    """Return one week for the table."""
    ends = _("%(low)d to %(high)d") % {"low": round(week.low), "high": round(week.high)}
    return str(week.week), str(round(week.minutes)), ends, str(week.days)
