"""What may help first, said with its reason, or honestly that nobody can tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from holdfast.engine.classes import ResponseClass
from holdfast.engine.sheet import FREQUENCY, MODEL, NOTHING, MayHelp, Option
from holdfast.telling.labels import help_label
from holdfast.telling.phone import Open
from holdfast.telling.pronouns import THEY, forms
from holdfast.telling.spans import SHORT, short
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext

BANDS: Mapping[str, str] = MappingProxyType(
    {
        "likely": later("likely"),
        "possible": later("possible"),
        "less_likely": later("less likely"),
    }
)
TRIES_TOLD = 3  # fewer say nothing
WHY: Mapping[str, str] = MappingProxyType(
    {
        "since_feed": later("%(long)s since the last feed"),
        "gap": later("%(her_usual)s gap is %(low)s to %(high)s"),
        "both": later("%(since)s; %(usual)s"),
        "awake": later("awake for %(long)s"),
        "tried": later("settled %(her)s %(settled)s of the last %(tried)s times like this"),
        "nothing_seen": later("from what is usual; nothing of %(her_own)s was written down so far"),
        "little_seen": later("from what is usual and the little that was written down so far"),
    }
)


@dataclass(frozen=True, slots=True)
class Help:
    """One thing that may help: what, how likely in plain words, and why."""

    helps: str
    title: str
    band: str
    why: str


@dataclass(frozen=True, slots=True)
class Helping:
    """What is shown while an exchange runs: options, and what else there is to say."""

    options: tuple[Help, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class Clocks:
    """Minutes since the last feed began and since waking; None where nobody wrote it down."""

    since_feed: float | None = None
    awake: float | None = None


def helping_told(
    may: MayHelp, sheet: Mapping[str, Any], clocks: Clocks, *, pronoun: str = THEY
) -> Helping:
    """Tell what may help.

    Args:
        may: from `holdfast.engine.sheet.may_help`.
        sheet: the child's sheet, for the usual gap.
        clocks: what was known when it was asked.
        pronoun: she, he or they.
    """
    she = forms(pronoun)
    options = tuple(
        Help(
            helps=option.helps,
            title=help_label(option.helps),
            band=_(BANDS[option.band]),
            why=why(option, sheet, clocks, she),
        )
        for option in may.options
    )
    return Helping(options, closing(may))


def why(option: Option, sheet: Mapping[str, Any], clocks: Clocks, she: Mapping[str, str]) -> str:
    """Give the reason in one line: the clock that it goes by, else how it went the last times."""
    if option.helps == ResponseClass.FEED and clocks.since_feed is not None:
        return since_feed(clocks.since_feed, sheet["gap"], she)
    if option.helps == ResponseClass.REST and clocks.awake is not None:
        return _(WHY["awake"]) % {"long": minutes(clocks.awake)}
    if option.tried >= TRIES_TOLD:
        return _(WHY["tried"]) % {**she, "settled": option.settled, "tried": option.tried}
    return from_the_usual(sheet, she)


def since_feed(elapsed: float, gap: Mapping[str, Any], she: Mapping[str, str]) -> str:
    """Say how long ago the last feed was, and the middle half of the child's own gaps."""
    since = _(WHY["since_feed"]) % {"long": minutes(elapsed)}
    usual = usual_gap(gap, she)
    return _(WHY["both"]) % {"since": since, "usual": usual} if usual else since


def usual_gap(gap: Mapping[str, Any], she: Mapping[str, str]) -> str:
    """Say between what half of the child's own gaps lie; nothing while they are few."""
    if gap["low"] is None:
        return ""
    return _(WHY["gap"]) % {**she, "low": minutes(gap["low"]), "high": minutes(gap["high"])}


def from_the_usual(sheet: Mapping[str, Any], she: Mapping[str, str]) -> str:
    """Say that it is what is usual, and whether something of this child is in it."""
    return _(WHY["little_seen" if sheet["scored"] else "nothing_seen"]) % she


def minutes(count: float) -> str:
    """Return minutes as a length of time."""
    return short(timedelta(minutes=round(count)))


def closing(may: MayHelp) -> str:
    """Say how much stands behind it, or that it cannot be told."""
    counted = ngettext(
        "%(n)d exchange that settled was written down so far.",
        "%(n)d exchanges that settled were written down so far.",
        may.n,
    ) % {"n": may.n}
    if may.by == NOTHING:
        return _("We cannot tell what may help first. %(counted)s") % {"counted": counted}
    if may.by == FREQUENCY:
        like_this = ngettext(
            "This is what helped the %(n)d time it began like this.",
            "This is what helped the %(n)d times it began like this.",
            may.n,
        )
        return like_this % {"n": may.n}
    return _("We cannot tell more. %(counted)s") % {"counted": counted}


def helping_words(sheet: Mapping[str, Any], *, pronoun: str = THEY) -> dict[str, Any]:
    """Return what a phone needs to say the same by itself, with places left open for minutes.

    No plural is formed there: `closing` has a sentence ready by who says it, or by the signal
    where the frequencies speak.

    Args:
        sheet: the child's sheet.
        pronoun: she, he or they.
    """
    she = Open(forms(pronoun))
    return {
        "titles": {helps: help_label(helps) for helps in sheet["classes"]},
        "bands": {band: _(text) for band, text in BANDS.items()},
        "since_feed": _(WHY["since_feed"]),
        "gap": usual_gap(sheet["gap"], she),
        "both": _(WHY["both"]),
        "awake": _(WHY["awake"]),
        "tried": _(WHY["tried"]) % she,
        "tries": TRIES_TOLD,
        "usual": from_the_usual(sheet, she),
        "closing": closings(sheet),
        "short": {key: _(text) for key, text in SHORT.items()},
    }


def closings(sheet: Mapping[str, Any]) -> dict[str, str]:
    """Return each closing that can come up with this sheet."""
    if sheet["by"] != FREQUENCY:
        return {by: closing(MayHelp((), by, sheet["scored"])) for by in (MODEL, NOTHING)}
    counts = {word: int(sum(sheet["settled"][place])) for word, place in sheet["words"].items()}
    return {
        word: closing(MayHelp((), FREQUENCY if n >= sheet["few"] else NOTHING, n))
        for word, n in counts.items()
    }
