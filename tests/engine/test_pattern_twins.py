"""What patterns are counted from is equal to its slow twin, on logs of every sort."""

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine import exchanges
from holdfast.engine.dictionary import occasions
from holdfast.engine.exploring import bouts, comforts, tally_comforts
from holdfast.engine.months import found, tallies
from holdfast.engine.promptness import tally_waits
from holdfast.engine.repair import missed, tally_mending
from holdfast.engine.rhythm import cries, feeds, sleeps, tally_asleep, tally_cries, tally_gaps
from tests.engine import twins_patterns as twins
from tests.engine.pattern_logs import a_log, frame

logs = st.builds(a_log, st.randoms(use_true_random=False), st.integers(0, 60))
often = settings(max_examples=120, deadline=None)


def counted(frame, by, *counts):
    """Return {by: [counts]} of a tally."""
    return {row[by]: [row[name] for name in counts] for row in frame.to_dicts()}


@given(logs)
@often
def test_waits(rows):
    parted = exchanges(frame(rows))
    found = {
        (row["asked"], row["time"]): [row["happened"], row["ended"]]
        for row in tally_waits(parted).to_dicts()
    }
    assert found == twins.waits(parted.to_dicts())


@given(logs)
@often
def test_mending(rows):
    parted = exchanges(frame(rows))
    tally = tally_mending(missed(parted))
    assert counted(tally, "time", "happened", "ended") == twins.mending(parted.to_dicts())


@given(logs)
@often
def test_bouts(rows):
    columns = ("opened", "time", "happened", "look_backs")
    assert bouts(frame(rows)).select(columns).rows() == twins.bouts(rows)


@given(logs)
@often
def test_exploring_again(rows):
    parted = exchanges(frame(rows))
    tally = tally_comforts(comforts(frame(rows), parted))
    assert dict(tally.rows()) == twins.comforts(rows, parted.to_dicts())


@given(logs)
@often
def test_feeds_and_the_time_between_them(rows):
    assert feeds(frame(rows)).select("opened", "zone").rows() == twins.feeds(rows)
    gaps = tally_gaps(feeds(frame(rows)))
    assert {row[:2]: row[3] for row in gaps.rows()} == twins.gaps(rows)


@given(logs)
@often
def test_minutes_asleep_by_the_hour(rows):
    tally = tally_asleep(sleeps(frame(rows)))
    assert dict(tally.rows()) == pytest.approx(dict(twins.asleep(rows)))


@given(logs)
@often
def test_crying_by_the_hour(rows):
    parted = exchanges(frame(rows))
    tally = tally_cries(cries(parted), by="hour")
    assert counted(tally, "hour", "cries", "cried") == twins.cries(parted.to_dicts())


@given(logs)
@often
def test_what_signals_were_about(rows):
    parted = exchanges(frame(rows))
    columns = ("opened", "signal", "need", "settled_by", "fed", "awake")
    told = occasions(frame(rows), parted).sort("opened", maintain_order=True)
    assert told.select(columns).rows() == twins.occasions(rows, parted.to_dicts())


def test_a_hundred_thousand_moments_are_counted_right():
    rows = a_log(random.Random(5), 100_000, spread=200)
    log = frame(rows)
    counts = tallies(log)
    parted = exchanges(log).to_dicts()
    assert counted(counts["mending"], "time", "happened", "ended") == twins.mending(parted)
    assert {row[:2]: list(row[2:]) for row in counts["waits"].rows()} == twins.waits(parted)
    assert counts["feeds_by_day"]["feeds"].sum() == len(twins.feeds(rows))
    assert counts["bouts"]["ended"].sum() == len(twins.bouts(rows))
    assert dict(counts["asleep"].rows()) == pytest.approx(dict(twins.asleep(rows)))


def test_a_sleep_that_nobody_stopped_is_in_no_count():
    rows = a_log(random.Random(1), 400)
    longest = timedelta(hours=20)
    assert any(row["until"] and row["until"] - row["at"] > longest for row in rows)
    assert found(frame(rows))["sleeps"]["asleep"].max() <= longest / timedelta(minutes=1)
