"""Slow, obvious twins of what patterns are counted from: loops over one child's moments."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from math import ceil
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
CLASSES = {"hug": "hold", "carry": "hold", "feed": "feed", "put_to_rest": "rest", "change": "care"}
CLASSES |= {"play": "play", "sleep": "rest", "nappy": "care"}


def in_order(rows, kind, *words):
    found = [row for row in rows if row["kind"] == kind and (not words or row["word"] in words)]
    return sorted(found, key=lambda row: (row["at"], row["id"]))


def local(at, zone):
    return at.astimezone(ZoneInfo(zone))


def seen_until(exchange):
    """The last moment that somebody wrote down, where nobody saw the end."""
    unknown = exchange["end"] == "unknown"
    return exchange["ended"] - timedelta(minutes=30) if unknown else exchange["ended"]


def distress(exchange):
    return bool({"fuss", "cry"} & set(exchange["signals"]))


def waits(exchanges):
    """{(asked, minutes): [answered, all]}."""
    counts = {}
    for exchange in exchanges:
        answered = exchange["waited"] is not None
        seconds = (seen_until(exchange) - exchange["opened"]).total_seconds()
        time = ceil(exchange["waited"] / 60) if answered else ceil(seconds / 60)
        time = max(time, 1) if answered else time
        cell = counts.setdefault(
            ("distress" if distress(exchange) else "contact", min(time, 60)), [0, 0]
        )
        cell[0] += answered and time <= 60
        cell[1] += 1
    return counts


def went_wrong(exchange):
    """When something first went wrong, or None."""
    opened, until = exchange["opened"], seen_until(exchange)
    first = None
    if exchange["waited"] is not None:
        first = opened + timedelta(seconds=exchange["waited"])
    refused = [a["at"] for a in exchange["answers"] if a["word"] == "not_just_then"]
    times = [max(min(refused), opened)] if refused else []
    if first is None or first - opened > 10 * MINUTE:
        times.append(opened + 10 * MINUTE)
    if first is not None:
        times.append(first + 10 * MINUTE)
    times = [time for time in times if time < until]
    if times:
        return min(times)
    if exchange["repaired"] or exchange["end"] == "went_on":
        return first or opened
    return None


def mending(exchanges):
    """{minutes: [mended, all]}."""
    counts = {}
    for exchange in exchanges:
        wrong = went_wrong(exchange)
        if wrong is None or (exchange["end"] == "settled" and not exchange["repaired"]):
            continue
        time = max(ceil((seen_until(exchange) - wrong) / MINUTE), 1)
        cell = counts.setdefault(min(time, 60), [0, 0])
        cell[0] += exchange["repaired"] and time <= 60
        cell[1] += 1
    return counts


def bouts(rows):
    """[(opened, minutes, came back, look backs)]."""
    rank = {"off": 0, "return": 2}
    moments = sorted(
        (row for row in rows if row["kind"] == "exploring"),
        key=lambda row: (row["at"], rank.get(row["word"], 1), row["id"]),
    )
    found = []
    for number, off in enumerate(moments):
        if off["word"] != "off":
            continue
        end, seen, looks = None, off["at"], 0
        if off["until"] is not None and off["until"] - off["at"] <= 60 * MINUTE:
            end = off["until"]
        for row in moments[number + 1 :]:
            if row["word"] == "off" or row["at"] - off["at"] > 60 * MINUTE:
                break
            seen = row["at"]
            looks += row["word"] == "look_back"
            if row["word"] == "return":
                end = row["at"] if end is None else min(end, row["at"])
                break
        time = ceil(((end or seen) - off["at"]) / MINUTE)
        found.append((off["at"], max(time, int(end is not None)), end is not None, looks))
    return found


def comforts(rows, exchanges):
    """{again: count}."""
    explored = in_order(rows, "exploring")
    counts = Counter()
    for exchange in exchanges:
        asked = {"fuss", "cry", "cling", "reach", "approach"} & set(exchange["signals"])
        if exchange["end"] != "settled" or not asked:
            continue
        before = [exchange["opened"] - row["at"] for row in explored]
        if not any(timedelta() <= gap <= 60 * MINUTE for gap in before):
            continue
        goes = [row["at"] - exchange["ended"] for row in explored if goes_off(row)]
        counts[any(timedelta() <= gap <= 10 * MINUTE for gap in goes)] += 1
    return counts


def goes_off(row):
    return row["word"] in {"off", "play_near"}


def feeds(rows):
    """[(opened, zone)] of the feeds, those less than half an hour apart merged."""
    found, over = [], None
    for row in in_order(rows, "care", "feed"):
        if over is None or row["at"] - over >= 30 * MINUTE:
            found.append((row["at"], row["zone"]))
        end = max(row["at"], row["until"] or row["at"])
        over = end if over is None else max(over, end)
    return found


def gaps(rows):
    """{(part, minutes): count}."""
    counts = Counter()
    found = feeds(rows)
    for (opened, zone), (after, _) in pairwise(found):
        if after - opened <= timedelta(hours=12):
            part = "day" if 8 <= local(opened, zone).hour < 20 else "night"
            counts[part, round((after - opened) / MINUTE)] += 1
    return counts


def sleeps(rows):
    """[(begins by the local clock, minutes)]."""
    return [
        (local(row["at"], row["zone"]), (row["until"] - row["at"]) / MINUTE)
        for row in in_order(rows, "care", "sleep")
        if row["until"] is not None and timedelta() < row["until"] - row["at"] <= 1200 * MINUTE
    ]


def asleep(rows):
    """{hour: minutes}, minute by minute."""
    counts = Counter()
    for begins, lasted in sleeps(rows):
        start = begins.hour * 60 + begins.minute
        for minute in range(round(lasted)):
            counts[(start + minute) // 60 % 24] += 1
    return counts


def cries(exchanges):
    """{hour: [count, minutes]}."""
    counts = {}
    for exchange in filter(distress, exchanges):
        cell = counts.setdefault(local(exchange["opened"], exchange["zone"]).hour, [0, 0.0])
        cell[0] += 1
        cell[1] += (seen_until(exchange) - exchange["opened"]) / MINUTE
    return counts


def occasions(rows, exchanges):
    """[(opened, signal, need, settled by, fed, awake)]."""
    fed = [max(row["at"], row["until"] or row["at"]) for row in in_order(rows, "care", "feed")]
    woke = [row["until"] for row in in_order(rows, "care", "sleep") if row["until"]]
    found = []
    for exchange in exchanges:
        need, by = exchange["need"], None
        real = [a["word"] for a in exchange["answers"] if a["word"] != "not_just_then"]
        if need is None and exchange["end"] == "settled" and real:
            by = CLASSES.get(real[-1])
        if need or by:
            hours = [since(exchange["opened"], ends) for ends in (fed, woke)]
            found.append((exchange["opened"], exchange["signals"][0], need, by, *hours))
    return sorted(found, key=lambda row: row[0])


def since(opened, ends):
    """Under how many hours since the latest: 1, 2, 3, 12, or ? for nobody knows."""
    before = [opened - end for end in ends if end <= opened]
    for limit in (1, 2, 3, 12):
        if before and min(before) < timedelta(hours=limit):
            return str(limit)
    return "?"
