"""Does she need everybody, or me?

Dependency is how often she turns to anybody. Attachment is whom she seeks when it matters; that
can only be told where one knows who was there to be turned to.
"""

import numpy as np
import polars as pl
import pytest

from holdfast.engine import TooFew
from holdfast.engine.selectivity import selectivity, tally_calls
from tests.spec.drawing import assert_drawn, log, table


def told(calls, hours):
    available = None if hours is None else table(hours)
    return selectivity(table(calls), available, chance=np.random.default_rng(1))


EVEN = """
    to   | context | calls
    kim  | need    | 40
    kim  | play    | 40
    noor | need    | 10
    noor | play    | 10
"""


def test_whom_she_called_in_need_and_whom_in_play():
    """Hunger and tiredness are not asked: whoever feeds her is not thereby her person."""
    drawn = log("09:00 cry / 09:30 gaze / 10:00 root / 11:00 cling").with_columns(to=pl.lit("kim"))
    assert_drawn(
        tally_calls(drawn),
        """
        to  | context | calls
        kim | need    | 2
        kim | play    | 1
        """,
    )


def test_without_knowing_who_was_there_nothing_can_be_said():
    """Who is called more may only have been there more."""
    assert told(EVEN, None) is None


def test_one_person_leaves_no_choice():
    """To whom says nothing then."""
    assert told(EVEN, "to | hours\nkim | 40") is None


def test_she_turns_to_whoever_is_there():
    """Kim was there four times as long and was called four times as often: one call an hour with
    each, in need as in play. That is dependency, and no more.
    """
    found = told(EVEN, "to | hours\nkim | 80\nnoor | 20")
    assert found.selectivity.low < 0 < found.selectivity.high
    assert found.dependency.value == pytest.approx(2, abs=0.2)
    assert found.dependency.n == 100


def test_in_need_she_seeks_one_of_them():
    """Both were there as long and both are played with; but when it matters she goes to Noor."""
    calls = "to|context|calls\nkim|need|5\nkim|play|30\nnoor|need|55\nnoor|play|30"
    found = told(calls, "to | hours\nkim | 50\nnoor | 50")
    assert found.selectivity.low > 0.3


def test_a_few_calls_are_too_few():
    """Four calls say nothing yet."""
    calls = "to|context|calls\nkim|need|4\nnoor|play|9"
    assert told(calls, "to | hours\nkim | 50\nnoor | 50") == TooFew(4, 5)
