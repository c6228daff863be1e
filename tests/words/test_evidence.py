"""The ledger: each sentence of fact has its source, and says honestly how near we came to it."""

import re
from datetime import date

import pytest

from holdfast.words.evidence import EVIDENCE, READ, STRENGTHS, TOPICS, Read, Strength, known

KEY = re.compile(r"[a-z]+-\d+")


@pytest.mark.parametrize("key", EVIDENCE)
def test_an_entry_has_all_that_a_person_may_ask(key):
    entry = known(key)
    assert KEY.fullmatch(entry.key)
    assert entry.sentence.endswith(".")
    assert len(entry.source) > 8
    assert entry.would_change.endswith(".")
    assert date(2026, 11, 1) <= entry.checked <= date.today()  # noqa: DTZ011 -- a day in the past
    assert {entry.how_strong, entry.how_read} <= {*STRENGTHS.values(), *READ.values()}


def test_no_key_and_no_sentence_is_there_twice():
    entries = [entry for topic in TOPICS for entry in topic.entries]
    assert len(entries) == len(EVIDENCE) == len({entry.sentence for entry in entries})


def test_what_was_not_read_in_the_original_says_so():
    assert known("bond-2").how_read == "Read in the source itself."
    for key in ("sig-5", "sig-9", "rep-2", "pha-1"):
        assert known(key).how_read.startswith("Not read in the original")


def test_each_strength_and_each_way_of_reading_has_words():
    assert set(STRENGTHS) == set(Strength)
    assert set(READ) == set(Read)


def test_a_sentence_that_has_no_entry_is_not_known():
    with pytest.raises(KeyError):
        known("bond-99")
