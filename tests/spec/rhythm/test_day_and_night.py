"""What do her days and nights look like?"""

from holdfast.engine import TooFew, exchanges
from holdfast.engine.rhythm import (
    cries,
    feeds,
    middle_gaps,
    per_day,
    sleeps,
    tally_asleep,
    tally_cries,
    tally_feeds,
    tally_gaps,
    tally_sleeps,
)
from tests.spec.drawing import assert_drawn, log

DAY = """
    01:10 care:feed until 01:30 / 01:50 care:feed until 02:00 / 05:00 care:feed
    08:30 care:feed / 02:15 sleep until 04:45 / 09:50 sleep until 10:20
"""


def test_two_feeds_less_than_half_an_hour_apart_are_one():
    """One side, a short rest, the other side: one feed, as most people would say."""
    assert_drawn(
        feeds(log(DAY)).select("opened", "gap"),
        """
        opened | gap
        01:10  | 230.00
        05:00  | 210.00
        08:30  | -
        """,
    )
    assert_drawn(
        tally_gaps(feeds(log(DAY))),
        """
        part  | time   | happened | ended
        night | 210.00 | 1        | 1
        night | 230.00 | 1        | 1
        """,
    )


def test_a_day_as_logged():
    """What nobody wrote down is not in it. The longest stretch is that of the night."""
    assert_drawn(
        tally_sleeps(sleeps(log(DAY))).drop("day"),
        """
        sleeps | asleep | longest
        2      | 180.00 | 150.00
        """,
    )
    assert_drawn(
        tally_asleep(sleeps(log(DAY))),
        """
        hour | asleep
        2    | 45.00
        3    | 60.00
        4    | 45.00
        9    | 10.00
        10   | 20.00
        """,
    )


def test_crying_counts_from_the_first_to_the_last_that_was_written_down():
    """Seven minutes were seen in the evening, and at noon only that she fussed."""
    parted = exchanges(log("18:20 fuss / 18:25 cry / 18:25 hug / 18:27 settled / 12:00 fuss"))
    assert_drawn(
        tally_cries(cries(parted), by="hour"),
        """
        hour | cries | cried
        12   | 1     | 0.00
        18   | 1     | 7.00
        """,
    )


def test_what_is_usual_is_told_from_five_days_on():
    """One day is no rhythm, and two gaps are no usual gap."""
    assert per_day(tally_feeds(feeds(log(DAY)), by="day"), "feeds") == TooFew(1, 5)
    assert middle_gaps(tally_gaps(feeds(log(DAY)))) == TooFew(2, 5)


def test_the_usual_gap_with_the_middle_eight_in_ten():
    """Five gaps of two to four hours: three is the one in the middle."""
    drawn = log("""
        00:00 care:feed / 02:00 care:feed / 04:30 care:feed / 07:30 care:feed
        11:00 care:feed / 15:00 care:feed
    """)
    gap = middle_gaps(tally_gaps(feeds(drawn)))
    assert (gap.low, gap.value, gap.high, gap.n) == (120, 180, 240, 5)
