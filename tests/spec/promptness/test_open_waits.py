"""How long does she wait for an answer?"""

from holdfast.engine import exchanges
from holdfast.engine.promptness import answered_within, promptness, tally_waits, unseen
from tests.spec.drawing import assert_drawn, log


def test_a_wait_that_nobody_saw_the_end_of_counts_as_far_as_it_was_seen():
    """Two cries were answered after one minute, one after five. Once you were called away after
    two, and she found rest alone: that wait was longer than two. Four waits are few, so the band
    is wide.
    """
    tally = tally_waits(
        exchanges(
            log("""
            01:00 cry / 01:01 hug / 01:09 settled
            03:00 cry / 03:01 carry / 03:05 settled
            05:00 cry / 05:02 settled_alone
            07:00 cry / 07:05 feed / 07:20 settled
            """)
        )
    )
    assert_drawn(
        promptness(tally).select("time", "at_risk", "share", "low", "high"),
        """
        time | at_risk | share | low  | high
        1.00 |       4 |  0.50 | 0.06 | 0.84
        2.00 |       2 |  0.50 | 0.06 | 0.84
        5.00 |       1 |  0.00 | -    | -
        """,
    )


def test_where_nobody_wrote_an_answer_or_an_end_nobody_knows_how_long_it_was():
    """A cry that stands alone in the log was perhaps answered at once, with both hands full. It
    says nothing about waits, and it is no failure.
    """
    tally = tally_waits(exchanges(log("01:00 cry / 03:00 cry / 03:02 hug")))
    assert unseen(tally) == 1
    assert_drawn(
        promptness(tally).select("time", "at_risk", "share"),
        """
        time | at_risk | share
        2.00 |       1 |  0.00
        """,
    )


def test_of_a_wait_lost_sight_of_after_two_minutes_nobody_knows_whether_five_were_enough():
    """Six waits, one of them seen for two minutes only: of five minutes five waits tell."""
    waits = log("""
        01:00 cry / 01:01 hug
        02:00 cry / 02:03 hug
        03:00 cry / 03:05 hug
        04:00 cry / 04:04 hug
        05:00 cry / 05:02 settled_alone
        06:00 cry / 06:20 hug
    """)
    share = answered_within(tally_waits(exchanges(waits)), 5)
    assert (share.n, round(share.value, 2)) == (5, 0.71)
