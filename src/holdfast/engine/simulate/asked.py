"""What is asked of the simulator, checked: how many children, from when to when, by whom."""

from dataclasses import dataclass, field
from datetime import date

from holdfast.engine.simulate.people import ALWAYS, EVENINGS, Caregiver, Manner
from holdfast.engine.simulate.record import Kept
from holdfast.words import HoldfastError
from holdfast.words.errors import BadMoment
from holdfast.words.moment import check_zone

EARLIEST, LATEST = -22, 156  # weeks
MOST_SENSITIVE = 3.0  # standard deviations


class BadWish(HoldfastError):
    """Something that the simulator cannot make up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How many made-up families, and what they are like."""

    children: int = 1
    first: int = 0  # weeks of age, negative before birth
    last: int = 52
    seed: int = 1
    people: tuple[Caregiver, ...] = (Caregiver(),)
    born: date = date(2026, 1, 5)
    zone: str = "Europe/Berlin"
    kept: Kept = field(default_factory=Kept)


def wish(
    *, children: int, weeks: str, seed: int, people: str, born: str, zone: str, kept: float
) -> Wish:
    """Read a wish as it comes from a command line.

    Raises:
        BadWish: which part cannot be read, and how it would be written.
    """
    first, last = ages(weeks)
    try:
        check_zone(zone)
    except BadMoment as unknown:
        raise BadWish(str(unknown.args[0]), hint=unknown.hint) from unknown
    return Wish(
        children=children,
        first=first,
        last=last,
        seed=seed,
        people=caregivers(people),
        born=birth_date(born),
        zone=zone,
        kept=Kept(exchanges=kept, care=kept, exploring=kept),
    )


def ages(text: str) -> tuple[int, int]:
    """Read `A:B`, both in weeks."""
    first, colon, last = text.partition(":")
    try:
        weeks = int(first), int(last)
    except ValueError:
        weeks = (0, -1)
    if not colon or not EARLIEST <= weeks[0] < weeks[1] <= LATEST:
        raise BadWish(
            f"{text!r} are no ages.",
            hint=f"Write two weeks from {EARLIEST} to {LATEST}, like 0:52.",
        )
    return weeks


def birth_date(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadWish(f"{text!r} is no date.", hint="Write it like 2026-01-05.") from None


def caregivers(text: str) -> tuple[Caregiver, ...]:
    """Read `Ada=0.5,Noor`: the first is there most, the others mornings and evenings."""
    return tuple(
        caregiver(place, part) for place, part in enumerate(text.split(",")) if part.strip()
    ) or (Caregiver(),)


def caregiver(place: int, text: str) -> Caregiver:
    """Read one of them."""
    name, _, sensitivity = text.partition("=")
    try:
        z = float(sensitivity or 0)
    except ValueError:
        z = MOST_SENSITIVE + 1
    if not abs(z) <= MOST_SENSITIVE:
        raise BadWish(
            f"{sensitivity!r} is no sensitivity.",
            hint=f"Write {name}= and a number from -{MOST_SENSITIVE:g} to {MOST_SENSITIVE:g}.",
        )
    hours = tuple(h * 0.7**place for h in ALWAYS) if place == 0 else EVENINGS
    return Caregiver(
        id=f"caregiver-{place + 1}",
        name=name.strip(),
        called="",
        hours=hours,
        nurses=place == 0,
        manner=Manner(sensitivity=z),
    )
