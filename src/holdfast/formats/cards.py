"""One card a foreign format: where it comes from, what is asked, and what is lost on the way."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a person wants to know of a format before they trust it with their log."""

    format: str  # its name in a Reading
    called: str  # as one says it
    export: str  # how to get the file
    sample: str  # where to see one, in the tests' data
    licence: str  # of the sample
    zone: str
    units: str
    doubles: str
    lost: tuple[str, ...]


@cache
def cards() -> dict[str, Card]:
    """Return all cards by their format."""
    found = [tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")]
    made = [Card(**{**one, "lost": tuple(one["lost"])}) for one in found]
    return {card.format: card for card in made}


def card(name: str) -> Card:
    """Return a format's card."""
    return cards()[name]
