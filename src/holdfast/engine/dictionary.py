"""Her own dictionary: what each signal tended to be about here. Never what a cry "means".

What a signal was about is what a caregiver said of it, and else what the answer that settled it
speaks for: a feed that settles speaks mostly for hunger, but holding settles many things (science,
D1: the matrix is fixed and not learnt, which is what keeps needs apart). One signal in one
situation is seen a few times only, so each cell borrows from the same signal in general, and that
from all signals, as if it had been seen four times so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine import priors
from holdfast.engine.classes import CLASSES, NEED_CLASSES, ResponseClass
from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.local import minutes, with_local
from holdfast.engine.survival import FEW
from holdfast.words.vocabulary import Care, Kind, Need, Response, Settling

NEEDS = tuple(
    str({"nutrition": Need.NOURISHMENT, "unknown": Need.CANNOT_TELL}.get(need, need))
    for need in priors.NEED_ORDER
)
"""In the order of the priors' tables, in the words of the log."""
ANSWERS = tuple(str(answer) for answer in NEED_CLASSES)
SETTLES = np.array(priors.SETTLES)
BORROWED = 4.0  # as many sightings as what is borrowed counts for [D]
ROUNDS = 30
COMFORT = "comfort"
ALIKE = (str(Need.CLOSENESS), str(Need.CANNOT_TELL))
ALWAYS = "always"
UNKNOWN = "?"
BY = ("clock", "fed", "awake")
KEYS = ("signal", "by", "when", "need", "settled_by")
PARTS = ((6, "night"), (12, "morning"), (17, "afternoon"), (22, "evening"), (24, "night"))
HOURS = (1, 2, 3, 12)
"""Up to how many hours since a feed or since waking; after the last nobody knows."""


Values = NDArray[np.float64]
EVEN: Values = np.full(len(NEEDS), 1 / len(NEEDS))


@dataclass(frozen=True, slots=True)
class Entry:
    """What a signal tended to be about in one situation.

    `about` names the need for which most speaks, or comfort; `share` is how much (with its band and
    the number of times), `shares` that of every need that can be told apart.
    """

    signal: str
    by: str
    when: str
    about: str
    share: Estimate
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A signal in one situation: how often which need was said, and how often what settled it."""

    signal: str
    by: str
    when: str
    said: Values = field(default_factory=lambda: np.zeros(len(NEEDS)))
    settled_by: Values = field(default_factory=lambda: np.zeros(len(ANSWERS)))

    @property
    def times(self) -> int:
        """How often something was known."""
        return int(self.said.sum() + self.settled_by.sum())


def occasions(log: pl.DataFrame, exchanges: pl.DataFrame) -> pl.DataFrame:
    """Find the exchanges of which something is known about what they were about.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`.
        exchanges: those of the log, as from `exchanges`.

    Returns:
        One row each: child, zone, opened, signal (the first), need (as said, null), settled_by
        (class of the last answer before it settled; null where a need was said), fed and awake
        (hours since the last feed and since waking: "1" is under one, ... "?" unknown).
    """
    told = exchanges.with_columns(
        signal=pl.col("signals").list.first(),
        settled_by=pl.when(pl.col("need").is_null()).then(settling_class()),
    ).filter(pl.col("need").is_not_null() | pl.col("settled_by").is_not_null())
    over = pl.max_horizontal("at", "until")
    fed = ends_of(log, Care.FEED, over)
    woke = ends_of(log, Care.SLEEP, pl.col("until"))
    return since(since(told, fed, "fed"), woke, "awake").select(
        "child", "zone", "opened", "signal", "need", "settled_by", "fed", "awake"
    )


def settling_class() -> pl.Expr:
    """Return the class of the last real answer before she settled; voice speaks for no need."""
    answer = pl.element().struct
    silent = [Response.NOT_JUST_THEN]
    real = pl.when(~answer.field("word").is_in(silent)).then(
        pl.struct(at=answer.field("at"), word=answer.field("word"))
    )
    words = (
        pl.col("answers").list.eval(real.drop_nulls()).list.eval(answer.field("word")).list.last()
    )
    by = words.replace_strict(dict(CLASSES), default=None, return_dtype=pl.String)
    informs = (pl.col("end") == Settling.SETTLED) & (by != ResponseClass.VOICE)
    return pl.when(informs).then(by)


def ends_of(log: pl.DataFrame, word: Care, over: pl.Expr) -> pl.DataFrame:
    """Return when each care of a word was over: child, at."""
    care = (pl.col("kind") == Kind.CARE) & (pl.col("word") == word)
    ends = log.filter(care).select("child", at=over).drop_nulls("at")
    return ends.with_columns(last="at").sort("at")


def since(told: pl.DataFrame, ends: pl.DataFrame, name: str) -> pl.DataFrame:
    """Add hours since the latest of `ends` before each opening, as text."""
    nearest = told.sort("opened", "id").join_asof(
        ends,
        left_on="opened",
        right_on="at",
        by="child",
        tolerance=timedelta(hours=HOURS[-1]),
        check_sortedness=False,
    )
    hours = minutes(pl.col("opened") - pl.col("last")) / 60
    bins = pl.lit(UNKNOWN)
    for limit in reversed(HOURS):
        bins = pl.when(hours < limit).then(pl.lit(str(limit))).otherwise(bins)
    return nearest.with_columns(bins.alias(name)).drop("last", "at", strict=False)


def tally_occasions(occasions: pl.DataFrame) -> pl.DataFrame:
    """Count what signals were about, in general and by situation; counts add up.

    Returns:
        One row per signal, by ("always", "clock", "fed" or "awake"), when (the situation), need,
        settled_by, with its count.
    """
    told = with_local(occasions).with_columns(clock=part_of_day(), always=pl.lit(""))
    counts = [
        told.group_by("signal", pl.lit(by).alias("by"), pl.col(by).alias("when"), *KEYS[3:]).agg(
            count=pl.len()
        )
        for by in (ALWAYS, *BY)
    ]
    return pl.concat(counts).cast({"count": pl.Int64}).sort(KEYS)


def part_of_day() -> pl.Expr:
    """Name the part of the day."""
    part = pl.lit("")
    for until, name in reversed(PARTS):
        part = pl.when(pl.col("hour") < until).then(pl.lit(name)).otherwise(part)
    return part


def dictionary(
    tally: pl.DataFrame, *, needed: int = FEW, level: float = 0.8
) -> list[Entry | tuple[str, TooFew]]:
    """Say what each signal tended to be about.

    Args:
        tally: counts from `tally_occasions`, of one child.
        needed: how often a signal must have been seen in a situation.
        level: how much of the posterior the bands hold.

    Returns:
        For each signal, the commonest first: its entry in general, or too few; then its entries by
        situation where it is likely (over .8) to be about something else than in general.
    """
    cells = cells_of(tally)
    general = {cell.signal: cell for cell in cells if cell.by == ALWAYS}
    overall = learnt(EVEN, sum_of(general.values()))
    found: list[Entry | tuple[str, TooFew]] = []
    for signal, cell in sorted(general.items(), key=lambda one: (-one[1].times, one[0])):
        if cell.times < needed:
            found.append((signal, TooFew(cell.times, needed)))
            continue
        counts = learnt(overall / overall.sum(), cell)
        main = entry(cell, counts, level=level)
        found.append(main)
        for here in cells:
            if here.signal == signal and tells(here, needed=needed):
                there = learnt(counts / counts.sum(), here)
                if differs(told_apart(here, there), main.about):
                    found.append(entry(here, there, level=level))
    return found


def tells(cell: Cell, *, needed: int) -> bool:
    """Say whether a cell is a known situation that was seen often enough."""
    return cell.by != ALWAYS and cell.when != UNKNOWN and cell.times >= needed


def cells_of(tally: pl.DataFrame) -> list[Cell]:
    """Lay the counts out as cells, in the order of signal, by and when."""
    cells: dict[tuple[str, str, str], Cell] = {}
    for signal, by, when, need, settled_by, count in tally.select(*KEYS, "count").sort(KEYS).rows():
        cell = cells.setdefault((signal, by, when), Cell(signal, by, when))
        if need is None:
            cell.settled_by[ANSWERS.index(settled_by)] += count
        else:
            cell.said[NEEDS.index(need)] += count
    return list(cells.values())


def sum_of(cells: Iterable[Cell]) -> Cell:
    """Add cells up."""
    every = list(cells)
    said = sum((cell.said for cell in every), start=np.zeros(len(NEEDS)))
    settled_by = sum((cell.settled_by for cell in every), start=np.zeros(len(ANSWERS)))
    return Cell("", "", "", said, settled_by)


def learnt(prior: Values, cell: Cell) -> Values:
    """Return how much speaks for each need, what is borrowed included.

    What settled is shared out among the needs that it may have been for, by how often they were it
    here; that depends on the outcome, so it goes round until it stays (Dempster et al. 1977).
    """
    counts = BORROWED * prior + cell.said
    shares = counts / counts.sum()
    for _ in range(ROUNDS):
        weights = shares[:, None] * SETTLES
        counts = BORROWED * prior + cell.said + (weights / weights.sum(axis=0)) @ cell.settled_by
        shares = counts / counts.sum()
    return counts


def told_apart(cell: Cell, counts: Values) -> dict[str, float]:
    """Return how much speaks for each need that can be told apart here.

    Holding settles closeness and what nobody can name alike: unless somebody said which it was,
    the two are one, comfort (science, D1).
    """
    speaks = dict(zip(NEEDS, map(float, counts), strict=True))
    if any(cell.said[NEEDS.index(need)] for need in ALIKE):
        return speaks
    comfort = sum(speaks.pop(need) for need in ALIKE)
    return {**speaks, COMFORT: comfort}


def differs(here: Mapping[str, float], main: str) -> bool:
    """Say whether something else than `main` is likely to be the commonest here."""
    from scipy.special import betainc  # noqa: PLC0415 -- slow import

    lead = max(here, key=here.__getitem__)
    close = {COMFORT, *ALIKE}
    if lead == main or {lead, main} <= close:
        return False
    usual = sum(here[need] for need in here if need == main or (main in close and need in close))
    # Of two shares of a Dirichlet, the first of both is a beta.
    return float(betainc(here[lead], usual, 0.5)) < 1 - priors.RANK_FROM


def entry(cell: Cell, counts: Values, *, level: float) -> Entry:
    """Return the entry of a cell: the need for which most speaks, with its band."""
    from scipy.special import betaincinv  # noqa: PLC0415 -- slow import

    here, edge = told_apart(cell, counts), (1 - level) / 2
    lead, total = max(here, key=here.__getitem__), sum(here.values())
    a, mean = here[lead], here[lead] / total
    low, high = (float(betaincinv(a, total - a, p)) for p in (edge, 1 - edge))
    share = Estimate(mean, min(low, mean), max(high, mean), cell.times)
    shares = {need: count / total for need, count in here.items()}
    return Entry(cell.signal, cell.by, cell.when, lead, share, shares)
