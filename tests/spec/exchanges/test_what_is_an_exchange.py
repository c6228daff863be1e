"""What is an exchange?

Something she did to reach you, what you did about it, and how it ended. Holdfast never asks you to
log one: it finds them among the moments that you wrote down.
"""

from holdfast.engine import exchanges
from tests.spec.drawing import assert_drawn, log


def test_a_signal_its_answers_and_how_it_ended():
    """She fussed at nine minutes to three, was held, then fed, and settled: one exchange."""
    found = exchanges(log("02:51 fuss / 02:53 hug / 02:55 feed / 03:00 settled"))
    assert_drawn(
        found.select("opened", "signals", "moments", "waited", "end", "ended"),
        """
        opened | signals | moments    | waited | end     | ended
        02:51  | fuss    | 1, 2, 3, 4 | 120.00 | settled | 03:00
        """,
    )


def test_signals_within_ten_minutes_of_each_other_are_one():
    """A fuss that grows into a cry is one thing that she told you. Eleven minutes on it is two."""
    found = exchanges(log("02:00 fuss / 02:10 cry / 02:21 cry"))
    assert_drawn(
        found.select("opened", "last_signal", "signals"),
        """
        opened | last_signal | signals
        02:00  | 02:10       | fuss, cry
        02:21  | 02:21       | cry
        """,
    )


def test_after_she_settled_the_next_signal_is_a_new_one():
    """Settled is settled: what she does a minute later is something new."""
    found = exchanges(log("02:00 fuss / 02:01 rock / 02:03 settled / 02:04 fuss"))
    assert_drawn(
        found.select("opened", "moments", "end"),
        """
        opened | moments | end
        02:00  | 1, 2, 3 | settled
        02:04  | 4       | unknown
        """,
    )


def test_an_answer_belongs_to_the_signal_within_half_an_hour():
    """A hug an hour later is a hug, and no answer to that cry."""
    found = exchanges(log("02:00 cry / 02:30 hug / 03:30 hug"))
    assert_drawn(
        found.select("moments", "waited"),
        """
        moments | waited
        1, 2    | 1800.00
        """,
    )


def test_an_answer_that_names_its_signal_belongs_to_it_whenever_it_was():
    """The phone knows which signal you answered. Then the clock is not asked."""
    found = exchanges(log("02:00 cry / 02:20 gaze / 02:40 kind_word for 2 / 02:50 hug for 1"))
    assert_drawn(
        found.select("signals", "moments"),
        """
        signals | moments
        cry     | 1, 4
        gaze    | 2, 3
        """,
    )


def test_a_feed_a_sleep_or_a_nappy_counts_as_an_answer():
    """You need not log it twice. A bath is a bath."""
    found = exchanges(
        log("02:00 cry / 02:03 care:nappy / 02:06 bath / 02:08 care:feed until 02:20")
    )
    assert_drawn(
        found.select("moments", "waited"),
        """
        moments | waited
        1, 2, 4 | 180.00
        """,
    )


def test_who_took_part_and_what_it_was_about():
    """What somebody said last that it was about is what stands; nobody is counted."""
    found = exchanges(
        log(
            "02:00 cry by noor ~30 / 02:03 hug by sam need closeness"
            " / 02:09 settled by sam need nourishment"
        )
    )
    assert_drawn(
        found.select("by", "need", "about"),
        """
        by        | need        | about
        noor, sam | nourishment | 30
        """,
    )
