"""Two of you wrote it down: was it one cry, or two?

Holdfast shows two until one of you says that they are one and the same. Then it counts one, and
both notes stay as they were written: said otherwise, they are two again.
"""

import polars as pl

from holdfast.engine import exchanges, one_of_each
from tests.spec.drawing import assert_drawn, log


def test_until_somebody_says_so_two_notes_of_a_cry_are_two_cries():
    """Nobody but you can know. Nothing is ever put together by itself."""
    found = exchanges(log("03:10 cry by kim / 03:11 settled / 03:12 cry by noor"))
    assert_drawn(
        found.select("opened", "signals", "end"),
        """
        opened | signals | end
        03:10  | cry     | settled
        03:12  | cry     | unknown
        """,
    )


def test_said_to_be_one_they_count_as_one():
    """The earlier note has the time: what Kim heard at ten past had begun by then."""
    found = exchanges(log("03:10 cry by kim / 03:11 settled / 03:12 cry by noor same 1"))
    assert_drawn(
        found.select("opened", "signals", "moments", "end"),
        """
        opened | signals | moments | end
        03:10  | cry     | 1, 2    | settled
        """,
    )


def test_the_time_that_is_known_best_is_the_time():
    """Noor saw it at twelve past; Kim wrote "about three" in the morning."""
    once = one_of_each(log("03:00 cry by kim ~30 / 03:12 cry by noor same 1"))
    assert_drawn(
        once.select("id", "at", "about", "by"),
        """
        id | at    | about | by
        2  | 03:12 | 0     | noor
        """,
    )


def test_what_answered_either_answers_the_one():
    """Noor held her for the cry that Noor wrote down. It is the answer to the one cry."""
    found = exchanges(log("03:10 cry by kim / 03:12 cry by noor same 1 / 04:30 hug by noor for 2"))
    assert_drawn(
        found.select("opened", "signals", "moments", "by"),
        """
        opened | signals | moments | by
        03:10  | cry     | 1, 3    | kim, noor
        """,
    )


def test_what_one_note_leaves_open_the_other_says():
    """Both texts are kept, the earlier one first; where both say something else, the note that
    counts is right.
    """
    once = one_of_each(
        log(
            """
            19:30 sleep by kim says tired
            19:31 sleep until 21:00 by noor same 1 says cot
            """
        )
    )
    assert_drawn(
        once.select("at", "until", "by", text=pl.col("text").str.split("\n")),
        """
        at    | until | by  | text
        19:30 | 21:00 | kim | tired, cot
        """,
    )


def test_three_notes_can_be_one():
    """Who says that the third is the second says that it is the first, too."""
    once = one_of_each(log("03:10 cry / 03:11 cry same 1 / 03:13 cry same 2 / 03:20 hug for 3"))
    assert_drawn(
        once.select("id", "word", "answers"),
        """
        id | word | answers
        1  | cry  | -
        4  | hug  | 1
        """,
    )


def test_a_note_that_was_corrected_to_another_word_is_no_double_any_more():
    """A cry and a yawn are two things. If the first is taken out, the second counts for itself."""
    assert one_of_each(log("03:10 yawn / 03:12 cry same 1"))["word"].to_list() == ["yawn", "cry"]
    assert one_of_each(log("03:12 cry same 9"))["word"].to_list() == ["cry"]
