"""Which phase is she in?

Signs come first. A phase is named only once the signs and the age make it more than 80 % likely,
and it is never more than a name for what many babies of that age do.
"""

from datetime import date, timedelta

import pytest

from holdfast.engine.signs import signs, so_far, tally_signs
from tests.spec.drawing import DAY, assert_drawn, log

BORN = DAY.date()


def signs_at(weeks, *words):
    logs = [log(f"09:00 {word}", day=DAY + timedelta(weeks=weeks)) for word in words]
    return tally_signs(signs(logs[0].vstack(logs[-1]).unique()))


def test_what_counts_as_a_sign():
    """She came to you, and she came back to you: both say that she seeks you out. A smile is dear
    and no sign of a phase.
    """
    drawn = log(
        "09:00 approach / 09:20 off / 09:24 return / 09:30 signal:smile / 10:00 minds_goodbyes"
    )
    assert_drawn(
        tally_signs(signs(drawn)).drop("day"),
        """
        sign           | count
        comes_to_you   | 2
        minds_goodbyes | 1
        """,
    )


def test_without_a_sign_no_phase_is_named_however_old_she_is():
    """Age alone earns no name."""
    nothing = signs_at(3, "gaze")
    assert so_far(nothing, origin=BORN, today=BORN + timedelta(weeks=3)).phase is None


@pytest.mark.parametrize(
    ("weeks", "phase"),
    [pytest.param(17, None, id="both are likely"), pytest.param(34, 3, id="by now it is clear")],
)
def test_a_goodbye_that_was_hard(weeks, phase):
    """At 17 weeks it may be either side of the change; at 34 weeks it speaks for the third."""
    tally = signs_at(weeks, "minds_goodbyes", "approach")
    found = so_far(tally, origin=BORN, today=BORN + timedelta(weeks=weeks))
    assert found.phase == phase
    assert found.seen["minds_goodbyes"] == 1


def test_before_the_due_date_there_is_the_first_phase_at_most():
    """A baby born early is counted from the due date, and has weeks before it."""
    tally = signs_at(0, "approach")
    early = so_far(tally, origin=date(2026, 4, 1), today=BORN)
    assert sum(early.chances) == pytest.approx(1)
    assert early.chances[0] > 0.99
