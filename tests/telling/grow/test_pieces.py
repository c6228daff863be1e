"""The pieces: short, with facts from the ledger alone, drawn, and said of every child alike."""

import re
from pathlib import Path

import pytest

from holdfast.telling.grow import MEANINGS, PIECES, TIMES, TOPICS
from holdfast.telling.pronouns import PRONOUNS
from holdfast.words.evidence import EVIDENCE, known
from holdfast.words.vocabulary import Signal

ROOT = Path(__file__).parents[3]
DRAWN = {path.stem for path in (ROOT / "client" / "drawings").glob("*.svg")}
WORDS = 90
FIGURES = re.compile(
    r"\d|per ?cent|stud(?:y|ies) (?:found|show)|on average|most babies", re.IGNORECASE
)


@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_a_piece_has_fewer_than_ninety_words_its_facts_included(piece):
    facts = [known(key).sentence for key in piece.evidence]
    assert len(" ".join([piece.text, *facts]).split()) < WORDS


@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_what_a_piece_states_as_a_fact_comes_from_the_ledger(piece):
    assert set(piece.evidence) <= set(EVIDENCE)
    assert not FIGURES.search(piece.text)


@pytest.mark.parametrize("pronoun", PRONOUNS)
@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_a_piece_is_said_of_every_child(piece, pronoun):
    said = piece.said(pronoun)
    assert "%(" not in said.title + said.text
    assert not re.search(r"\bthey (?:is|was|has|does|\w+s)\b|\bown own\b", said.title + said.text)


def test_a_piece_is_in_one_topic_under_one_key():
    pieces = [piece for topic in TOPICS for piece in topic.pieces]
    assert len(pieces) == len(PIECES)
    assert len({piece.text for piece in pieces}) == len(pieces)


@pytest.mark.parametrize("piece", PIECES.values(), ids=list(PIECES))
def test_a_piece_has_its_drawing(piece):
    assert piece.picture in DRAWN


def test_no_drawing_lies_about():
    assert {piece.picture for piece in PIECES.values()} == DRAWN


def test_each_signal_has_a_meaning_that_says_may():
    assert set(MEANINGS) == set(Signal)
    for meaning in MEANINGS.values():
        assert " may " in meaning.may
        assert {*meaning.evidence, *meaning.helps} <= set(EVIDENCE)
        assert meaning.picture in DRAWN


def test_a_cry_is_never_translated():
    assert "sig-9" in MEANINGS[Signal.CRY].evidence


@pytest.mark.parametrize("time", TIMES, ids=[time.key for time in TIMES])
def test_what_opens_a_time_stands_on_the_ledger(time):
    assert set(time.evidence) <= set(EVIDENCE)
    assert time.evidence or not re.search(r"many|some |most|can often", time.opens)
