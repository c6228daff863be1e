"""The closed vocabularies: what is in them, and that each word has its meaning."""

import pytest

from holdfast.words import WORDS, Kind, Need, Signal
from holdfast.words.vocabulary import Word

EVERY = [word for words in (Kind, Need, *WORDS.values()) for word in words]
COUNTS = {
    Kind.SIGNAL: 14,
    Kind.RESPONSE: 15,
    Kind.SETTLING: 3,
    Kind.CARE: 9,
    Kind.EXPLORING: 4,
    Kind.MILESTONE: 16,
}


def test_each_kind_has_as_many_words_as_the_design_says():
    """A word more or less wants a tile, a telling, a meaning and a place in the engine."""
    assert {kind: len(words) for kind, words in WORDS.items()} == COUNTS
    assert len(Need) == 6


def test_every_kind_but_the_note_has_words():
    assert set(WORDS) == set(Kind) - {Kind.NOTE}


@pytest.mark.parametrize("word", EVERY, ids=lambda word: f"{type(word).__name__}.{word.name}")
def test_a_word_is_its_name_in_small_letters_and_says_what_it_means(word):
    assert str(word) == word.name.lower() == word.value
    assert word.meaning
    assert word.meaning[0].islower() or word.meaning.startswith("WHO")
    assert not word.meaning.endswith(".")


def test_meanings_differ_within_a_kind():
    for words in WORDS.values():
        assert len({word.meaning for word in words}) == len(words)


def test_a_word_is_text_like_any_other():
    assert Signal("cry") == "cry"
    assert Signal.CRY.meaning == "cries"


def test_a_word_may_be_made_without_a_meaning():
    class Plain(Word):
        ONE = "one"

    assert Plain.ONE.meaning == ""
