"""Patterns in words: each number with its count and band, nobody named, too few said kindly."""

import re
from datetime import date, timedelta

import polars as pl
import pytest

from holdfast.engine.months import NOTHING, tallies
from holdfast.telling.patterns import Of, patterns_told
from tests.spec.drawing import DAY, log

BORN = DAY.date() - timedelta(weeks=9)
A_DAY = """
    01:00 care:feed by sam / 04:30 care:feed / 20:10 sleep until 24:50 / 09:00 sleep until 10:10
    06:00 root by sam / 06:01 response:feed / 06:08 settled
    10:12 fuss / 10:14 hug by gran / 10:19 settled
    12:00 gaze / 12:01 signal:smile / 12:01 response:smile by sam / 12:05 settled
    15:00 cry / 15:01 not_just_then by sam / 15:06 carry by gran / 15:11 settled
    16:00 off / 16:02 look_back / 16:05 return / 16:07 fuss / 16:08 hug / 16:10 settled / 16:14 off
    18:00 fuss
"""


def days(count, drawing=A_DAY):
    """The same day, lived so many times."""
    parts = [
        log(drawing, day=DAY + timedelta(days=n)).with_columns(
            pl.concat_str(pl.lit(f"{n}-"), "id").alias("id")
        )
        for n in range(count)
    ]
    return pl.concat(parts)


def told(moments, *, pronoun="she", born=BORN, due=None, today=None):
    counts = tallies(moments)
    today = today or DAY.date() + timedelta(days=20)
    return patterns_told(counts, counts, of=Of(today=today, born=born, due=due, pronoun=pronoun))


def section(patterns, name):
    return next(one for one in patterns.sections if one.id == name)


@pytest.fixture(scope="module")
def full():
    return told(days(14))


def test_the_page_tells_everything_in_its_order(full):
    assert [one.id for one in full.sections] == [
        "dictionary",
        "soothing",
        "promptness",
        "repair",
        "rhythm",
        "crying",
        "exploring",
        "signs",
    ]
    assert full.opening[0] == "Told from 14 days on which something was written down."


def test_her_dictionary(full):
    said = section(full, "dictionary").sentences
    assert said[0] == (
        "When she fussed, it was mostly about closeness or comfort: nearly always (9 to 10; seen "
        "28 times)."
    )
    assert said[2] == (
        "When she rooted, it was mostly about milk or food: 8 in 10 (7 to 9; seen 14 times)."
    )


def test_what_soothes(full):
    assert section(full, "soothing").sentences[:2] == [
        (
            "When she fussed or cried and this was tried first, it had settled her within ten "
            "minutes:"
        ),
        "Holding: 9 in 10 (9 to 10; seen 28 times).",
    ]


def test_until_somebody_answered_and_that_a_spread_is_usual(full):
    promptly = section(full, "promptness")
    assert promptly.sentences[0] == (
        "When she fussed or cried, half of the answers had come after 2 minutes; this is "
        "from 42 calls."
    )
    assert "Such a spread is what one person's day looks like." in " ".join(promptly.sentences)
    assert "14 times nobody wrote down an answer or an end." in promptly.sentences[-1]
    assert [one.key for one in promptly.research] == ["ans-4", "ans-5"]


def test_what_was_mended(full):
    said = section(full, "repair").sentences
    assert said[0] == "14 times it did not work at first, and then somebody found the way."
    assert said[-1] == (
        "A signal that was missed and then mended is worth as much as one met at once."
    )


def test_day_and_night_as_logged(full):
    said = section(full, "rhythm").sentences
    assert said[0] == "A usual day here holds, as logged:"
    assert "2 feeds (2 to 2); from 14 days." in [text.rstrip() for text in said]


def test_crying_by_age_with_the_words_that_go_with_the_published_range(full):
    crying = section(full, "crying")
    assert [one.key for one in crying.known] == ["cry-1", "cry-2"]
    assert [row[0] for row in crying.figure.rows] == ["9", "10"]


def test_exploring_and_again_after_comfort(full):
    said = section(full, "exploring").sentences
    assert said[0] == "She went off to explore 28 times, and looked back in 14 of them."
    assert said[2].startswith("After comfort she explored again within ten minutes")


def test_every_figure_has_its_table_and_every_section_what_it_is(full):
    assert len([one for one in full.sections if one.figure]) == 6
    for one in full.sections:
        assert one.what
        assert one.research or one.known
        if one.figure:
            assert one.figure.rows


def test_nobody_is_named_or_told_apart(full):
    words = " ".join(text for one in full.sections for text in [*one.sentences, one.what])
    assert not re.search(r"\b(sam|gran)\b", words, re.IGNORECASE)


def test_a_few_days_are_told_as_early_and_too_few_as_too_few():
    few = told(days(2))
    assert few.opening[1] == "That is early: much of this will still change."
    assert section(few, "repair").sentences[1].startswith("Too few to say yet: 2 so far")
    assert section(few, "promptness").figure is not None
    lone = told(days(1, "08:00 cry / 08:02 hug / 08:05 settled"))
    assert section(lone, "promptness").sentences[0] == (
        "Too few to say yet: 1 so far, and it takes about 5."
    )
    assert section(lone, "promptness").figure is None
    assert section(lone, "rhythm").sentences[0].startswith("Too few to say yet")
    assert section(lone, "soothing").sentences == ["Tried too seldom to say: holding."]
    assert section(lone, "exploring").figure is None


def test_of_nothing_it_says_kindly_what_will_be_here():
    nothing = patterns_told(NOTHING, NOTHING, of=Of(today=date(2026, 3, 3), pronoun="he"))
    assert nothing.sections == []
    assert nothing.opening == [
        "There is nothing to tell from yet, and nothing that you have to do about it.",
        (
            "When a few days have been written down, his own dictionary will stand here, and what "
            "soothes, and how days and nights go."
        ),
    ]


def test_where_something_was_written_but_none_of_a_sort_each_section_says_so():
    bath = told(days(6, "18:00 bath"))
    for one in bath.sections:
        assert one.sentences
        assert one.figure is None
    assert section(bath, "rhythm").sentences == ["No feeds or sleep yet."]
    assert section(bath, "repair").sentences[0] == (
        "Nothing was written down here that needed mending."
    )


def test_a_signal_that_is_about_something_else_at_another_time_says_when():
    by_day = " / ".join(
        f"{hour:02}:00 fuss / {hour:02}:02 settled need nourishment" for hour in range(7, 12)
    )
    evening = "19:00 fuss / 19:02 settled need rest"
    said = section(told(days(6, f"{by_day} / {evening}")), "dictionary").sentences[0]
    assert said == (
        "When she fussed, it was mostly about milk or food: 8 in 10 (7 to 9; seen 36 times). "
        "But in the evening more about rest (seen 6 times)."
    )


def test_that_nobody_could_tell_is_said_as_that():
    said = days(6, "08:00 fuss / 08:01 hug / 08:04 settled need cannot_tell")
    assert (
        section(told(said), "dictionary")
        .sentences[0]
        .startswith("When she fussed, it mostly stayed open what it was about:")
    )


def test_signals_of_which_too_few_are_known_are_named_without_a_share():
    drawn = days(5, "08:00 fuss / 08:01 hug / 08:04 settled")
    once = days(1, "10:00 yawn / 10:01 put_to_rest / 10:09 settled")
    both = pl.concat([drawn, once.with_columns(pl.concat_str(pl.lit("y"), "id").alias("id"))])
    assert section(told(both), "dictionary").sentences[-1] == "Seen too seldom to say: yawned."


def test_many_signals_are_told_in_the_figure():
    signals = ("fuss", "cry", "gaze", "reach", "yawn")
    drawn = " / ".join(
        f"{8 + n:02}:00 {word} / {8 + n:02}:01 hug / {8 + n:02}:04 settled"
        for n, word in enumerate(signals)
    )
    dictionary = section(told(days(6, drawn)), "dictionary")
    assert "The others are in the figure." in dictionary.sentences
    assert len(dictionary.figure.rows) == 5


def test_where_ways_cannot_be_told_apart_it_says_so_and_where_one_is_clear_too():
    alike = """
        08:00 cry / 08:01 hug / 08:06 settled / 10:00 cry / 10:01 carry / 10:06 settled
    """
    assert section(told(days(6, alike)), "soothing").sentences[-1] == (
        "Which of them settles soonest cannot be told apart."
    )
    clear = """
        08:00 cry / 08:01 hug / 08:40 went_on / 10:00 cry / 10:01 carry / 10:02 settled
    """
    assert "Carrying about settled her sooner than the others here, and that is fairly clear." in (
        section(told(days(12, clear)), "soothing").sentences
    )


def test_four_ways_are_told_in_the_figure():
    words = ("hug", "carry", "rock", "kind_word")
    drawn = " / ".join(
        f"{8 + n:02}:00 cry / {8 + n:02}:01 {word} / {8 + n:02}:04 settled"
        for n, word in enumerate(words)
    )
    soothing = section(told(days(6, drawn)), "soothing")
    assert "The others are in the figure." in soothing.sentences
    assert len(soothing.figure.rows) == 4


def test_a_wait_that_mostly_nobody_saw_the_end_of_has_no_middle():
    drawn = (
        "08:00 cry / 08:04 settled_alone / 10:00 cry / 10:06 settled_alone / 12:00 cry / 12:01 hug"
    )
    said = section(told(days(6, drawn)), "promptness").sentences
    assert not any("half" in text for text in said)


def test_once_is_said_as_once():
    drawn = "08:00 cry / 08:01 not_just_then / 08:03 hug / 08:06 settled / 12:00 gaze"
    lone = told(days(1, drawn))
    assert section(lone, "repair").sentences[0] == (
        "Once it did not work at first, and then somebody found the way."
    )
    assert "Once nobody wrote down an answer or an end." in " ".join(
        section(lone, "promptness").sentences
    )


def test_signs_are_told_and_a_phase_only_where_it_is_likely():
    drawn = days(1, "09:00 minds_goodbyes / 10:00 approach / 10:30 approach")
    later = section(told(drawn, born=DAY.date() - timedelta(weeks=34)), "signs").sentences
    assert later == [
        "She minded a goodbye: seen once, on 3 March.",
        "She came to somebody: seen 2 times, first on 3 March.",
        (
            "Together with the age that fits this best: Seeking somebody out and minding that they "
            "go: the third phase."
        ),
    ]
    early = section(told(drawn, born=DAY.date() - timedelta(weeks=15)), "signs").sentences
    assert early[-1] == "It is not clear yet which phase that speaks for, and it need not be."
    unborn = section(told(drawn, born=None), "signs").sentences
    assert len(unborn) == 2


def test_a_baby_born_early_is_counted_from_the_due_date():
    weeks = section(told(days(14), due=BORN + timedelta(weeks=6)), "crying").figure.rows
    assert [row[0] for row in weeks] == ["3", "4"]
    assert section(told(days(14), born=None), "crying").figure is None
