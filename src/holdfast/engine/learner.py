"""The learner: what is known of one child, as a value that takes one step per exchange.

A step is a few dozen multiplications on plain numbers: `engine/needs.py` says the same with whole
tables, and a test holds the two together. A state can be written down at any time and taken up
again, so a late edit replays from the month's checkpoint and not from birth.
"""

import json
from math import exp, log
from typing import Any, NamedTuple

from holdfast.engine import priors
from holdfast.engine.seen import WORD_AT, Seen

LOOKED_BACK = 100
"""Over so many scored exchanges the model must do better than the frequencies to be heard."""
LIKE_THIS = 8
GAPS = 30
VERSION = 1

Numbers = tuple[float, ...]


class Pace(NamedTuple):
    """How fast a child's clock runs against what is usual: log scale, mean and variance."""

    mean: float = 0.0
    variance: float = priors.PACE_VARIANCE


class Learner(NamedTuple):
    """What is known of a child after its exchanges so far. Orders are those of the priors."""

    shares: Numbers  # of the needs, as counts
    telling: tuple[Numbers, ...]  # counts by signal group, then need
    totals: Numbers  # by need: the sum of `telling`
    feed: Pace
    wake: Pace
    temperature: float
    settled: tuple[Numbers, ...]  # counts by signal, then class
    expected: tuple[Numbers, ...]  # by signal, then class: the sum of what the tables expected
    margins: Numbers  # the model's log-loss less the frequencies', of the last scored exchanges
    tried: tuple[tuple[tuple[int, ...], ...], ...]  # by group and class tried first: 1 it settled
    gaps: Numbers  # minutes from feed to feed, the last ones
    scored: int
    upto: int  # the opening of the last exchange, in microseconds since 1970

    def to_json(self) -> str:
        """Write the state down, without loss."""
        return json.dumps({"version": VERSION, **self._asdict()}, separators=(",", ":"))


class Prediction(NamedTuple):
    """What is expected of one exchange before it is known how it went."""

    needs: Numbers
    logs: Numbers  # of `needs`
    sharp: Numbers  # `needs` as sure as outcomes have taught
    expects: Numbers  # by class, from the tables
    settles: Numbers  # by class, corrected by what settled this signal more often than expected
    factors: tuple[float, float]  # of food and rest
    frequency: Numbers  # by class: how often it settled this signal so far


def prior_counts(shares: Numbers) -> Numbers:
    """Return the prior's counts of the needs."""
    return tuple(priors.NEED_WEIGHT * share / sum(shares) for share in shares)


OLDER, YOUNGER = map(prior_counts, (priors.NEED_SHARES, priors.NEED_SHARES_BEFORE_PLAY))
CLASSES = len(priors.SETTLES[0])
BY_CLASS = tuple(zip(*priors.SETTLES, strict=True))
EVEN = 1 / CLASSES


def start(*, young: bool = True) -> Learner:
    """Return what is known of a child of whom nothing was seen: the priors."""
    groups = len(priors.SIGNAL_ORDER)
    telling = tuple(
        tuple(priors.SIGNAL_WEIGHT * row[group] for row in priors.SIGNAL_SHARES)
        for group in range(groups)
    )
    return Learner(
        shares=YOUNGER if young else OLDER,
        telling=telling,
        totals=tuple(sum(column) for column in zip(*telling, strict=True)),
        feed=Pace(),
        wake=Pace(),
        temperature=0.0,
        settled=((0.0,) * CLASSES,) * len(WORD_AT),
        expected=((0.0,) * CLASSES,) * len(WORD_AT),
        margins=(),
        tried=(((),) * CLASSES,) * groups,
        gaps=(),
        scored=0,
        upto=0,
    )


def from_json(text: str) -> Learner | None:
    """Take a state up again; None for one of another version, which is then replayed."""
    found: dict[str, Any] = json.loads(text)
    if found.pop("version", None) != VERSION or set(found) != set(Learner._fields):
        return None
    state = Learner(**{name: frozen(value) for name, value in found.items()})
    return state._replace(feed=Pace(*state.feed), wake=Pace(*state.wake))


def frozen(value: Any) -> Any:  # noqa: ANN401 -- whatever JSON holds
    """Return lists as tuples, all the way down."""
    return tuple(map(frozen, value)) if isinstance(value, list) else value


def predict(state: Learner, seen: Seen) -> Prediction | None:
    """Return what is expected at a signal; None for one that says nothing, as a kick."""
    if seen.group is None or seen.word is None:
        return None
    food = factor_3(seen.since_feed, seen.mean_feed * exp(state.feed.mean))
    rest = factor_5(seen.awake, seen.mean_wake * exp(state.wake.mean))
    a, b, c, d, e, f = state.shares
    u, v, w, x, y, z = state.telling[seen.group]
    k, m, n, o, p, q = state.totals
    a, b, c, d, e, f = (
        a * food * u / k,
        b * rest * v / m,
        c * w / n,
        d * x / o,
        e * y / p,
        f * z / q,
    )
    scale = (1 - priors.LEAST_NEED) / (a + b + c + d + e + f)
    least = priors.LEAST_NEED / 6
    a, b, c, d, e, f = (
        a * scale + least,
        b * scale + least,
        c * scale + least,
        d * scale + least,
        e * scale + least,
        f * scale + least,
    )
    logs = (log(a), log(b), log(c), log(d), log(e), log(f))
    sharp = sharpened(logs, exp(state.temperature))
    expects = tuple([dot(column, sharp) for column in BY_CLASS])
    settles = corrected(expects, state.settled[seen.word], state.expected[seen.word])
    counts = state.settled[seen.word]
    total = sum(counts) + CLASSES
    frequency = tuple([(count + 1) / total for count in counts])
    return Prediction((a, b, c, d, e, f), logs, sharp, expects, settles, (food, rest), frequency)


def sharpened(logs: Numbers, power: float) -> Numbers:
    """Return chances to a power, adding up to 1."""
    a, b, c, d, e, f = logs
    a, b, c = exp(power * a), exp(power * b), exp(power * c)
    d, e, f = exp(power * d), exp(power * e), exp(power * f)
    total = a + b + c + d + e + f
    return (a / total, b / total, c / total, d / total, e / total, f / total)


def corrected(expects: Numbers, settled: Numbers, expected: Numbers) -> Numbers:
    """Return `needs.corrected` of plain numbers."""
    scale = priors.AS_EXPECTED / (sum(expected) + 1)
    weights = []
    for now, count, total in zip(expects, settled, expected, strict=True):
        usual = scale * (total + now)
        weights.append(now * (count + usual) / (total + usual))
    whole = sum(weights)
    return tuple([weight / whole for weight in weights])


def dot(one: Numbers, other: Numbers) -> float:
    """Return the sum of six products."""
    a, b, c, d, e, f = one
    u, v, w, x, y, z = other
    return a * u + b * v + c * w + d * x + e * y + f * z


def factor_3(minutes: float | None, mean: float) -> float:
    """Return `clock_factor` for the shape of feeds."""
    if minutes is None:
        return 1.0
    x = 3 * minutes / mean
    square = x * x / 2
    return min(max(3 * square / (1 + x + square), LOW), HIGH)


def factor_5(minutes: float | None, mean: float) -> float:
    """Return `clock_factor` for the shape of waking."""
    if minutes is None:
        return 1.0
    x = 5 * minutes / mean
    square = x * x / 2
    cube = square * x / 3
    fourth = cube * x / 4
    return min(max(5 * fourth / (1 + x + square + cube + fourth), LOW), HIGH)


LOW, HIGH = priors.FACTOR_RANGE


def step(state: Learner, seen: Seen, expected: Prediction | None = None) -> Learner:
    """Return what is known after one exchange more.

    Args:
        state: what was known before.
        seen: the exchange, once it is over.
        expected: what `predict` said of it, where somebody asked already.
    """
    state = noted(state, seen)
    if seen.settled_by is None:
        return state
    expected = expected or predict(state, seen)
    return state if expected is None else learnt(state, seen, expected)


def noted(state: Learner, seen: Seen) -> Learner:
    """Keep what reasons are told from: gaps between feeds, and whether the first try settled."""
    gaps = (*state.gaps, *seen.gaps)[-GAPS:] if seen.gaps else state.gaps
    tried = state.tried
    over = seen.settled_by is not None or seen.in_vain
    if over and seen.group is not None and seen.tried is not None:
        row = tried[seen.group]
        outcomes = (*row[seen.tried], int(seen.settled_by == seen.tried))[-LIKE_THIS:]
        tried = replaced(tried, seen.group, replaced(row, seen.tried, outcomes))
    return state._replace(gaps=gaps, tried=tried, upto=seen.opened)


def replaced(row: tuple[Any, ...], place: int, value: object) -> tuple[Any, ...]:
    """Return a row with one value in place of another."""
    return (*row[:place], value, *row[place + 1 :])


def learnt(state: Learner, seen: Seen, expected: Prediction) -> Learner:
    """Learn from what settled it (science, D1, update)."""
    group, word, by = seen.group, seen.word, seen.settled_by
    assert group is not None and word is not None and by is not None  # noqa: PT018, S101 -- predicted
    about = needs_after(expected.needs, by, seen.said)
    food, rest = expected.factors
    least = priors.LEAST_FACTOR
    weighed = (about[0] / max(food, least), about[1] / max(rest, least), *about[2:])
    total = sum(weighed)
    keep, prior = priors.KEEP_NEEDS, YOUNGER if seen.young else OLDER
    counts = state.settled[word]
    margin = log(expected.frequency[by]) - log(expected.settles[by])
    return state._replace(
        shares=tuple(
            [
                keep * count + (1 - keep) * before + more / total
                for count, before, more in zip(state.shares, prior, weighed, strict=True)
            ]
        ),
        telling=replaced(state.telling, group, added(state.telling[group], about)),
        totals=added(state.totals, about),
        feed=paced(
            state.feed, seen.since_feed, seen.mean_feed, weight=about[0], noise=priors.FEED_NOISE
        ),
        wake=paced(
            state.wake, seen.awake, seen.mean_wake, weight=about[1], noise=priors.WAKE_NOISE
        ),
        temperature=tempered(state.temperature, expected, by),
        settled=replaced(state.settled, word, replaced(counts, by, counts[by] + 1)),
        expected=replaced(state.expected, word, added(state.expected[word], expected.expects)),
        margins=(*state.margins, margin)[-LOOKED_BACK:],
        scored=state.scored + 1,
    )


def needs_after(needs: Numbers, by: int, said: int | None) -> Numbers:
    """Return the chances of the needs, knowing what settled and what somebody said."""
    weights = [chance * fits for chance, fits in zip(needs, BY_CLASS[by], strict=True)]
    if said is not None:
        weights = [
            weight * (priors.SAID_SO if place == said else priors.NOT_SAID)
            for place, weight in enumerate(weights)
        ]
    total = sum(weights)
    return tuple([weight / total for weight in weights])


def added(counts: Numbers, more: Numbers) -> Numbers:
    """Return counts with more of them."""
    return tuple([count + plus for count, plus in zip(counts, more, strict=True)])


def paced(pace: Pace, minutes: float | None, usual: float, *, weight: float, noise: float) -> Pace:
    """Follow the child's own pace where a gap says something about it: one scalar Kalman step."""
    soonest, latest = priors.PACE_MINUTES
    if minutes is None or weight <= 0.5 or not soonest < minutes < latest:  # noqa: PLR2004 -- as likely as not
        return pace
    gain = pace.variance / (pace.variance + noise / weight)
    mean = pace.mean + gain * (log(minutes / usual) - pace.mean)
    return Pace(mean, (1 - gain) * pace.variance + priors.PACE_DRIFT)


def tempered(temperature: float, expected: Prediction, by: int) -> float:
    """Move the temperature down the slope of the observable log-loss by one step."""
    sharp, logs = expected.sharp, expected.logs
    middle = dot(sharp, logs)
    pull = sum(
        q * (one - middle) * fits for q, one, fits in zip(sharp, logs, BY_CLASS[by], strict=True)
    )
    moved: float = (
        temperature + priors.TEMPERATURE_STEP * exp(temperature) * pull / expected.expects[by]
    )
    return min(max(moved, -priors.TEMPERATURE_MOST), priors.TEMPERATURE_MOST)
