"""How long until it came good?"""

from holdfast.engine import TooFew, exchanges
from holdfast.engine.repair import mended_within, mending, missed, tally_mending
from tests.spec.drawing import assert_drawn, log


def tally(drawing):
    return tally_mending(missed(exchanges(log(drawing))))


def test_the_time_runs_from_where_it_went_wrong():
    """At seven you could not just then, and nine minutes later all was well. At nine nobody came
    for ten minutes; she was settled three minutes after those. At eleven a feed had not settled
    her after ten minutes and nobody wrote how it ended, but five minutes more were seen.
    """
    assert_drawn(
        tally("""
            07:00 cry / 07:01 not_just_then / 07:06 carry / 07:10 settled
            09:00 cry / 09:12 hug / 09:13 settled
            11:00 cry / 11:01 feed / 11:16 rock
        """),
        """
        time | happened | ended
        3.00 |        1 |     1
        5.00 |        0 |     1
        9.00 |        1 |     1
        """,
    )


def test_what_was_lost_sight_of_was_longer_than_that():
    """Of three, one was mended by the third minute. One was lost sight of after five."""
    assert_drawn(
        mending(
            tally("""
            07:00 cry / 07:01 not_just_then / 07:06 carry / 07:10 settled
            09:00 cry / 09:12 hug / 09:13 settled
            11:00 cry / 11:01 feed / 11:16 rock
        """)
        ).select("time", "at_risk", "share"),
        """
        time | at_risk | share
        3.00 |       3 |  0.67
        5.00 |       2 |  0.67
        9.00 |       1 |  0.00
        """,
    )


def test_what_went_well_at_once_was_not_mended():
    """Nothing was missed, so there is nothing to count, and one hug may take its time."""
    assert tally("07:00 cry / 07:01 hug / 07:20 settled / 09:00 fuss / 09:02 feed").is_empty()


def test_it_goes_on_and_then_it_does_not():
    """Somebody wrote "goes on", and carried her: the time runs from the first answer."""
    assert_drawn(
        tally("07:00 cry / 07:02 hug / 07:04 went_on / 07:05 carry / 07:08 settled"),
        """
        time | happened | ended
        6.00 |        1 |     1
        """,
    )


def test_a_few_are_too_few_to_say():
    """Three times is no habit."""
    few = tally("07:00 cry / 07:01 not_just_then / 07:06 carry / 07:10 settled")
    assert mended_within(few) == TooFew(1, 5)
