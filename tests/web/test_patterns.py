"""Tallies are kept by month and can be thrown away; a write makes stale what it touches."""

import random
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from polars.testing import assert_frame_equal

from holdfast.engine.months import TALLIES, tallies, tallies_of
from holdfast.web import actions
from holdfast.web.access import within
from holdfast.web.ids import new_id
from holdfast.web.models import Family, Month
from holdfast.web.queries import log_of
from holdfast.web.queries.patterns import counts_of, keep, last_months
from holdfast.words import Kind, Moment

TODAY = date(2026, 3, 14)
START = datetime(2026, 1, 10, 6, tzinfo=UTC)
NOW = datetime(2026, 3, 14, 9, tzinfo=UTC)
SAID = (
    (Kind.SIGNAL, "cry"),
    (Kind.RESPONSE, "hug"),
    (Kind.SETTLING, "settled"),
    (Kind.CARE, "feed"),
    (Kind.EXPLORING, "off"),
    (Kind.EXPLORING, "return"),
)


def moment(child, at, kind=Kind.SIGNAL, word="cry"):
    return Moment(
        id=str(new_id()), child=str(child.pk), kind=kind, word=word, at=at, zone="Europe/Berlin"
    )


@pytest.fixture
def lived(cast):
    """Nine weeks of Ada's log, a moment an hour or so."""
    chance, at, moments = random.Random(1), START, []
    while at < NOW - timedelta(hours=3):
        moments += [
            moment(cast.ada, at + timedelta(minutes=4 * n), *said)
            for n, said in enumerate(SAID)
            if chance.random() < 0.8
        ]
        at += timedelta(minutes=chance.choice([90, 200, 400, 600]))
    actions.keep_moments(child=cast.ada, by=cast.kim, moments=moments, now=NOW)
    return cast


def rows(child):
    with within(family=child.family_id):
        return list(Month.objects.filter(child=child).order_by("month"))


def stale(child):
    return [row.month for row in rows(child) if row.counted < row.written]


def equal(these, those):
    for name in TALLIES:
        assert_frame_equal(these[name], those[name], abs_tol=1e-9)


def test_what_is_counted_by_month_is_what_the_whole_log_holds(lived):
    found = counts_of(lived.ada, today=TODAY)
    equal(found.always, tallies(log_of(lived.ada)))
    assert found.lately_from == "2026-01"
    assert found.always["waits"]["ended"].sum() > 100


def test_lately_is_the_last_three_local_months(lived):
    found = counts_of(lived.ada, today=date(2026, 4, 30))
    assert found.lately_from == "2026-02"
    january = found.always["feeds_by_day"].filter(pl.col("day") < date(2026, 2, 1))
    assert january["feeds"].sum() > 0
    lately = found.lately["feeds_by_day"]["feeds"].sum()
    assert lately == found.always["feeds_by_day"]["feeds"].sum() - january["feeds"].sum()


def test_a_second_look_counts_nothing_and_asks_little(lived):
    first = counts_of(lived.ada, today=TODAY)
    with CaptureQueriesContext(connection) as asked:
        again = counts_of(lived.ada, today=TODAY)
    assert not [one for one in asked if "web_moment" in one["sql"]]
    assert len(asked) == 4
    equal(again.always, first.always)


def test_a_write_makes_stale_its_month_and_near_the_border_the_neighbour(lived):
    counts_of(lived.ada, today=TODAY)
    assert stale(lived.ada) == []
    middle = moment(lived.ada, datetime(2026, 2, 14, 12, tzinfo=UTC))
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[middle], now=NOW)
    assert stale(lived.ada) == ["2026-02"]
    border = moment(lived.ada, datetime(2026, 2, 27, 12, tzinfo=UTC))
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[border], now=NOW)
    assert stale(lived.ada) == ["2026-02", "2026-03"]


def test_a_write_makes_stale_the_sum_that_it_is_in_and_no_other(lived):
    counts_of(lived.ada, today=date(2026, 5, 2))  # keeps the sum of what is before March
    actions.keep_moments(
        child=lived.ada,
        by=lived.kim,
        moments=[moment(lived.ada, datetime(2026, 3, 12, 12, tzinfo=UTC))],
        now=NOW,
    )
    assert stale(lived.ada) == ["2026-03"]
    actions.keep_moments(
        child=lived.ada,
        by=lived.kim,
        moments=[moment(lived.ada, datetime(2026, 2, 12, 12, tzinfo=UTC))],
        now=NOW,
    )
    assert stale(lived.ada) == ["2026-02", "2026-03", "<202603"]
    equal(counts_of(lived.ada, today=date(2026, 5, 2)).always, tallies(log_of(lived.ada)))


def test_of_sums_only_the_one_in_use_is_kept(lived):
    for today in (TODAY, date(2026, 4, 14), date(2026, 5, 14)):
        counts_of(lived.ada, today=today)
    assert [row.month for row in rows(lived.ada) if row.month.startswith("<")] == ["<202603"]


def test_after_any_write_the_page_counts_what_is_there_now(lived):
    counts_of(lived.ada, today=TODAY)
    new = moment(lived.ada, datetime(2026, 2, 28, 22, 58, tzinfo=UTC))
    late = moment(lived.ada, datetime(2026, 2, 28, 23, 1, tzinfo=UTC), Kind.RESPONSE, "hug")
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[new, late], now=NOW)
    equal(counts_of(lived.ada, today=TODAY).always, tallies(log_of(lived.ada)))
    actions.remove(child=lived.ada, by=lived.kim, moment=new.id, now=NOW)
    equal(counts_of(lived.ada, today=TODAY).always, tallies(log_of(lived.ada)))


def test_a_moment_that_moves_to_another_month_leaves_its_old_one_stale_too(lived):
    kept = moment(lived.ada, datetime(2026, 1, 20, 12, tzinfo=UTC))
    (step,) = actions.keep_moments(child=lived.ada, by=lived.kim, moments=[kept], now=NOW)
    counts_of(lived.ada, today=TODAY)
    moved = Moment(
        **{name: getattr(kept, name) for name in ("id", "child", "kind", "word", "zone")},
        at=datetime(2026, 3, 10, 12, tzinfo=UTC),
    )
    actions.revise(
        child=lived.ada, by=lived.kim, moment=moved, replaces=[step.arrival.edit], now=NOW
    )
    assert stale(lived.ada) == ["2026-01", "2026-03"]
    equal(counts_of(lived.ada, today=TODAY).always, tallies(log_of(lived.ada)))


def test_thrown_away_all_is_counted_anew(lived):
    first = counts_of(lived.ada, today=TODAY)
    with within(family=lived.family.pk):
        Month.objects.all().delete()
    again = counts_of(lived.ada, today=TODAY)
    equal(again.always, first.always)
    equal(again.lately, first.lately)


def test_tallies_of_another_shape_are_not_read(lived):
    first = counts_of(lived.ada, today=TODAY)
    with within(family=lived.family.pk):
        Month.objects.update(shape="older", tallies=b"not of this version")
    equal(counts_of(lived.ada, today=TODAY).always, first.always)


def test_who_counts_while_somebody_writes_leaves_the_month_stale(lived):
    counts_of(lived.ada, today=TODAY)
    new = moment(lived.ada, datetime(2026, 3, 10, 12, tzinfo=UTC))
    with within(family=lived.family.pk):
        before = Month.objects.get(child=lived.ada, month="2026-03")
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[new], now=NOW)
    with within(family=lived.family.pk):  # as one who had read before that write, and keeps it now
        Month.objects.filter(pk=before.pk).update(counted=before.counted, tallies=before.tallies)
    equal(counts_of(lived.ada, today=TODAY).always, tallies(log_of(lived.ada)))


def test_what_is_kept_for_the_first_time_while_somebody_writes_is_stale_too(lived):
    with within(family=lived.family.pk):
        before = Family.objects.get(pk=lived.family.pk).seq
        early = tallies_of(log_of(lived.ada), ["2026-03"])
    new = moment(lived.ada, datetime(2026, 3, 10, 12, tzinfo=UTC))
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[new], now=NOW)
    with within(family=lived.family.pk):
        keep(lived.ada, early, seq=before)
    assert stale(lived.ada) == ["2026-03"]
    equal(counts_of(lived.ada, today=TODAY).always, tallies(log_of(lived.ada)))


def test_a_child_of_whom_nothing_is_written_has_nothing_counted(cast):
    found = counts_of(cast.ada, today=TODAY)
    assert all(tally.is_empty() for tally in found.always.values())


def test_another_familys_months_stay_as_they_are(lived):
    counts_of(lived.ben, today=TODAY)
    before = {row.month: row.written for row in rows(lived.ben)}
    new = moment(lived.ada, datetime(2026, 3, 10, 12, tzinfo=UTC))
    actions.keep_moments(child=lived.ada, by=lived.kim, moments=[new], now=NOW)
    assert {row.month: row.written for row in rows(lived.ben)} == before


def test_the_last_months_go_back_over_new_year():
    assert last_months(date(2027, 1, 31), 3) == ["2026-11", "2026-12", "2027-01"]
