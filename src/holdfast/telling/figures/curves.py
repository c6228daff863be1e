"""Curves over minutes: how many had an answer by then, how many go on."""

from collections.abc import Sequence
from itertools import pairwise

import polars as pl

from holdfast.telling.figures.ink import WIDTH, Figure, Scale, path, rule, shape, svg, text
from holdfast.words.language import gettext as _

TOP, FOOT, HEIGHT = 14, 168, 196
LEFT = 40
TOLD = (1, 2, 5, 10, 15, 20, 30)
"""Minutes that stand in the table."""

Point = tuple[float, float, float, float]  # minute, share, low, high


def answered_by(curve: pl.DataFrame, *, limit: float, shows: str) -> Figure:
    """Draw the share that had happened by each minute, with its band: 1 less the curve."""
    points = [(t, 1 - s, 1 - h, 1 - lo) for t, s, lo, h in steps(curve, limit)]
    return drawn(
        [(0.0, 0.0, 0.0, 0.0), *points], limit=limit, shows=shows, said=_("Answered by then")
    )


def going_on(curve: pl.DataFrame, *, limit: float, shows: str) -> Figure:
    """Draw the share that goes on at each minute, with its band."""
    points = [(0.0, 1.0, 1.0, 1.0), *steps(curve, limit)]
    return drawn(points, limit=limit, shows=shows, said=_("Still away"))


def steps(curve: pl.DataFrame, limit: float) -> list[Point]:
    """Return minute, share, low and high up to the limit; without a band, the share itself."""
    band = curve.filter(pl.col("time") <= limit).with_columns(
        pl.coalesce("low", "share"), pl.coalesce("high", "share")
    )
    return band.select("time", "share", "low", "high").rows()


def drawn(points: Sequence[Point], *, limit: float, shows: str, said: str) -> Figure:
    """Draw points as steps with their band."""
    x, y = Scale(0, limit, LEFT, WIDTH - 8), Scale(0, 1, FOOT, TOP)
    stairs = stepped([*points, (limit, *points[-1][1:])])
    xs = [x(at) for at, *_rest in stairs]
    parts = [rule(LEFT, y(share), WIDTH - 8, y(share)) for share in (0, 0.5, 1)]
    parts += [
        text(LEFT - 8, y(share) + 4, words, end="end")
        for share, words in ((0, _("none")), (0.5, _("half")), (1, _("all")))
    ]
    parts += [
        shape(xs, [y(low) for *_r, low, _h in stairs], [y(high) for *_r, high in stairs]),
        path([(x(at), y(share)) for at, share, *_rest in stairs], look="stroke"),
        *(text(x(at), FOOT + 18, words, end=end) for at, words, end in marks(limit)),
    ]
    rows = [row(points, minute) for minute in TOLD if minute <= limit]
    return Figure(
        svg(parts, height=HEIGHT, shows=shows),
        shows,
        (_("Minutes"), said, _("Likely between")),
        rows,
    )


def marks(limit: float) -> list[tuple[float, str, str]]:
    """Return the words along the foot."""
    middle, end = round(limit / 2), round(limit)
    return [
        (0, "0", "middle"),
        (middle, str(middle), "middle"),
        (limit, _("%(n)d minutes") % {"n": end}, "end"),
    ]


def stepped(points: Sequence[Point]) -> list[Point]:
    """Turn points into stairs: each share holds until the next."""
    stairs = [points[0]]
    for before, here in pairwise(points):
        stairs += [(here[0], *before[1:]), here]
    return stairs


def row(points: Sequence[Point], minute: float) -> tuple[str, str, str]:
    """Return the share at a minute for the table, in whole percent."""
    _at, share, low, high = [point for point in points if point[0] <= minute][-1]
    band = {"low": round(100 * low), "high": round(100 * high)}
    return str(round(minute)), f"{share:.0%}", _("%(low)d and %(high)d %%") % band
