"""What a day held, told: with counts, what was mended first, and nobody totalled."""

from datetime import UTC, date, datetime

import polars as pl

from holdfast.engine import exchanges
from holdfast.telling.sentences import day_told, listed
from holdfast.words.language import speak
from tests.spec.drawing import log

DAY = date(2026, 3, 3)


def told(drawing, *, day=DAY, zone="UTC", pronoun="she", details=None):
    drawn = log(drawing, zone=zone).with_columns(
        detail=pl.col("id").replace_strict(details or {}, default=pl.col("detail"))
    )
    return day_told(drawn, day=day, zone=zone, pronoun=pronoun)


def test_an_empty_day_is_fine():
    assert told("") == ["Nothing was written down on this day, and that is fine."]


def test_a_whole_day():
    assert told(
        """
        02:51 fuss by noor / 02:53 hug by noor / 02:55 response:feed by noor / 03:00 settled by noor
        03:05 sleep until 06:15
        06:41 first_laugh
        07:30 cry by sam / 07:31 not_just_then by sam / 07:36 carry by sam / 07:40 settled by sam
        08:10 care:feed / 08:15 nappy / 08:40 play_near / 08:44 look_back / 08:50 look_back
        09:00 gaze / 12:00 fuss / 12:02 settled_alone / 13:00 cry / 13:01 went_on
        """,
        details={"11": '{"how": "bottle", "ml": 120}', "12": '{"wet": true}'},
    ) == [
        "Once it did not work at first, and then somebody found the way. That is mending.",
        (
            "Five exchanges were written down: twice she settled with somebody, once by herself, "
            "once it went on and once nobody wrote how it ended."
        ),
        "She fussed twice, cried twice and looked once.",
        "She looked back twice and played near once.",
        "Kept: first laugh.",
        "Slept 3 h 10 in one sleep, as logged.",
        "One feed as logged: one from a bottle and 120 ml in all.",
        "One nappy: one wet.",
    ]


def test_more_than_one_mended():
    mended = "{0}:00 cry / {0}:15 hug / {0}:16 settled"
    drawing = " / ".join(mended.format(hour) for hour in (1, 4, 7))
    assert told(drawing)[0] == (
        "Three times it did not work at first, and then somebody found the way. That is mending."
    )
    assert told(drawing)[1] == (
        "Three exchanges were written down: three times she settled with somebody."
    )


def test_who_did_it_is_never_in_the_sentences():
    by_two = told("01:00 cry by noor / 01:01 hug by sam / 01:03 settled by sam")
    by_one = told("01:00 cry by sam / 01:01 hug by sam / 01:03 settled by sam")
    assert by_two == by_one


def test_feeds_of_all_kinds_and_of_none():
    feeds = (
        "06:00 care:feed / 08:00 care:feed / 12:00 care:feed / 15:00 care:feed / 16:00 care:feed"
    )
    assert told(
        feeds,
        details={
            "1": '{"how": "breast", "side": "left"}',
            "2": '{"how": "breast"}',
            "3": '{"how": "solid", "food": "carrot"}',
            "4": '{"how": "tube", "ml": 60.5}',
            "5": '{"how": "bottle", "ml": 100}',
        },
    ) == [
        (
            "Five feeds as logged: two at the breast, one from a bottle, one of food, one by tube "
            "and 160.5 ml in all."
        )
    ]
    assert told(feeds) == ["Five feeds as logged."]


def test_nappies():
    nappies = "06:00 nappy / 08:00 nappy / 12:00 nappy"
    both = {"1": '{"wet": true, "soiled": true}', "2": '{"soiled": true}', "3": '{"wet": false}'}
    assert told(nappies, details=both) == ["Three nappies: one wet and two soiled."]
    assert told("06:00 nappy") == ["One nappy."]


def test_a_sleep_over_midnight_counts_on_each_day_as_far_as_it_lay_there():
    night = "22:00 sleep until 30:30 / 33:00 sleep until 34:00"
    assert told(night) == ["Slept 2 h in one sleep, as logged."]
    assert told(night, day=date(2026, 3, 4)) == ["Slept 7 h 30 in two sleeps, as logged."]


def test_a_sleep_whose_end_nobody_saw_is_in_no_sum():
    assert told("22:00 sleep") == ["Nothing was written down on this day, and that is fine."]


def test_the_day_is_the_one_that_was_lived_there():
    late = "23:30 cry"
    assert told(late, zone="Europe/Berlin", day=date(2026, 3, 4)) == [
        "One exchange was written down: once nobody wrote how it ended.",
        "She cried once.",
    ]
    assert len(told(late, zone="Europe/Berlin")) == 1


def test_a_day_on_which_the_clocks_changed_has_its_own_hours():
    before = datetime(2026, 3, 28, tzinfo=UTC)
    night = log("22:00 sleep until 47:00", day=before, zone="Europe/Berlin")
    assert day_told(night, day=date(2026, 3, 29), zone="Europe/Berlin") == [
        "Slept 23 h in one sleep, as logged."
    ]


def test_he_and_they():
    assert told("01:00 cry / 01:05 settled_alone", pronoun="he")[0].endswith("once by himself.")
    assert told("01:00 cry", pronoun="")[-1] == "They cried once."


def test_without_a_catalogue_english_is_spoken():
    with speak("xx"):
        assert told("01:00 cry")[-1] == "She cried once."


def test_exchanges_that_were_found_already_are_not_found_again():
    drawn = log("01:00 cry / 01:05 settled_alone")
    found = exchanges(drawn)
    assert day_told(drawn, day=DAY, zone="UTC", found=found) == day_told(drawn, day=DAY, zone="UTC")
    assert len(day_told(drawn, day=DAY, zone="UTC", found=found.clear())) == 1


def test_a_list_is_said_as_one_says_it():
    assert [listed(parts) for parts in (["a"], ["a", "b"], ["a", "b", "c"])] == [
        "a",
        "a and b",
        "a, b and c",
    ]
