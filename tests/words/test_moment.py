"""The moment at the door: what comes in as it is, and every way of being turned away."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import polars as pl
import pytest

from holdfast.words import SCHEMA, BadMoment, Kind, Moment, frame
from holdfast.words.moment import FIELDS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ID = "01956b2e-7c00-7000-8000-000000000001"
OTHER = "01956b2e-7c00-7000-8000-000000000002"
CRY = Moment(id=ID, child="Robin", kind=Kind.SIGNAL, word="cry", at=NOW, zone="Europe/Berlin")
NOTE = replace(CRY, kind=Kind.NOTE, word="", text="The first tooth.")
NAIVE = datetime(2026, 3, 1, 12)  # noqa: DTZ001 -- the door has to see it

KEPT = {
    "a signal": CRY,
    "a note": NOTE,
    "an answer to a signal": replace(CRY, kind=Kind.RESPONSE, word="hug", answers=OTHER),
    "what lasts": replace(CRY, kind=Kind.CARE, word="sleep", until=NOW + timedelta(hours=9)),
    "what lasts three days": replace(CRY, until=NOW + timedelta(days=3)),
    "what ends at once": replace(CRY, until=NOW),
    "about a day": replace(CRY, about=1440),
    "a phone whose clock is ahead": replace(CRY, at=NOW + timedelta(days=1)),
    "an old album": replace(CRY, at=datetime(1990, 1, 1, tzinfo=UTC)),
    "another offset": replace(CRY, at=NOW.astimezone(timezone(timedelta(hours=9)))),
    "the longest text": replace(CRY, text="x" * 10_000),
    "a detail": replace(CRY, detail={"need": "rest"}),
    "keys of a newer Holdfast": replace(CRY, extra={"weather": "rain"}),
}
TURNED_AWAY = {
    "no id": (replace(CRY, id="7"), "id"),
    "an id in capitals": (replace(CRY, id=ID.upper()), "id"),
    "an id that is no text": (replace(CRY, id=7), "id"),
    "an id that is nothing": (replace(CRY, id=None), "id"),
    "an answer to no id": (replace(CRY, answers="cry"), "answers"),
    "an unknown kind": (replace(CRY, kind="mood"), "kind"),
    "an unknown word": (replace(CRY, word="shout"), "word"),
    "a word of another kind": (replace(CRY, word="hug"), "word"),
    "no word": (replace(CRY, word=""), "word"),
    "a note with a word": (replace(NOTE, word="tooth"), "word"),
    "an empty note": (replace(NOTE, text="  "), "text"),
    "an unknown zone": (replace(CRY, zone="Berlin"), "zone"),
    "an empty zone": (replace(CRY, zone=""), "zone"),
    "a zone that is a path": (replace(CRY, zone="../etc/passwd"), "zone"),
    "a time without an offset": (replace(CRY, at=NAIVE), "at"),
    "an end without an offset": (replace(CRY, until=NAIVE), "until"),
    "a day too early": (replace(CRY, at=datetime(1989, 12, 31, tzinfo=UTC)), "at"),
    "more than a day ahead": (replace(CRY, at=NOW + timedelta(days=1, seconds=1)), "at"),
    "an end before the start": (replace(CRY, until=NOW - timedelta(seconds=1)), "until"),
    "a sleep of four days": (replace(CRY, until=NOW + timedelta(days=4)), "until"),
    "less than no uncertainty": (replace(CRY, about=-1), "about"),
    "more than a day of it": (replace(CRY, about=1441), "about"),
    "a detail of another word": (replace(CRY, detail={"ml": 90}), "detail.ml"),
    "a text without end": (replace(CRY, text="x" * 10_001), "text"),
}


@pytest.mark.parametrize("moment", KEPT.values(), ids=KEPT.keys())
def test_what_can_be_kept_comes_in_as_it_is(moment):
    assert moment.check(now=NOW) is moment


@pytest.mark.parametrize(("moment", "field"), TURNED_AWAY.values(), ids=TURNED_AWAY.keys())
def test_what_cannot_be_kept_is_turned_away_with_the_way_out(moment, field):
    with pytest.raises(BadMoment) as refusal:
        moment.check(now=NOW)
    assert refusal.value.field == field
    assert refusal.value.hint.endswith(".")


def test_a_log_is_a_frame_with_one_row_a_moment_in_the_order_given():
    spoken = replace(CRY, id=OTHER, detail={"need": "rest"}, text="so tired", by="Sam", about=30)
    log = frame([spoken, CRY])
    assert log.schema == pl.Schema(SCHEMA)
    assert log["id"].to_list() == [OTHER, ID]
    first = log.row(0, named=True)
    assert json.loads(first.pop("detail")) == {"need": "rest"}
    assert first == {
        "id": OTHER,
        "child": "Robin",
        "by": "Sam",
        "to": None,
        "kind": "signal",
        "word": "cry",
        "at": NOW,
        "until": None,
        "zone": "Europe/Berlin",
        "about": 30,
        "answers": None,
        "text": "so tired",
    }


def test_an_empty_log_has_its_columns():
    assert frame([]).schema == pl.Schema(SCHEMA)


def test_instants_of_any_offset_are_laid_out_in_utc():
    tokyo = replace(CRY, at=NOW.astimezone(timezone(timedelta(hours=9))))
    assert frame([tokyo])["at"][0] == NOW


def test_each_column_is_a_field_of_the_moment():
    assert set(SCHEMA) <= set(FIELDS)
