"""WORDS.md says what the words say."""

from holdfast.words import WORDS, Kind, Need
from holdfast.words.details import ALWAYS, BY_KIND, DETAILS
from holdfast.words.glossary import IDEAS
from scripts.make_words import TARGET, glossary


def test_the_page_is_the_one_that_the_words_make():
    """If this fails, run scripts/make_words.py."""
    assert TARGET.read_text("utf-8") == glossary()


def test_every_word_stands_on_the_page():
    rows = [line.split(" | ") for line in glossary().splitlines() if line.startswith("| ")]
    names = {row[0].removeprefix("| ").strip("`") for row in rows}
    words = {str(word) for vocabulary in (Kind, Need, *WORDS.values()) for word in vocabulary}
    assert words | set(IDEAS) <= names


def test_every_detail_stands_on_the_page():
    rows = [line.split(" | ") for line in glossary().splitlines() if line.startswith("| ")]
    keys = {row[1].strip("`") for row in rows if len(row) == 3}
    assert {
        key for named in (ALWAYS, *BY_KIND.values(), *DETAILS.values()) for key in named
    } <= keys


def test_an_idea_is_told_in_whole_sentences():
    assert [name for name, text in IDEAS.items() if not text.endswith(".")] == []
