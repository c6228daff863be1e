"""Shares in rows: a dot for the share, a bar for how sure it is, the words above."""

from collections.abc import Sequence

from holdfast.engine.estimate import Estimate
from holdfast.telling.figures.ink import WIDTH, Figure, Scale, bar, dot, rule, svg, text
from holdfast.telling.shares import in_ten
from holdfast.words.language import gettext as _

ROW = 46
TOP = 4
FOOT = 24


def shares(rows: Sequence[tuple[str, Estimate]], *, shows: str, of: str, seen: str) -> Figure:
    """Draw shares with their bands, one below the other.

    Args:
        rows: what each is called, and its share, in the order in which they shall stand.
        shows: what the figure shows, in a sentence.
        of: what the rows are called in the table.
        seen: what the counts are called in the table.
    """
    x = Scale(0, 1, 2, WIDTH - 2)
    foot = TOP + ROW * len(rows)
    parts = [rule(x(share), TOP, x(share), foot) for share in (0, 0.5, 1)]
    for number, (words, share) in enumerate(rows):
        y = TOP + ROW * number
        parts += [
            text(x(0), y + 16, words, look="name"),
            text(x(1), y + 16, str(share.n), look="count", end="end"),
            bar(x(share.low), y + 25, max(x(share.high) - x(share.low), 2), 10, look="band"),
            dot(x(share.value), y + 30),
        ]
    ends = ((0, "start", _("never")), (0.5, "middle", _("half the time")), (1, "end", _("always")))
    parts += [text(x(at), foot + 17, words, end=end) for at, end, words in ends]
    return Figure(
        svg(parts, height=foot + FOOT, shows=shows),
        shows,
        (of, _("How often"), _("Likely between, in 10"), seen),
        [(words, in_ten(share), between(share), str(share.n)) for words, share in rows],
    )


def between(share: Estimate) -> str:
    """Say the band in whole tenths."""
    low, high = round(share.low * 10), round(share.high * 10)
    return _("%(low)d and %(high)d") % {"low": low, "high": high}
