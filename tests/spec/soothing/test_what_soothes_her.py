"""What soothes her?

Only what was tried first is asked: what came second was tried because the first had not helped.
"""

from holdfast.engine import TooFew, exchanges
from holdfast.engine.soothing import tally_tries, tries, ways
from tests.spec.drawing import assert_drawn, log


def tally(drawing):
    return tally_tries(tries(exchanges(log(drawing))))


def test_a_try_runs_until_she_is_settled_or_something_else_is_tried():
    """The first time carrying settled her in five minutes. The second time feeding was tried for
    eight minutes, and then she was carried: that says nothing against carrying, and of feeding
    that it had not settled her by then. At night nobody wrote the end; eight minutes were seen.
    """
    assert_drawn(
        tally("""
            08:00 cry / 08:02 carry / 08:07 settled
            12:00 cry / 12:01 response:feed / 12:09 carry / 12:20 settled
            22:00 fuss / 22:01 carry / 22:09 cry
        """),
        """
        signal | way   | tries | settled | minutes
        cry    | carry | 1     | 1       | 5.00
        cry    | feed  | 1     | 0       | 8.00
        fuss   | carry | 1     | 0       | 8.00
        """,
    )


def test_two_ways_that_are_one_do_not_end_a_try():
    """A hug and a hand on the back are both holding."""
    assert_drawn(
        tally("08:00 cry / 08:02 hug / 08:05 touch / 08:12 settled"),
        """
        signal | way  | tries | settled | minutes
        cry    | hold | 1     | 1       | 10.00
        """,
    )


def test_a_look_a_smile_or_a_sound_asks_for_no_soothing():
    """She only wanted company."""
    assert tally("08:00 gaze / 08:01 response:smile / 08:04 settled").is_empty()


def test_once_is_too_seldom_to_say():
    """Five times is the least."""
    assert ways(tally("08:00 cry / 08:02 carry / 08:07 settled")) == [("carry", TooFew(1, 5))]
