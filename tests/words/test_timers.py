"""What runs: begun with nothing at its side, and ended with the seconds that it was there."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.words import Care, Kind, Moment
from holdfast.words.details import check_detail
from holdfast.words.timers import begun, ended, is_timed

AT = datetime(2026, 3, 1, 3, 4, tzinfo=UTC)


def care(word, **detail):
    return Moment(
        id="01a00000-0000-7000-8000-000000000001",
        child="ada",
        kind=Kind.CARE,
        word=word,
        at=AT,
        zone="UTC",
        detail=detail,
    )


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_feed_that_begins_says_so_in_words_that_a_feed_may_say(side):
    assert is_timed(begun(side))
    check_detail(Kind.CARE, Care.FEED, begun(side))


@pytest.mark.parametrize("detail", [{}, {"side": "left"}, {"left_s": 300}, {"how": "bottle"}])
def test_a_feed_that_was_written_down_in_one_tap_does_not_run(detail):
    assert not is_timed(detail)


def test_what_ends_lasted_until_then_and_a_feed_says_how_long_at_its_side():
    over = AT + timedelta(minutes=10)
    sleep, feed = (
        ended(care(Care.SLEEP, place="cot"), over),
        ended(care(Care.FEED, **begun("left")), over),
    )
    assert (sleep.until, sleep.detail) == (over, {"place": "cot"})
    assert feed.until == over
    assert feed.detail == {"how": "breast", "side": "left", "left_s": 600}
    assert not is_timed(feed.detail)


def test_what_ends_at_once_or_by_a_clock_that_is_behind_does_not_run_on():
    feed = ended(care(Care.FEED, **begun("right")), AT - timedelta(minutes=3))
    assert feed.until == AT
    assert not is_timed(feed.detail)
