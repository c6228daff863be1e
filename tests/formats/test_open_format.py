"""The open format: what goes out comes in again, and what is wrong is told by its line."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.formats.open_format import Header, lines, load, stream, write
from holdfast.formats.open_frame import load_frame
from holdfast.words import Kind, Moment, OtherFormat, Refused, frame
from tests.formats.any_log import CHILD, KEYS, LOGS, UNHURRIED, VALUES

ADA = {"id": CHILD, "name": "Ada", "born": "2026-01-01", "of_a_newer_holdfast": [1]}
SAM = {"id": "sam", "name": "Sam"}
ADA_ID = "0197a000-0000-7000-8000-00000000000b"
LINE = {
    "id": "0197a000-0000-7000-8000-00000000000a",
    "child": CHILD,
    "kind": "signal",
    "word": "cry",
    "at": "2026-01-05T03:00:00+01:00",
    "zone": "Europe/Berlin",
}


def log_file(folder, *more, header=None):
    """Write a header and lines as they are given."""
    path = folder / "ada.holdfast.jsonl"
    first = header or {"holdfast": 1, "children": [ADA], "caregivers": [SAM]}
    path.write_text(
        "\n".join(one if isinstance(one, str) else json.dumps(one) for one in (first, *more)),
        encoding="utf-8",
    )
    return path


@UNHURRIED
@given(log=LOGS, extra=st.dictionaries(KEYS, VALUES, max_size=2))
def test_a_log_that_is_written_and_read_is_equal_to_itself(tmp_path_factory, log, extra):
    path = tmp_path_factory.mktemp("log") / "ada.holdfast.jsonl"
    assert write(path, [ADA], [SAM], log, extra=extra) == len(log)
    found = load(path)
    assert (found.children, found.caregivers, found.header.extra) == ((ADA,), (SAM,), extra)
    assert found.moments == tuple(log)


@UNHURRIED
@given(log=LOGS)
def test_the_fast_way_gives_the_frame_of_the_careful_way(tmp_path_factory, log):
    path = tmp_path_factory.mktemp("log") / "ada.holdfast.jsonl"
    write(path, [ADA], [SAM], log)
    assert load_frame(path).equals(frame(log))


PLAIN = {
    "offsets other than Z": [{**LINE, "at": "2026-01-05T03:00:00.5-03:30"}],
    "keys of a newer one": [{**LINE, "x": {"how": [1, "{"]}, "y": None, "z": 1.5}],
    "any letters": [{**LINE, "text": '"by": 1, \\ / Zoë, 愛\n\u2028{}', "by": "Ä"}],
    "other blanks": [json.dumps(LINE, indent=1).replace("\n", "\t") + "\r", "", " \t"],
    "details": [
        {**LINE, "kind": "care", "word": "feed", "detail": {"ml": 100.0, "how": "bottle"}},
        {**LINE, "id": CHILD, "detail": {}},
        {**LINE, "id": ADA_ID, "detail": {"original": "1½ oz", "need": "rest"}},
    ],
    "nothing": [],
}
HARD = {
    "nothing said": [{**LINE, "until": None}],
    "a name twice": [json.dumps(LINE)[:-1] + ',"by":"Sam","by":"Ada"}'],
    "a name in two ways": [json.dumps(LINE)[:-1] + ',"by":"Sam","\\u0062y":"Ada"}'],
    "a name within": [{**LINE, "x": {"by": 1}}],
    "a brace": [{**LINE, "kind": "care", "word": "feed", "detail": {"food": "a}b"}}],
}


@pytest.mark.parametrize("which", PLAIN)
def test_a_plain_log_is_read_the_fast_way(tmp_path, monkeypatch, which):
    path = log_file(tmp_path, *PLAIN[which])
    careful = frame(load(path).moments)
    monkeypatch.setattr("holdfast.formats.open_frame.load", None)
    assert load_frame(path).equals(careful)


@pytest.mark.parametrize("which", HARD)
def test_what_polars_would_read_in_another_way_is_read_the_careful_way(tmp_path, which):
    path = log_file(tmp_path, *HARD[which])
    assert load_frame(path).equals(frame(load(path).moments))


def test_times_stand_in_the_zone_in_which_they_were_lived():
    night = datetime(2026, 10, 24, 20, tzinfo=UTC)
    sleep = Moment(
        id=LINE["id"],
        child=CHILD,
        kind=Kind.CARE,
        word="sleep",
        at=night,
        until=night + timedelta(hours=9),
        zone="Europe/Berlin",
    )
    _, line = lines(Header(children=(ADA,)), [sleep])
    assert json.loads(line) == {
        "id": LINE["id"],
        "child": CHILD,
        "kind": "care",
        "word": "sleep",
        "at": "2026-10-24T22:00:00+02:00",
        "until": "2026-10-25T06:00:00+01:00",
        "zone": "Europe/Berlin",
    }


def test_moments_are_handed_out_before_the_file_is_read_to_its_end(tmp_path):
    path = log_file(tmp_path, LINE, "no moment")
    with stream(path) as (header, moments):
        assert header.children == (ADA,)
        assert next(moments).word == "cry"
        with pytest.raises(Refused, match=r"line 3: It is no JSON\."):
            next(moments)


def test_blank_lines_and_empty_values_are_passed_over(tmp_path):
    path = log_file(tmp_path, "", {**LINE, "until": None, "by": None, "text": None}, "  ", "")
    (moment,) = load(path).moments
    assert (moment.until, moment.by, moment.text) == (None, None, "")
    assert load_frame(path).equals(frame([moment]))


WRONG = {
    "cut off": (json.dumps(LINE)[:60], "It is no JSON."),
    "two on a line": (json.dumps(LINE) + "," + json.dumps(LINE), "It is no JSON."),
    "not a number": (json.dumps({**LINE, "x": float("nan")}), "It is no JSON."),
    "nested too deep": ("[" * 100_000, "It is no JSON."),
    "no object": ([LINE], "It is no object."),
    "half a character": ({**LINE, "text": "\ud800"}, "It holds what is no character."),
    "NUL": ({**LINE, "text": "\0"}, "It holds what is no character."),
    "NUL of a newer key": ({**LINE, "x": ["\\\0"]}, "It holds what is no character."),
    "no id": ({k: v for k, v in LINE.items() if k != "id"}, "It has no id."),
    "no time": ({**LINE, "at": None}, "It has no at."),
    "id twice": (LINE, f"The id {LINE['id']} was there before."),
    "id in capitals": ({**LINE, "id": LINE["id"].upper()}, f"{LINE['id'].upper()!r} is no id."),
    "answers nothing": ({**LINE, "id": CHILD, "answers": "it"}, "'it' is no id."),
    "another's child": ({**LINE, "id": CHILD, "child": "bo"}, "The child 'bo' is not in the first"),
    "no such kind": ({**LINE, "kind": "score"}, "'score' is no kind of moment."),
    "no such word": ({**LINE, "word": "smirk"}, "'smirk' is no word for a signal."),
    "empty note": (
        {**LINE, "id": CHILD, "kind": "note", "word": "", "text": "\x1c"},
        "The note is",
    ),
    "no offset": (
        {**LINE, "at": "2026-01-05T03:00:00"},
        "at is '2026-01-05T03:00:00', no time with",
    ),
    "no such time": ({**LINE, "at": "yesterday"}, "at is 'yesterday', no time with an offset."),
    "60th second": ({**LINE, "at": "2026-01-05T03:00:60Z"}, "at is '2026-01-05T03:00:60Z', no"),
    "before its start": (
        {**LINE, "until": "2026-01-05T02:59:00+01:00"},
        "It ends before it starts",
    ),
    "too early": (
        {**LINE, "at": "1970-01-01T00:00:00Z"},
        "1970-01-01 00:00 cannot be when it was.",
    ),
    "no such zone": ({**LINE, "zone": "Berlin"}, "'Berlin' is no time zone."),
    "zone of numbers": ({**LINE, "zone": 1}, "zone cannot be 1."),
    "about half": ({**LINE, "about": 2.5}, "about cannot be 2.5."),
    "about true": ({**LINE, "about": True}, "about cannot be True."),
    "about a week": (
        {**LINE, "id": CHILD, "about": 10_080},
        "About 10080 minutes is no uncertainty.",
    ),
    "detail in words": ({**LINE, "detail": "left"}, "detail cannot be 'left'."),
    "unknown detail": ({**LINE, "id": CHILD, "detail": {"loud": 1}}, "A cry has no detail 'loud'."),
    "who of numbers": ({**LINE, "id": CHILD, "by": 1}, "by cannot be 1."),
    "text of lists": ({**LINE, "id": CHILD, "text": ["a"]}, "text cannot be ['a']."),
    "detail as text": ({**LINE, "id": CHILD, "detail": "{}"}, "detail cannot be '{}'."),
    "source of numbers": ({**LINE, "id": CHILD, "source": 1}, "source cannot be 1."),
    "too long": ({**LINE, "id": CHILD, "text": "a" * 10_001}, "The text has 10001 characters."),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("read", [load, load_frame])
def test_a_line_that_cannot_be_kept_is_told_by_its_number(tmp_path, read, wrong):
    line, why = WRONG[wrong]
    with pytest.raises(Refused) as told:
        read(log_file(tmp_path, LINE, "", line))
    assert str(told.value).startswith(f"ada.holdfast.jsonl, line 4: {why}")
    assert told.value.hint


HEADERS = {
    "a moment": (LINE, "is no log of ours"),
    "a list": ([1], "is no log of ours"),
    "text": ("Dear diary", "is no log of ours"),
    "a newer one": ({"holdfast": 2}, "has version 2 of the format"),
    "a child without id": ({"holdfast": 1, "children": [{"name": "Ada"}]}, "children is no list"),
    "children by name": ({"holdfast": 1, "children": {"Ada": 1}}, "children is no list"),
    "one id for two": ({"holdfast": 1, "caregivers": [SAM, SAM]}, "caregivers is no list"),
}


@pytest.mark.parametrize("wrong", HEADERS)
@pytest.mark.parametrize("read", [load, load_frame])
def test_a_first_line_that_is_no_header_refuses_the_file(tmp_path, read, wrong):
    header, why = HEADERS[wrong]
    with pytest.raises(OtherFormat, match=why):
        read(log_file(tmp_path, LINE, header=header))


BYTES = {
    b"": "is empty.",
    b"\n": "is empty.",
    b"\x89PNG\r\n\xff": "is not UTF-8 text.",
    json.dumps({"holdfast": 1}).encode() + b"\n\xff\n": "is not UTF-8 text.",
}


@pytest.mark.parametrize("content", BYTES)
@pytest.mark.parametrize("read", [load, load_frame])
def test_a_file_that_is_no_text_is_refused(tmp_path, read, content):
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(OtherFormat) as told:
        read(path)
    assert told.value.args[0] == f"a.jsonl {BYTES[content]}"


@pytest.mark.parametrize("read", [load, load_frame])
def test_a_file_that_is_not_there_and_a_folder_are_told(tmp_path, read):
    with pytest.raises(Refused, match=r"no\.jsonl cannot be opened: no such file or directory\."):
        read(tmp_path / "no.jsonl")
    with pytest.raises(Refused, match=r"cannot be opened: is a directory\."):
        read(tmp_path)


def test_a_log_takes_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "ada.holdfast.jsonl"
    write(path, [ADA], [], [])
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        write(path, [ADA], [], (1 / 0 for _ in "a"))
    assert (path.read_bytes(), [*tmp_path.iterdir()]) == (before, [path])


def test_a_text_about_a_nul_is_a_text(tmp_path):
    path = log_file(tmp_path, {**LINE, "text": "\\u0000 is a NUL, \\ud800 is none"})
    (moment,) = load(path).moments
    assert moment.text == "\\u0000 is a NUL, \\ud800 is none"
    assert load_frame(path).equals(frame([moment]))


def test_a_log_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "ada.holdfast.jsonl"
    write(path, [ADA], [], [])
    assert path.stat().st_mode & 0o077 == 0


def test_a_place_where_nothing_can_be_written_is_told(tmp_path):
    with pytest.raises(Refused, match=r"a\.jsonl cannot be written: no such file or directory\."):
        write(Path(tmp_path / "no" / "a.jsonl"), [], [], [])
