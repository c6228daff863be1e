"""The notebook's page: its code runs as it stands there, from top to bottom."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PAGE = Path(__file__).parents[3] / "docs" / "start" / "notebook.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def names():
    found = {}
    for block in BLOCKS:
        exec(compile(block, PAGE.name, "exec"), found)  # noqa: S102 -- our own page
    return found


def test_the_page_runs_and_has_the_cohort_it_speaks_of(names):
    assert {style: values.shape for style, values in names["trusts"].items()} == dict.fromkeys(
        names["STYLES"], (200, 52)
    )


@pytest.mark.parametrize("figure", ["trust_drawn", "crying_drawn", "bonds_drawn"])
def test_each_of_its_figures_can_be_drawn(names, figure):
    drawing = ET.fromstring(names[figure].svg)  # noqa: S314 -- drawn by us
    words = [text.text for text in drawing.iter("text")]
    assert set(names["STYLES"]) < set(words)


def test_it_has_several_blocks():
    assert len(BLOCKS) >= 7
