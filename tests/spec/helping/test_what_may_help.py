"""What may help first?

Nobody can translate a cry. But the clock since the last feed and since waking, the age, the signal
and what settled it here before say something together. Where they do not say enough, Holdfast
says nothing.
"""

from datetime import date

import polars as pl

from holdfast.engine import exchanges
from holdfast.engine.learner import start
from holdfast.engine.replay import replay
from holdfast.engine.seen import Child, seen
from holdfast.engine.sheet import ask
from tests.spec.drawing import assert_drawn, log

TWELVE_WEEKS = Child(born=date(2025, 12, 9))


def may_help(drawing, state=None):
    """Ask at the last exchange of a drawn log, knowing only what came before it."""
    drawn = log(drawing)
    found = exchanges(drawn)
    state = state or replay(seen(drawn, found.head(-1), {"ada": TWELVE_WEEKS})).learners.get("ada")
    asked = ask(state or start(young=False), drawn, found.tail(1), TWELVE_WEEKS)
    rows = [(one.helps, one.chance, one.band, one.settled, one.tried) for one in asked.may.options]
    return pl.DataFrame(
        rows, schema=["helps", "chance", "band", "settled", "tried"], orient="row"
    ), asked


def test_long_after_a_feed_she_roots():
    """Three hours and twenty minutes after a feed, a baby of twelve weeks turns her head with an
    open mouth. Nothing of her was written down before: this is what is usual.
    """
    options, _ = may_help("00:30 care:feed / 03:50 root")
    assert_drawn(
        options,
        """
        helps | chance | band        | settled | tried
        feed  | 0.72   | likely      | 0       | 0
        hold  | 0.14   | less_likely | 0       | 0
        """,
    )


def test_a_cry_alone_says_too_little():
    """It may be hunger, or tiredness, or closeness. Then nothing is shown."""
    options, asked = may_help("00:30 care:feed / 01:00 sleep until 01:40 / 03:00 cry")
    assert options.is_empty()
    assert asked.may.by == "nothing"


def test_what_settled_her_before_is_expected_more():
    """Ten times, when she was crying, being carried settled her. It is told with its count: of the
    last eight times it was tried first.
    """
    options, asked = may_help("""
        00:00 cry / 00:02 carry / 00:06 settled / 02:00 cry / 02:02 carry / 02:06 settled
        04:00 cry / 04:02 carry / 04:06 settled / 06:00 cry / 06:02 carry / 06:06 settled
        08:00 cry / 08:02 carry / 08:06 settled / 10:00 cry / 10:02 carry / 10:06 settled
        12:00 cry / 12:02 carry / 12:06 settled / 14:00 cry / 14:02 carry / 14:06 settled
        16:00 cry / 16:02 carry / 16:06 settled / 18:00 cry / 18:02 carry / 18:06 settled
        23:00 cry
    """)
    assert_drawn(
        options.head(1),
        """
        helps | chance | band   | settled | tried
        hold  | 0.69   | likely | 8       | 8
        """,
    )
    assert (asked.may.by, asked.may.n) == ("model", 10)


def test_where_the_plain_counts_did_better_they_are_told_instead():
    """Every chance is written down before it is known what came. If over the last exchanges the
    counts of what settled this signal did better, the counts are what is told.
    """
    state = start(young=False)._replace(
        margins=(0.2,) * 100, settled=((0.0, 8.0, 2.0, 0.0, 0.0),) * 13
    )
    options, asked = may_help("23:00 fuss", state)
    assert_drawn(
        options,
        """
        helps | chance | band     | settled | tried
        rest  | 0.60   | likely   | 0       | 0
        hold  | 0.20   | possible | 0       | 0
        """,
    )
    assert asked.may.by == "frequency"
