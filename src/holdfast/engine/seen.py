"""What the learner sees of an exchange: signal, clocks and age, and what settled it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import polars as pl

from holdfast.engine import priors
from holdfast.engine.classes import CLASSES, NEED_CLASSES
from holdfast.engine.local import with_local
from holdfast.engine.needs import GROUP_OF
from holdfast.engine.sameness import one_of_each
from holdfast.words.ages import PRETERM, gestation_at_birth, second_birthday
from holdfast.words.vocabulary import Care, Kind, Need, Response, Settling

SESSION = 30.0
"""Feeds less than so many minutes apart are one (Kent et al. 2006, Pediatrics 117:e387 [R])."""

CLASS_AT = {str(c): place for place, c in enumerate(NEED_CLASSES)}
WORD_AT = {word: place for place, word in enumerate(GROUP_OF)}
NEED_AT = {
    str(Need.NOURISHMENT): 0,
    str(Need.REST): 1,
    str(Need.CLOSENESS): 2,
    str(Need.PLAY): 3,
    str(Need.DISCOMFORT): 4,
}
"""The needs of the log in the order of the tables. "Cannot tell" is no evidence for any."""


class Seen(NamedTuple):
    """One exchange as the learner sees it. Classes and needs are places in the priors' orders."""

    id: str
    child: str
    opened: int  # microseconds since 1970
    day: int  # the local day, in days since 1970
    word: int | None  # the first signal, as its place in WORD_AT
    group: int | None  # its group; None for a kick
    young: bool  # before play
    mean_feed: float  # minutes that are usual at this age
    mean_wake: float
    since_feed: float | None  # minutes; None where nobody wrote a feed down
    awake: float | None
    tried: int | None  # the class of the first answer that says something about the need
    settled_by: int | None  # the class that settled it; None where that is not known
    in_vain: bool  # somebody saw that it went on
    said: int | None  # the need that somebody said it was
    gaps: list[float]  # minutes from feed to feed that were completed since the last exchange


class Child(NamedTuple):
    """When a child was born or is due, as far as the family said."""

    born: date | None = None
    due: date | None = None


def seen(log: pl.DataFrame, exchanges: pl.DataFrame, children: Mapping[str, Child]) -> pl.DataFrame:
    """Lay out what the learner sees.

    Args:
        log: moments, columns as in `holdfast.words.SCHEMA`.
        exchanges: those of the log, as from `exchanges`, or some of them.
        children: birth and due dates by child; a child may be missing.

    Returns:
        One row an exchange, columns as in `Seen`, ordered by opening within each child.
    """
    told = with_local(with_answers(exchanges)).sort("child", "opened")
    once = one_of_each(log)
    told = with_gaps(with_wake(with_feed(told, once), once), once)
    weeks = ages_in_weeks(told, children)
    unknown = weeks.fill_null(priors.AGE_UNKNOWN_WEEKS).to_numpy()
    return told.with_columns(
        opened=pl.col("opened").dt.epoch("us"),
        day=pl.col("day").dt.epoch("d"),
        young=(weeks < priors.PLAY_FROM_WEEKS).fill_null(value=False),
        mean_feed=usual_feed(told["bottle"].to_numpy(), np.maximum(unknown, 0)),
        mean_wake=60 * np.interp(unknown, priors.TIRED_WEEKS, priors.TIRED_HOURS),
    ).select(Seen._fields)


def with_answers(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Add what was tried first, what settled it, and what somebody said it was about."""
    answers = (
        exchanges.select("id", "ended", "answers")
        .explode("answers")
        .unnest("answers", separator=".")
    )
    classes = (
        answers.with_columns(place=place(pl.col("answers.word")))
        .filter(pl.col("place").is_not_null() & (pl.col("answers.at") <= pl.col("ended")))
        .group_by("id", maintain_order=True)
        .agg(tried=pl.col("place").first(), last=pl.col("place").last())
    )
    first = pl.col("signals").list.first()
    return exchanges.join(classes, on="id", how="left", maintain_order="left").select(
        "id",
        "child",
        "zone",
        "opened",
        "tried",
        word=first.replace_strict(WORD_AT, default=None, return_dtype=pl.Int64),
        group=first.replace_strict(GROUP_OF, default=None, return_dtype=pl.Int64),
        settled_by=pl.when(pl.col("end") == Settling.SETTLED).then("last"),
        in_vain=pl.col("end") == Settling.WENT_ON,
        said=pl.col("need").replace_strict(NEED_AT, default=None, return_dtype=pl.Int64),
    )


def place(word: pl.Expr) -> pl.Expr:
    """Return the class of an answer as its place in NEED_CLASSES; nothing for voice."""
    places = {word: CLASS_AT[c] for word, c in CLASSES.items() if c in CLASS_AT}
    return word.replace_strict(places, default=None, return_dtype=pl.Int64)


def with_feed(told: pl.DataFrame, log: pl.DataFrame) -> pl.DataFrame:
    """Add the minutes since the last feed began, and whether it was a bottle."""
    before = told.join_asof(
        feeds(log),
        left_on="opened",
        right_on="fed",
        by="child",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    return before.with_columns(
        since_feed=fresh(minutes(pl.col("opened") - pl.col("fed"))),
        bottle=pl.col("bottle").fill_null(value=False),
    )


def with_wake(told: pl.DataFrame, log: pl.DataFrame) -> pl.DataFrame:
    """Add the minutes awake. Within a sleep, and after one whose end nobody saw, it is unknown."""
    sleeps = log.filter((pl.col("kind") == Kind.CARE) & (pl.col("word") == Care.SLEEP))
    before = told.join_asof(
        sleeps.select("child", fell="at", woke="until").sort("child", "fell"),
        left_on="opened",
        right_on="fell",
        by="child",
        allow_exact_matches=False,
        check_sortedness=False,
    )
    awake = minutes(pl.col("opened") - pl.col("woke"))
    return before.with_columns(awake=fresh(pl.when(awake >= 0).then(awake)))


def with_gaps(told: pl.DataFrame, log: pl.DataFrame) -> pl.DataFrame:
    """Add the gaps from feed to feed that were completed since the exchange before."""
    gaps = (
        feeds(log)
        .with_columns(gap=minutes(pl.col("fed") - pl.col("fed").shift().over("child")))
        .filter(pl.col("gap").is_between(SESSION, priors.STALE_MINUTES))
        .join_asof(
            told.select("child", "id", "opened"),
            left_on="fed",
            right_on="opened",
            by="child",
            strategy="forward",
            allow_exact_matches=False,
            check_sortedness=False,
        )
        .group_by("id", maintain_order=True)
        .agg(gaps="gap")
    )
    none: list[float] = []
    return told.join(gaps, on="id", how="left", maintain_order="left").with_columns(
        pl.col("gaps").fill_null(pl.lit(none, pl.List(pl.Float64)))
    )


def feeds(log: pl.DataFrame) -> pl.DataFrame:
    """Return when feeds began, whether logged as care or as an answer."""
    kinds = [Kind.CARE, Kind.RESPONSE]
    fed = log.filter(pl.col("kind").is_in(kinds) & (pl.col("word") == Response.FEED))
    how = pl.col("detail").str.json_path_match("$.how")
    return fed.select("child", fed="at", bottle=how == "bottle").sort("child", "fed")


def minutes(span: pl.Expr) -> pl.Expr:
    """Return a length of time in minutes."""
    return span.dt.total_microseconds() / 60e6


def fresh(elapsed: pl.Expr) -> pl.Expr:
    """Return minutes, or nothing where it is so long ago that nobody wrote down what came since."""
    return pl.when(elapsed <= priors.STALE_MINUTES).then(elapsed)


def usual_feed(bottle: np.ndarray, weeks: np.ndarray) -> np.ndarray:
    """Return the minutes from feed to feed that are usual, one a row."""
    breast, formula = (60 * (a + b * (1 - np.exp(-weeks / c))) for a, b, c in HOURS)
    return np.where(bottle, formula, breast)


HOURS = (priors.BREAST_HOURS, priors.BOTTLE_HOURS)


def ages_in_weeks(told: pl.DataFrame, children: Mapping[str, Child]) -> pl.Series:
    """Return the usual age (corrected where there is one) on each local day; null if unknown."""
    known = pl.DataFrame(
        list(age_rows(children)),
        schema={"child": pl.String, "born": pl.Date, "from": pl.Date, "until": pl.Date},
        orient="row",
    )
    day = pl.col("day")
    corrected = pl.when(day < pl.col("until")).then(day - pl.col("from"))
    age = pl.when(day >= pl.col("born")).then(pl.coalesce(corrected, day - pl.col("born")))
    joined = told.join(known, on="child", how="left", maintain_order="left")
    return joined.select(age.dt.total_days() / 7).to_series()


def age_rows(children: Mapping[str, Child]) -> Iterable[tuple[object, ...]]:
    """Say of each child whose birth is known from which day its age counts, and until when."""
    for name, (born, due) in children.items():
        if born is not None:
            early = due is not None and gestation_at_birth(born, due) < PRETERM
            yield name, born, due if early else None, second_birthday(born) if early else None
