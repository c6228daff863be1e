"""The sheet: a child's tables, small enough for a phone to say what may help where no signal is.

`may_help` multiplies them here, `client/src/may_help.js` multiplies them there; a test holds the
two together. Where the model was no better than the plain frequencies over the last scored
exchanges, the sheet says so and the frequencies are told instead, or nothing.
"""

from math import exp
from statistics import quantiles
from typing import Any, NamedTuple

import polars as pl

from holdfast.engine import priors
from holdfast.engine.classes import NEED_CLASSES
from holdfast.engine.learner import Learner, start
from holdfast.engine.needs import (
    GROUP_OF,
    clock_factor,
    corrected,
    feed_minutes,
    need_chances,
    sharpened,
    tired_minutes,
)
from holdfast.engine.seen import WORD_AT, Child, Seen, seen

JUDGED_FROM = 20
"""Scored exchanges before the model is judged by the frequencies; till then its prior speaks."""
FEW = 5
GAPS_NEEDED = 8
LIKELY, POSSIBLE, LEAST = 0.45, 0.20, 0.10
BANDS = (("likely", LIKELY), ("possible", POSSIBLE), ("less_likely", LEAST))
MOST = 3
MODEL, FREQUENCY, NOTHING = "model", "frequency", "nothing"
VERSION = 1


class Option(NamedTuple):
    """What may help: a class of answer, its chance, its band, and how it went the last times.

    `settled` of `tried`: how often it settled when it was tried first at signals like this.
    """

    helps: str
    chance: float
    band: str
    settled: int
    tried: int


class MayHelp(NamedTuple):
    """Two or three options, the likeliest first, or none; `by` model, frequency or nothing.

    `n` counts what stands behind it: scored exchanges, or those that began with this signal.
    """

    options: tuple[Option, ...]
    by: str
    n: int


class Asked(NamedTuple):
    """What may help at one exchange, with what it was told from."""

    may: MayHelp
    sheet: dict[str, Any]
    since_feed: float | None
    awake: float | None


def ask(
    state: Learner | None, log: pl.DataFrame, exchange: pl.DataFrame, child: Child
) -> Asked | None:
    """Say what may help at the signal that opened an exchange.

    Args:
        state: what the learner knew before it; None for a child of whom nothing was seen.
        log: the child's moments of the day before it and since.
        exchange: one row of `exchanges`.
        child: when it was born or is due.

    Returns:
        None where there is no exchange, or where it began with a kick.
    """
    rows = seen(log, exchange, dict.fromkeys(exchange["child"], child)).rows()
    if not rows or (now := Seen._make(rows[0])).word is None:
        return None
    known = state or start(young=now.young)
    tables = tables_of(known, mean_feed=now.mean_feed, mean_wake=now.mean_wake)
    word = next(name for name, at in WORD_AT.items() if at == now.word)
    may = may_help(tables, word, since_feed=now.since_feed, awake=now.awake)
    return Asked(may, tables, now.since_feed, now.awake)


def sheet(state: Learner, *, weeks: float | None, bottle: bool = False) -> dict[str, Any]:
    """Make the sheet of a child.

    Args:
        state: what the learner knows.
        weeks: the usual age in weeks (corrected where there is one); None where unknown.
        bottle: whether the last feed was a bottle.
    """
    mean_feed, mean_wake = feed_minutes(weeks, bottle=bottle), tired_minutes(weeks)
    return tables_of(state, mean_feed=mean_feed, mean_wake=mean_wake)


def tables_of(state: Learner, *, mean_feed: float, mean_wake: float) -> dict[str, Any]:
    """Lay out the tables for minutes that are usual at an age."""
    low, high = usual_gap(state) or (None, None)
    return {
        "version": VERSION,
        "classes": list(NEED_CLASSES),
        "groups": GROUP_OF,
        "words": WORD_AT,
        "shares": state.shares,
        "telling": [
            [count / total for count, total in zip(row, state.totals, strict=True)]
            for row in state.telling
        ],
        "settles": priors.SETTLES,
        "feed": {"mean": mean_feed * exp(state.feed.mean), "shape": priors.FEED_SHAPE},
        "wake": {"mean": mean_wake * exp(state.wake.mean), "shape": priors.WAKE_SHAPE},
        "range": priors.FACTOR_RANGE,
        "stale": priors.STALE_MINUTES,
        "least": priors.LEAST_NEED,
        "temperature": state.temperature,
        "sure": priors.SURE_ENOUGH,
        "bands": BANDS,
        "most": MOST,
        "few": FEW,
        "by": MODEL if model_is_heard(state) else FREQUENCY,
        "scored": state.scored,
        "settled": state.settled,
        "expected": state.expected,
        "as_expected": priors.AS_EXPECTED,
        "tried": [[[sum(tries), len(tries)] for tries in row] for row in state.tried],
        "gap": {"low": low, "high": high, "n": len(state.gaps)},
    }


def model_is_heard(state: Learner) -> bool:
    """Whether the model did better than the frequencies over the last scored exchanges."""
    return len(state.margins) < JUDGED_FROM or sum(state.margins) < 0


def usual_gap(state: Learner) -> tuple[float, float] | None:
    """Return the minutes between which half of the child's own gaps from feed to feed lie."""
    if len(state.gaps) < GAPS_NEEDED:
        return None
    low, _, high = quantiles(state.gaps, n=4)
    return low, high


def may_help(
    sheet: dict[str, Any], word: str, *, since_feed: float | None, awake: float | None
) -> MayHelp:
    """Return what may help first at a signal, or honestly nothing.

    Args:
        sheet: from `sheet`.
        word: the signal.
        since_feed: minutes since the last feed began; None where none is known.
        awake: minutes since waking; None where unknown.
    """
    if word not in sheet["groups"]:
        return MayHelp((), NOTHING, 0)
    if sheet["by"] == FREQUENCY:
        counts = sheet["settled"][sheet["words"][word]]
        n = int(sum(counts))
        enough = n >= sheet["few"]
        shares = [(count + 1) / (n + len(counts)) for count in counts]
        return MayHelp(options(sheet, word, shares), FREQUENCY, n) if enough else nothing(n)
    needs = need_chances(
        sheet["shares"],
        sheet["telling"][sheet["groups"][word]],
        (fresh_factor(sheet, since_feed, "feed"), fresh_factor(sheet, awake, "wake"), 1, 1, 1, 1),
    )
    sharp = sharpened(needs, sheet["temperature"])
    place = sheet["words"][word]
    chances = corrected(sharp @ sheet["settles"], sheet["settled"][place], sheet["expected"][place])
    # Which need it is may stay open where one answer fits all that are left.
    if max(sharp.max(), chances.max()) < sheet["sure"]:
        return nothing(sheet["scored"])
    return MayHelp(options(sheet, word, chances.tolist()), MODEL, sheet["scored"])


def nothing(n: int) -> MayHelp:
    """Say that there are too few to say, which is a good answer."""
    return MayHelp((), NOTHING, n)


def fresh_factor(sheet: dict[str, Any], minutes: float | None, clock: str) -> float:
    """Return how much likelier the clock makes its need; 1 where it stands still for too long."""
    fresh = minutes if minutes is not None and minutes <= sheet["stale"] else None
    return clock_factor(fresh, sheet[clock]["mean"], sheet[clock]["shape"])


def options(sheet: dict[str, Any], word: str, chances: list[float]) -> tuple[Option, ...]:
    """Return the likeliest classes, each in its band."""
    tried = sheet["tried"][sheet["groups"][word]]
    found = [
        Option(helps, chance, band, *tries)
        for helps, chance, tries in zip(sheet["classes"], chances, tried, strict=True)
        if (band := band_of(chance))
    ]
    return tuple(sorted(found, key=lambda option: -option.chance)[: sheet["most"]])


def band_of(chance: float) -> str:
    """Return the band in plain words, or nothing where it is too unlikely to say."""
    return next((band for band, least in BANDS if chance >= least), "")
