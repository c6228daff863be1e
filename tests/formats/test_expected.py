"""What every sample file yields: the book of `tests/data/expected.json`, page by page."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.formats import given, read

DATA = Path(__file__).parents[1] / "data"
BOOK = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))["files"]
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
ASKED = {"zone": "Europe/Berlin", "volume_unit": "ml"}  # where the book says "asked"
HALF_A_PERCENT = 0.005


def reading_of(page):
    answers = {key: ASKED[key] if value == "asked" else value for key, value in page["ask"].items()}
    return read([given(DATA / page["file"])], answers, now=NOW)


@pytest.fixture(scope="module", params=BOOK, ids=lambda page: page["file"])
def page(request):
    return request.param


@pytest.fixture(scope="module")
def reading(page):
    return reading_of(page)


def test_every_record_comes_back_as_the_book_says(page, reading):
    assert {
        "format": reading.format,
        "records": reading.records,
        "moments": reading.counts(),
        "moments_total": len(reading.moments),
        "skipped": reading.skipped,
        "duplicates": reading.duplicates,
        "problems": len(reading.problems),
        "problem_records": [problem.record for problem in reading.problems],
    } == {
        **{key: page[key] for key in ("format", "records", "moments", "moments_total")},
        **{key: page[key] for key in ("skipped", "duplicates", "problems")},
        "problem_records": [str(problem["record"]) for problem in page["problem_records"]],
    }


def test_no_record_is_lost(reading):
    in_moments = len(set(reading.stands_in))
    assert reading.records == (
        in_moments + reading.skipped + reading.duplicates + len(reading.problems)
    )


def test_all_warnings_of_the_book_are_told(page, reading):
    told = {warning.record for warning in reading.warnings}
    assert {str(warning["record"]) for warning in page.get("warnings_at_least", [])} <= told


def test_all_drafts_of_the_book_are_found_and_none_that_it_forbids(page, reading):
    found = {(draft.record, draft.moment.kind, draft.moment.word) for draft in reading.drafts}
    hoped = page.get("drafts_at_least", [])
    assert {(str(one["record"]), one["kind"], one["word"]) for one in hoped} <= found
    forbidden = {str(record) for record in page.get("drafts_forbidden_on", [])}
    assert forbidden.isdisjoint(record for record, _, _ in found)


def test_the_spots_of_the_book_are_to_the_second_and_to_half_a_percent(page, reading):
    for spot in page.get("spots", []):
        moment = reading.moments[reading.stands_in.index(str(spot["record"]))]
        assert moment.at == datetime.fromisoformat(spot["at"])
        assert (moment.kind, moment.word) == (spot["kind"], spot["word"])
        for key, value in spot["detail"].items():
            exact = isinstance(value, str)
            assert moment.detail[key] == (
                value if exact else pytest.approx(value, rel=HALF_A_PERCENT)
            )


def test_a_second_reading_names_every_moment_as_the_first_did(page, reading):
    again = reading_of(page)
    known = {moment.id for moment in reading.moments}
    assert len([one for one in again.moments if one.id not in known]) == page["second_import_adds"]
    assert len(known) == len(reading.moments)


def test_the_book_has_all_files_of_the_two_apps():
    here = {
        str(path.relative_to(DATA))
        for folder in ("babybuddy", "huckleberry")
        for path in (DATA / folder).rglob("*")
        if path.suffix in {".csv", ".json"}
    }
    assert {page["file"] for page in BOOK} == here
