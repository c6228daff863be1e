"""When is something mended?

When it went wrong at first and came good. A missed signal that was mended is worth as much as one
that was met; so Holdfast looks for them and tells them first.
"""

import pytest

from holdfast.engine import exchanges
from tests.spec.drawing import assert_drawn, log


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(
            "07:30 cry / 07:31 not_just_then / 07:36 carry / 07:40 settled",
            id="you could not just then and came back",
        ),
        pytest.param("07:30 cry / 07:41 hug / 07:44 settled", id="nobody came for ten minutes"),
        pytest.param(
            "07:30 cry / 07:32 feed / 07:45 carry / 07:48 settled",
            id="what you tried first did not settle her",
        ),
        pytest.param(
            "07:30 cry / 07:31 hug / 07:33 went_on / 07:34 carry / 07:36 settled",
            id="it went on, and then it did not",
        ),
        pytest.param(
            "07:30 cry / 07:31 not_just_then by sam / 07:33 hug by gran / 07:35 settled",
            id="somebody else came",
        ),
    ],
)
def test_it_went_wrong_at_first_and_came_good(drawing):
    """Whoever it was that came, and however late."""
    assert exchanges(log(drawing))["repaired"].to_list() == [True]


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param("07:30 cry / 07:32 hug / 07:40 settled", id="nothing had gone wrong"),
        pytest.param("07:30 cry / 07:40 hug / 07:50 settled", id="ten minutes are still in time"),
        pytest.param("07:30 cry / 07:32 hug / 07:55 settled", id="one hug that took its time"),
        pytest.param("07:30 cry / 07:31 not_just_then / 07:35 settled", id="nobody came after"),
        pytest.param("07:30 cry / 07:45 hug / 07:50 settled_alone", id="she did it by herself"),
        pytest.param("07:30 cry / 07:45 hug", id="nobody wrote how it ended"),
        pytest.param(
            "07:30 cry / 07:31 hug / 07:31 rock / 07:45 settled", id="two things at once are one"
        ),
    ],
)
def test_what_is_no_mending_is_not_called_so(drawing):
    """Nothing was broken, or nobody saw it come good."""
    assert exchanges(log(drawing))["repaired"].to_list() == [False]


def test_the_log_of_a_mended_morning():
    """She cried while you were in the shower. You came back after six minutes and carried her."""
    found = exchanges(log("07:30 cry / 07:31 not_just_then / 07:36 carry / 07:40 settled"))
    assert_drawn(
        found.select("signals", "waited", "end", "repaired"),
        """
        signals | waited | end     | repaired
        cry     | 360.00 | settled | true
        """,
    )
