"""What may she be telling me? What it may mean, and what the family's own notes say, counted."""

import polars as pl
import pytest

from holdfast.engine.dictionary import KEYS
from holdfast.engine.months import NOTHING
from holdfast.telling.grow import signal_told
from holdfast.telling.pronouns import PRONOUNS
from holdfast.words.evidence import EVIDENCE
from holdfast.words.vocabulary import Signal


def counts(*, said=(), settled=(), tries=()):
    """Return tallies: needs that were said, classes that settled, ways that were tried first."""
    meanings = [("cry", "always", "", need, None, n) for need, n in said]
    meanings += [("cry", "always", "", None, by, n) for by, n in settled]
    columns = dict.fromkeys(KEYS, pl.String) | {"count": pl.Int64}
    soothing = {"signal": pl.String, "way": pl.String, "tries": pl.Int64, "settled": pl.Int64}
    return {
        **NOTHING,
        "meanings": pl.DataFrame(meanings, schema=columns, orient="row"),
        "soothing": pl.DataFrame(tries, schema=soothing, orient="row"),
    }


def notes(**more):
    return signal_told("cry", counts(**more), pronoun="she").notes


def test_what_somebody_wrote_is_said_with_its_count():
    (said,) = notes(said=[("closeness", 8), ("rest", 3)])
    assert said == (
        "In your notes it was most often about closeness: 8 of the 11 times that somebody wrote "
        "down what it was about."
    )


def test_what_stayed_open_is_said_as_open():
    assert notes(said=[("cannot_tell", 6), ("rest", 1)]) == [
        "In your notes it mostly stayed open: 6 of 7 times."
    ]


def test_where_nobody_said_what_settled_it_speaks():
    (said,) = notes(settled=[("feed", 12)])
    assert said.startswith("When she cried, it was mostly about milk or food: ")
    assert "seen 12 times" in said


def test_too_few_are_too_few_to_say():
    assert notes(said=[("closeness", 2)]) == [
        "Too few to say yet: written down 2 times with how it ended."
    ]
    assert notes()[0].startswith("Nothing yet.")


def test_what_settled_here_is_counted_and_the_oftenest_tried_comes_first():
    tries = [
        ("cry", "hold", 8, 6),
        ("cry", "feed", 9, 4),
        ("cry", "rock", 2, 2),
        ("fuss", "hold", 9, 9),
    ]
    told = signal_told("cry", counts(tries=tries), pronoun="he")
    assert told.settled == [
        "Feeding settled him 4 of the 9 times that it was tried first.",
        "Holding settled him 6 of the 8 times that it was tried first.",
    ]


def test_what_never_settled_it_is_not_put_among_what_to_try():
    tries = [("cry", "put_to_rest", 4, 0), ("cry", "hold", 3, 1)]
    told = signal_told("cry", counts(tries=tries), pronoun="she")
    assert told.settled == ["Holding settled her 1 of the 3 times that it was tried first."]
    assert signal_told("cry", counts(tries=tries[:1]), pronoun="she").settled == []


@pytest.mark.parametrize("word", Signal)
@pytest.mark.parametrize("pronoun", PRONOUNS)
def test_each_signal_is_told_of_each_child(word, pronoun):
    told = signal_told(word, counts(), pronoun=pronoun)
    words = " ".join([told.title, told.asks, told.may, told.likes, *told.notes])
    assert "%(" not in words
    assert {*told.known, *told.helps, *told.urgent} <= set(EVIDENCE)


def test_a_cry_says_when_to_call_and_never_to_shake():
    told = signal_told("cry", counts(), pronoun="they")
    assert told.asks == "What may they be telling me?"
    assert "cry-3" in told.urgent
    assert "ill-1" in told.urgent
