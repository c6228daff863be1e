"""Signs seen so far: seen, or not written down so far."""

from datetime import date, timedelta

import polars as pl

from holdfast.engine.months import NOTHING
from holdfast.telling.grow import signs_so_far
from holdfast.telling.patterns import Of
from holdfast.telling.patterns.section import Told

TODAY = date(2026, 3, 14)


def told(*seen, days=245):
    """Return the signs section of a child of so many days."""
    rows = [{"day": TODAY - timedelta(days=3), "sign": sign, "count": 1} for sign in seen]
    schema = {"day": pl.Date, "sign": pl.String, "count": pl.Int64}
    counts = {**NOTHING, "signs": pl.DataFrame(rows, schema=schema)}
    of = Of(today=TODAY, born=TODAY - timedelta(days=days), pronoun="she")
    return signs_so_far(Told(lately=counts, always=counts, of=of))


def test_what_was_seen_is_told_and_what_nobody_wrote_is_not_missing():
    first, *_, last = told("comes_to_you").sentences
    assert first == "She came to somebody: seen once, on 11 March."
    assert last == (
        "Not written down so far: a goodbye that was hard and shyness with strangers. That need "
        "not mean that it was not there."
    )


def test_where_all_or_none_are_seen_nothing_is_listed():
    all_of_them = told("comes_to_you", "minds_goodbyes", "shy_with_strangers").sentences
    assert not any("Not written down" in sentence for sentence in all_of_them)
    assert told().sentences == ["No such sign is written down yet, and there is no hurry."]


def test_a_newborn_is_not_asked_for_signs():
    assert told(days=30) is None
    assert told("comes_to_you", days=30) is not None
