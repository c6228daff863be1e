"""Each foreign format has its card, and the card is whole."""

from dataclasses import fields
from pathlib import Path

import pytest

from holdfast.formats.cards import Card, cards
from holdfast.formats.foreign import FORMATS

DATA = Path(__file__).parents[1] / "data"


def test_every_format_has_one_card_and_every_card_a_format():
    assert set(cards()) == {one.NAME for one in FORMATS}


@pytest.mark.parametrize("name", sorted(cards()))
def test_a_card_says_all_that_a_person_wants_to_know(name):
    card = cards()[name]
    assert {field.name for field in fields(Card) if not getattr(card, field.name)} == set()
    assert (DATA / card.sample.partition(";")[0]).is_file()


@pytest.mark.parametrize("name", sorted(cards()))
def test_a_card_speaks_in_sentences(name):
    card = cards()[name]
    assert all(text.endswith(".") for text in (card.export, card.zone, card.units, card.doubles))


def test_the_licences_of_all_samples_are_there():
    assert {path.name for path in (DATA / "licences").iterdir()} >= {
        "babybuddy-BSD-2-Clause.txt",
        "baby-sleep-viz-MIT.txt",
    }
