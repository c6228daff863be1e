"""Figures: each has its table, its sentence and no style; what is drawn lies where it should."""

import re
from xml.etree import ElementTree as ET

import polars as pl
import pytest

from holdfast.engine import Estimate
from holdfast.engine.survival import curve, tally_times
from holdfast.telling.figures import answered_by, crying_by_age, day_and_night, going_on, shares
from holdfast.telling.figures.ink import Scale
from holdfast.telling.figures.weeks import Week, between, two_in_three

WAITS = curve(
    tally_times(
        pl.DataFrame(
            {"time": [1.0, 2.0, 2.0, 5.0, 40.0], "happened": [True, True, False, True, True]}
        )
    )
)
SLEEP = {hour: float(hour) for hour in range(24)}
FIGURES = {
    "shares": shares(
        [
            ("rooted: milk & more", Estimate(0.8, 0.6, 0.9, 12)),
            ("yawned", Estimate(0.1, 0, 0.3, 5)),
        ],
        shows="Shares",
        of="Signal",
        seen="Times",
    ),
    "answered": answered_by(WAITS, limit=30, shows="Answers"),
    "away": going_on(WAITS, limit=30, shows="Away"),
    "hours": day_and_night([("asleep", "sleep", SLEEP, "%.0f")], shows="Hours"),
    "weeks": crying_by_age(
        [Week(3, 5, 90, 10, 260), Week(30, 7, 40, 0, 80)], shows="Crying", name="as logged"
    ),
}
every_figure = pytest.mark.parametrize("figure", FIGURES.values(), ids=list(FIGURES))


def elements(figure, name):
    return [one for one in ET.fromstring(figure.svg).iter() if one.tag == name]  # noqa: S314 -- ours


@every_figure
def test_a_figure_is_one_drawing_that_says_what_it_shows(figure):
    root = ET.fromstring(figure.svg)  # noqa: S314 -- ours
    assert (root.tag, root.get("role"), root.get("aria-label")) == ("svg", "img", figure.shows)


@every_figure
def test_looks_come_from_classes_alone(figure):
    for one in ET.fromstring(figure.svg).iter():  # noqa: S314 -- ours
        assert not {"style", "fill", "stroke", "id", "onclick"} & set(one.keys())


@every_figure
def test_nothing_is_drawn_beside_the_paper(figure):
    root = ET.fromstring(figure.svg)  # noqa: S314 -- ours
    width, height = map(float, root.get("viewBox").split()[2:])
    places = {"x": width, "x1": width, "x2": width, "cx": width, "y": height, "cy": height}
    for one in root.iter():
        for name, most in places.items():
            assert 0 <= float(one.get(name, 0)) <= most


@every_figure
def test_a_figure_has_its_numbers_as_a_table(figure):
    assert figure.rows
    assert all(len(row) == len(figure.columns) for row in figure.rows)


def test_a_share_has_its_dot_in_its_band_and_its_count_beside():
    figure = FIGURES["shares"]
    dots = [float(one.get("cx")) for one in elements(figure, "circle")]
    bands = [
        (float(one.get("x")), float(one.get("x")) + float(one.get("width")))
        for one in elements(figure, "rect")
    ]
    assert all(low <= dot <= high for dot, (low, high) in zip(dots, bands, strict=True))
    assert figure.rows[0] == ("rooted: milk & more", "8 in 10", "6 and 9", "12")
    assert "rooted: milk &amp; more" in figure.svg


def test_of_four_waits_seen_after_two_minutes_half_had_an_answer():
    assert FIGURES["answered"].rows[:3] == [
        ("1", "20%", "3 and 80 %"),
        ("2", "40%", "12 and 87 %"),
        ("5", "70%", "28 and 99 %"),
    ]
    assert [row[1] for row in FIGURES["away"].rows[:3]] == ["80%", "60%", "30%"]


def test_before_the_first_end_all_go_on():
    late = curve(tally_times(pl.DataFrame({"time": [9.0], "happened": [True]})))
    assert going_on(late, limit=30, shows="Away").rows[0] == ("1", "100%", "100 and 100 %")


def test_the_day_goes_from_six_to_six_and_each_lane_has_a_scale_of_its_own():
    rows = FIGURES["hours"].rows
    assert (rows[0], rows[18], rows[-1]) == (("06:00", "6"), ("00:00", "0"), ("05:00", "5"))
    tall = [float(one.get("height")) for one in elements(FIGURES["hours"], "rect")]
    assert max(tall) == 46
    assert len(tall) == 23  # nothing is drawn for an hour of none


def test_an_empty_lane_is_drawn_without_bars():
    figure = day_and_night([("feeds", "feed", {6: 0.0}, "%.1f")], shows="Hours")
    assert elements(figure, "rect") == []


@pytest.mark.parametrize(("week", "mean"), [(0, 117), (6, 133), (11, 68), (12, 68), (40, 68)])
def test_the_published_means_are_met(week, mean):
    assert between(week)[0] == mean


def test_two_in_three_babies_are_around_the_middle_of_a_skewed_spread():
    low, high = two_in_three(11)
    assert (round(low), round(high)) == (30, 104)
    low, high = two_in_three(6)
    assert low < 133 < high


def test_many_weeks_have_smaller_dots():
    short = crying_by_age([Week(3, 5, 90, 10, 120)], shows="Crying", name="as logged")
    assert {one.get("r") for one in elements(short, "circle")} == {"4.5"}
    assert {one.get("r") for one in elements(FIGURES["weeks"], "circle")} == {"3"}


def test_a_scale_never_leaves_the_paper():
    x = Scale(0, 10, 20, 40)
    assert [x(value) for value in (-5, 0, 5, 10, 99)] == [20, 20, 30, 40, 40]


def test_a_path_has_numbers_only():
    for figure in FIGURES.values():
        for one in elements(figure, "path"):
            assert re.fullmatch(r"M[\d. L]+Z?", one.get("d"))
