"""The phone says of a moment, an exchange and a day what the server says, word for word."""

import json
import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from holdfast.engine import exchanges, needs, one_of_each
from holdfast.engine.sheet import may_help, sheet
from holdfast.telling.helping import Clocks, helping_told, helping_words
from holdfast.telling.phone import phone_words
from holdfast.telling.spans import clock, lasting, short
from holdfast.web.drawn import moment_told
from holdfast.web.places.day import page as day
from holdfast.web.places.now.forms import TapForm
from holdfast.web.places.now.minute import show
from holdfast.words import WORDS, Kind
from holdfast.words.details import details_of
from tests.engine.test_exchanges import START, a_log, frame
from tests.engine.test_sheet import grown
from tests.web_places.phone import say_on_the_phone, sent

NUMBERS = [0, 1, 2.5, 37.25, 60, 90, 120.5, 3480, 52.1]
VALUES = {
    "how": ["breast", "bottle", "solid", "tube"],
    "side": ["left", "right", "both"],
    "food": ["carrot"],
    "name": ["vitamin D"],
    "dose": ["two drops"],
    **{key: [True, False] for key in ("wet", "soiled", "potty")},
    **dict.fromkeys(("ml", "left_ml", "right_ml", "celsius"), NUMBERS),
    **dict.fromkeys(("weight_g", "length_cm", "head_cm"), NUMBERS),
}


def a_moment(chance):
    """Make a moment of any word, with any of what it may say besides."""
    kind = chance.choice(list(Kind))
    word = str(chance.choice(list(WORDS.get(kind, [""]))))
    keys = [key for key in details_of(kind, word) if key in VALUES]
    detail = {key: chance.choice(VALUES[key]) for key in keys if chance.random() < 0.5}
    at = START + timedelta(seconds=chance.randrange(400 * 86_400))
    lasted = chance.choice([None, None, 20, 59, 61, 3600, 3660, 11_400])
    return {
        "id": f"{chance.randrange(10**9):09}",
        "child": "ada",
        "kind": str(kind),
        "word": word,
        "at": at,
        "until": lasted and at + timedelta(seconds=lasted),
        "zone": chance.choice(["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"]),
        "about": chance.choice([0, 0, 15]),
        "detail": json.dumps(detail),
    }


@pytest.mark.parametrize("pronoun", ["she", "he", "they"])
def test_a_moment_is_told_alike(pronoun):
    chance = random.Random(7)
    rows = [a_moment(chance) for _ in range(1_500)]
    said = say_on_the_phone(
        "const say = (moment) => [telling.told(moment), telling.clock(moment)];",
        [sent(row) for row in rows],
        words=phone_words(pronoun),
    )
    assert said == [
        [moment_told(row, pronoun), clock(row["at"], row["zone"], about=row["about"])]
        for row in rows
    ]


def test_a_length_of_time_is_told_alike():
    spans = [timedelta(seconds=17 * n) for n in range(900)]
    said = say_on_the_phone(
        "const say = (ms) => [telling.lasting(ms), telling.short(ms)];",
        [span // timedelta(milliseconds=1) for span in spans],
        words=phone_words("she"),
    )
    assert said == [[lasting(span), short(span)] for span in spans]


def found_on_the_phone(logs):
    return say_on_the_phone(
        """
        const { exchangesOf } = await from("now/exchanges.js");
        const { oneOfEach } = await from("now/sameness.js");
        const say = (rows) => exchangesOf(oneOfEach(rows));
        """,
        [[sent(row) for row in rows] for rows in logs],
    )


def milliseconds(at):
    return at // timedelta(milliseconds=1) if isinstance(at, timedelta) else at.timestamp() * 1000


def what_counts(found, *, instant):
    """Return of an exchange what the phone goes by."""
    keys = ("id", "signals", "moments", "end", "repaired", "by")
    times = (instant(found["opened"]), instant(found["ended"]))
    answers = [answer["word"] for answer in found["answers"]]
    return [*(found[key] for key in keys), *times, answers]


def as_said(rows):
    """Let some say that they are the same as one before."""
    chance = random.Random(len(rows))
    for place, row in enumerate(rows):
        alike = [
            one["id"]
            for one in rows[:place]
            if (one["kind"], one["word"]) == (row["kind"], row["word"])
        ]
        if alike and chance.random() < 0.2:
            detail = json.loads(row["detail"] or "{}")
            row["detail"] = json.dumps({**detail, "same_as": chance.choice(alike[-3:])})
    return rows


@pytest.mark.parametrize("same", [False, True], ids=["as they are", "some the same"])
def test_exchanges_are_found_alike(same):
    logs = [a_log(random.Random(seed), 3 + seed % 60) for seed in range(200)]
    logs = [as_said(rows) if same else rows for rows in logs]
    for rows, told in zip(logs, found_on_the_phone(logs), strict=True):
        ours = [what_counts(one, instant=milliseconds) for one in exchanges(frame(rows)).to_dicts()]
        assert [what_counts(one, instant=lambda at: at) for one in told] == ours


def test_what_is_one_and_the_same_is_put_together_alike():
    logs = [as_said(a_log(random.Random(seed), 40)) for seed in range(60)]
    told = say_on_the_phone(
        """
        const { oneOfEach } = await from("now/sameness.js");
        const say = (rows) => oneOfEach(rows);
        """,
        [[sent(row) for row in rows] for rows in logs],
    )
    for rows, phone in zip(logs, told, strict=True):
        ours = [sent(row) for row in one_of_each(frame(rows)).to_dicts()]
        assert sorted(phone, key=lambda one: one["id"]) == sorted(ours, key=lambda one: one["id"])


def with_names(rows):
    """Give moments and child names as addresses want them."""
    named = {row["id"]: str(UUID(int=int(row["id"]))) for row in rows}
    return [
        {
            **row,
            "child": str(UUID(int=7)),
            "id": named[row["id"]],
            "answers": named.get(row["answers"], row["answers"]),
        }
        for row in rows
    ]


def test_a_day_is_drawn_alike():
    logs = [with_names(a_log(random.Random(seed), 40)) for seed in range(40)]
    start, end = datetime(2026, 3, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, 8, tzinfo=UTC)
    names = {"noor": "Noor", "sam": "Sam"}
    told = say_on_the_phone(
        """
        const { exchangesOf } = await from("now/exchanges.js");
        const { eventsOf } = await from("day/events.js");
        const steps = ({ rows, mended }) => [...rows, ...(mended ? [null] : [])];
        const said = (row) => (row === null ? telling.words.mended : telling.told(row));
        const say = ({ rows, ...day }) =>
          eventsOf(rows, exchangesOf(rows), { ...day, telling }).map((event) => ({
            ...event,
            steps: steps(event).map(said),
          }));
        """,
        [
            {
                "rows": [sent(row) for row in sorted(rows, key=lambda row: row["at"])],
                "from": milliseconds(start),
                "to": milliseconds(end),
                "names": names,
            }
            for rows in logs
        ],
        words=phone_words("she"),
    )
    for rows, events in zip(logs, told, strict=True):
        log = frame(rows)
        on_day = {row["id"] for row in rows if start <= row["at"] < end}
        by = {row["id"]: (names[row["by"]],) if row["by"] else () for row in rows}
        ours = day.events(log, exchanges(log), on_day=on_day, names=by, pronoun="she")
        ours = [{**one, "steps": [step.told for step in one["steps"]]} for one in ours]
        keys = ("kind", "clock", "steps", "text", "told", "lasting")
        assert [[one[key] for key in keys] for one in events] == [
            [one[key] for key in keys] for one in ours
        ]


@pytest.mark.parametrize("by", ["model", "frequency"])
def test_what_may_help_is_told_alike(by):
    chance = random.Random(5)
    sheets = [sheet(grown(seed, 5 + 60 * seed), weeks=20 * seed) | {"by": by} for seed in range(6)]
    asked = [
        (chance.choice(sheets), chance.choice([*needs.GROUP_OF]), *hours(chance))
        for _ in range(300)
    ]
    told = say_on_the_phone(
        """
        const { helpFor } = await from("now/helping.js");
        const say = ([running, rows, heard]) => helpFor(running, rows, heard);
        """,
        [
            [
                {"opened": milliseconds(START), "signals": [word]},
                [sent(row) for row in (*slept(awake), *fed(since))],
                {"sheet": one, "words": helping_words(one, pronoun="she")},
            ]
            for one, word, since, awake in asked
        ],
    )
    for (one, word, since, awake), phone in zip(asked, told, strict=True):
        may = may_help(one, word, since_feed=since, awake=awake)
        ours = helping_told(may, one, Clocks(since, awake), pronoun="she")
        assert phone["closing"] == ours.closing
        assert [[o["title"], o["band"], o["why"]] for o in phone["options"]] == [
            [o.title, o.band, o.why] for o in ours.options
        ]


def hours(chance):
    """Return minutes since a feed and since waking, or that nobody wrote one down."""
    return [chance.choice([None, chance.uniform(1, 400)]) for _ in range(2)]


def fed(minutes):
    """Return a feed so many minutes before."""
    return [] if minutes is None else [care("feed", minutes, None)]


def slept(minutes):
    """Return a sleep that was over so many minutes before."""
    return [] if minutes is None else [care("sleep", minutes + 60, minutes)]


def care(word, began, over):
    until = None if over is None else START - timedelta(minutes=over)
    at = START - timedelta(minutes=began)
    return {"kind": "care", "word": word, "at": at, "until": until, "detail": None}


TAPS = [
    {"tap": "signal/cry/", "ago": "0"},
    {"tap": "signal/cry/", "ago": "20"},
    {"tap": "signal/cry/"},
    {"tap": "response/hug/", "answers": "01a00000-0000-7000-8000-000000000001", "ago": "5"},
    {"tap": "care/feed/", "side": "left"},
    {"tap": "care/feed/", "begins": "right"},
    {"tap": "care/feed/", "bottle": "90", "ml": ""},
    {"tap": "care/feed/", "how": "bottle", "ml": "112.5"},
    {"tap": "care/feed/", "how": "solid", "ml": "30"},
    {"tap": "care/nappy/", "nappy": "both"},
    {"tap": "care/nappy/", "nappy": "dry"},
    {"tap": "care/sleep/"},
    {"tap": "note//", "text": "  Grandma rang. "},
]


def test_a_tap_means_the_same():
    told = say_on_the_phone(
        """
        const { momentOf } = await from("now/taps.js");
        const say = (fields) => momentOf("ada", new URLSearchParams(fields));
        """,
        TAPS,
    )
    for fields, phone in zip(TAPS, told, strict=True):
        form = TapForm(fields)
        assert form.is_valid()
        ours = form.moment(child="ada", by="kim", now=START, zone="UTC")
        assert phone["ago"] == (START - ours.at) / timedelta(minutes=1)
        assert [phone[key] for key in ("kind", "word", "about")] == [
            ours.kind,
            ours.word,
            ours.about,
        ]
        assert phone.get("answers") == ours.answers
        assert phone.get("detail", {}) == ours.detail
        assert phone.get("text", "") == ours.text


def test_what_runs_is_found_alike():
    """A sleep without an end, and a feed whose seconds stand at nought, until it is long ago."""
    chance = random.Random(3)
    logs = [running(chance) for _ in range(150)]
    now = START + timedelta(hours=24)
    told = say_on_the_phone(
        """
        const { minuteOf } = await from("now/minute.js");
        const say = ({ rows, now }) => {
          const { asleep, feeding } = minuteOf(rows, [], now);
          return [asleep?.id ?? null, feeding?.id ?? null];
        };
        """,
        [{"rows": [sent(row) for row in rows], "now": milliseconds(now)} for rows in logs],
    )
    ours = [
        [(show.what_runs(rows, word, now) or {}).get("id") for word in ("sleep", "feed")]
        for rows in logs
    ]
    assert told == ours
    assert {None} < {name for pair in ours for name in pair}


def running(chance):
    at = START
    rows = []
    for number in range(chance.randrange(1, 6)):
        at += timedelta(hours=chance.uniform(0, 9))
        detail = chance.choice([{}, {"side": "left"}, {"left_s": 0}, {"right_s": 300}])
        word = chance.choice(["sleep", "feed"])
        until = chance.choice([None, None, at + timedelta(minutes=9)])
        row = {"id": str(number), "child": "ada", "kind": "care", "word": word, "at": at}
        rows.append({**row, "until": until, "zone": "UTC", "detail": json.dumps(detail)})
    return rows
