"""Answers of Baby Buddy's REST API, saved as JSON: the records of its CSVs with real instants.

An instant needs no question, but a day does: without an answer each record is lived at the
offset that it has. Units are as unknown as in the CSVs.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.formats.answers import Answers, Question, zone_question
from holdfast.formats.babybuddy import File, read_files, told_units, unit_questions
from holdfast.formats.babybuddy_sorts import Setting, Sort, sort_of
from holdfast.formats.bytes import Document, Row, Source
from holdfast.formats.reading import Doubt, Outcome
from holdfast.formats.times import ISO, fixed_zone

NAME = "babybuddy-api"
RENAMED = {"child": "child_id"}
TIMER = Sort("timer", frozenset({"name", "start", "user"}))  # a stop watch that ran: no moment
MORE = "there are more pages than this one: save the page that `next` names, too"


def claims(source: Source) -> bool:
    """Whether it is an answer of the API: a page of results, or their list alone."""
    if not isinstance(source, Document):
        return False
    results = results_of(source)
    if results is None:
        return False
    page = isinstance(source.value, dict)
    return sort_of_all(results) is not None if results else page


def results_of(source: Document) -> list[dict[str, object]] | None:
    """Return the records of an answer; None where it is no answer of this API."""
    value = source.value
    if isinstance(value, dict):
        value = value.get("results") if "count" in value else None
    if isinstance(value, list) and all(isinstance(one, dict) for one in value):
        return value
    return None


def sort_of_all(results: Sequence[dict[str, object]]) -> Sort | None:
    """Return the sort of a list of records, by the keys that all of them have."""
    keys = set(results[0]).intersection(*results)
    if TIMER.columns <= keys:
        return TIMER
    return sort_of({RENAMED.get(key, key) for key in keys})


def questions(sources: Sequence[Source], _answers: Answers) -> list[Question]:
    """Return what these answers do not say."""
    files = files_of(sources)
    zone = [zone_question(needed=False)] if any(file.sort.parse for file in files) else []
    return zone + unit_questions(files)


def outcomes(
    sources: Sequence[Source], answers: Answers, *, now: datetime, alone: bool
) -> Iterator[Outcome]:
    """Read the answers: every record comes back."""
    setting = Setting(answers, clock=instant, zone_at=lambda text: zone_at(text, answers.zone()))
    yield from read_files(files_of(sources, alone=alone), setting, now=now)


def doubts(sources: Sequence[Source], answers: Answers) -> list[Doubt]:
    """Say where an answer is one page of several, and which units were told by others."""
    return told_units(files_of(sources), answers) + [
        Doubt("", f"{source.name}: {MORE}")
        for source in sources
        if isinstance(source, Document)
        if isinstance(source.value, dict) and source.value.get("next")
    ]


def files_of(sources: Sequence[Source], *, alone: bool = False) -> list[File]:
    """Return the answers as files of their sorts; one without records has none."""
    files = []
    for source in sources:
        results = results_of(source) if isinstance(source, Document) else None
        sort = sort_of_all(results) if results else None
        if results and sort:
            rows = [Row(number, texts(one)) for number, one in enumerate(results, 1)]
            files.append(File(sort, rows, "" if alone else source.name))
    return files


def texts(record: dict[str, object]) -> dict[str, str]:
    """Return a record's values as the CSV has them."""
    return {RENAMED.get(key, key): text_of(value) for key, value in record.items()}


def text_of(value: object) -> str:
    """Return a value as the CSV has it: nothing for null, names with commas for a list."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ",".join(map(text_of, value))
    return str(value).strip()


def instant(text: str) -> datetime | None:
    """Read an RFC 3339 time with its offset."""
    try:
        time = datetime.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None
    return time if time and time.tzinfo else None


def zone_at(text: str, zone: ZoneInfo | None) -> ZoneInfo:
    """Return the zone of a record: as answered, else by its offset."""
    time = instant(text)
    if zone is None:
        return ZoneInfo(fixed_zone(time) if time else "UTC")
    return zone
