"""One week of one child, as somebody would tell it on a postcard; numbers only where asked for."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

import polars as pl

from holdfast.telling.labels import told
from holdfast.telling.pronouns import THEY, forms
from holdfast.telling.sentences import SAY, Day, listed, say_firsts, say_mended
from holdfast.telling.steps import Step, steps
from holdfast.words.language import gettext as _
from holdfast.words.language import later
from holdfast.words.vocabulary import Care, Kind, Response

MOST_WORDS = 4  # of a kind, before a sentence becomes a list
MOST_NOTES = 2
WEEK = 7

GIVEN: Mapping[str, str] = MappingProxyType(
    {
        Response.SMILE: later("a smile"),
        Response.KIND_WORD: later("a kind word"),
        Response.LOOK: later("a look"),
        Response.TOUCH: later("a warm hand"),
        Response.HUG: later("open arms"),
        Response.ROCK: later("rocking"),
        Response.CARRY: later("a walk in somebody's arms"),
        Response.SKIN_TO_SKIN: later("skin to skin"),
        Response.SING: later("a song"),
        Response.FEED: later("something to drink"),
        Response.PLAY: later("a game"),
        Response.PUT_TO_REST: later("a place to sleep"),
        Response.CHANGE: later("a dry nappy"),
        Response.GIVE_SPACE: later("a little room"),
    }
)
"""What an answer gave, as one says it of a whole week; "not just then" gave nothing, and rests."""

BEFORE_BIRTH = (
    later("Say good night to the bump, by whatever name you use just now."),
    later("Sing one line, the same one every evening."),
    later("Tell the bump who will be there, one by one."),
)
TOGETHER: Sequence[tuple[int, Sequence[str]]] = (
    (
        0,
        (
            later("Lie down face to face, as far apart as an arm is long, and see who begins."),
            later("Answer one sound with the same sound, and see whether another one comes."),
            later("Walk through the rooms and say what the two of you see."),
            later("Lay a finger into the small hand, and stay for as long as it holds on."),
        ),
    ),
    (
        90,
        (
            later("Begin a song, stop in the middle, look, and go on when somebody looks back."),
            later("Lie on the floor side by side, and look where the other one looks."),
            later("Do what your baby does: a face, a sound, a stretch. Then wait."),
            later("Change a nappy slowly for once, and say what comes next before it comes."),
        ),
    ),
    (
        210,
        (
            later("Hide behind a cloth, and come back. Then let the other one hide."),
            later("Sit on the floor and do nothing. Be the place that one comes back to."),
            later("Say goodbye with the same three words each time, and hello with the same."),
            later("Put something under a cup, and be as surprised as you like."),
        ),
    ),
    (
        365,
        (
            later("Follow for ten minutes: where the other one goes, you go, and no further."),
            later("Look at pictures of your people, and say each name."),
            later("Roll a ball to and fro, and let it end when it ends."),
            later("Tell in the evening what the two of you saw that day."),
        ),
    ),
)
"""From that many days on, one thing to do together; another one each week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """One exchange that went wrong at first and came good."""

    opened: datetime
    zone: str
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What the week's page says of the log."""

    said: Sequence[str]
    counts: Sequence[str]
    notes: Sequence[str]
    mended: Mended | None


def week_told(
    log: pl.DataFrame,
    found: pl.DataFrame,
    *,
    begins: datetime,
    ends: datetime,
    pronoun: str = THEY,
) -> Week:
    """Tell a week from its own log.

    Args:
        log: one child's moments of the week and of an hour around it, as in `words.SCHEMA`.
        found: the log's exchanges.
        begins: the instant at which the local week begins.
        ends: the instant at which it ends.
        pronoun: she, he or they.
    """
    within = pl.col("at").is_between(begins, ends, closed="left")
    opened = pl.col("opened").is_between(begins, ends, closed="left")
    asleep = (pl.col("word") == Care.SLEEP) & (pl.col("until") > begins) & (pl.col("at") < ends)
    week = Day(
        moments=log.filter(within).sort("at").to_dicts(),
        exchanges=found.filter(opened).to_dicts(),
        asleep=log.filter(asleep).to_dicts(),
        begins=begins,
        ends=ends,
        she=forms(pronoun),
    )
    return Week(
        said=said(week),
        counts=[line for say in SAY if say is not say_mended for line in say(week)],
        notes=notes(week),
        mended=mended(week.exchanges, pronoun),
    )


def said(week: Day) -> list[str]:
    """Say what passed between them, without counting it."""
    if not week.moments:
        return [
            _("Nothing was written down this week, and that is fine. It was a week all the same.")
        ]
    did = common(week, Kind.SIGNAL)
    gave = common(week, Kind.RESPONSE)
    went = common(week, Kind.EXPLORING)
    lines = [
        _("%(She)s %(did)s, and somebody was there to see it.") % {**week.she, "did": did},
        _("The answers were %(gave)s.") % {"gave": gave},
        _("%(She)s %(did)s.") % {**week.she, "did": went},
    ]
    told_of = [line for line, what in zip(lines, (did, gave, went), strict=True) if what]
    return [*told_of, *say_firsts(week)] or [
        _("What was written down is kept, day by day. Not every week wants telling.")
    ]


def common(week: Day, kind: Kind) -> str:
    """Return what came most often of a kind, as one lists it; nothing where there was none."""
    counts = Counter(moment["word"] for moment in week.moments if moment["kind"] == kind)
    words = [word for word, _count in counts.most_common() if word != Response.NOT_JUST_THEN]
    said = [_(GIVEN[word]) if kind == Kind.RESPONSE else told(kind, word) for word in words]
    return listed(said[:MOST_WORDS]) if said else ""


def notes(week: Day) -> list[str]:
    """Return what somebody wrote in their own words, the latest few."""
    written = [moment["text"] for moment in week.moments if moment["kind"] == Kind.NOTE]
    return [text for text in written if text][-MOST_NOTES:]


def mended(exchanges: Sequence[Mapping[str, Any]], pronoun: str) -> Mended | None:
    """Return the exchange in which most was tried before it came good; the latest of several."""
    good = [one for one in exchanges if one["repaired"]]
    if not good:
        return None
    kept = max(good, key=lambda one: (len(one["answers"]), one["opened"]))
    once = tuple(dict.fromkeys(steps(kept, pronoun)))
    return Mended(opened=kept["opened"], zone=kept["zone"], steps=once)


def together(on: date, age: int | None) -> str:
    """Return one thing to try together this week.

    Args:
        on: a day of the week.
        age: days by the usual age; None before birth.
    """
    ideas: Sequence[str] = BEFORE_BIRTH
    if age is not None:
        ideas = [found for first, found in TOGETHER if first == 0 or age >= first][-1]
    return _(ideas[on.toordinal() // WEEK % len(ideas)])
