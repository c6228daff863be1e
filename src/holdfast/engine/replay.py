"""A log lived through again: each chance written down before its outcome, then scored.

Four forecasters are scored side by side on which class of answer settled: the model, what settled
this signal so far, what settled anything so far, and the model's prior that never learns.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from holdfast.engine import priors
from holdfast.engine.classes import NEED_CLASSES
from holdfast.engine.estimate import TooFew
from holdfast.engine.exchanges import exchanges
from holdfast.engine.learner import Learner, predict, start, step
from holdfast.engine.needs import need_chances, settling_chances
from holdfast.engine.scores import briers, by_day, equal_edges, log_losses, murphy, tally_forecasts
from holdfast.engine.seen import Child, Seen, seen
from holdfast.words.vocabulary import Settling

Values = NDArray[np.float64]
MODEL = "model"
FREQUENCY_BY_SIGNAL = "frequency_by_signal"
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Replayed:
    """What came of it: states by child, states at each month's end, and all predictions."""

    learners: Mapping[str, Learner]
    checkpoints: Mapping[tuple[str, int], Learner]  # by child and local month: 12 year + month - 1
    scored: pl.DataFrame  # id, child, opened, day, settled_by, word, and what `by_age` needs
    chances: Mapping[str, Values] = field(default_factory=dict)  # (scored, 5) by forecaster


def replay(seen: pl.DataFrame, learners: Mapping[str, Learner] = MappingProxyType({})) -> Replayed:
    """Live through exchanges again, child by child.

    Args:
        seen: what the learner sees, as from `seen`.
        learners: states to begin from, by child; who is not there begins from the priors.

    Returns:
        Scored are exchanges that somebody settled with an answer of the five classes.
    """
    ended: dict[str, Learner] = {}
    checkpoints: dict[tuple[str, int], Learner] = {}
    said: list[tuple[float, ...]] = []
    for (child,), part in seen.partition_by("child", as_dict=True, maintain_order=True).items():
        state = learners.get(str(child)) or start(young=bool(part["young"].item(0)))
        for month, rows in by_month(part):
            for row in rows:
                one = Seen._make(row)
                expected = None
                if one.settled_by is not None:
                    expected = predict(state, one)
                    if expected is not None:
                        said.append(expected.settles)
                state = step(state, one, expected)
            checkpoints[str(child), month] = state
        ended[str(child)] = state
    scored = seen.filter(pl.col("settled_by").is_not_null() & pl.col("group").is_not_null())
    model = np.array(said, dtype=np.float64).reshape(-1, len(NEED_CLASSES))
    return Replayed(ended, checkpoints, scored, {MODEL: model, **baselines(scored)})


REACH = timedelta(days=1)
"""How much of the log before the last exchange it takes to go on: clocks stop after half a day."""


def catch_up(
    state: Learner | None,
    log: pl.DataFrame,
    child: Child,
    *,
    now: datetime,
    firm: datetime | None = None,
) -> tuple[Learner | None, dict[int, Learner]]:
    """Take a child's learner up to now: every exchange that is over and was not seen before.

    Args:
        state: what was known, or None to begin from the priors.
        log: the child's moments, from `REACH` before the state's last exchange on.
        child: when it was born or is due.
        now: an exchange that still runs then, and what opened after it, is left for the next time.
        firm: from when on moments are still often written down late; None for `now`.

    Returns:
        The state (None while nothing was seen), and the states at the end of each local month
        that was passed or begun, to take up again from there after a late edit. They know nothing
        of exchanges that opened at `firm` or later.
    """
    found = exchanges(log)
    over = pl.col("end").is_in([Settling.SETTLED, Settling.SETTLED_ALONE]) | (
        pl.col("ended") <= now
    )
    known = dict.fromkeys(found["child"].unique(), child)
    first_running = micros(found.filter(~over)["opened"].min() or now)
    last_seen = -1 if state is None else state.upto
    rows = seen(log, found, known).filter(
        pl.col("opened").is_between(last_seen, first_running, closed="none")
    )
    months, until = {}, micros(firm or now)
    for one in map(Seen._make, rows.rows()):
        state = step(state or start(young=one.young), one)
        if one.opened < until:
            months[month_of(one.day)] = state
    return state, months


def month_of(day: int) -> int:
    """Return the month of a day in days since 1970: 12 year + month - 1."""
    date = EPOCH + timedelta(days=day)
    return 12 * date.year + date.month - 1


def micros(at: Any) -> int:  # noqa: ANN401 -- what polars says of a column's least value
    """Return an instant in microseconds since 1970, as exchanges open in `Seen`."""
    since: timedelta = at - EPOCH
    return since // timedelta(microseconds=1)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def by_month(seen: pl.DataFrame) -> list[tuple[int, list[tuple[Any, ...]]]]:
    """Part one child's exchanges by local month, in order."""
    date = pl.col("day").cast(pl.Int32).cast(pl.Date)
    month = date.dt.year().cast(pl.Int64) * 12 + date.dt.month().cast(pl.Int64) - 1
    parts = seen.with_columns(month=month).partition_by("month", as_dict=True, maintain_order=True)
    return [(int(at), part.drop("month").rows()) for (at,), part in parts.items()]


def baselines(scored: pl.DataFrame) -> dict[str, Values]:
    """Return what the other forecasters would have said, each knowing only what came before."""
    child, word, settled_by = (scored[name].to_numpy() for name in ("child", "word", "settled_by"))
    by_signal = [f"{one}/{other}" for one, other in zip(child, word, strict=True)]
    return {
        FREQUENCY_BY_SIGNAL: running(np.asarray(by_signal, dtype=object), settled_by),
        "frequency": running(child, settled_by),
        "age_prior": by_age(scored),
    }


def running(groups: NDArray[Any], outcomes: NDArray[Any]) -> Values:
    """Return how often each class came before in the same group, as if each had come once."""
    ones = pl.DataFrame(np.eye(len(NEED_CLASSES))[outcomes.astype(int)], schema=list(NEED_CLASSES))
    before = pl.col(*NEED_CLASSES).cum_sum() - pl.col(*NEED_CLASSES) + 1
    rows = ones.with_columns(group=pl.Series(groups.astype(str), dtype=pl.String))
    counts = rows.select(before.over("group")).to_numpy()
    shares: Values = counts / counts.sum(axis=1, keepdims=True)
    return shares


def by_age(scored: pl.DataFrame) -> Values:
    """Return what the prior says by age, signal and clocks, and never learns from."""
    factors = np.ones((len(scored), len(priors.NEED_ORDER)))
    for place, (since, usual, shape) in enumerate(CLOCKS):
        factors[:, place] = clock_factors(scored[since], scored[usual], shape)
    shares = np.where(
        scored["young"].to_numpy()[:, None],
        np.asarray(priors.NEED_SHARES_BEFORE_PLAY) / sum(priors.NEED_SHARES_BEFORE_PLAY),
        np.asarray(priors.NEED_SHARES) / sum(priors.NEED_SHARES),
    )
    telling = np.asarray(priors.SIGNAL_SHARES).T[scored["group"].to_numpy().astype(int)]
    return settling_chances(need_chances(shares, telling, factors))


CLOCKS = (
    ("since_feed", "mean_feed", priors.FEED_SHAPE),
    ("awake", "mean_wake", priors.WAKE_SHAPE),
)


def clock_factors(since: pl.Series, usual: pl.Series, shape: int) -> Values:
    """Return `needs.clock_factor` of a whole column; 1 where nobody wrote it down."""
    x = shape * since.cast(pl.Float64).to_numpy() / usual.to_numpy()
    terms = [np.ones_like(x)]
    for j in range(1, shape):
        terms.append(terms[-1] * x / j)
    factors: Values = np.clip(shape * terms[-1] / np.sum(terms, axis=0), *priors.FACTOR_RANGE)
    return np.nan_to_num(factors, nan=1.0)


def predictions(replayed: Replayed) -> pl.DataFrame:
    """Return what the model said: moment, at, settled_by, and one column a class."""
    chances = pl.DataFrame(replayed.chances[MODEL], schema=list(NEED_CLASSES))
    return replayed.scored.select(
        moment="id",
        at=pl.col("opened").cast(pl.Datetime("us", "UTC")),
        settled_by=pl.col("settled_by").replace_strict(
            dict(enumerate(map(str, NEED_CLASSES))), return_dtype=pl.String
        ),
    ).hstack(chances)


def score(replayed: Replayed, *, rng: np.random.Generator) -> dict[str, Any]:
    """Score all forecasters.

    Args:
        replayed: from `replay`.
        rng: for the bootstrap of whole days.

    Returns:
        `scored` (how many) and, by forecaster, log_loss, brier (summed over the classes),
        calibration_error (over all chances, in bins of equally many) and difference: the model's
        log-loss less this one's, with its day-blocked interval; for the model itself, against
        frequency_by_signal, which is what *Now* would fall back to. None where nothing was scored
        or there are too few days.
    """
    outcomes = replayed.scored["settled_by"].to_numpy().astype(int)
    days = replayed.scored.select(pl.concat_str("child", "day", separator="/")).to_series()
    losses = {name: log_losses(p, outcomes) for name, p in replayed.chances.items()}
    better = {
        name: {"of": MODEL, "to": name, **difference(days, losses[MODEL] - loss, rng)}
        for name, loss in losses.items()
        if name != MODEL
    }
    better[MODEL] = better[FREQUENCY_BY_SIGNAL]
    return {"scored": len(outcomes)} | {
        name: {**scored_one(chances, outcomes), "difference": better[name]}
        for name, chances in replayed.chances.items()
    }


def scored_one(chances: Values, outcomes: NDArray[Any]) -> dict[str, float | None]:
    """Score one forecaster."""
    if len(outcomes) == 0:
        return {"log_loss": None, "brier": None, "calibration_error": None}
    came = np.eye(chances.shape[1])[outcomes]
    edges = equal_edges(chances.ravel())
    parts = murphy(tally_forecasts(chances.ravel(), came.ravel(), edges=edges))
    return {
        "log_loss": float(log_losses(chances, outcomes).mean()),
        "brier": float(briers(chances, outcomes).mean()),
        "calibration_error": None if parts is None else parts.error,
    }


def difference(days: pl.Series, values: Values, rng: np.random.Generator) -> dict[str, Any]:
    """Estimate a mean difference of losses, drawing whole days."""
    found = by_day(days, values, rng=rng, draws=DRAWS)
    if isinstance(found, TooFew):
        return {"value": None, "low": None, "high": None, "days": found.n}
    return {"value": found.value, "low": found.low, "high": found.high, "days": found.n}
