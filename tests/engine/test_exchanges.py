"""Exchanges: equal to their slow twin, and to themselves where nothing that matters changed."""

import random
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from holdfast.engine import EXCHANGES, exchanges
from holdfast.words import SCHEMA
from tests.engine.twins import exchanges_one_by_one

START = datetime(2026, 3, 1, tzinfo=UTC)
WORDS = {
    "signal": ["cry", "fuss", "gaze"],
    "response": ["hug", "kind_word", "feed", "not_just_then"],
    "settling": ["settled", "settled_alone", "went_on"],
    "care": ["feed", "sleep", "nappy", "bath"],
    "exploring": ["off"],
}
KINDS = [*["signal"] * 3, *["response"] * 4, *["settling"] * 3, "care", "exploring"]


def a_log(chance, size, *, children=("ada",), spread=60):
    """Make a log at random: dense, so that every rule is met, with answers that name signals."""
    minutes, rows, signals = 0, [], {child: [] for child in children}
    for number in range(size):
        minutes += chance.choice([0, 1, 2, 4, 9, 10, 11, 20, 29, 30, 31, spread])
        child, kind = chance.choice(children), chance.choice(KINDS)
        moment = {
            "id": f"{number:06}",
            "child": child,
            "by": chance.choice([None, "noor", "sam"]),
            "to": None,
            "kind": kind,
            "word": chance.choice(WORDS[kind]),
            "at": START + timedelta(minutes=minutes - chance.choice([0, 0, 0, 7])),
            "until": None,
            "zone": "Europe/Berlin",
            "about": chance.choice([0, 0, 30]),
            "answers": None,
            "detail": chance.choice(["{}", "{}", '{"need": "rest"}', '{"need": "play"}', None]),
            "text": "",
        }
        if kind in {"response", "settling", "care"} and chance.random() < 0.4:
            moment["answers"] = chance.choice([*signals[child][-4:], "nobody knows", None])
        if kind == "signal":
            signals[child].append(moment["id"])
        rows.append(moment)
    return rows


def frame(rows):
    return pl.DataFrame(rows, schema=dict(SCHEMA), orient="row")


def shuffled(rows, seed=0):
    return random.Random(seed).sample(rows, len(rows))


@given(st.randoms(use_true_random=False), st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_found_all_at_once_they_equal_those_found_one_by_one(chance, size):
    rows = a_log(chance, size, children=("ada", "ben"))
    assert exchanges(frame(rows)).to_dicts() == exchanges_one_by_one(rows)


@pytest.mark.parametrize("seed", range(3))
def test_they_equal_the_twin_on_a_large_log_too(seed):
    rows = a_log(random.Random(seed), 5_000, children=("ada", "ben", "cleo"), spread=200)
    assert exchanges(frame(rows)).to_dicts() == exchanges_one_by_one(rows)


@pytest.fixture
def rows():
    return a_log(random.Random(7), 2_000, children=("ada", "ben"))


def test_the_order_of_the_rows_does_not_matter(rows):
    assert_frame_equal(exchanges(frame(shuffled(rows))), exchanges(frame(rows)))


def test_moved_in_time_they_are_the_same_exchanges_moved(rows):
    by = timedelta(days=400, hours=5, seconds=17)
    moved = exchanges(frame(rows).with_columns(pl.col("at") + by))
    back = moved.with_columns(
        pl.col("opened", "last_signal", "ended") - by,
        answers=pl.col("answers").list.eval(
            pl.element().struct.with_fields(at=pl.element().struct.field("at") - by)
        ),
    )
    assert_frame_equal(back, exchanges(frame(rows)))


def test_under_another_name_a_child_has_the_same_exchanges(rows):
    renamed = frame(rows).with_columns(pl.col("child").replace("ada", "adele"))
    assert_frame_equal(
        exchanges(renamed),
        exchanges(frame(rows)).with_columns(pl.col("child").replace("ada", "adele")),
    )


def test_children_do_not_touch_each_other(rows):
    log = frame(rows)
    apart = [exchanges(log.filter(pl.col("child") == child)) for child in ("ada", "ben")]
    assert_frame_equal(pl.concat(apart), exchanges(log))


def test_a_log_parted_where_all_was_quiet_gives_the_same_exchanges(rows):
    later = [
        row | {"id": f"later {row['id']}", "at": row["at"] + timedelta(days=900), "answers": None}
        for row in rows
    ]
    assert_frame_equal(
        pl.concat([exchanges(frame(rows)), exchanges(frame(later))]).sort("child", "opened", "id"),
        exchanges(frame(rows + later)),
    )


def test_an_empty_log_has_no_exchanges_and_all_columns():
    assert_frame_equal(exchanges(frame([])), pl.DataFrame(schema=dict(EXCHANGES)))


def test_a_log_without_signals_has_no_exchanges(rows):
    assert exchanges(frame(rows).filter(pl.col("kind") != "signal")).is_empty()


def test_in_a_hundred_thousand_moments_each_signal_belongs_to_one_exchange():
    log = frame(a_log(random.Random(3), 100_000, spread=120))
    found = exchanges(log)
    assert found["signals"].list.len().sum() == log.filter(pl.col("kind") == "signal").height
    assert found["moments"].explode().is_unique().all()
