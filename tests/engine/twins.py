"""Slow and obvious: each function says again what a fast one of the engine does, one row at a time.

Nothing here is clever; where a twin and the engine differ, read the twin first.
"""

import json
from datetime import timedelta

MINUTES_10 = timedelta(minutes=10)
MINUTES_30 = timedelta(minutes=30)
CARE_THAT_ANSWERS = {"feed", "sleep", "nappy"}


def exchanges_one_by_one(rows):
    """Walk through the moments in time order, as somebody would who reads the log aloud."""
    children = sorted({row["child"] for row in rows})
    return [
        told(moments)
        for child in children
        for moments in walk([row for row in rows if row["child"] == child])
    ]


def walk(rows):
    """Part one child's moments into exchanges: lists of moments, the first one a signal."""
    signals = {row["id"]: row for row in rows if row["kind"] == "signal"}
    moments = []
    for row in rows:
        named = signals.get(row["answers"]) if row["kind"] != "signal" else None
        since = max(row["at"], named["at"]) if named else row["at"]
        moments.append({**row, "since": since, "named": named["id"] if named else None})
    moments.sort(key=lambda m: (m["since"], place_at_one_instant(m), m["id"]))

    found = []
    exchange_of = {}
    for moment in moments:
        current = found[-1] if found else None
        if moment["kind"] == "signal":
            if current is None or is_closed(current) or not follows(moment, current):
                current = []
                found.append(current)
            current.append(moment)
            exchange_of[moment["id"]] = current
        elif not could_belong(moment):
            continue
        elif moment["named"]:
            exchange_of[moment["named"]].append(moment)
        elif current is not None and not is_closed(current) and is_in_time(moment, current):
            current.append(moment)
    return found


def place_at_one_instant(moment):
    return {"signal": 0, "settling": 2}.get(moment["kind"], 1)


def could_belong(moment):
    care = moment["kind"] == "care" and moment["word"] in CARE_THAT_ANSWERS
    return care or moment["kind"] in {"response", "settling"}


def closes(moment):
    return moment["kind"] == "settling" and moment["word"] != "went_on"


def is_closed(exchange):
    return any(closes(moment) for moment in exchange)


def follows(signal, exchange):
    signals = [moment for moment in exchange if moment["kind"] == "signal"]
    return signal["since"] - signals[-1]["since"] <= MINUTES_10


def is_in_time(moment, exchange):
    if moment["kind"] == "settling":
        return moment["since"] - exchange[-1]["since"] <= MINUTES_30
    asked = [m for m in exchange if m["kind"] == "signal" or m["word"] == "went_on"]
    return moment["since"] - asked[-1]["since"] <= MINUTES_30


def told(moments):
    """Say of one exchange what the engine's columns say."""
    signals = [m for m in moments if m["kind"] == "signal"]
    answers = [m for m in moments if m["kind"] in {"response", "care"}]
    endings = [m for m in moments if closes(m)]
    ending = endings[0] if endings else None
    before_end = moments[: moments.index(ending)] if ending else moments
    real = [m for m in before_end if m in answers and m["word"] != "not_just_then"]
    opened = signals[0]["at"]
    needs = [json.loads(m["detail"] or "{}").get("need") for m in moments]
    return {
        "id": signals[0]["id"],
        "child": signals[0]["child"],
        "zone": signals[0]["zone"],
        "opened": opened,
        "last_signal": signals[-1]["at"],
        "signals": [m["word"] for m in signals],
        "moments": [m["id"] for m in moments],
        "answers": [{k: m[k] for k in ("id", "word", "by", "at", "about")} for m in answers],
        "waited": (real[0]["since"] - opened).total_seconds() if real else None,
        "end": how_it_ended(moments, ending, real),
        "ended": ending["since"] if ending else moments[-1]["since"] + MINUTES_30,
        "repaired": was_mended(moments, ending, real, opened),
        "need": ([need for need in needs if need] or [None])[-1],
        "about": max(m["about"] for m in moments),
        "by": list(dict.fromkeys(m["by"] for m in moments if m["by"])),
    }


def how_it_ended(moments, ending, real):
    if ending:
        return ending["word"]
    went_on = [m for m in moments if m["word"] == "went_on"]
    if went_on and not any(moments.index(m) > moments.index(went_on[-1]) for m in real):
        return "went_on"
    return "unknown"


def was_mended(moments, ending, real, opened):
    if ending is None or ending["word"] != "settled" or not real:
        return False
    latest = real[-1]
    if real[0]["since"] - opened > MINUTES_10:
        return True
    for moment in moments[: moments.index(latest)]:
        if moment["word"] in {"not_just_then", "went_on"}:
            return True
        in_vain = ending["since"] - moment["since"] > MINUTES_10
        if moment in real and in_vain and latest["since"] > moment["since"]:
            return True
    return False
