"""Published ranges as soft bands over age, and one family's own figure among them, as a mark.

A range is where many children of studies were; it is no target. So there is no line at its middle
but where studies drew one, and what lies beyond it looks the same as what lies within.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from holdfast.telling.figures.ink import (
    WIDTH,
    Figure,
    Scale,
    bar,
    dot,
    rule,
    shape,
    svg,
    text,
)
from holdfast.telling.figures.weeks import two_in_three
from holdfast.words.language import gettext as _

LEFT, RIGHT, TOP, FOOT, HEIGHT = 34, WIDTH - 8, 16, 132, 158
MIDDLE = (LEFT + RIGHT) / 2


class Point(NamedTuple):
    """A published range at an age in weeks."""

    week: float
    low: float
    high: float


class Own(NamedTuple):
    """One family's own figure at an age: its value, its band, and the words beside it."""

    week: float
    value: float
    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A published range over age: what its band is called, and how the scale is marked."""

    points: Sequence[Point]
    name: str
    marks: Sequence[tuple[float, str]]
    ends: tuple[tuple[float, str], tuple[float, str]]  # weeks and words at the two ends


def crying() -> Range:
    """Return minutes a day of fussing and crying: where about two in three babies were."""
    points = [Point(week / 2, *two_in_three(week / 2)) for week in range(25)]
    return Range(
        points=points,
        name=_("two in three babies in studies"),
        marks=[(60 * hour, _("%(n)d h") % {"n": hour}) for hour in range(5)],
        ends=((0, _("birth")), (12, _("12 weeks"))),
    )


def sleeping() -> Range:
    """Return hours of sleep in a day and night, as in Galland et al. 2012 [R]: 9.7 to 15.9."""
    return Range(
        points=[Point(0, 9.7, 15.9), Point(52, 9.7, 15.9)],
        name=_("the usual range in 34 studies"),
        marks=[(hours, _("%(n)d h") % {"n": hours}) for hours in (8, 12, 16)],
        ends=((0, _("birth")), (52, _("one year"))),
    )


def feeding() -> Range:
    """Return breastfeeds in a day and night at one to six months, as in Kent 2007 [R]: 4 to 13."""
    return Range(
        points=[Point(4.3, 4, 13), Point(26, 4, 13)],
        name=_("breastfed babies in one study"),
        marks=[(count, str(count)) for count in (0, 5, 10, 15)],
        ends=((4.3, _("one month")), (26, _("six months"))),
    )


def range_by_age(published: Range, *, own: Own | None, shows: str, of: str) -> Figure:
    """Draw a range over age, softly, and the own figure where there is one.

    Args:
        published: the range.
        own: this family's figure; None where there are too few days.
        shows: what the figure shows, in a sentence.
        of: what is counted, for the table.
    """
    (first, first_words), (last, last_words) = published.ends
    values = [mark for mark, _words in published.marks]
    reach = [own.low, own.high] if own else []
    x = Scale(first, last, LEFT, RIGHT)
    y = Scale(
        min(*values, *reach), max(*values, *reach, *(p.high for p in published.points)), FOOT, TOP
    )
    points = published.points
    parts = [rule(LEFT, y(mark), RIGHT, y(mark)) for mark in values]
    parts += [text(LEFT - 6, y(mark) + 4, words, end="end") for mark, words in published.marks]
    parts.append(
        shape(
            [x(p.week) for p in points],
            [y(p.low) for p in points],
            [y(p.high) for p in points],
            look="published",
        )
    )
    parts.append(
        text(
            RIGHT - 4,
            y(max(p.high for p in points)) - 6,
            published.name,
            look="published-name",
            end="end",
        )
    )
    parts += [text(LEFT, FOOT + 20, first_words), text(RIGHT, FOOT + 20, last_words, end="end")]
    if own is not None:
        at = x(own.week)
        end = "end" if at > MIDDLE else "start"
        beside = at + (-9 if at > MIDDLE else 9)
        parts += [
            rule(at, y(own.low), at, y(own.high), look="reach"),
            dot(at, y(own.value)),
            text(beside, y(own.value) + 4, own.words, look="name", end=end),
        ]
    rows = [(published.name, between(points[0])), *([(own.words, between(own))] if own else [])]
    if (points[0].low, points[0].high) != (points[-1].low, points[-1].high):
        rows[0] = (
            published.name,
            _("%(first)s, then %(last)s")
            % {"first": between(points[0]), "last": between(points[-1])},
        )
    return Figure(svg(parts, height=HEIGHT, shows=shows), shows, (of, _("Between")), rows)


def between(of: Point | Own) -> str:
    """Say a range in whole numbers or tenths."""
    return _("%(low)s and %(high)s") % {"low": f"{of.low:.3g}", "high": f"{of.high:.3g}"}


class Window(NamedTuple):
    """Between which months 98 of 100 children began with something."""

    name: str
    first: float
    last: float


ROW = 38
MONTHS = (0, 6, 12, 18)


def windows(rows: Sequence[Window], *, shows: str) -> Figure:
    """Draw windows in months, one below the other, each under its name. Nobody's own is marked."""
    x = Scale(MONTHS[0], MONTHS[-1], 4, WIDTH - 8)
    foot = ROW * len(rows) + 4
    parts = [rule(x(month), 4, x(month), foot) for month in MONTHS]
    for number, row in enumerate(rows):
        top = ROW * number
        parts += [
            text(x(row.first), top + 18, row.name, look="name"),
            bar(x(row.first), top + 24, x(row.last) - x(row.first), 10, look="published"),
        ]
    ends = {MONTHS[0]: "start", MONTHS[-1]: "end"}
    for month in MONTHS:
        words = _("birth") if month == 0 else _("%(n)d months") % {"n": month}
        parts.append(text(x(month), foot + 16, words, end=ends.get(month, "middle")))
    return Figure(
        svg(parts, height=foot + 22, shows=shows),
        shows,
        (_("What"), _("Months")),
        [
            (row.name, _("%(low)s to %(high)s") % {"low": row.first, "high": row.last})
            for row in rows
        ],
    )
