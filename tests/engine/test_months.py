"""Counts of months add up, whatever the order, the names and the border; stated once for all."""

import random
from datetime import timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from holdfast.engine import months
from holdfast.engine.months import NOTHING, TALLIES, add, packed, row_of, tallies, tallies_of
from tests.engine.pattern_logs import START, a_log, frame

logs = st.builds(a_log, st.randoms(use_true_random=False), st.integers(0, 60), spread=st.just(3000))
LIFE = tuple(f"{year}-{month:02}" for year in (2026, 2027) for month in range(1, 13))


def equal(these, those):
    for name in TALLIES:
        assert_frame_equal(these[name], those[name], abs_tol=1e-6)


def merged(parts):
    return add(row_of(part) for part in parts)


@pytest.fixture
def rows():
    return a_log(random.Random(3), 2_000, spread=700)


@given(logs)
@settings(max_examples=100, deadline=None)
def test_months_counted_apart_add_up_to_the_whole(rows):
    equal(merged(tallies_of(frame(rows), LIFE).values()), tallies(frame(rows)))


def test_the_months_of_a_hundred_thousand_moments_add_up():
    log = frame(a_log(random.Random(9), 100_000, spread=200))
    years = range(2026, 2036)
    life = [f"{year}-{month:02}" for year in years for month in range(1, 13)]
    equal(merged(tallies_of(log, life).values()), tallies(log))


def test_those_that_are_wanted_add_up_alone(rows):
    parts = [row_of(part) for part in tallies_of(frame(rows), LIFE).values()]
    some, whole = add(parts, of=("signs", "sleeps")), add(parts)
    assert set(some) == {"signs", "sleeps"}
    for name, tally in some.items():
        assert_frame_equal(tally, whole[name], abs_tol=1e-6)


def test_each_month_needs_only_its_own_log_and_three_days_around_it(rows):
    parts = []
    for month in LIFE:
        first, after = months.span_of(month)
        near = (
            pl.col("at")
            .cast(pl.Datetime("us"))
            .is_between(first - months.REACH, after + months.REACH)
        )
        parts.append(tallies_of(frame(rows).filter(near), [month])[month])
    equal(merged(parts), tallies(frame(rows)))


def test_an_exchange_over_the_end_of_a_month_counts_once_and_where_it_began():
    night = START.replace(day=31, hour=22, minute=58)  # 23:58 in Berlin
    said = [("signal", "cry", 0), ("response", "hug", 4), ("settling", "settled", 9)]
    rows = [
        a_log(random.Random(0), 1)[0]
        | {"id": str(after), "kind": kind, "word": word, "at": night + timedelta(minutes=after)}
        | {"until": None, "detail": "{}"}
        for kind, word, after in said
    ]
    january, february = tallies_of(frame(rows), ["2026-01", "2026-02"]).values()
    assert january["waits"].rows() == [("distress", 4.0, 1, 1)]
    assert february["waits"].is_empty()


def test_the_order_of_the_rows_does_not_matter(rows):
    shuffled = random.Random(0).sample(rows, len(rows))
    equal(tallies(frame(shuffled)), tallies(frame(rows)))


def test_under_another_name_a_child_has_the_same_counts(rows):
    equal(tallies(frame(rows).with_columns(child=pl.lit("adele"))), tallies(frame(rows)))


def test_moved_by_whole_days_the_counts_are_the_same_on_other_days():
    rows = a_log(random.Random(3), 2_000, zones=["UTC"])
    days = timedelta(days=77)
    moved = tallies(frame(rows).with_columns(pl.col("at", "until") + days))
    back = {
        name: tally.with_columns(pl.col("day") - days) if "day" in tally.columns else tally
        for name, tally in moved.items()
    }
    equal(back, tallies(frame(rows)))


def test_two_children_add_up_as_two_months_do_but_for_their_longest_stretches(rows):
    ben = a_log(random.Random(4), 500, child="ben")
    parts = [tallies(frame(rows)), tallies(frame(ben))]
    counts = [name for name, tally in TALLIES.items() if name != "sleeps"]
    both = tallies(frame(rows + ben))
    for name in counts:
        assert_frame_equal(merged(parts)[name], both[name], abs_tol=1e-6)


def test_a_month_goes_to_bytes_and_back(rows):
    counts = tallies(frame(rows))
    equal(add([months.unpacked(packed(counts))]), counts)


def test_no_months_are_no_counts():
    equal(add([]), NOTHING)
    assert all(tally.is_empty() for tally in NOTHING.values())
