"""What soothes: how soon she settles after what was tried first.

While something is tried she settles at some rate a minute; what was not seen to the end counts as
time only. Each way's rate borrows from the prior, and each way after one signal from that way in
general (gamma, conjugate; science, D2). Only the first that was tried counts: what came later was
tried because the first had not helped, and would look worse or better than it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log1p
from types import MappingProxyType

import polars as pl

from holdfast.engine import priors
from holdfast.engine.estimate import Estimate, TooFew
from holdfast.engine.exchanges import OPEN_FOR, UNKNOWN
from holdfast.engine.local import minutes
from holdfast.engine.pooling import Gamma
from holdfast.engine.promptness import DISTRESS
from holdfast.engine.survival import FEW
from holdfast.words.vocabulary import Care, Response, Settling

WAY_OF: Mapping[str, str] = MappingProxyType(
    {
        str(Response.FEED): "feed",
        str(Response.TOUCH): "hold",
        str(Response.HUG): "hold",
        str(Response.SKIN_TO_SKIN): "hold",
        str(Response.CARRY): "carry",
        str(Response.ROCK): "rock",
        str(Response.PUT_TO_REST): "rest",
        str(Response.GIVE_SPACE): "rest",
        str(Response.CHANGE): "care",
        str(Response.PLAY): "play",
        str(Response.SMILE): "voice",
        str(Response.KIND_WORD): "voice",
        str(Response.LOOK): "voice",
        str(Response.SING): "voice",
        str(Care.SLEEP): "rest",
        str(Care.NAPPY): "care",
    }
)
"""Which way to soothe an answer is."""
KEYS = ("signal", "way")
WHO = ("id", "child", "zone", "opened", "end")
LONGEST = 60.0  # minutes for which a try is followed
LEAST = 0.5  # minutes: what is written down as at once


@dataclass(frozen=True, slots=True)
class Way:
    """How soon one way settles: its rate, and the share settled by some minutes with its band."""

    way: str
    rate: Gamma
    share: Estimate


def tries(exchanges: pl.DataFrame) -> pl.DataFrame:
    """Find what was tried first when she fussed or cried.

    Args:
        exchanges: as from `exchanges`.

    Returns:
        One row each: child, zone, opened, signal (the first), way, minutes (until she was settled,
        something else was tried or nobody looked any more) and settled (by it).
    """
    element = pl.element().struct
    real = pl.col("answers").list.eval(
        pl.element().filter(element.field("word").is_in(list(WAY_OF)))
    )
    distress = pl.col("signals").list.eval(pl.element().is_in(DISTRESS)).list.any()
    until = pl.when(pl.col("end") == UNKNOWN).then(pl.col("ended") - OPEN_FOR).otherwise("ended")
    answers = (
        exchanges.filter(distress)
        .select(
            "id", "child", "zone", "opened", "end", signal=distress_of(), until=until, answer=real
        )
        .explode("answer", empty_as_null=False)
        .unnest("answer", separator="_")
        .filter(pl.col("answer_at") <= pl.col("until"))
        .with_columns(way=pl.col("answer_word").replace_strict(dict(WAY_OF)))
    )
    first = answers.group_by("id", maintain_order=True).agg(
        pl.col("child", "zone", "opened", "end", "signal", "way", "until").first(),
        began=pl.max_horizontal(pl.col("answer_at").first(), pl.col("opened").first()),
        other=pl.col("answer_at").filter(pl.col("way") != pl.col("way").first()).first(),
    )
    lasted = minutes(pl.coalesce("other", "until") - pl.col("began"))
    alone = pl.col("other").is_null()
    return first.select(
        "child",
        "zone",
        "opened",
        "signal",
        "way",
        minutes=lasted.clip(LEAST, LONGEST),
        settled=alone & (pl.col("end") == Settling.SETTLED) & (lasted <= LONGEST),
    )


def distress_of() -> pl.Expr:
    """Return the first fuss or cry."""
    heard = pl.col("signals").list.eval(pl.element().filter(pl.element().is_in(DISTRESS)))
    return heard.list.first()


def tally_tries(tries: pl.DataFrame) -> pl.DataFrame:
    """Count tries: one row per signal and way: signal, way, tries, settled, minutes."""
    return (
        tries.group_by(KEYS)
        .agg(
            tries=pl.len().cast(pl.Int64),
            settled=pl.col("settled").sum().cast(pl.Int64),
            minutes=pl.col("minutes").sum(),
        )
        .sort(KEYS)
    )


def rate_of(tally: pl.DataFrame, way: str, *, signal: str | None = None) -> Gamma:
    """Return what is known of the rate at which a way settles, per minute.

    Args:
        tally: counts from `tally_tries`.
        way: one of those in `priors.SOOTHING`.
        signal: after this signal only; in general, where not given.
    """
    prior = Gamma(priors.SOOTHING_SHAPE, priors.SOOTHING_SHAPE / priors.SOOTHING[way])
    general = after(prior, tally.filter(way=way))
    if signal is None:
        return general
    shape = priors.SOOTHING_SHAPE_BY_SIGNAL
    return after(Gamma(shape, shape / general.mean), tally.filter(way=way, signal=signal))


def after(prior: Gamma, counts: pl.DataFrame) -> Gamma:
    """Return what is known after the counts."""
    return prior.after(float(counts["settled"].sum()), float(counts["minutes"].sum()))


def settled_by(rate: Gamma, time: float) -> float:
    """Return the chance that she is settled by some minutes, not knowing the rate itself."""
    return 1 - float((rate.rate / (rate.rate + time)) ** rate.shape)


def mean_minutes(rate: Gamma, limit: float) -> float:
    """Return the mean minutes until she is settled, each counted up to a limit."""
    a, b = rate.shape, rate.rate
    if a == 1:
        return b * log1p(limit / b)
    return b / (a - 1) * (1 - float((b / (b + limit)) ** (a - 1)))


def faster(first: Gamma, second: Gamma) -> float:
    """Return the chance that one rate is above another: their ratio is a scaled F."""
    from scipy.special import fdtr  # noqa: PLC0415 -- slow import

    return float(fdtr(2 * second.shape, 2 * first.shape, first.mean / second.mean))


def ways(
    tally: pl.DataFrame, *, time: float = 10.0, level: float = 0.8, needed: int = FEW
) -> list[Way | tuple[str, TooFew]]:
    """Say of each way that was tried how often she was settled by `time` minutes.

    Returns:
        The ways, the oftenest tried first; too few where it was tried less than `needed` times.
        They stand in no order of merit: see `helps_most`.
    """
    from scipy.special import gammaincinv  # noqa: PLC0415 -- slow import

    counts = tally.group_by("way").agg(pl.col("tries").sum()).sort(-pl.col("tries"), "way")
    found: list[Way | tuple[str, TooFew]] = []
    for way, n in counts.iter_rows():
        if n < needed:
            found.append((way, TooFew(n, needed)))
            continue
        rate, edge = rate_of(tally, way), (1 - level) / 2
        low, high = (
            1 - exp(-float(gammaincinv(rate.shape, p)) / rate.rate * time) for p in (edge, 1 - edge)
        )
        found.append(Way(way, rate, Estimate(settled_by(rate, time), low, high, n)))
    return found


def helps_most(found: list[Way | tuple[str, TooFew]]) -> Way | None:
    """Return the way that settles faster than each other with a chance over .8, if there is one."""
    known = [way for way in found if isinstance(way, Way)]
    for way in known:
        others = [other for other in known if other is not way]
        if others and all(faster(way.rate, other.rate) > priors.RANK_FROM for other in others):
            return way
    return None
