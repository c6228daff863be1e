"""A week, told as on a postcard: what passed, what was mended, and no count unasked."""

import re
from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from holdfast.engine import exchanges
from holdfast.telling.steps import Step
from holdfast.telling.week import BEFORE_BIRTH, GIVEN, TOGETHER, together, week_told
from holdfast.words import Response
from tests.spec.drawing import log

BEGINS = datetime(2026, 3, 3, tzinfo=UTC)
ENDS = BEGINS + timedelta(days=7)


def told(drawing, *, begins=BEGINS):
    return told_of(log(drawing, zone="UTC"), begins=begins)


def told_of(drawn, *, begins=BEGINS):
    return week_told(drawn, exchanges(drawn), begins=begins, ends=ENDS, pronoun="she")


def test_an_empty_week_is_kind_and_has_nothing_else():
    week = told("")
    assert week.said == [
        "Nothing was written down this week, and that is fine. It was a week all the same."
    ]
    assert (week.counts, week.notes, week.mended) == ([], [], None)


def test_a_week_says_what_passed_between_them_the_commonest_first():
    week = told(
        """
        03:00 cry by noor / 03:04 hug by noor / 03:09 settled by noor
        07:00 cry by sam / 07:02 hug by sam / 07:03 rock by sam / 07:09 settled by sam
        12:00 smile / 12:01 response:smile / 14:00 off / 14:05 look_back
        15:00 first_laugh
        """
    )
    assert week.said == [
        "She cried and smiled, and somebody was there to see it.",
        "The answers were open arms, rocking and a smile.",
        "She went off to explore and looked back.",
        "Kept: first laugh.",
    ]


def test_without_being_asked_it_says_no_number():
    week = told("03:00 cry / 03:04 hug / 03:09 settled / 05:00 sleep until 08:15 / 09:00 nappy")
    assert not re.search(r"\d|\b(?:one|two|once|twice|three)\b", " ".join(week.said))
    assert week.counts[-2:] == ["Slept 3 h 15 in one sleep, as logged.", "One nappy."]


def test_a_week_of_care_alone_is_no_less_a_week():
    assert told("05:00 sleep until 08:15").said == [
        "What was written down is kept, day by day. Not every week wants telling."
    ]


def test_what_was_mended_is_kept_and_where_nothing_was_no_gap_is_told():
    week = told(
        """
        03:00 cry / 03:01 hug / 03:20 rock / 03:24 settled
        07:30 cry by sam / 07:31 not_just_then by sam / 07:36 carry by sam / 07:38 sing by sam
        07:40 settled by sam
        """
    )
    assert week.mended.opened == BEGINS.replace(hour=7, minute=30)
    assert week.mended.steps[-1] == Step("settling", "settled, mended")
    assert [step.text for step in week.mended.steps[1:-1]] == ["not just then", "carried", "sang"]
    assert told("03:00 cry / 03:01 hug / 03:05 settled").mended is None


def test_words_of_the_family_are_told_as_they_are_the_latest_two():
    notes = log("01:00 gaze / 02:00 gaze / 03:00 gaze", zone="UTC").with_columns(
        kind=pl.lit("note"), word=pl.lit(""), text=pl.Series(["a", "b", "c"])
    )
    assert told_of(notes).notes == ["b", "c"]


def test_only_the_week_itself_is_told():
    week = told("03:00 cry / 03:04 hug / 09:00 smile", begins=BEGINS.replace(hour=5))
    assert week.said == ["She smiled, and somebody was there to see it."]


@pytest.mark.parametrize(
    ("age", "of"),
    [(None, BEFORE_BIRTH), (-3, TOGETHER[0][1]), (0, TOGETHER[0][1]), (89, TOGETHER[0][1]),
     (90, TOGETHER[1][1]), (364, TOGETHER[2][1]), (800, TOGETHER[3][1])],
)  # fmt: skip
def test_what_to_try_is_of_the_age(age, of):
    assert together(date(2026, 3, 2), age) in of


def test_another_week_has_another_thing_to_try():
    weeks = [together(date(2026, 3, 2) + timedelta(weeks=week), 40) for week in range(4)]
    assert len(set(weeks)) == 4
    assert together(date(2026, 3, 2), 40) == together(date(2026, 3, 4), 40)


def test_each_answer_has_its_gift_but_the_one_that_had_to_wait():
    assert set(GIVEN) == set(Response) - {Response.NOT_JUST_THEN}
