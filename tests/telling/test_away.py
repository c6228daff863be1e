"""While you were away: what is said, in which order, and never in more than seventy-nine words."""

import random
from datetime import UTC, datetime, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine import Estimate, TooFew
from holdfast.telling.away import Called, away_told
from tests.engine.test_exchanges import START, a_log, frame
from tests.spec.drawing import log

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
ADA = Called("Ada", "she")
GAP = Estimate(150, 138, 212, 24)


def told(drawing, *, hours=9, gap=None, **more):
    given_names = {"noor": "Noor", "kim": "Kim"}
    asked = {"now": NOW, "zone": "UTC", "child": ADA, "names": given_names}
    return away_told(log(drawing), since=NOW - timedelta(hours=hours), gap=gap, **{**asked, **more})


def test_a_night_is_told_as_one_hands_over():
    assert told(
        """
        00:40 cry by noor / 00:42 not_just_then by noor / 00:55 hug by kim / 00:58 settled by kim
        02:10 care:feed by noor / 02:30 nappy by noor / 02:40 sleep until 05:30 by noor
        05:40 smile by noor / 05:41 response:smile by noor
        """,
        gap=GAP,
    ) == [
        "Since 00:00 Ada cried once and smiled once.",
        "What helped: held once.",
        "Last, at 05:40: smiled, smiled back. Noor was there.",
        "Slept 2 h 50, awake since 05:30.",
        "Last fed at 02:10; her usual gap is 2 h 20 to 3 h 30.",
        "One nappy.",
        "Something went wrong at first and was mended.",
    ]


def test_nothing_written_down_is_fine():
    assert told("") == ["Since 00:00 nothing was written down, and that is fine."]


def test_care_alone_is_told_too_and_what_was_before_counts_for_her_rhythm():
    assert told("01:00 care:feed / 08:30 nappy", hours=2, gap=TooFew(3, 5)) == [
        "Since 07:00 this was written down about Ada.",
        "Last fed at 01:00; too few feeds to say her usual gap.",
        "One nappy.",
    ]


def test_where_holdfast_does_not_speak_no_rhythm_is_said():
    assert told("08:10 care:feed", hours=2) == [
        "Since 07:00 this was written down about Ada.",
        "Last fed at 08:10.",
    ]


def test_a_sleep_that_runs_is_told_and_one_that_nobody_stopped_is_not():
    assert told("08:10 sleep", hours=2)[1] == "She is asleep since 08:10."
    yesterday = told("08:10 sleep", now=NOW + timedelta(days=1), hours=3)
    assert not any("asleep" in sentence for sentence in yesterday)


@pytest.mark.parametrize(
    ("later", "begins"),
    [
        (timedelta(hours=20), "Since yesterday, 00:00, Ada cried once."),
        (timedelta(days=3), "In the last three days Ada cried once."),
        (timedelta(days=6, hours=14), "In the last six days Ada cried once."),
        (timedelta(days=7), "Welcome back."),
    ],
)
def test_the_longer_one_was_away_the_less_exact_is_the_time(later, begins):
    since = NOW - timedelta(hours=9)
    sentences = away_told(
        log("08:00 cry"),
        since=since,
        now=NOW + later,
        zone="UTC",
        child=ADA,
        names={},
        gap=None,
    )
    assert sentences[0] == begins


def test_after_a_week_there_is_a_welcome_and_nothing_else():
    assert told("08:00 cry", hours=8 * 24) == ["Welcome back."]


def test_what_was_written_down_twice_is_told_once():
    assert told("08:00 cry by kim / 08:02 cry by noor same 1", hours=2)[0] == (
        "Since 07:00 Ada cried once."
    )


def test_two_who_were_there_are_both_named_and_a_stranger_to_the_family_is_not():
    said = told("08:00 cry by kim / 08:02 hug by noor / 08:03 rock by somebody", hours=2)
    assert said[1] == "Last, at 08:00: cried, held, rocked. Kim and Noor were there."


def test_a_bottle_is_told_with_its_amount_and_a_long_meal_is_not():
    for detail, said in (
        ('{"how": "bottle", "ml": 120}', "Last fed at 08:00 (bottle 120 ml)."),
        ('{"food": "a little of everything there was"}', "Last fed at 08:00."),
    ):
        fed = log("08:00 care:feed").with_columns(detail=pl.lit(detail))
        sentences = away_told(
            fed, since=NOW - timedelta(hours=2), now=NOW, zone="UTC", child=ADA, names={}, gap=None
        )
        assert sentences[-1] == said


def test_a_feed_that_was_an_answer_is_a_feed():
    said = told("08:00 cry / 08:05 response:feed / 08:20 settled", hours=2)
    assert said[-1] == "Last fed at 08:05."


def test_words_that_somebody_left_are_pointed_to():
    noted = log("08:00 cry").with_columns(kind=pl.lit("note"), text=pl.lit("Grandma rang."))
    sentences = away_told(
        noted, since=NOW - timedelta(hours=2), now=NOW, zone="UTC", child=ADA, names={}, gap=None
    )
    assert sentences == ["Since 07:00 this was written down about Ada.", "There is a note on Day."]


@given(
    st.randoms(use_true_random=False),
    st.integers(0, 120),
    st.integers(0, 200),
    st.sampled_from([None, GAP, TooFew(1, 5)]),
    st.integers(1, 60),
)
@settings(max_examples=150, deadline=None)
def test_it_stays_under_eighty_words_whatever_happened(chance, size, hours, gap, long_name):
    rows = a_log(chance, size)
    now = START + timedelta(hours=hours)
    sentences = away_told(
        frame(rows),
        since=now - timedelta(hours=chance.choice([1, 9, 40])),
        now=now,
        zone="Europe/Berlin",
        child=Called(" ".join(["Ada"] * long_name), "she"),
        names={"noor": " ".join(["Noor"] * long_name), "sam": "Sam"},
        gap=gap,
    )
    assert sum(len(sentence.split()) for sentence in sentences) < 80


def test_what_matters_least_goes_first():
    rows = a_log(random.Random(2), 200)
    names = {"noor": " ".join(["Noor"] * 50), "sam": "Sam"}
    asked = {"since": START, "now": START + timedelta(days=2), "zone": "UTC", "gap": GAP}
    short = away_told(frame(rows), child=ADA, names=names, **asked)
    whole = away_told(frame(rows), child=ADA, names={"noor": "N", "sam": "S"}, **asked)
    assert [one for one in whole if one in short] == short
    assert any(one.startswith("Last fed") for one in short)
    assert not any(one.startswith("Last, at") for one in short)
