"""All that a family has, as one zip."""

import csv
import io
import zipfile
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given

from holdfast.formats.bundle import safe, write_bundle
from holdfast.formats.open_format import Header, load
from holdfast.words import Kind, Moment
from tests.formats.any_log import CHILD, LOGS, UNHURRIED

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)
ADA = {"id": CHILD, "name": "Ada <3", "born": "2026-01-01"}
SAM = {"id": "0197a000-0000-7000-8000-0000000000aa", "name": "=SUM(A1)"}
HEADER = Header(children=(ADA,), caregivers=(SAM,))


def moment(number, kind, word="", **more):
    return Moment(
        id=f"0197a000-0000-7000-8000-00000000000{number}",
        child=CHILD,
        kind=kind,
        word=word,
        at=AT + timedelta(minutes=number),
        zone="Europe/Berlin",
        **more,
    )


LOG = [
    moment(2, Kind.RESPONSE, "hug", by=SAM["id"], about=30),
    moment(1, Kind.SIGNAL, "cry", text="<script>alert(1)</script>\nso loud"),
    moment(3, Kind.CARE, "nappy", detail={"wet": True, "color": "yellow"}),
    moment(4, Kind.CARE, "sleep", until=AT + timedelta(days=1)),
    moment(5, Kind.NOTE, text="-1 tooth"),
]


def packed(header, log):
    file = io.BytesIO()
    write_bundle(file, header=header, moments=log, history=[{"revision": 1}])
    return file.getvalue()


def members(header=HEADER, log=LOG):
    with zipfile.ZipFile(io.BytesIO(packed(header, log))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def rows(text):
    return [*csv.DictReader(io.StringIO(text, newline=""))]


class Text(HTMLParser):
    """All that a page shows, and all tags that it has."""

    def __init__(self):
        super().__init__()
        self.shown, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.shown += [data] if data.strip() else []


def read_page(text):
    page = Text()
    page.feed(text)
    return page


def test_the_archive_has_the_log_a_page_and_a_table_of_each_kind_that_there_is():
    assert list(members()) == [
        "family.holdfast.jsonl",
        "history.jsonl",
        "read-me.html",
        "tables/children.csv",
        "tables/caregivers.csv",
        "tables/signal.csv",
        "tables/response.csv",
        "tables/care.csv",
        "tables/note.csv",
    ]


@UNHURRIED
@given(log=LOGS)
def test_the_log_within_is_the_log_in_order_of_time(tmp_path_factory, log):
    path = tmp_path_factory.mktemp("zip") / "log.holdfast.jsonl"
    path.write_text(members(log=log)["family.holdfast.jsonl"], encoding="utf-8", newline="")
    assert load(path).moments == tuple(sorted(log, key=lambda one: (one.at, one.id)))


def test_each_revision_is_in_the_history():
    assert members()["history.jsonl"] == '{"revision":1}\n'


def test_equal_logs_make_equal_zips():
    assert packed(HEADER, LOG) == packed(HEADER, reversed(LOG))


def test_a_table_names_people_and_gives_each_detail_its_column():
    nappy, sleep = rows(members()["tables/care.csv"])
    assert (nappy["child"], nappy["word"], nappy["detail_wet"]) == ("Ada <3", "nappy", "true")
    assert (nappy["at"], nappy["detail_color"]) == ("2026-01-05T03:03:00+01:00", "yellow")
    assert (sleep["until"], sleep["detail_wet"]) == ("2026-01-06T03:00:00+01:00", "")


def test_people_are_tables_too():
    assert rows(members()["tables/children.csv"]) == [
        {"id": CHILD, "born": "2026-01-01", "name": "Ada <3"}
    ]


def test_what_a_spreadsheet_would_run_is_made_safe():
    (hug,) = rows(members()["tables/response.csv"])
    (note,) = rows(members()["tables/note.csv"])
    assert (hug["by"], note["text"]) == ("'=SUM(A1)", "'-1 tooth")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("\ra", "'\ra"),
        ("\na", "'\na"),
        ("a=1", "a=1"),
        (-1, "-1"),
        (True, "true"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_cell_is_text_and_a_number_stays_one(value, cell):
    assert safe(value) == cell


def test_the_page_tells_each_day_in_words_and_runs_nothing():
    page = read_page(members()["read-me.html"])
    shown = [text.strip() for text in page.shown if "{" not in text]
    assert shown == [
        *("The log of Ada <3", "The log of Ada <3", "2026-01-05"),
        *("03:01", "cries", "<script>alert(1)</script>\nso loud"),
        *("about 03:02", "hugged or held", "=SUM(A1)"),
        *("03:03", "a nappy, color: yellow, wet: true"),
        *("03:04\u201303:00", "a sleep"),
        *("03:05", "note", "-1 tooth"),
    ]
    assert {"script", "link", "img"}.isdisjoint(tag for tag, _ in page.tags)
    assert ("html", {"lang": "en", "dir": "ltr"}) in page.tags


def test_of_several_children_each_moment_says_whose_it_is():
    twins = Header(children=(ADA, {"id": "bo", "name": "Bo"}))
    page = read_page(members(header=twins)["read-me.html"])
    assert page.shown.count("Ada <3") == len(LOG)


def test_an_empty_log_is_kind():
    page = read_page(members(header=Header(), log=[])["read-me.html"])
    assert page.shown[-1] == "Nothing is written down yet."
    assert page.shown[0] == "The log"
