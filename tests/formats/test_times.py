"""Times as other apps write them, placed where they were lived."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.formats.times import (
    SKIPPED,
    TWICE,
    Order,
    Span,
    ambiguous_dates,
    clock,
    date_order,
    day,
    fixed_zone,
    length,
    noon,
    place,
)

BERLIN = ZoneInfo("Europe/Berlin")


def local(text):
    return datetime.fromisoformat(text)


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


CLOCKS = {
    "2026-01-05 06:38": "2026-01-05 06:38",
    "2026-01-05T06:38:07": "2026-01-05 06:38:07",
    "2026-01-05T06:38:07Z": "2026-01-05 06:38:07+00:00",
    "2026-01-05 06:38:07+0100": "2026-01-05 06:38:07+01:00",
    "1/5/2026 6:38 AM": "2026-01-05 06:38",
    "1/5/2026 6:38\u202fPM": "2026-01-05 18:38",
    "1/5/26, 6:38\u00a0p.m.": "2026-01-05 18:38",
    "1/5/2026 12:00 AM": "2026-01-05 00:00",
    "1/5/2026 12:00 PM": "2026-01-05 12:00",
    "1/5/26, 19:54:10": "2026-01-05 19:54:10",
    "1767591487": "2026-01-05 05:38:07+00:00",
    "1767591487.5": "2026-01-05 05:38:07.5+00:00",
    "1767591487000": "2026-01-05 05:38:07+00:00",
    "\u00a02026-01-05 06:38": "2026-01-05 06:38",
}


@pytest.mark.parametrize("text", CLOCKS)
def test_a_time_is_read_however_it_is_written(text):
    assert clock(text) == local(CLOCKS[text])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not-a-date",
        "2026-02-30 06:38",
        "2026-01-05 25:00",
        "2026-01-05",
        "1/5/2026 13:00 PM",
        "1/5/2026 0:30 AM",
        "13/13/2026 6:38",
        "0000000000",
        "0000000000000",
        "99999",
        "\u0662\u0660\u0662\u0666-01-05 06:38",
    ],
)
def test_what_is_no_time_is_none(text):
    assert clock(text) is None


def test_the_first_number_of_a_date_is_the_day_where_the_import_says_so():
    assert clock("3/4/2026 6:00", Order.DAY) == local("2026-04-03 06:00")
    assert clock("3/4/2026 6:00", Order.MONTH) == local("2026-03-04 06:00")


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["1/5/2026", "13/5/2026"], Order.DAY),
        (["1/5/2026", "1/13/2026"], Order.MONTH),
        (["13/5/2026", "14/5/2026", "1/13/2026"], Order.DAY),
        (["1/13/2026", "1/14/2026", "13/5/2026"], Order.MONTH),
        (["1/5/2026"], None),
        (["2026-01-05"], None),
        ([], None),
    ],
)
def test_the_order_is_told_by_all_dates_together(dates, order):
    texts = [f"{one} 6:00 AM" for one in dates]
    assert date_order(texts) is order


def test_only_dates_that_nothing_tells_have_to_be_asked_for():
    assert ambiguous_dates(["1/5/2026 6:00"])
    assert not ambiguous_dates(["1/5/2026 6:00", "13/5/2026 6:00"])
    assert not ambiguous_dates(["2026-01-05 06:00"])


def test_a_sleep_over_the_autumn_change_lasts_nine_hours():
    night = place(local("2026-10-24 22:00"), local("2026-10-25 06:00"), BERLIN)
    assert night == Span(utc("2026-10-24 20:00"), utc("2026-10-25 05:00"))


def test_a_sleep_over_the_spring_change_lasts_seven():
    night = place(local("2026-03-28 22:00"), local("2026-03-29 06:00"), BERLIN)
    assert night == Span(utc("2026-03-28 21:00"), utc("2026-03-29 04:00"))


def test_an_hour_that_came_twice_is_the_first_about_an_hour_and_told():
    moment = place(local("2026-10-25 02:30"), None, BERLIN)
    assert moment == Span(utc("2026-10-25 00:30"), None, 60, (TWICE,))


def test_a_length_tells_which_of_two_hours_it_was():
    feed = place(
        local("2026-10-25 02:30"), local("2026-10-25 03:10"), BERLIN, timedelta(minutes=40)
    )
    assert feed == Span(utc("2026-10-25 01:30"), utc("2026-10-25 02:10"))


def test_an_end_that_fits_one_reading_alone_tells_which_it_was():
    """From half past two until ten past two: it ended in the second of the two hours."""
    feed = place(local("2026-10-25 02:30"), local("2026-10-25 02:10"), BERLIN)
    assert feed == Span(utc("2026-10-25 00:30"), utc("2026-10-25 01:10"))


def test_a_length_that_fits_no_reading_tells_nothing():
    feed = place(local("2026-10-25 02:30"), local("2026-10-25 03:10"), BERLIN, timedelta(hours=9))
    assert feed == Span(utc("2026-10-25 00:30"), utc("2026-10-25 02:10"), 60, (TWICE,))


def test_an_end_before_every_start_stays_so():
    feed = place(local("2026-10-25 02:30"), local("2026-10-25 01:10"), BERLIN)
    assert feed.until is not None
    assert feed.until < feed.at


@pytest.mark.parametrize(
    ("start", "end"), [("02:30", None), ("02:30", "04:00"), ("01:30", "02:30")]
)
def test_an_hour_that_never_was_moves_forward_by_the_gap_and_is_told(start, end):
    found = place(local(f"2026-03-29 {start}"), end and local(f"2026-03-29 {end}"), BERLIN)
    assert found.doubts == (SKIPPED,)
    moved = found.until if start == "01:30" else found.at
    assert moved == utc("2026-03-29 01:30")


def test_an_end_moves_with_a_start_that_never_was():
    """Noted from a clock that nobody had set: 02:50 to 03:10 was twenty minutes."""
    found = place(local("2026-03-29 02:50"), local("2026-03-29 03:10"), BERLIN)
    assert found == Span(utc("2026-03-29 01:50"), utc("2026-03-29 02:10"), doubts=(SKIPPED,))


@settings(deadline=None)
@given(
    at=st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 -- local on purpose
    zone=st.sampled_from(["Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "UTC"]),
)
def test_a_placed_time_shows_on_the_clocks_as_it_was_written(at, zone):
    found = place(at, None, ZoneInfo(zone))
    if SKIPPED not in found.doubts:
        assert found.at.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == at.replace(fold=0)


def test_a_time_with_an_offset_needs_no_zone():
    found = place(local("2026-01-05 06:38+01:00"), None, ZoneInfo("Asia/Tokyo"))
    assert found == Span(utc("2026-01-05 05:38"))


def test_a_date_alone_is_local_noon_about_the_day():
    assert day("2026-01-05") == date(2026, 1, 5)
    assert noon(date(2026, 1, 5), BERLIN) == Span(utc("2026-01-05 11:00"), about=720)


@pytest.mark.parametrize("text", ["2026-1-5", "20260105", "2026-02-30", "5 Jan", ""])
def test_what_is_no_date_is_none(text):
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("0:12", 12), ("06:35", 395), ("0:12:30", 12.5), ("", None), ("yellow", None), ("a:b", None)],
)
def test_a_length_is_hours_and_minutes(text, minutes):
    assert length(text) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("time", "zone"),
    [
        ("2026-01-05 06:38-06:00", "Etc/GMT+6"),
        ("2026-01-05 06:38+14:00", "Etc/GMT-14"),
        ("2026-01-05 06:38+00:00", "UTC"),
        ("2026-01-05 06:38+05:30", "UTC"),
        ("2026-01-05 06:38-13:00", "UTC"),
        ("2026-01-05 06:38", "UTC"),
    ],
)
def test_an_offset_alone_has_a_zone_where_it_is_of_whole_hours(time, zone):
    at = local(time)
    assert fixed_zone(at) == zone
    if zone != "UTC":
        assert at.astimezone(ZoneInfo(zone)).utcoffset() == at.utcoffset()
