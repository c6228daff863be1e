"""What the learner sees of an exchange: equal to looking back through the log by hand."""

import random
from datetime import date, timedelta

import polars as pl
import pytest

from holdfast.engine import exchanges, needs
from holdfast.engine.seen import Child, Seen, seen
from tests.engine.test_exchanges import a_log, frame
from tests.engine.twins import clocks_one_by_one
from tests.spec.drawing import log

TERM = Child(date(2026, 2, 1))
EARLY = Child(date(2026, 2, 1), date(2026, 3, 10))


def drawn(drawing, **children):
    """Return what is seen in a drawn log, each row as the learner takes it."""
    moments = log(drawing)
    rows = seen(moments, exchanges(moments), children)
    return [Seen._make(row) for row in rows.rows()]


@pytest.mark.parametrize("seed", range(3))
def test_the_clocks_are_those_of_somebody_who_looks_back_through_the_log(seed):
    chance = random.Random(seed)
    rows = a_log(chance, 800, children=("ada", "ben"), spread=200)
    for row in rows:
        if row["word"] == "sleep":
            row["until"] = chance.choice(
                [None, row["at"] + timedelta(minutes=chance.randint(1, 99))]
            )
    rows = [row for row in rows if row["word"] not in {"feed", "sleep"} or chance.random() < 0.5]
    children = {"ada": EARLY, "ben": TERM}
    moments = frame(rows)
    found = seen(moments, exchanges(moments), children)
    opened = exchanges(moments)["opened"].to_list()
    for one, at in zip(found.iter_rows(named=True), opened, strict=True):
        expected = clocks_one_by_one(
            rows, one["child"], at, *children[one["child"]], "Europe/Berlin"
        )
        assert (one["since_feed"], one["awake"]) == expected[:2]
        assert one["mean_wake"] == needs.tired_minutes(expected[2])
        assert one["young"] == (expected[2] < 6)


def test_a_feed_counts_from_its_beginning_and_however_it_was_logged():
    (first, second) = drawn(
        "01:00 care:feed until 01:40 / 02:00 cry / 02:01 response:feed / 02:20 cry"
    )
    assert (first.since_feed, second.since_feed) == (60, 19)


def test_while_asleep_and_after_a_sleep_without_an_end_nobody_knows_how_long_awake():
    rows = drawn("01:00 sleep until 02:00 / 01:30 fuss / 02:30 fuss / 03:00 sleep / 04:00 fuss")
    assert [row.awake for row in rows] == [None, 30, None]


def test_what_was_written_down_half_a_day_ago_says_nothing():
    rows = drawn("00:00 sleep until 01:00 / 01:00 care:feed / 13:00 cry / 13:30 cry")
    assert [(row.since_feed, row.awake) for row in rows] == [(720, 720), (None, None)]


def test_what_settled_it_is_the_last_answer_that_says_something_about_the_need():
    (row,) = drawn(
        "01:00 cry / 01:01 hug / 01:02 sing / 01:03 response:feed / 01:09 kind_word / 01:10 settled"
    )
    assert (row.tried, row.settled_by) == (2, 0)


@pytest.mark.parametrize(
    "drawing",
    [
        "01:00 cry / 01:01 hug",
        "01:00 cry / 01:01 hug / 01:05 settled_alone",
        "01:00 cry / 01:01 hug / 01:05 went_on",
        "01:00 cry / 01:01 kind_word / 01:05 settled",
        "01:00 cry / 01:01 not_just_then / 01:05 settled",
        "01:00 cry / 01:05 settled / 01:09 hug for 1",
    ],
)
def test_where_nobody_knows_what_settled_it_nothing_did(drawing):
    (row,) = drawn(drawing)
    assert row.settled_by is None
    assert row.in_vain == ("went_on" in drawing)


def test_what_somebody_said_it_was_about_is_kept_and_cannot_tell_is_nothing():
    rows = drawn(
        "01:00 cry / 01:01 hug need nourishment / 01:05 settled / 02:00 cry need cannot_tell"
    )
    assert [row.said for row in rows] == [0, None]


def test_a_kick_has_no_group():
    assert [(row.word, row.group) for row in drawn("01:00 kick")] == [(None, None)]


def test_gaps_between_feeds_go_to_the_exchange_that_follows():
    rows = drawn(
        """
        01:00 care:feed / 01:20 care:feed / 03:20 care:feed / 04:00 cry
        05:00 cry / 06:20 care:feed / 24:00 care:feed / 24:30 cry
        """
    )
    assert [row.gaps for row in rows] == [[120], [], [180]]


def test_a_bottle_lasts_longer_than_the_breast():
    moments = log("01:00 care:feed / 02:00 cry").with_columns(
        detail=pl.when(pl.col("id") == "1").then(pl.lit('{"how": "bottle"}')).otherwise("detail")
    )
    (row,) = seen(moments, exchanges(moments), {"ada": TERM}).to_dicts()
    assert row["mean_feed"] == pytest.approx(needs.feed_minutes(30 / 7, bottle=True))


def test_the_age_of_a_child_nobody_told_of_is_the_one_in_the_priors():
    (row,) = drawn("01:00 cry")
    assert row.mean_feed == pytest.approx(needs.feed_minutes(13))
    assert not row.young


def test_an_empty_log_shows_nothing():
    nothing = log("")
    assert seen(nothing, exchanges(nothing), {}).columns == list(Seen._fields)
