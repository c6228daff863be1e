"""Slow and obvious: each function says again what a fast one of the engine does, one row at a time.

Nothing here is clever; where a twin and the engine differ, read the twin first.
"""

import json
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from holdfast.engine import needs, priors
from holdfast.words.ages import ages

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


def learner_by_tables(rows):
    """Follow the science's D1 with whole tables: what was expected, exchange by exchange.

    Takes rows of `Seen` and returns (settling chances, shares, telling, paces, temperature) after
    all of them; the chances are those before each scored exchange.
    """
    prior = {
        young: 40 * np.asarray(needs.need_shares(0 if young else 99)) for young in (True, False)
    }
    shares = prior[rows[0].young].copy()
    telling = 12 * np.asarray(priors.SIGNAL_SHARES)
    pace = {"feed": [0.0, 0.15**2], "wake": [0.0, 0.15**2]}
    noise = {"feed": 0.45**2, "wake": 0.40**2}
    temperature, said = 0.0, []
    settled, expected = np.zeros((len(needs.GROUP_OF), 5)), np.zeros((len(needs.GROUP_OF), 5))
    settles = np.asarray(priors.SETTLES)
    for row in rows:
        if row.settled_by is None or row.group is None:
            continue
        clocks = {"feed": (row.since_feed, row.mean_feed), "wake": (row.awake, row.mean_wake)}
        factors = np.ones(6)
        factors[:2] = needs.clock_factors(
            row.since_feed,
            row.awake,
            mean_feed=row.mean_feed * np.exp(pace["feed"][0]),
            mean_wake=row.mean_wake * np.exp(pace["wake"][0]),
        )
        theta = telling / telling.sum(axis=1, keepdims=True)
        p = needs.need_chances(shares / shares.sum(), theta[:, row.group], factors)
        q = needs.sharpened(p, temperature)
        said.append(needs.corrected(q @ settles, settled[row.word], expected[row.word]))
        settled[row.word, row.settled_by] += 1
        expected[row.word] += q @ settles

        gamma = needs.needs_after(p, row.settled_by, said=row.said)
        weighed = gamma / np.maximum(factors, 0.2)
        shares = 0.998 * shares + 0.002 * prior[row.young] + weighed / weighed.sum()
        telling[:, row.group] += gamma
        for place, (clock, (minutes, usual)) in enumerate(clocks.items()):
            if minutes is not None and gamma[place] > 0.5 and 20 < minutes < 600:
                mean, variance = pace[clock]
                gain = variance / (variance + noise[clock] / gamma[place])
                mean += gain * (np.log(minutes / usual) - mean)
                pace[clock] = [mean, (1 - gain) * variance + 1e-5]
        temperature -= 0.02 * slope(p, temperature, settles[:, row.settled_by])
        temperature = float(np.clip(temperature, -0.7, 0.7))
    return np.array(said), shares, telling, pace, temperature


def slope(p, temperature, fits, width=1e-5):
    """Measure how the log-loss changes with the temperature, by trying both sides."""
    up, down = (
        -np.log(needs.sharpened(p, t) @ fits) for t in (temperature + width, temperature - width)
    )
    return (up - down) / (2 * width)


def clocks_one_by_one(rows, child, opened, born, due, zone):
    """Look back through the log from a signal: minutes since a feed, minutes awake, weeks."""
    mine = [row for row in rows if row["child"] == child and row["at"] < opened]
    fed = [row for row in mine if row["kind"] in {"care", "response"} and row["word"] == "feed"]
    slept = [row for row in mine if row["kind"] == "care" and row["word"] == "sleep"]
    since = max((row["at"] for row in fed), default=None)
    last = max(slept, key=lambda row: row["at"], default=None)
    woke = last["until"] if last and last["until"] and last["until"] <= opened else None
    local = opened.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).date()
    age = ages(local, born=born, due=due).usual
    return (
        minutes_since(since, opened),
        minutes_since(woke, opened),
        None if age is None else age / 7,
    )


def minutes_since(then, now):
    if then is None or now - then > timedelta(hours=12):
        return None
    return (now - then) / timedelta(minutes=1)
