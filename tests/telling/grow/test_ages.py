"""For each day from the first weeks on the way to three years: its pieces, and no others."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from holdfast.telling.grow import PIECES, TIMES, For, Life, beside, named, opening, page_of, time_of
from holdfast.telling.grow.piece import ALWAYS, WEEK, Scale
from holdfast.words.ages import TERM, Ages, ages

ON = date(2026, 3, 14)
BORN_EARLY = date(2026, 1, 1)


def shown(life, on=ON):
    """Return the keys of all pieces of a page."""
    page = page_of(life, pronoun="she", on=on)
    first = [page.this_week] if page.this_week else []
    told = [*first, *page.handful, *(one for section in page.rest for one in section.pieces)]
    return [one.piece.key for one in told]


def lives():
    """Return a life for each day: on the way, then born."""
    before = [Life(ages=Ages(gestation=TERM - days)) for days in range(200, -15, -1)]
    return before + [Life(ages=Ages(calendar=days)) for days in range(3 * 366)]


@pytest.mark.parametrize("life", lives()[::7])
def test_each_day_has_its_time_its_pieces_and_an_opening(life):
    assert time_of(life) is not None
    keys = shown(life)
    assert len(keys) == len(set(keys)) >= 9
    assert opening(life, "Ada").startswith("Ada is ")


@pytest.mark.parametrize("life", lives()[::7])
def test_no_piece_of_another_age_is_shown(life):
    for key in shown(life):
        when = PIECES[key].when
        assert when == ALWAYS or when.first <= life.at(when.scale) < when.end


@pytest.mark.parametrize(
    ("days", "there", "not_there"),
    [
        (3, "face", "smile"),
        (70, "smile", "arms"),
        (245, "goodbyes", "how-much-crying"),
        (400, "first-steps", "not-yet"),
        (900, "plans", "windows"),
    ],
)
def test_each_thing_has_its_time(days, there, not_there):
    keys = shown(Life(ages=Ages(calendar=days)))
    assert there in keys
    assert not_there not in keys


def test_on_the_way_there_are_kicks_and_no_sleep():
    keys = shown(Life(ages=Ages(gestation=20 * WEEK)))
    assert "movements" in keys
    assert {"how-much-sleep", "smile", "first-days-here"}.isdisjoint(keys)


def early(on, *, by_birth=False):
    """Return the life of a child born eight weeks early."""
    due = BORN_EARLY + timedelta(weeks=8)
    of = ages(on, born=BORN_EARLY, due=due)
    return Life(ages=of, by_birth=by_birth, are=frozenset({For.EARLY}))


def test_a_child_born_early_is_told_by_the_due_date():
    day = BORN_EARLY + timedelta(weeks=9)
    assert time_of(early(day)).key == "first-days"
    assert "smile" not in shown(early(day))
    assert time_of(early(day, by_birth=True)).key == "smiles"
    assert "smile" in shown(early(day, by_birth=True))


def test_before_the_due_date_nothing_is_expected():
    day = BORN_EARLY + timedelta(weeks=3)
    assert time_of(early(day)).key == "before-due"
    keys = shown(early(day))
    assert {"before-the-day", "a-hand"} <= set(keys)
    assert {"face", "how-much-crying", "first-feeds"}.isdisjoint(keys)
    assert opening(early(day), "Ada") == "Ada is three weeks old, five weeks before the due date."


def test_both_ages_are_said():
    day = BORN_EARLY + timedelta(weeks=12)
    said = "Ada is twelve weeks old, and four weeks counted from the due date."
    assert opening(early(day), "Ada") == said


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (Ages(calendar=0), "Ada was born today."),
        (Ages(calendar=1), "Ada is one day old."),
        (Ages(calendar=13), "Ada is 13 days old."),
        (Ages(calendar=35, corrected=0), "Ada is five weeks old, and today was the due date."),
        (Ages(calendar=800), "Ada is two years old."),
        (Ages(gestation=7), "Ada is one week on the way."),
        (Ages(calendar=150, here=0), "Ada is four months old. This is your first day together."),
    ],
)
def test_an_age_is_said_as_one_says_it(of, said):
    assert opening(Life(ages=of), "Ada") == said


def test_a_child_who_came_later_has_the_first_weeks_together_at_any_age():
    for calendar in (0, 213, 1000):
        life = Life(ages=Ages(calendar=calendar, here=10), are=frozenset({For.ADOPTED}))
        assert {"first-days-here", "first-weeks-here", "adopted"} <= set(shown(life))
    assert "first-weeks-here" not in shown(Life(ages=Ages(calendar=213)))


def test_where_no_age_is_known_there_is_what_holds_at_any():
    life = Life(ages=Ages(here=20))
    assert time_of(life) is None
    assert "first-weeks-here" in shown(life)
    assert opening(life, "Lin") == "You have been together for two weeks."


def test_before_the_arrival_day_a_family_waits():
    life = Life(ages=Ages(calendar=200), waiting=True)
    assert {"room", "what-was"} <= set(shown(life))
    assert opening(life, "Lin") == "You are waiting for Lin."
    assert "room" not in shown(Life(ages=Ages(calendar=200)))


def test_twins_and_siblings_have_their_pieces_where_there_are_some():
    of = Ages(calendar=100)
    assert "twins" in shown(Life(ages=of, are=frozenset({For.TWINS})))
    assert "siblings" in shown(Life(ages=of, are=frozenset({For.SIBLINGS})))
    assert {"twins", "siblings"}.isdisjoint(shown(Life(ages=of)))


def test_what_is_for_such_a_family_comes_up_in_its_turn():
    life = Life(ages=Ages(calendar=70), are=frozenset({For.TWINS}))
    weeks = [ON + timedelta(weeks=week) for week in range(12)]
    handfuls = [page_of(life, pronoun="she", on=week).handful for week in weeks]
    assert any(one.piece.key == "twins" for handful in handfuls for one in handful)


def test_another_piece_leads_each_week_and_each_drawing_of_the_first_stands_once():
    life = Life(ages=Ages(calendar=70))
    pages = [page_of(life, pronoun="she", on=ON + timedelta(weeks=week)) for week in range(4)]
    assert len({page.this_week.piece.key for page in pages}) > 1
    for page in pages:
        pictures = [one.piece.picture for one in [page.this_week, *page.handful]]
        assert len(pictures) == len(set(pictures)) == 5


def test_times_follow_each_other_without_a_gap():
    for scale in (Scale.ON_THE_WAY, Scale.AGE):
        times = [time.when for time in TIMES if time.when.scale is scale]
        assert all(a.end == b.first for a, b in pairwise(times))
        assert times[-1].end == float("inf")


@pytest.mark.parametrize("time", TIMES, ids=[time.key for time in TIMES])
def test_the_day_that_is_shown_of_a_time_lies_within_it(time):
    assert time.when.first <= time.middle < time.when.end


def test_one_leafs_from_time_to_time_and_over_birth():
    assert [one and one.key for one in beside(named("first-days"), early=False)] == [
        "last-weeks",
        "first-weeks",
    ]
    assert beside(named("first-days"), early=True)[0].key == "before-due"
    assert beside(TIMES[0], early=False)[0] is None
    assert beside(TIMES[-1], early=False)[1] is None
    assert named("no such time") is None
