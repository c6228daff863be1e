"""What a moment of each word may say besides: small, typed, closed. Units are in the names."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from uuid import UUID

from holdfast.words.errors import BadMoment
from holdfast.words.vocabulary import Care, Kind, Need

Check = Callable[[object], str]
"""Says what is expected where a value does not fit; the empty string where it does."""


def one_of(*values: str) -> Check:
    """One of these words."""
    return lambda value: "" if value in values else f"one of {', '.join(values)}"


def number(low: float, high: float) -> Check:
    """A number between the two, both included."""

    def check(value: object) -> str:
        numeric = isinstance(value, int | float) and not isinstance(value, bool)
        fits = numeric and low <= float(value) <= high  # type: ignore[arg-type]
        return "" if fits else f"a number from {low:g} to {high:g}"

    return check


def yes_or_no(value: object) -> str:
    """True or false."""
    return "" if isinstance(value, bool) else "true or false"


def words(value: object) -> str:
    """A short text."""
    return "" if isinstance(value, str) and len(value) <= LONGEST else f"up to {LONGEST} characters"


def another_moment(value: object) -> str:
    """Name another moment: a UUID as moments have them."""
    try:
        named = isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        named = False
    return "" if named else "a UUID in lower case"


LONGEST = 200
MINUTES_OF_A_DAY_S = 86_400

FEED = MappingProxyType(
    {
        "how": one_of("breast", "bottle", "solid", "tube"),
        "side": one_of("left", "right", "both"),
        "left_s": number(0, MINUTES_OF_A_DAY_S),
        "right_s": number(0, MINUTES_OF_A_DAY_S),
        "ml": number(0, 2000),
        "content": one_of("breast_milk", "formula", "mixed", "other"),
        "food": words,
    }
)
DETAILS: Mapping[tuple[str, str], Mapping[str, Check]] = MappingProxyType(
    {
        (Kind.CARE, Care.FEED): FEED,
        (Kind.CARE, Care.SLEEP): {"place": words, "nap": yes_or_no},
        (Kind.CARE, Care.NAPPY): {
            "wet": yes_or_no,
            "soiled": yes_or_no,
            "color": words,
            "potty": yes_or_no,
        },
        (Kind.CARE, Care.PUMP): dict.fromkeys(("ml", "left_ml", "right_ml"), number(0, 5000)),
        (Kind.CARE, Care.MEDICINE): {"name": words, "dose": words},
        (Kind.CARE, Care.TEMPERATURE): {"celsius": number(25, 45)},
        (Kind.CARE, Care.GROWTH): {
            "weight_g": number(100, 60_000),
            "length_cm": number(15, 150),
            "head_cm": number(10, 80),
        },
    }
)
SAME, APART = "same_as", "apart_from"
ALWAYS: Mapping[str, Check] = MappingProxyType(
    {"original": words, SAME: another_moment, APART: another_moment}
)
"""What any moment may say: how the file that it came from had put an amount; and of which other
moment somebody said that the two are one and the same, or that they are not."""
BY_KIND: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        Kind.SIGNAL: {"need": one_of(*Need)},
        Kind.RESPONSE: {"need": one_of(*Need), "side": FEED["side"], "ml": FEED["ml"]},
        Kind.SETTLING: {"need": one_of(*Need)},
        Kind.MILESTONE: {"within": one_of("day", "week", "month")},
    }
)


def details_of(kind: str, word: str) -> dict[str, Check]:
    """Return what may be said besides, by key."""
    return {**ALWAYS, **BY_KIND.get(kind, {}), **DETAILS.get((kind, word), {})}


def check_detail(kind: str, word: str, detail: Mapping[str, object]) -> None:
    """Hold the detail to what this word knows. An unknown key is refused loudly, not dropped.

    Raises:
        BadMoment: which key, and what was expected of it.
    """
    known = details_of(kind, word)
    for key, value in detail.items():
        if key not in known:
            raise BadMoment(
                f"A {word or kind} has no detail {key!r}.",
                field=f"detail.{key}",
                hint=f"One of {', '.join(known)}.",
            )
        if expected := known[key](value):
            raise BadMoment(
                f"{key} cannot be {value!r}.", field=f"detail.{key}", hint=f"Send {expected}."
            )
