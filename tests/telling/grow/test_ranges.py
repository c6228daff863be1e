"""Ranges beside pieces: the published band, the family's own mark only where it is known."""

from datetime import date, timedelta

import polars as pl
import pytest

from holdfast.engine.months import NOTHING
from holdfast.telling.grow.shown import DAILY, ENOUGH, WINDOWS, Here, figure_of, note_of

TODAY = date(2026, 3, 14)
SLEEPS = {"sleeps": pl.Int64, "asleep": pl.Float64, "longest": pl.Float64}


def slept(days, *, hours=14.0, from_day=TODAY - timedelta(days=1)):
    """Return tallies of a log in which so many days have sleep."""
    rows = [
        {"day": from_day - timedelta(days=n), "sleeps": 5, "asleep": 60 * hours, "longest": 200.0}
        for n in range(days)
    ]
    return {**NOTHING, "sleeps": pl.DataFrame(rows, schema={"day": pl.Date, **SLEEPS})}


def marks(figure):
    """Return how many marks of a family's own a drawing has."""
    return figure.svg.count('class="dot"')


def test_enough_days_are_marked_with_their_count():
    figure = figure_of("how-much-sleep", Here(counts=slept(6), today=TODAY, age=70))
    assert marks(figure) == 1
    assert [row[0] for row in figure.rows] == [
        "the usual range in 34 studies",
        "here 14\N{NO-BREAK SPACE}h, from 6 days",
    ]


@pytest.mark.parametrize(
    ("counts", "age"),
    [
        (slept(ENOUGH - 1), 70),  # too few days
        (slept(10, from_day=TODAY - timedelta(days=30)), 70),  # of another age
        (slept(10), 500),  # beyond what was published
        (NOTHING, 70),
    ],
)
def test_where_too_little_is_known_there_is_the_band_alone(counts, age):
    figure = figure_of("how-much-sleep", Here(counts=counts, today=TODAY, age=age))
    assert marks(figure) == 0
    assert len(figure.rows) == 1


def test_today_is_not_over_and_does_not_count():
    here = Here(counts=slept(5, from_day=TODAY), today=TODAY, age=70)
    assert marks(figure_of("how-much-sleep", here)) == 0


@pytest.mark.parametrize("piece", DAILY)
def test_another_age_shows_no_log(piece):
    figure = figure_of(piece, None)
    assert marks(figure) == 0
    assert 'class="published"' in figure.svg
    assert "differ a lot" in note_of(piece)


def test_a_mark_beyond_the_band_stays_on_the_paper():
    figure = figure_of("how-much-sleep", Here(counts=slept(9, hours=19.0), today=TODAY, age=10))
    assert marks(figure) == 1
    assert figure.rows[1] == ("here 19\N{NO-BREAK SPACE}h, from 9 days", "19 and 19")


def test_windows_of_moving_mark_nobody():
    figure = figure_of("windows", Here(counts=slept(9), today=TODAY, age=200))
    assert marks(figure) == 0
    assert len(figure.rows) == len(WINDOWS) == 6
    assert figure.rows[-1] == ("walks alone", "8.2 to 17.6")


def test_a_piece_without_a_range_has_no_figure():
    assert figure_of("smile", None) is None
