"""Counts add up, whoever counted first."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.tallies import merge

COUNTS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["cry", "fuss", None]), st.integers(0, 9)),
        unique_by=lambda row: row[0],
    ),
    min_size=1,
    max_size=5,
)


def tally(rows):
    return pl.DataFrame(rows, schema={"word": pl.String, "n": pl.Int64}, orient="row")


@given(COUNTS)
def test_a_merged_tally_is_the_sum_word_by_word(parts):
    totals = {}
    for word, n in (row for part in parts for row in part):
        totals[word] = totals.get(word, 0) + n
    assert dict(merge(map(tally, parts), by="word").iter_rows()) == totals


@given(COUNTS)
def test_who_counted_first_does_not_matter(parts):
    one = merge(map(tally, parts), by="word")
    assert merge(map(tally, parts[::-1]), by=["word"]).equals(one)


@given(COUNTS)
def test_sums_of_sums_are_sums(parts):
    halves = [merge(map(tally, half), by="word") for half in (parts[:1], parts[1:]) if half]
    assert merge(halves, by="word").equals(merge(map(tally, parts), by="word"))


def test_a_hundred_thousand_counts_add_up_beyond_thirty_two_bits():
    part = tally([("cry", 100_000)])
    assert merge([part] * 100_000, by="word").rows() == [("cry", 10_000_000_000)]


def test_nothing_has_no_columns_to_add():
    with pytest.raises(ValueError, match="empty"):
        merge([], by="word")
