"""The sandbox, told: what two made-up lives show, and apart from it what studies have found.

What the model says is said as the model's; a sentence that stands for real children has a source.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from holdfast.engine.simulate import Cause, Fate
from holdfast.engine.simulate.sandbox import Exchange, Strip, Year
from holdfast.telling.figures.ink import Figure
from holdfast.telling.figures.lives import Line, Range, Stretch, day_strip, through_a_year
from holdfast.words.evidence import Evidence, all_known
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext

FIRST, SECOND = "first", "second"


@dataclass(frozen=True, slots=True)
class Told:
    """The page's words and figures."""

    model: list[str]  # what the two lives show: the model's alone
    known: list[Evidence]  # what studies found
    figures: list[Figure]  # a day of each life; trust; exploring; settling; the bond


def told(one: Year, other: Year | None = None) -> Told:
    """Tell one life, or two side by side."""
    lives = [one] if other is None else [one, other]
    return Told(sentences(lives), all_known(*KNOWN), figures(lives))


NAMES = (later("this life"), later("the other"))
LOOKS = (FIRST, SECOND)


def sentences(lives: Sequence[Year]) -> list[str]:
    """Say what the lives show, in a few plain sentences."""
    said = [fates_told(life, name) for life, name in zip(lives, NAMES, strict=False)]
    if len(lives) > 1:
        said += [*compared(lives[0], lives[1])]
    else:
        said.append(
            _("At one year it counts on an answer about %s times in ten.")
            % tenths(lives[0].trust[-1])
        )
    said += [caught_up(life, name) for life, name in zip(lives, NAMES, strict=False) if hard(life)]
    if any(life.settings.people > 1 for life in lives):
        said.append(
            _(
                "With more people each has less time with the child, so what it expects of each "
                "grows more slowly; and what one lets pass another may take up."
            )
        )
    return said


def fates_told(life: Year, name: str) -> str:
    """Say what became of the signals of a year."""
    total = sum(life.fates.values())
    share = {fate: round(100 * life.fates.get(fate, 0) / total) for fate in Fate}
    return _(
        "%(name)s: of 100 signals %(met)d are met, %(mended)d mended, %(missed)d missed; the "
        "others settle while somebody is on the way."
    ) % {
        "name": _(name).capitalize(),
        "met": share[Fate.MET],
        "mended": share[Fate.MENDED],
        "missed": share[Fate.MISSED],
    }


ALIKE, CLOSE = 0.03, 0.10  # of the expectation of answers


def compared(one: Year, other: Year) -> list[str]:
    """Say how the two lives differ at one year, and whether they do."""
    gap = abs(one.trust[-1] - other.trust[-1])
    if gap < ALIKE:
        how = _("At one year both children count on an answer alike: about %s times in ten.")
        return [how % tenths((one.trust[-1] + other.trust[-1]) / 2)]
    values = {"one": tenths(one.trust[-1]), "other": tenths(other.trust[-1])}
    both = _(
        "At one year the child of this life counts on an answer about %(one)s times in ten, that "
        "of the other about %(other)s."
    )
    if gap < CLOSE:
        return [both % values, _("The two are not far apart.")]
    return [both % values]


def tenths(value: float) -> str:
    """Say a share as times in ten, to the half."""
    halves = floor(20 * value + 0.5) / 2
    return f"{halves:g}"


def hard(life: Year) -> bool:
    """Whether this life had a hard start."""
    return life.settings.hard_start > 0


CAUGHT_UP = 0.35  # standard deviations


def caught_up(life: Year, name: str) -> str:
    """Say how a bond fared after a hard start."""
    bond = life.bonds[0]
    caught = bond[-1] > -CAUGHT_UP
    if caught:
        return _("%s: the bond starts low after a hard start and has caught up by one year.") % (
            _(name).capitalize()
        )
    return _("%s: the bond starts low after a hard start, and it is on its way at one year.") % (
        _(name).capitalize()
    )


KNOWN = ("ans-3", "ans-2", "rep-1", "base-1", "base-2", "bond-2", "sev-1", "ans-5")
"""What studies found beside which the model may be read."""


def figures(lives: Sequence[Year]) -> list[Figure]:
    """Return the page's figures."""
    top = max(1.0, *(max(life.settling) for life in lives))
    return [
        *(strip(life.strip, name) for life, name in zip(lives, NAMES, strict=False)),
        over_a_year(
            [life.trust for life in lives],
            Range(0, 1, _("never"), _("always")),
            _("How sure the child grows that somebody comes, week by week."),
        ),
        over_a_year(
            [life.exploring for life in lives],
            Range(0, 1, _("none of it"), _("all of a quiet while")),
            _("How much of a quiet while goes to exploring, week by week."),
        ),
        over_a_year(
            [life.settling for life in lives],
            Range(0, top, _("at once"), minutes(top), form="%.1f"),
            _("Minutes in which half of the answered cries have settled, week by week."),
        ),
        over_a_year(
            [life.bonds[0] for life in lives],
            Range(-2, 2, _("far off"), _("close")),
            _("The bond of the one who is there most, week by week."),
        ),
    ]


def minutes(count: float) -> str:
    """Say minutes."""
    whole = max(round(count), 1)
    return ngettext("%d minute", "%d minutes", whole) % whole


def over_a_year(series: Sequence[Sequence[float]], within: Range, shows: str) -> Figure:
    """Draw a line for each life."""
    lines = [
        Line(_(name), look, values)
        for values, name, look in zip(series, NAMES, LOOKS, strict=False)
    ]
    return through_a_year(lines, within=within, shows=shows)


ABOUT = {
    Cause.HUNGER: later("hungry"),
    Cause.TIRED: later("tired"),
    Cause.CLOSENESS: later("to be held"),
    Cause.DISCOMFORT: later("something hurts or is wet"),
    Cause.PLAY: later("to play"),
    Cause.UNEXPLAINED: later("nobody can tell"),
}
ENDED = {
    Fate.MET: later("met"),
    Fate.MENDED: later("mended"),
    Fate.ACCOMPANIED: later("somebody stayed"),
    Fate.MISSED: later("missed"),
    Fate.ALONE: later("settled before anybody came"),
}
CALLS, ANSWERED, ASLEEP = range(3)


def strip(day: Strip, name: str) -> Figure:
    """Draw one day: what the child said and how loud, when somebody was there, and its sleep."""
    stretches = [Stretch(ASLEEP, "sleep", start, end) for start, end in day.sleeps]
    stretches += [Stretch(ANSWERED, "feed", start, end) for start, end in day.feeds]
    for exchange in day.exchanges:
        stretches += of_exchange(exchange)
    columns = (_("Time"), _("About"), _("First answer after"), _("How it ended"))
    return day_strip(
        (_("calls"), _("somebody is there"), _("asleep")),
        stretches,
        table=(columns, [row(exchange) for exchange in day.exchanges]),
        shows=_("A day at half a year, %s: calls, answers and sleep.") % _(name),
    )


def of_exchange(exchange: Exchange) -> list[Stretch]:
    """Return an exchange as it lies on the strip: quiet, then louder, and the answer below."""
    loud = exchange.fussed if exchange.fussed is not None else exchange.ended
    crying = exchange.cried if exchange.cried is not None else exchange.ended
    parts = [
        Stretch(CALLS, "cue", exchange.at, loud),
        Stretch(CALLS, "fuss", loud, crying),
        Stretch(CALLS, "cry", crying, exchange.ended),
    ]
    if exchange.answers:
        parts.append(Stretch(ANSWERED, "answer", exchange.answers[0][0], exchange.ended))
    return [part for part in parts if part.end > part.start]


def row(exchange: Exchange) -> tuple[str, str, str, str]:
    """Return an exchange as a row of the table."""
    hour, minute = divmod(int(exchange.at), 60)
    wait = minutes(exchange.answers[0][0] - exchange.at) if exchange.answers else "-"
    return (f"{hour:02}:{minute:02}", _(ABOUT[exchange.cause]), wait, _(ENDED[exchange.fate]))
