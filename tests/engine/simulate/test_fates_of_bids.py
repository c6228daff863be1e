"""What becomes of a bid, judged by the clock."""

import pytest

from holdfast.engine.simulate.fates import Fate, fate


@pytest.mark.parametrize(
    ("answers", "settled", "expected"),
    [
        ([2], 5, Fate.MET),
        ([14.9], 24.9, Fate.MET),
        ([2], 13, Fate.MENDED),  # not within ten minutes of the first answer
        ([2, 6], 9, Fate.MENDED),  # a second answer was needed
        ([16], 20, Fate.MENDED),  # late, and then settled
        ([16], 35.1, Fate.ACCOMPANIED),  # twenty minutes after it was late it had not
        ([2, 6], 26.1, Fate.ACCOMPANIED),
        ([2], None, Fate.ACCOMPANIED),  # somebody stayed with it
        ([30.1], 31, Fate.MISSED),
        ([], 12, Fate.MISSED),
        ([], None, Fate.MISSED),
    ],
)
def test_a_bid_is_judged_by_the_clock(answers, settled, expected):
    assert fate(0, answers, settled) is expected


@pytest.mark.parametrize("later", [0, 7, 1440.5])
def test_the_time_of_day_does_not_matter(later):
    assert fate(later, [later + 2, later + 6], later + 9) is fate(0, [2, 6], 9)
