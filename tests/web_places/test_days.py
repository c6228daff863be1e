"""A day as its line and as its band of hours."""

from datetime import UTC, date, datetime, timedelta

import pytest

from holdfast.engine import exchanges
from holdfast.web.places.day.dates import name_of_day
from holdfast.web.places.day.hours import AN_HOUR_TALL, TOP, hours
from holdfast.web.places.day.page import events
from holdfast.words import Moment, frame

DAY = datetime(2026, 3, 14, tzinfo=UTC)


def log_of(text):
    """Read `03:00 signal/cry` lines, `03:00-05:10 care/sleep` for what lasts."""
    return frame(moment(index, line) for index, line in enumerate(text.strip().splitlines()))


def moment(index, line):
    time, what = line.split()
    start, _, end = time.partition("-")
    kind, word = what.split("/")
    return Moment(
        id=f"00000000-0000-7000-8000-{index:012}",
        child="00000000-0000-7000-8000-00000000cccc",
        kind=kind,
        word=word,
        at=at(start),
        until=at(end) if end else None,
        zone="UTC",
        detail={},
    )


def at(clock):
    hour, minute = clock.split(":")
    return DAY + timedelta(hours=int(hour), minutes=int(minute))


def drawn(text):
    log = log_of(text)
    ids = log["id"].to_list()
    return events(
        log,
        exchanges(log),
        on_day=set(ids),
        names=dict.fromkeys(ids, ("Noor",)),
        pronoun="she",
    )


def lines(text):
    return [(e["clock"], [step.told for step in e["steps"]], e["told"]) for e in drawn(text)]


def test_exchanges_and_care_stand_on_one_line_in_order():
    assert lines("""
        02:51 signal/fuss
        02:53 response/hug
        03:00 settling/settled
        03:05-06:15 care/sleep
        06:20 signal/gaze
        06:20 signal/coo
        06:21 response/sing
    """) == [
        ("02:51", ["fussed", "held", "settled"], "Noor · nine minutes"),
        ("03:05", ["slept 3 h 10"], "Noor"),
        ("06:20", ["looked", "cooed", "sang"], "Noor"),
    ]


def test_what_was_mended_says_so():
    (event,) = drawn("""
        07:30 signal/cry
        07:31 response/not_just_then
        07:37 response/carry
        07:44 settling/settled
    """)
    assert [step.told for step in event["steps"]][-2:] == ["settled", "mended"]


def test_an_answer_without_a_signal_stands_alone():
    assert lines("09:00 response/sing") == [("09:00", ["sang"], "Noor")]


def test_the_band_draws_each_thing_where_the_clock_has_it():
    band = hours(
        drawn("""
            03:00-05:00 care/sleep
            08:00-08:20 care/feed
            12:00 signal/cry
        """),
        DAY,
        DAY + timedelta(days=1),
        "UTC",
        now=DAY + timedelta(days=2),
    )
    assert [(bar["look"], bar["y"], bar["height"]) for bar in band["bars"]] == [
        ("sleep", TOP + 3 * AN_HOUR_TALL, 2 * AN_HOUR_TALL),
        ("feed", TOP + 8 * AN_HOUR_TALL, AN_HOUR_TALL / 3),
        ("exchange", TOP + 12 * AN_HOUR_TALL, 5),
    ]
    clocks = ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00"]
    assert [mark["clock"] for mark in band["marks"]] == clocks


def test_a_sleep_that_was_the_answer_lies_in_its_own_lane_too():
    found = drawn("""
        22:07 signal/fuss
        22:08-23:00 care/sleep
    """)
    band = hours(found, DAY, DAY + timedelta(days=1), "UTC", now=DAY + timedelta(days=2))
    assert [bar["look"] for bar in band["bars"]] == ["exchange", "sleep"]


def test_a_sleep_over_midnight_is_cut_to_the_day():
    found = drawn("22:00-26:00 care/sleep")
    next_day = DAY + timedelta(days=1)
    band = hours(found, next_day, next_day + timedelta(days=1), "UTC", now=DAY + timedelta(days=9))
    assert [(bar["y"], bar["height"]) for bar in band["bars"]] == [(TOP, 2 * AN_HOUR_TALL)]


@pytest.mark.parametrize(
    ("on", "called"),
    [(14, "Today"), (13, "Yesterday"), (12, "Thursday")],
)
def test_a_day_is_called_as_one_calls_it(on, called):
    assert name_of_day(date(2026, 3, on), date(2026, 3, 14)) == called
