"""One and the same: equal to a slow twin, blind to order, and nothing if nobody says so."""

import json
import random

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from holdfast.engine import exchanges, one_of_each
from holdfast.engine.months import tallies
from tests.engine.test_exchanges import a_log, frame, shuffled


def said_the_same(chance, rows, share=0.3):
    """Let some of a log's moments say that they are the same as another, fitting or not."""
    return [
        {**row, "detail": json.dumps({"need": "rest", "same_as": chance.choice(rows)["id"]})}
        if chance.random() < share
        else row
        for row in rows
    ]


def one_by_one(rows):
    """Follow each moment's word along until nothing moves, as somebody would with a pencil."""
    name_of = {row["id"]: row["id"] for row in rows}
    by_id = {row["id"]: row for row in rows}
    for _ in rows:
        for row in rows:
            other = by_id.get(json.loads(row["detail"] or "{}").get("same_as"))
            alike = other and all(row[k] == other[k] for k in ("child", "kind", "word"))
            if alike:
                both = min(name_of[row["id"]], name_of[other["id"]])
                name_of[row["id"]] = name_of[other["id"]] = both
    counting, said = {}, {}
    for name in set(name_of.values()):
        group = [row for row in rows if name_of[row["id"]] == name]
        group.sort(key=lambda row: (row["about"], row["at"], row["id"]))
        first = group[0]["id"]
        counting |= {row["id"]: first for row in group}
        said[first] = {
            key: next((row[key] for row in group if row[key]), None) for key in ("by", "answers")
        }
    kept = [{**row, **said[row["id"]]} for row in rows if row["id"] in said]
    return [{**row, "answers": counting.get(row["answers"], row["answers"])} for row in kept]


@given(st.randoms(use_true_random=False), st.integers(0, 30))
@settings(max_examples=200, deadline=None)
def test_found_all_at_once_it_equals_what_is_found_one_by_one(chance, size):
    rows = said_the_same(chance, a_log(chance, size, children=("ada", "ben")))
    once = one_of_each(frame(rows))
    columns = ["id", "at", "by", "answers"]
    expected = frame(one_by_one(rows)).select(columns)
    assert_frame_equal(once.select(columns), expected)


@given(st.randoms(use_true_random=False), st.integers(0, 30))
@settings(max_examples=100, deadline=None)
def test_the_order_of_rows_does_not_matter_and_doing_it_twice_changes_nothing(chance, size):
    rows = said_the_same(chance, a_log(chance, size))
    once = one_of_each(frame(rows))
    assert_frame_equal(one_of_each(frame(shuffled(rows))).sort("id"), once.sort("id"))
    assert_frame_equal(one_of_each(once), once)


def test_where_nobody_says_so_the_log_is_the_log():
    log = frame(a_log(random.Random(3), 500))
    assert one_of_each(log) is log


def test_exchanges_and_months_count_what_counts_once():
    chance = random.Random(5)
    log = frame(said_the_same(chance, a_log(chance, 3_000)))
    once = one_of_each(log)
    assert len(once) < len(log)
    assert_frame_equal(exchanges(log), exchanges(once))
    for name, tally in tallies(log).items():
        assert_frame_equal(tally, tallies(once)[name])


def test_what_a_detail_says_besides_stays_and_the_one_that_counts_is_right():
    log = frame(a_log(random.Random(1), 3)[:1]).with_columns(kind=pl.lit("care"))
    two = pl.concat(
        [
            log.with_columns(detail=pl.lit('{"ml": 60, "how": "bottle"}')),
            log.with_columns(
                id=pl.lit("other"),
                detail=pl.lit(json.dumps({"ml": 90, "side": "left", "same_as": log["id"][0]})),
            ),
        ]
    )
    assert json.loads(one_of_each(two)["detail"][0]) == {"ml": 60, "how": "bottle", "side": "left"}
