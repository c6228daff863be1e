"""Logs at random that hold all that patterns are counted from."""

from datetime import UTC, datetime, timedelta

import polars as pl

from holdfast.words import SCHEMA

START = datetime(2026, 1, 28, tzinfo=UTC)
WORDS = {
    "signal": ["cry", "fuss", "gaze", "reach", "approach"],
    "response": ["hug", "kind_word", "feed", "not_just_then", "put_to_rest", "change"],
    "settling": ["settled", "settled", "settled_alone", "went_on"],
    "care": ["feed", "sleep", "nappy", "bath"],
    "exploring": ["off", "off", "look_back", "return", "play_near"],
    "milestone": ["minds_goodbyes", "crawled_to_me", "sits"],
}
KINDS = ["signal", "signal", "response", "response", "settling", "care", "exploring", "milestone"]
LASTING = {"feed": [0, 12, 25], "sleep": [40, 95, 600, 1300], "off": [5, 80]}
ZONES = ["Europe/Berlin", "Asia/Kolkata"]


def a_log(chance, size, *, child="ada", spread=60, zones=ZONES):
    """Make a log: dense, so that every rule is met; now and then it moves to another zone."""
    minutes, rows, signals, zone = 0, [], [], zones[0]
    for number in range(size):
        minutes += chance.choice([0, 1, 2, 4, 10, 11, 29, 30, 31, spread])
        kind = chance.choice(KINDS)
        word = chance.choice(WORDS[kind])
        zone = chance.choice(zones) if chance.random() < 0.02 else zone
        at = START + timedelta(minutes=minutes)
        lasting = LASTING.get(word) if kind in {"care", "exploring"} else None
        lasts = lasting and chance.choice([None, *lasting])
        row = dict.fromkeys(SCHEMA) | {
            "id": f"{child}{number:06}",
            "child": child,
            "kind": kind,
            "word": word,
            "at": at,
            "until": None if lasts is None else at + timedelta(minutes=lasts),
            "zone": zone,
            "about": 0,
            "detail": chance.choice(["{}", "{}", "{}", '{"need": "rest"}']),
            "text": "",
        }
        if kind in {"response", "settling"} and signals and chance.random() < 0.3:
            row["answers"] = chance.choice(signals[-3:])
        if kind == "signal":
            signals.append(row["id"])
            row["to"] = chance.choice([None, "kim", "noor"])
        rows.append(row)
    return rows


def frame(rows):
    return pl.DataFrame(rows, schema=dict(SCHEMA), orient="row")
