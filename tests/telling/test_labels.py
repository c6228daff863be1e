"""What a word is called: every word of the vocabulary has its three labels, for every child."""

import pytest

from holdfast.engine import ResponseClass
from holdfast.telling import labels
from holdfast.telling.pronouns import PRONOUNS, THEY, forms
from holdfast.words import WORDS, Kind, Need

ALL = [(str(kind), str(word)) for kind, words in WORDS.items() for word in words] + [("note", "")]


def test_every_word_has_labels_and_nothing_else_has():
    assert set(labels.LABELS) == set(ALL)


@pytest.mark.parametrize("pronoun", PRONOUNS)
@pytest.mark.parametrize(("kind", "word"), ALL)
def test_a_label_is_whole_short_and_fits_the_child(kind, word, pronoun):
    said = [say(kind, word, pronoun) for say in (labels.tile, labels.told, labels.running)]
    for text in said:
        assert text.strip() == text
        assert 0 < len(text) <= 40
        assert "%" not in text
        assert pronoun == "she" or "She" not in text


def test_labels_fit_her_him_and_them():
    assert [labels.running("signal", "fuss", p) for p in PRONOUNS] == [
        "She is fussing",
        "He is fussing",
        "They are fussing",
    ]
    assert [labels.told("settling", "settled_alone", p) for p in PRONOUNS] == [
        "settled by herself",
        "settled by himself",
        "settled by themselves",
    ]


def test_two_words_of_one_kind_are_never_called_the_same():
    for say in (labels.tile, labels.told, labels.running):
        for kind in WORDS:
            said = [say(kind, word) for word in WORDS[kind]]
            assert sorted(set(said)) == sorted(said)


def test_a_word_that_nobody_knows_has_no_label():
    with pytest.raises(KeyError):
        labels.tile("signal", "sings")


def test_kinds_needs_and_what_may_help_are_called_something_each():
    for say, words in (
        (labels.kind_label, Kind),
        (labels.need_label, Need),
        (labels.help_label, ResponseClass),
    ):
        said = [say(word) for word in words]
        assert len(set(said)) == len(words)
        assert all(said)


def test_where_no_pronoun_was_chosen_it_is_they():
    assert forms("") == forms(THEY)
