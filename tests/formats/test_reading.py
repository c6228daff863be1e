"""A reading: all records, parted; and as it goes into a family's own log."""

import gc
from datetime import UTC, date, datetime

import pytest

from holdfast.formats import Doubt, FoundChild, Member, Reading, read
from holdfast.formats.reading import Found, found_child
from holdfast.words import Problem

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NOTES = b"""id,child_id,note,time
1,1,Held her until the hiccups stopped,2026-01-20 06:47:00
2,2,hi,2026-01-20 06:48:00
2,2,hello,2026-01-20 06:48:00
3,1,hi,
"""
OURS = "0197a000-0000-7000-8000-000000000001"


def reading_of(data=NOTES):
    return read([Member("note.csv", data)], {"zone": "UTC"}, now=NOW)


def test_of_two_records_with_one_id_the_first_counts():
    reading = reading_of()
    assert [moment.text for moment in reading.moments][1:] == ["hi"]
    assert (reading.records, reading.duplicates, len(reading.problems)) == (4, 1, 1)
    assert (reading.counts(), reading.files) == ({"note": 2}, ("note.csv",))


def test_a_child_is_told_by_all_records_together():
    fresh = found_child("a:1")
    named = found_child("a:1", "Ada")
    born = found_child("a:1", "Bo", date(2026, 1, 1))
    outcomes = [Found("1", child=fresh), Found("2", child=named), Found("3", child=born)]
    reading = Reading.of(outcomes, name="a", files=[])
    ada = FoundChild(id=fresh.id, source="a:1", name="Ada", born=date(2026, 1, 1))
    assert reading.children == (ada,)


def test_records_that_give_nothing_are_skipped_and_problems_are_kept():
    problem = Problem("2", "time", "it has none", "Mend it.")
    reading = Reading.of([Found("1"), problem], name="a", files=["b"])
    assert (reading.records, reading.skipped, reading.problems) == (2, 1, (problem,))


def test_doubts_about_a_file_stand_before_those_about_its_records():
    reading = reading_of().with_warnings([Doubt("", "look at the file")])
    assert [one.record for one in reading.warnings] == ["", "1", "2"]


def test_a_family_takes_its_own_child_out_of_a_reading():
    reading = reading_of()
    one, two = reading.children
    mine = reading.for_child({one.id: OURS})
    assert [(moment.child, moment.text) for moment in mine.moments] == [
        (OURS, "Held her until the hiccups stopped")
    ]
    assert (mine.stands_in, [one.moment.child for one in mine.drafts]) == (("1",), [OURS])
    assert mine.moments[0].id != reading.moments[0].id
    assert mine == reading_of().for_child({one.id: OURS})
    assert not reading.for_child({two.id: OURS}).drafts


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was_found(on):
    before = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        reading_of()
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_draft_is_named_by_its_record_and_its_word():
    reading = reading_of()
    (draft,) = reading.drafts
    assert draft.moment.source_id == "note/1#response/hug"
    assert draft.moment.id != reading.moments[0].id
    draft.moment.check(now=NOW)


def test_a_changed_row_of_the_same_id_keeps_its_name():
    before, after = reading_of(), reading_of(NOTES.replace(b"hi,2026", b"hey,2026"))
    assert [moment.id for moment in before.moments] == [moment.id for moment in after.moments]
    assert [moment.text for moment in after.moments][1] == "hey"
