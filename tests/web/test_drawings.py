"""The drawings of Grow: one hand, the page's colours alone, and light enough to load."""

import gzip
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "client" / "drawings"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" fill="none" '
    'stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">'
)
PAINTS = {"currentColor", "none"}
PAINTS |= {f"var(--{name}" for name in ("sheet", "wash", "soft", "hair")}
MOST = 20_000  # bytes, packed, of all of them


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_by_the_one_hand_and_in_the_colours_of_the_page(path):
    drawing = path.read_text(encoding="utf-8")
    assert drawing.startswith(HEAD)
    paints = re.findall(r'(?:fill|stroke)="([^",]+)', drawing)
    assert set(paints) <= PAINTS
    assert not re.search(r"style=|class=|id=|<(?:script|text|image|use)", drawing)


def test_all_of_them_together_are_light():
    together = b"".join(path.read_bytes() for path in DRAWINGS)
    assert len(DRAWINGS) >= 30
    assert len(gzip.compress(together)) < MOST
