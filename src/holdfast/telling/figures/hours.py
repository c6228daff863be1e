"""A day by the clock, from six to six: when she sleeps, feeds and cries, as logged."""

from collections.abc import Mapping, Sequence

from holdfast.telling.figures.ink import WIDTH, Figure, Scale, bar, rule, svg, text
from holdfast.words.language import gettext as _

FIRST = 6
HOURS = tuple((FIRST + hour) % 24 for hour in range(24))
LANE, GAP, TOP = 46, 26, 20
LEFT, RIGHT = 2, WIDTH - 2
WIDE = (RIGHT - LEFT) / 24
MARKS = (6, 12, 18, 0)


def day_and_night(
    lanes: Sequence[tuple[str, str, Mapping[int, float], str]], *, shows: str
) -> Figure:
    """Draw lanes over the hours of the day.

    Args:
        lanes: name, look ("sleep", "feed", "cry"), value by hour, and how a value is written (as
            "%.1f"); each lane has a scale of its own.
        shows: what the figure shows, in a sentence.
    """
    parts: list[str] = []
    for number, (name, look, values, _form) in enumerate(lanes):
        foot = TOP + LANE + number * (LANE + GAP)
        y = Scale(0, max(*values.values(), 1e-9), 0, LANE)
        parts += [text(LEFT, foot - LANE - 6, name, look="name"), rule(LEFT, foot, RIGHT, foot)]
        for place, hour in enumerate(HOURS):
            if tall := y(values.get(hour, 0.0)):
                parts.append(
                    bar(round(LEFT + place * WIDE + 1.5, 1), foot - tall, 12, tall, look=look)
                )
    foot = TOP + len(lanes) * (LANE + GAP) - GAP
    parts += [
        text(round(LEFT + HOURS.index(hour) * WIDE, 1), foot + 18, f"{hour:02}:00")
        for hour in MARKS
    ]
    parts.append(text(RIGHT, foot + 18, "06:00", end="end"))
    return Figure(
        svg(parts, height=foot + 26, shows=shows),
        shows,
        (_("Hour"), *(name for name, *_rest in lanes)),
        [
            (f"{hour:02}:00", *(form % values.get(hour, 0.0) for *_n, values, form in lanes))
            for hour in HOURS
        ],
    )
