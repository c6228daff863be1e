"""The engine against the simulator: what it forecasts on lives whose tables are not its own."""

import numpy as np

from holdfast.engine import sbc
from holdfast.engine.exchanges import exchanges
from holdfast.engine.replay import FREQUENCY_BY_SIGNAL, MODEL, replay, score
from holdfast.engine.seen import Child, seen
from holdfast.engine.simulate.asked import Wish
from holdfast.engine.simulate.cohort import families
from holdfast.engine.simulate.validation.measures import Measured
from holdfast.words import frame

FAMILIES, FIRST, LAST = 12, 5, 9
ROUNDS, DRAWS = 400, 99
SHAPE, RATE = 4.0, 4.0 / 0.16
WAITS = 8


def engine_scored(seed: int) -> dict[str, Measured]:
    """Measure row 19: log-loss against frequency by signal as a share, and calibration."""
    wish = Wish(children=FAMILIES, first=FIRST, last=LAST, seed=seed)
    made = list(families(wish))
    log_ = frame(moment for family in made for moment in family.moments)
    children = {family.child: Child(born=wish.born) for family in made}
    replayed = replay(seen(log_, exchanges(log_), children))
    scores = score(replayed, rng=np.random.default_rng([seed, 11]))
    base = scores[FREQUENCY_BY_SIGNAL]["log_loss"]
    band = scores[FREQUENCY_BY_SIGNAL]["difference"]
    value = scores[MODEL]["log_loss"] / base - 1
    return {
        "loss": (value, (band["high"] - band["low"]) / Z95 / 2 / base),
        "calibration": (scores[MODEL]["calibration_error"], 0.0),
    }


Z95 = 1.96


def settling_ranks(rng: np.random.Generator) -> Measured:
    """Measure row 21 for the settling rate: chi-squared of the truth's rank among its draws."""
    ranks = sbc.simulate(one_round, rounds=ROUNDS, rng=rng)
    return sbc.uniformity(ranks[:, 0], draws=DRAWS).chi2, 0.0


def one_round(rng: np.random.Generator) -> tuple[list[float], np.ndarray]:
    """Draw a rate, waits that settle at that rate, and the rate's posterior."""
    rate = rng.gamma(SHAPE, 1 / RATE)
    waits = rng.exponential(1 / rate, WAITS)
    posterior = rng.gamma(SHAPE + WAITS, 1 / (RATE + waits.sum()), (DRAWS, 1))
    return [rate], posterior
