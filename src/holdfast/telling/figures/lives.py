"""Lives side by side: lines through a year with their names at the end, and a day as a strip."""

from collections.abc import Sequence
from typing import NamedTuple

from holdfast.telling.figures.ink import WIDTH, Figure, Scale, bar, path, rule, shape, svg, text
from holdfast.words.language import gettext as _

TOP, FOOT, HEIGHT, LEFT = 16, 150, 178, 4
BESIDE = 92  # for the names at the end of the lines
APART = 15  # between two names
QUARTERS = (4, 13, 26, 39, 52)


class Line(NamedTuple):
    """One line: a name, a look ("first", "second", "quiet"), and a value a week."""

    name: str
    look: str
    values: Sequence[float]
    low: Sequence[float] = ()
    high: Sequence[float] = ()


class Range(NamedTuple):
    """Between what the lines lie, and what stands at the two ends; `form` writes a value."""

    low: float
    high: float
    low_words: str
    high_words: str
    form: str = "%.2f"


def through_a_year(lines: Sequence[Line], *, within: Range, shows: str) -> Figure:
    """Draw lines over weeks, each named where it ends."""
    weeks = max(len(line.values) for line in lines)
    x = Scale(1, weeks, LEFT, WIDTH - BESIDE)
    y = Scale(within.low, within.high, FOOT, TOP)
    parts = [rule(LEFT, FOOT, WIDTH - BESIDE, FOOT), rule(LEFT, TOP, WIDTH - BESIDE, TOP)]
    parts += [text(LEFT, FOOT - 5, within.low_words), text(LEFT, TOP - 4, within.high_words)]
    for line in lines:
        xs = [x(week) for week in range(1, len(line.values) + 1)]
        if len(line.low):
            parts.append(shape(xs, [y(v) for v in line.low], [y(v) for v in line.high]))
        points = list(zip(xs, [y(value) for value in line.values], strict=True))
        parts.append(path(points, look=f"life {line.look}"))
    ends = apart([y(line.values[-1]) for line in lines])
    parts += [
        text(WIDTH - BESIDE + 8, end + 4, line.name, look=f"name {line.look}")
        for line, end in zip(lines, ends, strict=True)
    ]
    parts.append(text(LEFT, HEIGHT - 8, _("birth")))
    parts.append(text(WIDTH - BESIDE, HEIGHT - 8, ends_at(weeks), end="end"))
    marks = [week for week in QUARTERS if week <= weeks] or [weeks]
    return Figure(
        svg(parts, height=HEIGHT, shows=shows),
        shows,
        (_("Week"), *(line.name for line in lines)),
        [(str(week), *(within.form % line.values[week - 1] for line in lines)) for week in marks],
    )


def ends_at(weeks: int) -> str:
    """Say at which age the lines end."""
    return _("one year") if weeks == QUARTERS[-1] else _("%d weeks") % weeks


def apart(places: Sequence[float]) -> list[float]:
    """Return the places moved down as far as it takes to keep names from lying on each other."""
    moved = list(places)
    last = -float(HEIGHT)
    for place in sorted(range(len(places)), key=places.__getitem__):
        last = moved[place] = max(places[place], last + APART)
    return moved


class Stretch(NamedTuple):
    """Something on a strip: what lane and look it has, and its minutes of the day."""

    lane: int
    look: str
    start: float
    end: float


LANE, GAP, NAME = 18, 8, 14
MINUTES = 1440
LEAST = 1.5  # wide, so that a short one is seen


def day_strip(
    names: Sequence[str],
    stretches: Sequence[Stretch],
    *,
    table: tuple[Sequence[str], Sequence[Sequence[str]]],
    shows: str,
) -> Figure:
    """Draw a day from midnight to midnight, lane under lane.

    Args:
        names: of the lanes, from above.
        stretches: what lies on them.
        table: columns and rows of what the day held.
        shows: what the figure shows, in a sentence.
    """
    x = Scale(0, MINUTES, 0, WIDTH)
    step = NAME + LANE + GAP
    parts = [text(0, lane * step + NAME - 3, name, look="name") for lane, name in enumerate(names)]
    for one in stretches:
        left = x(one.start)
        wide = max(x(one.end) - left, LEAST)
        parts.append(bar(left, one.lane * step + NAME, round(wide, 1), LANE, look=one.look))
    foot = len(names) * step
    ends = {0: "start", MINUTES: "end"}
    parts += [
        text(x(hour * 60), foot + 12, f"{hour % 24:02}:00", end=ends.get(hour * 60, "middle"))
        for hour in (0, 6, 12, 18, 24)
    ]
    columns, rows = table
    return Figure(svg(parts, height=foot + 18, shows=shows), shows, columns, rows)
