"""What a day held, in plain words with their counts. Nobody is totalled, nothing is due.

Sums of sleep and feeds say "as logged": what nobody wrote down is not in them.
"""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from holdfast.engine import exchanges, one_of_each
from holdfast.telling.labels import told
from holdfast.telling.pronouns import THEY, forms
from holdfast.telling.spans import number, short, times
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext
from holdfast.words.vocabulary import Care, Kind, Settling


@dataclass(frozen=True, slots=True)
class Day:
    """One local day of one child: what the sentences are made from."""

    moments: list[dict[str, Any]]  # that began on this day, in time order
    exchanges: list[dict[str, Any]]  # that opened on this day
    asleep: list[dict[str, Any]]  # sleeps that lie on this day at least in part
    begins: datetime
    ends: datetime
    she: dict[str, str]


def day_told(
    log: pl.DataFrame,
    *,
    day: date,
    zone: str,
    pronoun: str = THEY,
    found: pl.DataFrame | None = None,
) -> list[str]:
    """Tell what a local day held.

    Args:
        log: one child's moments, columns as in `holdfast.words.SCHEMA`: those of the day, and as
            much before and after it as an exchange or a sleep over midnight may take.
        day: the local day.
        zone: IANA zone of the day.
        pronoun: she, he or they.
        found: the log's exchanges, where they have been found already.

    Returns:
        Sentences in the order in which one would say them; one kind sentence for an empty day.
    """
    once = one_of_each(log)
    if found is None:
        found = exchanges(once)
    told_of = day_of(once, found, day=day, zone=zone, she=forms(pronoun))
    sentences = [sentence for say in SAY for sentence in say(told_of)]
    return sentences or [_("Nothing was written down on this day, and that is fine.")]


def day_of(
    log: pl.DataFrame, found: pl.DataFrame, *, day: date, zone: str, she: dict[str, str]
) -> Day:
    """Cut one local day out of a log. It has 23 or 25 hours where the clocks change."""
    begins, ends = (
        datetime.combine(day + timedelta(days=after), time(), ZoneInfo(zone)).astimezone(UTC)
        for after in (0, 1)
    )
    on_day = pl.col("at").is_between(begins, ends, closed="left")
    asleep = (pl.col("word") == Care.SLEEP) & (pl.col("until") > begins) & (pl.col("at") < ends)
    opened = pl.col("opened").is_between(begins, ends, closed="left")
    return Day(
        moments=log.filter(on_day).sort("at").to_dicts(),
        exchanges=found.filter(opened).to_dicts(),
        asleep=log.filter(asleep).to_dicts(),
        begins=begins,
        ends=ends,
        she=she,
    )


def say_mended(day: Day) -> list[str]:
    """Say first what came good: it is worth as much as what was met at once."""
    count = sum(exchange["repaired"] for exchange in day.exchanges)
    if not count:
        return []
    one = _("Once it did not work at first, and then somebody found the way. That is mending.")
    many = _(
        "%(Times)s it did not work at first, and then somebody found the way. That is mending."
    )
    return [one if count == 1 else many % {"Times": capital(times(count))}]


def say_exchanges(day: Day) -> list[str]:
    """Say how many exchanges were written down and how they ended."""
    count = len(day.exchanges)
    if not count:
        return []
    text = ngettext(
        "%(Count)s exchange was written down: %(ends)s.",
        "%(Count)s exchanges were written down: %(ends)s.",
        count,
    )
    return [text % {"Count": capital(number(count)), "ends": listed(how_they_ended(day))}]


def how_they_ended(day: Day) -> list[str]:
    """Say how often each ending was seen, and how often none was."""
    ends = Counter(exchange["end"] for exchange in day.exchanges)
    said = {
        Settling.SETTLED: _("%(times)s %(she)s settled with somebody"),
        Settling.SETTLED_ALONE: _("%(times)s by %(herself)s"),
        Settling.WENT_ON: _("%(times)s it went on"),
        "unknown": _("%(times)s nobody wrote how it ended"),
    }
    return [
        text % {**day.she, "times": times(ends[end])} for end, text in said.items() if ends[end]
    ]


def say_signals(day: Day) -> list[str]:
    """Say what the baby did to reach somebody, the commonest first."""
    did = how_often(day, Kind.SIGNAL)
    return [_("%(She)s %(did)s.") % {**day.she, "did": listed(did)}] if did else []


def say_exploring(day: Day) -> list[str]:
    """Say how often there was going off, looking back and coming back."""
    did = how_often(day, Kind.EXPLORING)
    return [_("%(She)s %(did)s.") % {**day.she, "did": listed(did)}] if did else []


def say_firsts(day: Day) -> list[str]:
    """Say what was kept as a first time."""
    kept = [told(Kind.MILESTONE, m["word"]) for m in day.moments if m["kind"] == Kind.MILESTONE]
    return [_("Kept: %(what)s.") % {"what": listed(kept)}] if kept else []


def say_sleep(day: Day) -> list[str]:
    """Say how long the logged sleeps were on this day; what lies on another day is not in it."""
    spans = [min(m["until"], day.ends) - max(m["at"], day.begins) for m in day.asleep]
    text = ngettext(
        "Slept %(long)s in %(count)s sleep, as logged.",
        "Slept %(long)s in %(count)s sleeps, as logged.",
        len(spans),
    )
    said = {"long": short(sum(spans, timedelta())), "count": number(len(spans))}
    return [text % said] if spans else []


def say_feeds(day: Day) -> list[str]:
    """Say how many feeds, of which kind, and how much where an amount was written down."""
    details = details_of(day, Care.FEED)
    how = Counter(detail.get("how") for detail in details)
    kinds = {
        "breast": _("%(count)s at the breast"),
        "bottle": _("%(count)s from a bottle"),
        "solid": _("%(count)s of food"),
        "tube": _("%(count)s by tube"),
    }
    parts = [text % {"count": number(how[kind])} for kind, text in kinds.items() if how[kind]]
    if ml := sum(detail.get("ml", 0) for detail in details):
        parts.append(_("%(ml)g ml in all") % {"ml": ml})
    text = ngettext("%(Count)s feed as logged", "%(Count)s feeds as logged", len(details))
    return counted(text, len(details), parts)


def say_nappies(day: Day) -> list[str]:
    """Say how many nappies, and what was in them."""
    details = details_of(day, Care.NAPPY)
    kinds = {"wet": _("%(count)s wet"), "soiled": _("%(count)s soiled")}
    what = Counter(key for detail in details for key in kinds if detail.get(key))
    parts = [text % {"count": number(what[kind])} for kind, text in kinds.items() if what[kind]]
    text = ngettext("%(Count)s nappy", "%(Count)s nappies", len(details))
    return counted(text, len(details), parts)


def counted(text: str, count: int, parts: Sequence[str]) -> list[str]:
    """Say a count with its parts: "Three nappies: two wet and one soiled."."""
    if not count:
        return []
    whole = text % {"Count": capital(number(count))}
    if not parts:
        return [_("%(whole)s.") % {"whole": whole}]
    return [_("%(whole)s: %(parts)s.") % {"whole": whole, "parts": listed(parts)}]


def how_often(day: Day, kind: Kind) -> list[str]:
    """Say of each word of a kind how often it was, the commonest first."""
    counts = Counter(m["word"] for m in day.moments if m["kind"] == kind)
    return [
        _("%(did)s %(times)s") % {"did": told(kind, word), "times": times(count)}
        for word, count in counts.most_common()
    ]


def details_of(day: Day, word: Care) -> list[dict[str, Any]]:
    """Return what was said besides, of each moment of care of one word."""
    moments = [m for m in day.moments if (m["kind"], m["word"]) == (Kind.CARE, word)]
    return [json.loads(m["detail"] or "{}") for m in moments]


def listed(parts: Sequence[str]) -> str:
    """Return parts as one says them: "a, b and c"."""
    *most, final = parts
    if not most:
        return final
    return _("%(most)s and %(last)s") % {"most": ", ".join(most), "last": final}


def capital(text: str) -> str:
    """Return the text as a sentence begins."""
    return text[:1].upper() + text[1:]


SAY: Sequence[Callable[[Day], list[str]]] = (
    say_mended,
    say_exchanges,
    say_signals,
    say_exploring,
    say_firsts,
    say_sleep,
    say_feeds,
    say_nappies,
)
"""In the order in which one would tell of a day."""
