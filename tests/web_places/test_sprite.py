"""Every word that can be tapped has its drawing, and so has every drawing a place."""

import re
from pathlib import Path

import pytest

from holdfast.web.drawn import icon_of
from holdfast.words import WORDS

CLIENT = Path(__file__).parents[2] / "client"
DRAWN = re.findall(r'<symbol id="([\w-]+)"', (CLIENT / "sprite.svg").read_text(encoding="utf-8"))
TEMPLATES = Path(__file__).parents[2] / "src" / "holdfast" / "web"


@pytest.mark.parametrize(
    "name", sorted({icon_of(kind, word) for kind, words in WORDS.items() for word in words})
)
def test_a_word_has_its_drawing(name):
    assert name in DRAWN


def test_no_template_asks_for_a_drawing_that_there_is_not():
    pages = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    asked = set(re.findall(r'"(ui-\w+)"', pages))
    assert asked
    assert sorted(asked.difference(DRAWN)) == []


def test_no_drawing_is_there_twice():
    assert len(DRAWN) == len(set(DRAWN))
