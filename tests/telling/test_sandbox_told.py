"""The sandbox, told: plain sentences about made-up lives, and apart from them what has a source."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from holdfast.engine.simulate import Fate
from holdfast.engine.simulate.sandbox import Settings, live
from holdfast.telling.figures.lives import Line, Range, apart, through_a_year
from holdfast.telling.sandbox import KNOWN, minutes, sentences, told


@pytest.fixture(scope="module")
def usual():
    return live(Settings(people=1), 1)


def ending(year, trust):
    return replace(year, trust=(*year.trust[:-1], trust))


def test_one_life_says_what_became_of_a_hundred_signals_and_where_trust_went(usual):
    made = replace(
        ending(usual, 0.66), fates={Fate.MET: 50, Fate.MENDED: 20, Fate.MISSED: 20, Fate.ALONE: 10}
    )
    assert sentences([made]) == [
        (
            "This life: of 100 signals 50 are met, 20 mended, 20 missed; the others settle while "
            "somebody is on the way."
        ),
        "At one year it counts on an answer about 6.5 times in ten.",
    ]


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (
            0.62,
            ["At one year both children count on an answer alike: about 6 times in ten."],
        ),
        (
            0.68,
            [
                (
                    "At one year the child of this life counts on an answer about 6 times in ten, "
                    "that of the other about 7."
                ),
                "The two are not far apart.",
            ],
        ),
        (
            0.30,
            [
                (
                    "At one year the child of this life counts on an answer about 6 times in ten, "
                    "that of the other about 3."
                ),
            ],
        ),
    ],
)
def test_two_lives_are_told_by_how_far_they_are_apart(usual, other, said):
    assert sentences([ending(usual, 0.60), ending(usual, other)])[2:] == said


@pytest.mark.parametrize(
    ("bond", "said"),
    [
        (-0.1, "This life: the bond starts low after a hard start and has caught up by one year."),
        (
            -0.9,
            "This life: the bond starts low after a hard start, and it is on its way at one year.",
        ),
    ],
)
def test_after_a_hard_start_the_bond_is_told(usual, bond, said):
    year = replace(usual, settings=Settings(people=1, hard_start=0.5), bonds=((-1.0, bond),))
    assert sentences([year])[-1] == said


def test_what_several_people_do_is_told_where_there_are_several(usual):
    several = replace(usual, settings=Settings(people=3))
    assert len(sentences([several])) == len(sentences([usual])) + 1


def test_every_sentence_about_real_babies_is_in_the_ledger(usual):
    assert [one.key for one in told(usual).known] == list(KNOWN)


def test_each_figure_has_its_table_and_no_style_within(usual):
    page = told(usual, live(Settings(people=2, noticed=0.2), 1))
    assert len(page.figures) == 6
    for figure in page.figures:
        ET.fromstring(figure.svg)  # noqa: S314 -- drawn by us
        assert "style" not in figure.svg
        assert figure.shows in figure.svg
        assert all(len(row) == len(figure.columns) for row in figure.rows)
        assert figure.rows
    assert len(told(usual).figures) == 5


def test_names_at_the_end_of_lines_do_not_lie_on_each_other():
    places = apart([50.0, 52.0, 20.0])
    assert places == [50.0, 65.0, 20.0]


def test_a_band_lies_behind_its_line_and_a_short_life_ends_at_its_age():
    line = Line("trust", "first", [0.1, 0.2], low=[0.0, 0.1], high=[0.2, 0.3])
    figure = through_a_year([line], within=Range(0, 1, "none", "all"), shows="Two weeks.")
    assert figure.svg.index("band") < figure.svg.index("life first")
    assert "2 weeks" in figure.svg
    assert figure.rows == [("2", "0.20")]


@pytest.mark.parametrize(
    ("count", "said"), [(0.2, "1 minute"), (1.4, "1 minute"), (9, "9 minutes")]
)
def test_minutes_are_whole_and_never_none(count, said):
    assert minutes(count) == said
