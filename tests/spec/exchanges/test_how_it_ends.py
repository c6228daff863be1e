"""How does an exchange end?

With a settling, or by herself, or it goes on for a while. Often nobody writes the end down: that is
no failure, and it never counts as one.
"""

import pytest

from holdfast.engine import exchanges
from tests.spec.drawing import assert_drawn, log


def test_where_nobody_wrote_the_end_it_is_unknown():
    """Thirty minutes after the last thing that was written down, Holdfast stops waiting."""
    found = exchanges(log("02:00 cry / 02:05 hug"))
    assert_drawn(
        found.select("end", "ended", "repaired"),
        """
        end     | ended | repaired
        unknown | 02:35 | false
        """,
    )


def test_by_herself_before_anybody_came_leaves_no_wait():
    """She found her own way before you were there: nobody was late."""
    found = exchanges(log("02:00 fuss / 02:04 settled_alone / 02:06 hug for 1"))
    assert_drawn(
        found.select("waited", "end", "ended"),
        """
        waited | end           | ended
        -      | settled_alone | 02:04
        """,
    )


@pytest.mark.parametrize(
    ("drawing", "end", "ended"),
    [
        ("02:00 cry / 02:03 hug / 02:09 went_on", "went_on", "02:39"),
        ("02:00 cry / 02:09 went_on / 02:38 carry", "unknown", "03:08"),
        ("02:00 cry / 02:09 went_on / 02:45 carry", "went_on", "02:39"),
        ("02:00 cry / 02:09 went_on / 02:12 not_just_then", "went_on", "02:42"),
        ("02:00 cry / 02:25 went_on / 02:50 carry / 03:15 settled", "settled", "03:15"),
    ],
)
def test_goes_on_is_what_somebody_saw_and_an_answer_takes_it_up_again(drawing, end, ended):
    """It ends the exchange only if nobody did anything more within half an hour."""
    found = exchanges(log(drawing))
    assert_drawn(found.select("end", "ended"), f"end | ended\n{end} | {ended}")


def test_what_two_phones_settled_is_settled_once():
    """The first to write it down says when."""
    found = exchanges(
        log(
            "02:00 cry / 02:04 hug / 02:08 settled by noor for 1 / 02:09 settled_alone by sam for 1"
        )
    )
    assert_drawn(found.select("end", "ended"), "end | ended\nsettled | 02:08")
