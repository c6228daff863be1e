"""When Holdfast goes quiet."""

import pytest

from holdfast.words.modes import Mode, mode_of


@pytest.mark.parametrize(
    ("quiet", "lost", "mode", "speaks"),
    [
        (False, False, Mode.USUAL, True),
        (True, False, Mode.QUIET, False),
        (False, True, Mode.LOSS, False),
        (True, True, Mode.LOSS, False),
    ],
)
def test_it_speaks_unless_somebody_wants_quiet_or_a_child_is_lost(quiet, lost, mode, speaks):
    found = mode_of(quiet=quiet, lost=lost)
    assert (found, found.speaks) == (mode, speaks)
