"""A log lived through again: no look ahead, and scores that anybody can redo."""

import random
from datetime import UTC, date, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from polars.testing import assert_frame_equal

from holdfast.engine import NEED_CLASSES, exchanges, needs, priors
from holdfast.engine.learner import predict, start, step
from holdfast.engine.needs import by_age_alone, settling_chances
from holdfast.engine.replay import MODEL, REACH, catch_up, predictions, replay, score
from holdfast.engine.seen import Child, Seen, seen
from tests.engine.test_exchanges import a_log, frame
from tests.engine.test_learner import QUIET
from tests.spec.drawing import log as drawn

CHILDREN = {"ada": Child(date(2026, 1, 20)), "ben": Child(date(2025, 12, 1), date(2026, 2, 1))}


def lived(seed=1, size=3_000, children=("ada", "ben"), spread=500):
    rows = a_log(random.Random(seed), size, children=children, spread=spread)
    return frame(rows)


def shown(log):
    return seen(log, exchanges(log), CHILDREN)


@pytest.fixture(scope="module")
def whole():
    return shown(lived())


def test_what_was_said_of_an_exchange_does_not_know_what_came_of_it(whole):
    half = whole.filter(pl.col("opened") <= whole["opened"].median())
    early, late = predictions(replay(half)), predictions(replay(whole))
    assert_frame_equal(late.filter(pl.col("moment").is_in(early["moment"].implode())), early)
    assert 0 < len(early) < len(late)


def test_what_was_said_does_not_change_with_how_it_was_settled(whole):
    last = whole.filter(pl.col("settled_by").is_not_null())["id"].item(-1)
    other = whole.with_columns(
        settled_by=pl.when(pl.col("id") == last)
        .then(4 - pl.col("settled_by"))
        .otherwise("settled_by")
    )
    said = [replay(rows).chances for rows in (whole, other)]
    for name, chances in said[0].items():
        assert chances.tolist() == said[1][name].tolist()


def test_from_any_checkpoint_it_goes_on_as_if_it_had_never_stopped(whole):
    found = replay(whole)
    months = sorted({month for _, month in found.checkpoints})
    assert len(months) > 2
    for month in months:
        first = date(month // 12, month % 12 + 1, 1)
        later = whole.filter(pl.col("day") >= (first - date(1970, 1, 1)).days)
        before = {
            child: found.checkpoints[child, month - 1]
            for child in ("ada", "ben")
            if (child, month - 1) in found.checkpoints
        }
        assert replay(later, before).learners == found.learners


@pytest.mark.parametrize("seed", range(4))
def test_taken_up_to_now_again_and_again_it_knows_what_it_would_know_at_once(seed):
    """With only what was logged since a day before the last exchange, at any times."""
    log = lived(seed=seed, size=800, children=("ada",), spread=90).with_columns(answers=None)
    log = log.with_columns(pl.col("answers").cast(pl.String))
    child = CHILDREN["ada"]
    end = log["at"].max() + timedelta(hours=1)
    chance, state, months = random.Random(seed), None, {}
    now = log["at"].min()
    while now < end:
        now = min(now + timedelta(hours=chance.choice([0.2, 3, 50])), end)
        since = now - timedelta(days=9_000)
        if state is not None and state.upto:
            since = datetime.fromtimestamp(state.upto / 1e6, UTC) - REACH
        known = log.filter(pl.col("at") <= now, pl.col("at") >= since)
        state, passed = catch_up(state, known, child, now=now)
        months |= passed
    whole = replay(shown(log))
    assert state == whole.learners["ada"]
    assert months == {month: one for (_, month), one in whole.checkpoints.items()}


def test_an_exchange_that_still_runs_is_left_for_the_next_time():
    log = drawn("01:00 cry / 01:02 response:feed / 01:09 settled / 02:00 fuss / 02:05 hug")
    at = datetime(2026, 3, 3, 2, 34, tzinfo=UTC)
    state, _ = catch_up(None, log, Child(), now=at)
    assert state.upto == log["at"].item(0).timestamp() * 1e6
    later, _ = catch_up(state, log, Child(), now=at + timedelta(minutes=1))
    assert later.upto == log["at"].item(3).timestamp() * 1e6


def test_one_that_still_runs_keeps_later_ones_waiting_so_that_their_order_stays():
    log = drawn("01:00 cry / 01:20 fuss / 01:22 rock / 01:24 settled")
    (cry,) = log.filter(pl.col("word") == "cry")["id"]
    late = pl.col("word") == "rock"
    log = log.with_columns(answers=pl.when(late).then(pl.lit(cry)).otherwise("answers"))
    found = exchanges(log)
    assert found["opened"].len() == 2
    at = found["ended"].max() - timedelta(seconds=1)
    early, _ = catch_up(None, log, Child(), now=at)
    assert early is None
    once, _ = catch_up(None, log, Child(), now=at + timedelta(seconds=1))
    again, _ = catch_up(early, log, Child(), now=at + timedelta(seconds=1))
    assert again == once


def test_what_is_firm_does_not_know_what_may_yet_be_written_down():
    log = lived(size=600, children=("ada",), spread=90)
    child, end = CHILDREN["ada"], log["at"].max() + timedelta(hours=1)
    firm = log["at"].min() + (end - log["at"].min()) / 2
    state, months = catch_up(None, log, child, now=end, firm=firm)
    whole, _ = catch_up(None, log, child, now=end)
    assert state == whole
    last = months[max(months)]
    opened = exchanges(log).filter(pl.col("opened") < firm)["opened"].max()
    assert last.upto == opened.timestamp() * 1e6
    assert catch_up(last, log, child, now=end)[0] == whole


def test_where_nothing_happened_nothing_is_learned():
    now = datetime(2026, 3, 3, tzinfo=UTC)
    for state in (None, start()._replace(upto=5)):
        assert catch_up(state, drawn(""), Child(), now=now) == (state, {})


def test_children_do_not_teach_each_other(whole):
    both = replay(whole)
    for child in ("ada", "ben"):
        alone = replay(whole.filter(pl.col("child") == child))
        assert alone.learners[child] == both.learners[child]


def test_under_another_name_a_child_teaches_the_same(whole):
    renamed = replay(whole.with_columns(pl.col("child").replace("ada", "adele")))
    assert renamed.learners["adele"] == replay(whole).learners["ada"]


def test_the_frequencies_are_those_that_the_learner_falls_back_to(whole):
    found = replay(whole)
    said, state = [], {}
    for row in map(Seen._make, whole.rows()):
        known = state.setdefault(row.child, start(young=row.young))
        if row.settled_by is not None and row.group is not None:
            said.append(predict(known, row).frequency)
        state[row.child] = step(known, row)
    assert found.chances["frequency_by_signal"] == pytest.approx(np.array(said))


def test_the_age_prior_is_what_is_said_of_a_child_nobody_saw():
    log = lived(size=300)
    known = {"ada": Child(date(2026, 1, 20)), "ben": Child()}
    rows = seen(log, exchanges(log), known)
    found = replay(rows)
    for row, chances in zip(
        found.scored.iter_rows(named=True), found.chances["age_prior"], strict=True
    ):
        one = by_age_alone(
            row["group"],
            weeks=3 if row["young"] else 13,
            since_feed=None if row["since_feed"] is None else row["since_feed"],
            awake=row["awake"],
        )
        if row["child"] == "ben":  # of unknown age, so thirteen weeks
            assert chances == pytest.approx(settling_chances(one))


def test_a_prediction_holds_what_somebody_needs_to_score_it_again(whole):
    found = replay(whole)
    said = predictions(found)
    assert said.columns == ["moment", "at", "settled_by", *NEED_CLASSES]
    came = [row[row["settled_by"]] for row in said.to_dicts()]
    scores = score(found, rng=np.random.default_rng(0))
    assert scores["scored"] == len(said)
    assert scores[MODEL]["log_loss"] == pytest.approx(-np.log(came).mean())


def test_each_forecaster_is_scored_and_compared_with_the_model(whole):
    scores = score(replay(whole), rng=np.random.default_rng(0))
    assert list(scores) == ["scored", "model", "frequency_by_signal", "frequency", "age_prior"]
    for name in ("frequency_by_signal", "frequency", "age_prior"):
        found = scores[name]["difference"]
        expected = scores[MODEL]["log_loss"] - scores[name]["log_loss"]
        assert found["value"] == pytest.approx(expected)
        assert found["low"] < found["value"] < found["high"]
        assert (found["of"], found["to"]) == (MODEL, name)
        assert 0 <= scores[name]["calibration_error"] < 0.5
    assert scores[MODEL]["difference"] == scores["frequency_by_signal"]["difference"]


def test_a_kick_that_was_answered_is_not_scored():
    log = drawn(
        "01:00 kick / 01:02 response:play / 01:09 settled / 02:00 cry / 02:05 hug / 02:09 settled"
    )
    found = replay(seen(log, exchanges(log), {}))
    assert found.scored["id"].to_list() == ["4"]
    assert len(found.chances[MODEL]) == 1


def test_nothing_to_score_is_told_as_nothing():
    empty = shown(lived(size=0))
    scores = score(replay(empty), rng=np.random.default_rng(0))
    assert scores["scored"] == 0
    assert scores[MODEL] == {
        "log_loss": None,
        "brier": None,
        "calibration_error": None,
        "difference": {
            "of": "model",
            "to": "frequency_by_signal",
            "value": None,
            "low": None,
            "high": None,
            "days": 0,
        },
    }


def as_the_model_thinks(count, *, seed):
    """Make up exchanges from the model's own tables, for a child whose needs are not the usual."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(4 * np.asarray(needs.need_shares(13)))
    rows = []
    for number in range(count):
        since_feed, awake = rng.uniform(10, 280), rng.uniform(5, 150)
        food, rest = needs.clock_factors(since_feed, awake, mean_feed=200, mean_wake=90)
        about = shares * (food, rest, 1, 1, 1, 1)
        need = rng.choice(6, p=about / about.sum())
        group = int(rng.choice(6, p=priors.SIGNAL_SHARES[need]))
        rows.append(
            QUIET._replace(
                id=str(number),
                opened=number,
                day=number // 10,
                word=list(needs.GROUP_OF.values()).index(group),
                group=group,
                mean_wake=90.0,
                since_feed=since_feed,
                awake=awake,
                settled_by=int(rng.choice(5, p=priors.SETTLES[need])),
            )
        )
    return pl.DataFrame(rows, orient="row", schema=list(Seen._fields))


@pytest.mark.parametrize("seed", [1, 2])
def test_in_a_world_as_it_thinks_the_model_does_better_than_the_frequencies(seed):
    scores = score(replay(as_the_model_thinks(3_000, seed=seed)), rng=np.random.default_rng(0))
    assert scores[MODEL]["difference"]["high"] < 0
    assert scores[MODEL]["log_loss"] < scores["age_prior"]["log_loss"]
    assert scores[MODEL]["calibration_error"] < 0.05
