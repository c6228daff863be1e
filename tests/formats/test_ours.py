"""Logs and bundles of our own, read as any other file is."""

import io
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

import pytest

from holdfast.formats import Member, for_child, questions, read
from holdfast.formats.bundle import write_bundle
from holdfast.formats.open_format import Header, lines
from holdfast.words import Kind, Moment, Refused

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ADA = "0197a000-0000-7000-8000-000000000001"
BO = "0197a000-0000-7000-8000-000000000002"
CRY, HUG = "0197a000-0000-7000-8000-00000000000a", "0197a000-0000-7000-8000-00000000000b"
HEADER = Header(children=({"id": ADA, "name": "Ada", "born": "2026-01-01"}, {"id": "b", "born": 1}))


def moment(name, kind, word, **more):
    at = datetime(2026, 1, 5, tzinfo=UTC)
    return Moment(id=name, child=ADA, kind=kind, word=word, at=at, zone="UTC", **more)


LOG = [moment(CRY, Kind.SIGNAL, "cry"), moment(HUG, Kind.RESPONSE, "hug", answers=CRY)]
FILE = Member("ada.holdfast.jsonl", "".join(lines(HEADER, LOG)).encode())


def bundle():
    file = io.BytesIO()
    write_bundle(file, header=HEADER, moments=LOG, history=[{"id": CRY}])
    return Member("holdfast.zip", file.getvalue())


@pytest.mark.parametrize(
    "file",
    [
        FILE,
        Member("renamed.txt", FILE.data),
        Member("a.jsonl", b"\xef\xbb\xbf" + FILE.data),
        bundle(),
    ],
    ids=["a log", "under another name", "with a BOM", "a bundle"],
)
def test_our_own_says_all_by_itself_and_keeps_its_names(file):
    assert questions([file]) == []
    reading = read([file], {}, now=NOW)
    assert (reading.format, reading.moments) == ("holdfast", tuple(LOG))
    assert (reading.records, reading.stands_in) == (2, ("1", "2"))
    assert [(one.name, one.born, one.source) for one in reading.children] == [
        ("Ada", date(2026, 1, 1), f"holdfast:{ADA}"),
        ("", None, "holdfast:b"),
    ]


def test_at_home_the_names_stay():
    reading = read([FILE], {}, now=NOW)
    assert for_child(reading, found=ADA, child=ADA).moments == tuple(LOG)
    assert for_child(reading, found="b", child=ADA).records == 0


def test_for_another_child_names_and_answers_follow_from_both():
    cry, hug = for_child(read([FILE], {}, now=NOW), found=ADA, child=BO).moments
    assert (cry.child, cry.id) == (BO, str(uuid5(UUID(BO), CRY)))
    assert (hug.answers, cry.answers) == (cry.id, None)


def test_for_another_child_two_notes_of_one_cry_still_are_one():
    other = "0197a000-0000-7000-8000-00000000000c"
    said = [LOG[0], moment(other, Kind.SIGNAL, "cry", detail={"same_as": CRY})]
    file = Member("ada.holdfast.jsonl", "".join(lines(HEADER, said)).encode())
    reading = read([file], {}, now=NOW)
    assert for_child(reading, found=ADA, child=ADA).moments == tuple(said)
    first, second = for_child(reading, found=ADA, child=BO).moments
    assert second.detail == {"same_as": first.id}


def test_a_log_of_other_apps_is_mapped_by_its_record():
    note = Member("note.csv", b"child_id,note,time\n1,hi,2026-01-20 06:47:00")
    reading = read([note], {"zone": "UTC"}, now=NOW)
    (mine,) = for_child(reading, found=reading.children[0].id, child=BO).moments
    assert (mine.child, mine.text) == (BO, "hi")


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([FILE, FILE], "ada.holdfast.jsonl is a log of Holdfast's own."),
        ([FILE._replace(data=FILE.data[:-9])], "ada.holdfast.jsonl, line 3: It is no JSON."),
        ([FILE._replace(data=FILE.data + b"\xff")], "ada.holdfast.jsonl is not UTF-8 text."),
        ([FILE._replace(data=b"")], "ada.holdfast.jsonl is empty."),
    ],
)
def test_what_is_not_whole_is_refused(files, sentence):
    with pytest.raises(Refused) as told:
        read(files, {}, now=NOW)
    assert told.value.args[0] == sentence
