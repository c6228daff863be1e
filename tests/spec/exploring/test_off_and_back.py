"""How far does she go, and does she come back?"""

from holdfast.engine import TooFew, exchanges
from holdfast.engine.exploring import (
    bout_lengths,
    bouts,
    comforts,
    explores_again,
    tally_bouts,
    tally_comforts,
    usual_bout,
)
from tests.spec.drawing import assert_drawn, log

MORNING = """
    09:00 off / 09:02 look_back / 09:04 return
    09:10 off / 09:11 look_back / 09:13 look_back
    10:30 off
    11:00 off / 11:06 return
"""


def test_off_a_look_back_and_back_again():
    """Twice she was seen to come back. Once only her looks back were seen: she was off for three
    minutes at least. Once nobody saw more than that she went.
    """
    assert_drawn(
        bouts(log(MORNING)).drop("child", "zone"),
        """
        opened | time | happened | look_backs
        09:00  | 4.00 | true     | 1
        09:10  | 3.00 | false    | 2
        10:30  | 0.00 | false    | 0
        11:00  | 6.00 | true     | 0
        """,
    )


def test_how_long_she_stays_off():
    """A bout that nobody saw the end of still says "longer than this"."""
    assert_drawn(
        bout_lengths(tally_bouts(bouts(log(MORNING)))).select("time", "at_risk", "share"),
        """
        time | at_risk | share
        3.00 |       3 |  1.00
        4.00 |       2 |  0.50
        6.00 |       1 |  0.00
        """,
    )
    assert usual_bout(tally_bouts(bouts(log(MORNING)))) == TooFew(3, 5)


def test_comfort_and_off_again():
    """She came for comfort out of her exploring. Once she was off again within ten minutes, once
    not. A cry at night, with no exploring before it, is not asked.
    """
    drawn = log("""
        02:00 cry / 02:02 hug / 02:05 settled
        09:00 off / 09:03 fuss / 09:04 hug / 09:06 settled / 09:09 off
        15:00 off / 15:04 cry / 15:04 carry / 15:09 settled / 15:40 off
    """)
    tally = tally_comforts(comforts(drawn, exchanges(drawn)))
    assert_drawn(
        tally,
        """
        again | count
        false | 1
        true  | 1
        """,
    )
    assert explores_again(tally) == TooFew(2, 5)
