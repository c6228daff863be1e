"""Files that are broken, or meant to break: each one clear sentence, and nothing half read."""

import io
import json
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.formats import Member, given, read, zips
from holdfast.formats.bytes import LARGEST
from holdfast.words import OtherFormat, Refused

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ANSWERS = {"zone": "Europe/Berlin", "volume_unit": "ml"}
HEADER = "Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes\n"
BATH = "Bath,2026-01-05 17:20,2026-01-05 17:30,0:10,,,,\n"
LOG = (HEADER + BATH).encode()


def reading_of(data, name="log.csv"):
    return read([Member(name, data)], ANSWERS, now=NOW)


def refusal(data, name="log.csv"):
    with pytest.raises(Refused) as told:
        reading_of(data, name)
    assert told.value.hint.endswith(".")
    return told.value.args[0]


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """Pack members, whose names may be anything."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return packed.getvalue()


def words_of(reading):
    return [(moment.kind, moment.word) for moment in reading.moments]


@pytest.mark.parametrize(
    "data",
    [
        LOG.replace(b"\n", b"\r"),
        LOG.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + LOG,
        LOG.decode().encode("utf-16"),
        LOG.replace(b",", b";"),
        LOG.replace(b",", b"\t"),
        b"\n\n" + LOG + b"\n,,,\n\n",
        LOG.replace(b",,,,\n", b"\n"),
    ],
    ids=["old Mac", "Windows", "BOM", "UTF-16", ";", "tabs", "blank lines", "short row"],
)
def test_a_log_is_read_whatever_wrote_it_down(data):
    reading = reading_of(data)
    assert (words_of(reading), reading.records) == ([("care", "bath")], 1)
    assert (reading.problems, reading.warnings) == ((), ())


def test_an_encoding_that_had_to_be_guessed_is_told():
    reading = reading_of(LOG.replace(b",,,,\n", b",,,,caf\xe9\n"))
    assert reading.moments[0].text == "café"
    assert [(one.record, one.why) for one in reading.warnings] == [
        ("", "log.csv: its text is no UTF-8: read as Windows-1252, look at the accents")
    ]


def test_a_row_that_is_too_long_is_a_problem_and_not_shifted():
    reading = reading_of(LOG + b"Bath,2026-01-06 17:20,,,,,,nice, warm\n")
    assert [(one.record, one.why) for one in reading.problems] == [
        ("2", "it has more cells than the header: an unquoted comma has shifted them")
    ]


def test_empty_cells_beyond_the_header_are_none():
    assert len(reading_of(LOG.replace(b",,,,\n", b",,,,,,\n")).moments) == 1


BANK = (
    b"Booking date,Payee,Purpose,Amount,Currency,Balance,IBAN\n2026-01-05,Shop,Nappies,-9,EUR,1,x\n"
)
REFUSED = {
    "empty": (b"", "log.csv is empty."),
    "blank": (b"\xef\xbb\xbf \r\n\n", "log.csv is empty."),
    "zeros": (bytes(1000), "log.csv is empty."),
    "NUL bytes": (LOG + b"\0\0\0", "log.csv is no text: it holds NUL bytes."),
    "half of UTF-16": (b"\xff\xfe" + b"T\0y", "log.csv is no text: it holds NUL bytes."),
    "open quote": (
        (HEADER + BATH + 'Bath,2026-01-06 17:20,,,,,,"warm\n' + BATH * 3).encode(),
        "log.csv, line 3: a quote is opened there and not closed, or a cell is endless.",
    ),
    "open quote below another": (
        (HEADER + 'Bath,2026-01-06 17:20,,,"one\ntwo",,,"warm\n' + BATH).encode(),
        "log.csv, line 3: a quote is opened there and not closed, or a cell is endless.",
    ),
    "huge line": (
        LOG + b"Bath,2026-01-06 17:20,,,,,," + b"a" * 200_000,
        "log.csv, line 3: a quote is opened there and not closed, or a cell is endless.",
    ),
    "huge first line": (
        b"a" * 200_000,
        "log.csv, line 1: a quote is opened there and not closed, or a cell is endless.",
    ),
    "bank statement": (
        BANK,
        "log.csv is no log that Holdfast knows (its columns are booking date, payee, purpose,",
    ),
    "novel": (
        b"It was the best of times",
        "log.csv is no log that Holdfast knows (its columns are it was the best of times).",
    ),
    "text that begins with a bracket": (
        b"[PiyoLog]Feb 2026\n",
        "log.csv is no log that Holdfast knows (its columns are [piyolog]feb 2026).",
    ),
    "picture": (b"\x89PNG\r\n\x1a\n....", "log.csv is a picture."),
    "gzip": (b"\x1f\x8b\x08....", "log.csv is a gzip archive."),
    "PDF": (b"%PDF-1.7", "log.csv is a PDF."),
    "JSON cut off": (b'{"count": 2, "results": [{"id"', "log.csv, line 1: its JSON is cut off"),
    "JSON too deep": (b"[" * 100_000, "log.csv: its JSON is cut off or broken."),
    "JSON of others": (b'{"a": 1}', "log.csv is no log that Holdfast knows (as JSON)."),
    "JSON list of others": (b"[[1]]", "log.csv is no log that Holdfast knows (as JSON)."),
    "JSON of no sort": (b'[{"a": 1}]', "log.csv is no log that Holdfast knows (as JSON)."),
    "too large": (b"a" * (LARGEST + 1), "log.csv has more than 64 MiB."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_that_cannot_be_read_whole_is_refused_in_one_sentence(case):
    data, sentence = REFUSED[case]
    assert refusal(data).startswith(sentence)


def test_a_file_of_the_right_app_without_a_column_says_which():
    assert refusal(b"child_id,start,end\n1,2,3\n", "sleep.csv") == "sleep.csv has no column nap."


def test_files_of_two_apps_are_read_one_after_another():
    files = [Member("a.csv", LOG), Member("note.csv", b"child_id,note,time\n")]
    with pytest.raises(OtherFormat, match=r"a\.csv is huckleberry, note\.csv is babybuddy-csv\."):
        read(files, ANSWERS, now=NOW)


def test_a_zip_is_told_by_its_bytes_and_its_records_by_their_member():
    data = zipped([("folder/a.csv", LOG), ("__MACOSX/._a.csv", b"x"), ("folder/", b"")])
    reading = reading_of(data, "export.txt")
    assert (words_of(reading), reading.stands_in) == ([("care", "bath")], ("folder/a.csv#1",))


@pytest.mark.parametrize("name", ["/etc/a.csv", "../a.csv", "b/../../a.csv", "C:a.csv", "b\\a.csv"])
def test_a_member_whose_name_leads_out_is_listed_and_the_rest_is_read(name):
    reading = reading_of(zipped([(name, LOG), ("b.csv", LOG)]))
    assert reading.stands_in == ("b.csv#1",)
    assert [(one.record, one.why) for one in reading.warnings] == [
        (name, "its name leads out of the archive: not read")
    ]


def test_a_member_that_is_no_table_is_listed():
    reading = reading_of(zipped([("robin.jpg", b"\xff\xd8"), ("b.csv", LOG)]))
    assert [one.record for one in reading.warnings] == ["robin.jpg"]


def lying(data):
    """Let a zip's headers say that its first member has ten bytes."""
    data = bytearray(data)
    for signature, field in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + field
        data[at : at + 4] = struct.pack("<I", 10)
    return bytes(data)


def locked(data):
    """Set the flag of a password in a zip's headers."""
    data = bytearray(data)
    for signature, field in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + field] |= 1
    return bytes(data)


BOMB = zipped([("bomb.csv", b"0" * (LARGEST + 10))])
FAKE = zipped([("a.csv", zipped([("b.csv", LOG)]))])
ZIPS = {
    "cut off": (zipped([("a.csv", LOG)])[:-30], "log.csv is cut off or damaged."),
    "only begun": (b"PK\x03\x04", "log.csv is cut off or damaged."),
    "damaged": (
        zipped([("a.csv", LOG)], zipfile.ZIP_STORED).replace(b"Bath", b"Bash"),
        "log.csv is cut off or damaged.",
    ),
    "a bomb": (BOMB, "bomb.csv unpacks to more than 64 MiB."),
    "a bomb that lies": (lying(BOMB), "log.csv is cut off or damaged."),
    "nested by name": (zipped([("b.zip", b"")]), "log.csv holds another archive, b.zip."),
    "nested by bytes": (FAKE, "log.csv holds another archive, a.csv."),
    "too many members": (
        zipped([(f"{n}.csv", LOG) for n in range(201)]),
        "log.csv has 201 members, more than 200.",
    ),
    "locked": (locked(zipped([("a.csv", LOG)])), "log.csv is locked or packed in an unusual way."),
    "empty": (zipped([]), "log.csv holds no table and no JSON."),
    "pictures": (zipped([("a.jpg", b"")]), "log.csv holds no table and no JSON."),
    "a spreadsheet": (zipped([("[Content_Types].xml", b"")]), "log.csv is a spreadsheet."),
    "an empty member": (zipped([("a.csv", b"")]), "a.csv is empty."),
}


@pytest.mark.parametrize("case", ZIPS)
def test_an_archive_that_cannot_be_trusted_is_refused_in_one_sentence(case):
    data, sentence = ZIPS[case]
    assert refusal(data) == sentence


def test_many_large_members_are_counted_together(monkeypatch):
    monkeypatch.setattr(zips, "LARGEST_IN_ALL", zips.MIB)
    large = HEADER.encode() + b"\n" * zips.MIB
    assert refusal(zipped([("a.csv", LOG), ("b.csv", large)])) == (
        "log.csv unpacks to more than 1 MiB."
    )


def test_two_members_of_one_name_are_both_read():
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("a.csv", LOG), ("a.csv", LOG.replace(b"01-05", b"01-06"))])
    assert len(reading_of(data).moments) == 2


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(Refused, match=rf"{tmp_path.name} is no file\."):
        given(tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Refused, match=r"a\.csv cannot be read: no such file or directory\."):
        given(tmp_path / "a.csv")


def test_a_file_that_may_not_be_read_is_told():
    memory = Path("/proc/self/mem")  # there for everybody, readable at its first byte for nobody
    with pytest.raises(Refused, match=r"mem cannot be read: input/output error\."):
        given(memory)


def test_a_file_on_the_disk_is_read_whole(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(LOG)
    assert given(path) == Member("a.csv", LOG)


def test_json_that_is_no_number_is_refused_like_any_broken_one():
    assert json.loads("[NaN]")  # Python would take it
    assert refusal(b'[{"child": 1, "amount": NaN}]') == "log.csv: its JSON is cut off or broken."
