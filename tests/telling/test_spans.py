"""How long and how long ago, as one would say it."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.telling.spans import ago, clock, lasting, number, short, times


def span(text):
    """Read "3:10" as three hours and ten minutes."""
    hours, minutes = map(float, text.split(":"))
    return timedelta(hours=hours, minutes=minutes)


@pytest.mark.parametrize(
    ("length", "words", "little_room"),
    [
        ("0:0.5", "under a minute", "0 min"),
        ("0:1", "one minute", "1 min"),
        ("0:9.9", "nine minutes", "9 min"),
        ("0:12", "twelve minutes", "12 min"),
        ("0:13", "13 minutes", "13 min"),
        ("1:00", "1 h", "1 h"),
        ("3:10", "3 h 10", "3 h 10"),
        ("13:05", "13 h 05", "13 h 05"),
    ],
)
def test_how_long(length, words, little_room):
    assert (lasting(span(length)), short(span(length))) == (words, little_room)


@pytest.mark.parametrize(
    ("length", "about", "words"),
    [
        ("0:0.2", 0, "just now"),
        ("0:-3", 0, "just now"),
        ("0:20", 0, "20 minutes ago"),
        ("0:20", 15, "about 20 minutes ago"),
        ("0:0", 5, "about one minute ago"),
        ("2:40", 0, "2 h 40 ago"),
        ("24:00", 0, "one day ago"),
        ("73:00", 30, "about three days ago"),
    ],
)
def test_how_long_ago(length, about, words):
    assert ago(span(length), about=about) == words


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no times"), (1, "once"), (2, "twice"), (7, "seven times")]
)
def test_how_often(count, words):
    assert times(count) == words


def test_small_numbers_are_words_and_large_ones_digits():
    assert [number(n) for n in (0, 1, 12, 13, -1)] == ["no", "one", "twelve", "13", "-1"]


def test_the_clock_is_the_one_on_the_wall_there():
    at = datetime(2026, 3, 3, 2, 4, 59, tzinfo=UTC)
    assert clock(at, "Europe/Berlin") == "03:04"
    assert clock(at, "America/New_York", about=30) == "about 21:04"
