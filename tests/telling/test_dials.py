"""What the sandbox's dials say where they stand."""

import pytest

from holdfast.engine.simulate.sandbox import SETTINGS, Settings
from holdfast.telling.dials import LABELS, SAYS, dials


def test_each_setting_has_its_name_and_its_words():
    names = {setting.name for setting in SETTINGS}
    assert set(LABELS) == set(SAYS) == names


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (
            Settings(),
            ["55 in 100", "3 minutes", "80 in 100", "2 people", "none", "0.5 hours a day"],
        ),
        (
            Settings(noticed=0, minutes=1, mended=0, people=1, hard_start=0.5, apart=0),
            ["never", "1 minute", "none of it", "1 person", "hard", "none"],
        ),
        (
            Settings(noticed=1, minutes=20, mended=1, people=4, hard_start=1, apart=4),
            ["always", "20 minutes", "all of it", "4 people", "as hard as can be", "4 hours a day"],
        ),
    ],
)
def test_a_dial_says_where_it_stands(settings, says):
    assert [dial.says for dial in dials(settings)] == says
