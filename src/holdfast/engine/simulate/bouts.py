"""Exploring in a day: bouts of going off while nothing presses, and looks back in between.

With somebody near and no alarm the room of `exploring` is a chain of waits, which is drawn here
directly between one bid and the next.
"""

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from holdfast.engine.simulate.chance import Chance
from holdfast.engine.simulate.exploring import CHECKS_BACK
from holdfast.engine.simulate.life import Life
from holdfast.engine.simulate.living import Day

PLAYS_NEAR_WEEKS = 6
STARTS = 0.8  # per minute, at ease
LOOKS = 4.0  # minutes from one look back to the next
SHORTEST = 2.0  # minutes of a bout that somebody would notice
LEAST = 5.0  # minutes of peace in which a bout is worth a line


class Bout(NamedTuple):
    """One bout. Times are minutes since midnight of the day of birth."""

    start: float
    end: float
    by: int  # who was near
    off: bool  # went off; otherwise it played near somebody
    looks: float | None  # when it looked back


def bouts_of(chance: Chance, life: Life, day: Day, *, share: float) -> Iterator[Bout]:
    """Yield the bouts of a day, each kept with this probability."""
    weeks = day.number / 7
    if weeks < PLAYS_NEAR_WEEKS or not day.bids:
        return
    mobile = weeks >= life.child.crawls
    trust = life.hidden[min(day.number, len(life.hidden) - 1)].trust
    length = (1 + 4 * (1 - exp(-weeks / 30))) * (0.6 + 0.8 * trust)
    for start, end in peace(day):
        by = day.in_charge[int(start / 60) % 24]
        at = start + chance.wait(1 / STARTS)
        while at < end:
            until = min(at + chance.wait(length), end)
            looks = at + chance.wait(LOOKS)
            if until - at > SHORTEST and chance.happens(share):
                yield Bout(at, until, by, mobile, looks if looks < until else None)
            at = until + chance.wait(CHECKS_BACK) + chance.wait(1 / STARTS)


def peace(day: Day) -> Iterator[tuple[float, float]]:
    """Yield the waking times of a day in which nobody was called and nobody slept or fed."""
    busy = [(bid.onset, bid.ended) for bid in day.bids] + [*day.sleeps]
    busy += [(start, end) for start, end, _ in day.feeds]
    busy.sort()
    free = busy[0][1]
    for start, end in busy[1:]:
        if start - free > LEAST:
            yield free, start
        free = max(free, end)
