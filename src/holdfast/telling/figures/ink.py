"""Pen and ruler: scales, paths and words of a drawing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 360


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with what it shows, and the same as a table."""

    svg: str
    shows: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Scale:
    """Places of numbers on paper: `first` to `last` lie between `start` and `end`."""

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return where a number lies, never beyond the ends."""
        share = (value - self.first) / (self.last - self.first)
        return round(self.start + min(max(share, 0.0), 1.0) * (self.end - self.start), 1)


def svg(parts: Iterable[str], *, height: float, shows: str) -> str:
    """Put parts on a sheet."""
    return (
        f'<svg class="drawing" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-label="{escape(shows)}">{"".join(parts)}</svg>'
    )


def text(x: float, y: float, words: str, *, look: str = "", end: str = "start") -> str:
    """Write words; `end` is which end of them stands at x."""
    name = f' class="{look}"' if look else ""
    anchor = "" if end == "start" else f' text-anchor="{end}"'
    return f'<text{name} x="{x:g}" y="{y:g}"{anchor}>{escape(words)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float, *, look: str = "rule") -> str:
    """Draw a straight line."""
    return f'<line class="{look}" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>'


def path(points: Iterable[tuple[float, float]], *, look: str, closed: bool = False) -> str:
    """Draw a line through points; closed, it is a shape."""
    through = "L".join(f"{x:g} {y:g}" for x, y in points)
    return f'<path class="{look}" d="M{through}{"Z" if closed else ""}"/>'


def shape(
    xs: Sequence[float], lows: Sequence[float], highs: Sequence[float], *, look: str = "band"
) -> str:
    """Draw a band between lows and highs."""
    there = list(zip(xs, highs, strict=True))
    back = list(zip(reversed(xs), reversed(lows), strict=True))
    return path([*there, *back], look=look, closed=True)


def dot(x: float, y: float, *, look: str = "dot", radius: float = 4.5) -> str:
    """Set a dot."""
    return f'<circle class="{look}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def bar(x: float, y: float, width: float, height: float, *, look: str) -> str:
    """Set a bar with soft corners."""
    return (
        f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'rx="{min(width, height, 4) / 2:g}"/>'
    )
