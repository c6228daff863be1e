"""The sandbox's dials: what each is called, and what it says where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from holdfast.engine.simulate.sandbox import SETTINGS, Setting, Settings
from holdfast.words.language import gettext as _
from holdfast.words.language import later, ngettext


@dataclass(frozen=True, slots=True)
class Dial:
    """One dial as a page draws it."""

    setting: Setting
    label: str
    value: float
    says: str


def dials(settings: Settings) -> list[Dial]:
    """Return the dials of one life, in the order in which they stand."""
    return [
        Dial(setting, _(LABELS[setting.name]), value, SAYS[setting.name](value))
        for setting in SETTINGS
        for value in (getattr(settings, setting.name),)
    ]


LABELS: Mapping[str, str] = MappingProxyType(
    {
        "noticed": later("How often somebody notices"),
        "minutes": later("How soon they come"),
        "mended": later("What was missed is mended"),
        "people": later("How many people"),
        "hard_start": later("A hard start"),
        "apart": later("Time apart"),
    }
)


def of_a_hundred(share: float) -> str:
    """Say a share of signals."""
    if share in {0, 1}:
        return _("always") if share else _("never")
    return _("%d in 100") % round(100 * share)


def soon(minutes: float) -> str:
    """Say how long it usually takes."""
    whole = round(minutes)
    return ngettext("%d minute", "%d minutes", whole) % whole


def mended(share: float) -> str:
    """Say how much of what was missed is mended."""
    if share in {0, 1}:
        return _("all of it") if share else _("none of it")
    return _("%d in 100") % round(100 * share)


def people(count: float) -> str:
    """Say how many people there are."""
    return ngettext("%d person", "%d people", round(count)) % round(count)


HARD = (
    later("none"),
    later("a little hard"),
    later("hard"),
    later("very hard"),
    later("as hard as can be"),
)


def hard_start(share: float) -> str:
    """Say how hard it was on the caregivers."""
    return _(HARD[round(share * (len(HARD) - 1))])


def apart(hours: float) -> str:
    """Say how long of a waking day nobody of theirs is in sight."""
    return _("%s hours a day") % f"{hours:g}" if hours else _("none")


SAYS: Mapping[str, Callable[[float], str]] = MappingProxyType(
    {
        "noticed": of_a_hundred,
        "minutes": soon,
        "mended": mended,
        "people": people,
        "hard_start": hard_start,
        "apart": apart,
    }
)
