"""What soothes: the closed forms hold the fixtures, and the counts their slow twin."""

import random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine import TooFew, exchanges, priors
from holdfast.engine.pooling import Gamma
from holdfast.engine.soothing import (
    WAY_OF,
    Way,
    faster,
    helps_most,
    mean_minutes,
    rate_of,
    settled_by,
    tally_tries,
    tries,
    ways,
)
from holdfast.words.vocabulary import Care, Response
from tests.engine.fixtures import case
from tests.engine.pattern_logs import a_log, frame
from tests.engine.twins_patterns import MINUTE, distress, seen_until

logs = st.builds(a_log, st.randoms(use_true_random=False), st.integers(0, 60))


def test_the_chance_by_a_time_and_the_mean_up_to_a_limit():
    found = case("settling", "predictive")
    for row in found.expected["rows"]:
        rate = Gamma(row["a"], row["b"])
        assert settled_by(rate, row["t"]) == pytest.approx(row["p_settled_by_t"], abs=1e-7)
        assert mean_minutes(rate, row["limit"]) == pytest.approx(row["rmst"], abs=1e-7)


def test_a_rate_after_what_was_seen():
    found = case("settling", "update-feed")
    assert priors.SOOTHING["feed"] == found.input["prior_rate"]
    tally = pl.DataFrame(
        {"signal": ["cry"], "way": ["feed"], "tries": [9], "settled": [6], "minutes": [41.5]}
    )
    rate = rate_of(tally, "feed")
    assert rate.shape == found.expected["a"]
    assert rate.rate == pytest.approx(found.expected["b"])
    assert rate.mean == pytest.approx(found.expected["mean"])


def test_whether_one_is_faster_than_another():
    found = case("settling", "ranking")
    first, second = Gamma(*found.input["first"]), Gamma(*found.input["second"])
    assert faster(first, second) == pytest.approx(found.expected["p_first_faster"], abs=1e-7)


def tried(rows):
    """[(opened, way, minutes, settled)] of what was tried first, one exchange after the other."""
    found = []
    for exchange in exchanges(frame(rows)).to_dicts():
        until = seen_until(exchange)
        answers = [a for a in exchange["answers"] if a["word"] in WAY_OF and a["at"] <= until]
        if not distress(exchange) or not answers:
            continue
        way = WAY_OF[answers[0]["word"]]
        others = [a["at"] for a in answers if WAY_OF[a["word"]] != way]
        end = others[0] if others else until
        time = (end - max(answers[0]["at"], exchange["opened"])) / MINUTE
        settled = not others and exchange["end"] == "settled" and time <= 60
        found.append((exchange["opened"], way, min(max(time, 0.5), 60), settled))
    return found


@given(logs)
@settings(max_examples=120, deadline=None)
def test_what_was_tried_first(rows):
    columns = ("opened", "way", "minutes", "settled")
    assert tries(exchanges(frame(rows))).select(columns).rows() == tried(rows)


def test_a_hundred_thousand_moments():
    rows = a_log(random.Random(6), 100_000, spread=200)
    tally = tally_tries(tries(exchanges(frame(rows))))
    expected = tried(rows)
    assert tally["tries"].sum() == len(expected)
    assert tally["minutes"].sum() == pytest.approx(sum(time for _o, _w, time, _s in expected))
    assert tally["settled"].sum() == sum(settled for *_rest, settled in expected)


def test_each_answer_is_a_way_but_could_not_just_then():
    answers = {*map(str, Response), "sleep", "nappy"} - {Response.NOT_JUST_THEN}
    assert set(WAY_OF) == answers
    assert set(WAY_OF.values()) == set(priors.SOOTHING)
    assert Care.FEED in WAY_OF


def counts(**ways):
    return pl.DataFrame(
        [["cry", way, *numbers] for way, numbers in ways.items()],
        ["signal", "way", "tries", "settled", "minutes"],
        orient="row",
    )


def test_ways_stand_by_how_often_they_were_tried_and_few_are_too_few():
    few, often = ways(counts(carry=(2, 2, 4.0), feed=(30, 20, 90.0)))[::-1]
    assert few == ("carry", TooFew(2, 5))
    assert (often.way, often.share.n) == ("feed", 30)
    assert often.share.low < often.share.value < often.share.high


def test_one_way_is_named_only_where_it_is_clearly_faster_than_each_other():
    clear = ways(counts(carry=(40, 38, 60.0), feed=(40, 20, 300.0), hold=(9, 4, 60.0)))
    assert helps_most(clear).way == "carry"
    alike = ways(counts(carry=(9, 6, 30.0), feed=(9, 6, 30.0)))
    assert helps_most(alike) is None
    assert helps_most(ways(counts(carry=(40, 38, 60.0)))) is None


def test_after_one_signal_a_way_borrows_from_itself_in_general():
    tally = counts(carry=(40, 38, 60.0))
    unseen = rate_of(tally, "carry", signal="fuss")
    assert unseen.mean == pytest.approx(rate_of(tally, "carry").mean)
    assert isinstance(ways(tally)[0], Way)
