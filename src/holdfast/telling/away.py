"""While you were away: what the next caregiver wants to hear, in under eighty words.

Since when, what happened, what helped, and where she is in her own rhythm. It is read aloud with a
child on the arm, so it is short whatever happened: what matters least is left out first, and stands
on Day. Nobody is totalled, and nothing is ever due: her usual gap is said, and one can count.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import polars as pl

from holdfast.engine import Estimate, TooFew, exchanges, one_of_each
from holdfast.telling.care import feed as feed_told
from holdfast.telling.labels import LABELS, told
from holdfast.telling.pronouns import THEY, forms
from holdfast.telling.sentences import capital, listed
from holdfast.telling.spans import clock, days, number, short, times
from holdfast.words.language import gettext as _
from holdfast.words.language import ngettext
from holdfast.words.timers import LONGEST
from holdfast.words.vocabulary import Care, Kind, Response, Settling

MOST_WORDS = 79
LONG_AWAY = timedelta(days=7)  # who comes back after that is welcome, and reads Day if they like
WORDS_TOLD = 3
IS_CARE = (pl.col("kind") == Kind.CARE) | (pl.col("word") == Response.FEED)


@dataclass(frozen=True, slots=True)
class Called:
    """What a child is called: by name, and she, he or they."""

    name: str
    pronoun: str = THEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """What the sentences are made from."""

    moments: list[dict[str, Any]]  # since then, in time order
    exchanges: list[dict[str, Any]]  # that opened since then
    lasts: Mapping[str, Mapping[str, Any]]  # the last feed, sleep and so on, also from before
    since: datetime
    now: datetime
    zone: str
    child: Called
    names: Mapping[str, str]
    gap: Estimate | TooFew | None

    @property
    def she(self) -> Mapping[str, str]:
        """The words for the child."""
        return forms(self.child.pronoun)


def away_told(
    log: pl.DataFrame,
    *,
    since: datetime,
    now: datetime,
    zone: str,
    child: Called,
    names: Mapping[str, str],
    gap: Estimate | TooFew | None,
) -> list[str]:
    """Tell what happened while somebody was away.

    Args:
        log: one child's moments, columns as in `holdfast.words.SCHEMA`, from a day before then on.
        since: from when on they were away.
        now: what is written down for later is not told.
        zone: whose clock they read.
        child: what the child is called.
        names: what each caregiver is called, by id.
        gap: the usual minutes between feeds, or that they are too few; None to say no rhythm.

    Returns:
        Sentences in the order in which one would say them, under eighty words in all.
    """
    if now - since > LONG_AWAY:
        return [_("Welcome back.")]
    once = one_of_each(log).filter(pl.col("at") <= now).sort("at", "id")
    lately = pl.col("at") >= since
    away = Away(
        moments=once.filter(lately).to_dicts(),
        exchanges=exchanges(once).filter(pl.col("opened") >= since).to_dicts(),
        lasts={row["word"]: row for row in once.filter(IS_CARE).to_dicts()},
        since=since,
        now=now,
        zone=zone,
        child=child,
        names=names,
        gap=gap,
    )
    ranked = [(rank, sentence) for rank, say in SAY if (sentence := say(away))]
    return in_few_words(ranked)


def in_few_words(ranked: Iterable[tuple[int, str]]) -> list[str]:
    """Leave out what matters least until it is short enough; the order stays."""
    left = list(ranked)
    while sum(len(sentence.split()) for _rank, sentence in left) > MOST_WORDS:
        left.remove(max(left))
    return [sentence for _rank, sentence in left]


def say_since(away: Away) -> str:
    """Say since when, and what she did."""
    said = {"when": when(away), "name": away.child.name}
    if not away.moments:
        return _("%(when)s nothing was written down, and that is fine.") % said
    counts = Counter(row["word"] for row in away.moments if row["kind"] == Kind.SIGNAL)
    did = [
        _("%(did)s %(times)s")
        % {"did": told(Kind.SIGNAL, word, away.child.pronoun), "times": times(count)}
        for word, count in counts.most_common(WORDS_TOLD)
    ]
    if not did:
        return _("%(when)s this was written down about %(name)s.") % said
    return _("%(when)s %(name)s %(did)s.") % {**said, "did": listed(did)}


def when(away: Away) -> str:
    """Say since when, by the clock where it is a day or less, else by days."""
    place = ZoneInfo(away.zone)
    begun, today = (at.astimezone(place).date() for at in (away.since, away.now))
    time = clock(away.since, away.zone)
    if begun == today:
        return _("Since %(time)s") % {"time": time}
    if today - begun == timedelta(days=1):
        return _("Since yesterday, %(time)s,") % {"time": time}
    return _("In the last %(days)s") % {"days": days(timedelta(days=(today - begun).days))}


def say_helped(away: Away) -> str:
    """Say after which answers she settled, the commonest first. By whom is not counted."""
    helped = Counter(filter(None, map(last_answer, away.exchanges)))
    what = [
        _("%(did)s %(times)s")
        % {"did": answer_told(word, away.child.pronoun), "times": times(count)}
        for word, count in helped.most_common(WORDS_TOLD)
    ]
    return _("What helped: %(what)s.") % {"what": listed(what)} if what else ""


def last_answer(exchange: Mapping[str, Any]) -> str | None:
    """Return the answer after which she settled."""
    if exchange["end"] != Settling.SETTLED:
        return None
    answers = [
        answer["word"]
        for answer in exchange["answers"]
        if answer["at"] <= exchange["ended"] and answer["word"] != Response.NOT_JUST_THEN
    ]
    return answers[-1] if answers else None


def answer_told(word: str, pronoun: str) -> str:
    """Say an answer, which may have been a moment of care."""
    kind = Kind.RESPONSE if (Kind.RESPONSE, word) in LABELS else Kind.CARE
    return told(kind, word, pronoun)


def say_last(away: Away) -> str:
    """Say how the last time went, and who was there: for handing over."""
    if not away.exchanges:
        return ""
    last = away.exchanges[-1]
    steps = [
        *(told(Kind.SIGNAL, word, away.child.pronoun) for word in dict.fromkeys(last["signals"])),
        *(answer_told(answer["word"], away.child.pronoun) for answer in last["answers"]),
    ]
    if (Kind.SETTLING, last["end"]) in LABELS:
        steps.append(told(Kind.SETTLING, last["end"], away.child.pronoun))
    said = {"time": clock(last["opened"], away.zone, about=last["about"])}
    went = _("Last, at %(time)s: %(steps)s.") % {**said, "steps": ", ".join(steps)}
    who = [away.names[by] for by in last["by"] if by in away.names]
    if not who:
        return went
    there = ngettext("%(went)s %(who)s was there.", "%(went)s %(who)s were there.", len(who))
    return there % {"went": went, "who": listed(who)}


def say_sleep(away: Away) -> str:
    """Say that she sleeps, or since when she has been awake."""
    sleep = away.lasts.get(Care.SLEEP)
    if sleep is None or away.now - sleep["at"] > LONGEST[Care.SLEEP]:
        return ""
    if sleep["until"] is None:
        return _("%(She_is)s asleep since %(time)s.") % {
            **away.she,
            "time": clock(sleep["at"], away.zone),
        }
    return _("Slept %(long)s, awake since %(time)s.") % {
        "long": short(sleep["until"] - sleep["at"]),
        "time": clock(sleep["until"], away.zone),
    }


def say_feed(away: Away) -> str:
    """Say when she was fed last and what is usual for her. One can count for oneself."""
    feed = away.lasts.get(Care.FEED)
    if feed is None:
        return ""
    how = feed_told(json.loads(feed["detail"] or "{}"))[:1]
    fed = _("Last fed at %(time)s") % {"time": clock(feed["at"], away.zone, about=feed["about"])}
    fed = f"{fed} ({how[0]})" if how and len(how[0].split()) <= WORDS_TOLD else fed
    match away.gap:
        case Estimate(low=low, high=high):
            span = {"low": minutes(low), "high": minutes(high)}
            usual = _("%(fed)s; %(her_usual)s gap is %(low)s to %(high)s.")
            return usual % {**away.she, **span, "fed": fed}
        case TooFew():
            few = _("%(fed)s; too few feeds to say %(her_usual)s gap.")
            return few % {**away.she, "fed": fed}
        case _nothing:
            return _("%(fed)s.") % {"fed": fed}


def minutes(count: float) -> str:
    """Return minutes as a length of time, to the nearest ten: a rhythm is no timetable."""
    return short(timedelta(minutes=round(count, -1)))


def say_nappies(away: Away) -> str:
    """Say how many nappies."""
    count = sum((row["kind"], row["word"]) == (Kind.CARE, Care.NAPPY) for row in away.moments)
    text = ngettext("%(Count)s nappy.", "%(Count)s nappies.", count)
    return text % {"Count": capital(number(count))} if count else ""


def say_mended(away: Away) -> str:
    """Say what came good: it is worth as much as what was met at once."""
    mended = any(exchange["repaired"] for exchange in away.exchanges)
    return _("Something went wrong at first and was mended.") if mended else ""


def say_note(away: Away) -> str:
    """Say that somebody left words."""
    notes = [row for row in away.moments if row["kind"] == Kind.NOTE]
    return _("There is a note on Day.") if notes else ""


SAY = (
    (0, say_since),
    (4, say_helped),
    (3, say_last),
    (2, say_sleep),
    (1, say_feed),
    (6, say_nappies),
    (7, say_mended),
    (5, say_note),
)
"""In the order in which it is said; the number says what matters most."""
