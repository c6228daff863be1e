"""The engine's book in docs/science is printed from these tests."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book():
    spec = importlib.util.spec_from_file_location("book", ROOT / "scripts" / "make_science_docs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_book_is_up_to_date(book):
    made = book.pages()
    assert set(made) == set((ROOT / "docs" / "science").glob("*.md"))
    for path, text in made.items():
        assert path.read_text("utf-8") == text, f"run scripts/make_science_docs.py: {path.name}"


def test_every_test_of_the_book_is_in_it(book):
    whole = "\n".join(book.pages().values())
    sources = [file.read_text("utf-8") for file in (ROOT / "tests" / "spec").glob("*/test_*.py")]
    names = [
        name for source in sources for name in re.findall(r"^def test_(\w+)", source, re.MULTILINE)
    ]
    assert len(names) > 20
    for name in names:
        assert f"## {name.replace('_', ' ').capitalize()}" in whole


def test_a_drawn_table_is_printed_as_one(book):
    assert book.markdown("a | b\n1 | -") == "| a | b |\n| --- | --- |\n| 1 | - |"
