"""A moment's own form: what is not touched stays to the second, what is changed is placed well."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from holdfast.web.ids import new_id
from holdfast.web.places.day.forms import MomentForm
from holdfast.words import WORDS, Moment

AT = datetime(2026, 3, 14, 2, 51, 33, tzinfo=UTC)  # 03:51:33 in Berlin
FEED = Moment(
    id=str(new_id()),
    child=str(new_id()),
    kind="care",
    word="feed",
    at=AT,
    until=AT.replace(hour=3, minute=11),
    zone="Europe/Berlin",
    detail={"how": "breast", "side": "left", "left_s": 600},
)


def typed(moment=FEED, **changes):
    """Return the form as the page would send it, with what somebody changed."""
    form = MomentForm(moment=moment, pronoun="she", asks_word=True)
    sent = {name: form[name].value() for name in form.fields}
    as_sent = {name: "" if value is None else str(value) for name, value in sent.items()}
    form = MomentForm(as_sent | changes, moment=moment, pronoun="she", asks_word=True)
    form.is_valid()
    return form


def test_a_form_that_nobody_touched_changes_nothing():
    assert typed().changed() == FEED


@pytest.mark.parametrize(
    ("kind", "word"), [(kind, word) for kind, words in WORDS.items() for word in words]
)
def test_every_word_has_its_form_and_comes_through_unchanged(kind, word):
    moment = replace(FEED, kind=kind, word=word, until=None, detail={})
    changed = typed(moment).changed()
    assert replace(changed, detail={}) == moment
    changed.check(now=AT)


def test_what_the_form_does_not_ask_about_stays():
    changed = typed(side="right", ml="80").changed()
    assert changed.detail == {"how": "breast", "side": "right", "left_s": 600, "ml": 80}


def test_an_answer_that_is_taken_back_is_gone():
    assert typed(side="").changed().detail == {"how": "breast", "left_s": 600}


def test_a_new_clock_is_that_of_the_zone_in_which_it_was_lived():
    changed = typed(clock="04:05", until="04:20").changed()
    assert changed.at == datetime(2026, 3, 14, 3, 5, tzinfo=UTC)
    assert changed.until == datetime(2026, 3, 14, 3, 20, tzinfo=UTC)


def test_what_ends_at_an_earlier_clock_ends_on_the_next_day():
    changed = typed(clock="23:50", until="00:10").changed()
    assert (changed.until - changed.at).seconds == 20 * 60


def test_an_end_can_be_taken_back():
    assert typed(until="").changed().until is None


def test_a_time_that_the_clocks_skipped_is_told_and_not_guessed():
    form = typed(day="2026-03-29", clock="02:30")
    assert form.errors == {"clock": ["The clocks skipped this time on that day."]}


def test_a_time_that_the_clocks_showed_twice_is_the_first_of_the_two():
    changed = typed(day="2026-10-25", clock="02:30", until="").changed()
    assert changed.at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("field", "said"),
    [("day", "Which day was it?"), ("clock", "At what time? About is enough.")],
)
def test_a_missing_time_is_asked_for(field, said):
    assert typed(**{field: ""}).errors == {field: [said]}


def test_how_sure_the_time_is_can_be_said_and_what_was_said_is_among_the_choices():
    assert typed(replace(FEED, about=7)).changed().about == 7
    assert typed(about="30").changed().about == 30


def test_a_note_is_not_a_note_without_words():
    note = replace(FEED, kind="note", word="", until=None, detail={}, text="Grandma rang.")
    assert typed(note, text=" ").errors == {"text": ["Write something, or go back."]}
