"""Whom to call: numbers by country as a file that anybody can read, mend and lay another over.

Nothing is looked up anywhere: the country is guessed from the clock of the phone, and a person can
choose another.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from holdfast.telling.heavy import For

OURS = Path(__file__).parent / "numbers.toml"
OVERLAY = "help-numbers.toml"
FRESH = timedelta(days=365)  # after that the page says when a number was last checked
ALWAYS = "always"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number, with where it comes from."""

    name: str
    number: str
    purposes: tuple[For, ...]
    countries: tuple[str, ...]
    hours: str = ALWAYS
    says: str = ""
    source: str
    checked: date

    @property
    def dial(self) -> str:
        """The number as a phone takes it."""
        return "".join(sign for sign in self.number if sign.isdigit() or sign == "+")

    def is_old(self, today: date) -> bool:
        """Say whether it was checked so long ago that a reader should know."""
        return today - self.checked > FRESH


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, with the zones that tell of it."""

    code: str
    name: str
    zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All that is known, by country; only numbers that somebody checked."""

    countries: Mapping[str, Country]
    numbers: Sequence[Number]

    def of(self, code: str | None) -> list[Number]:
        """Return a country's numbers, emergency first."""
        return [one for one in self.numbers if code in one.countries]

    def where(self, zone: str) -> str | None:
        """Return the country of a zone; None where the file does not know it."""
        found = (code for code, country in self.countries.items() if zone in country.zones)
        return next(found, None)


def book(data: Path) -> Book:
    """Return our numbers with those of this server's keeper laid over them."""
    overlay = data / OVERLAY
    return read(OURS, overlay if overlay.exists() else None, written(overlay))


def written(path: Path) -> int:
    """Return when a file was written last, so that a changed one is read again."""
    return path.stat().st_mtime_ns if path.exists() else 0


@lru_cache(maxsize=4)
def read(ours: Path, overlay: Path | None, _written: int) -> Book:
    """Read the files. A country or number that the overlay names takes the place of ours."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in (ours, overlay) if path]
    countries = {one["code"]: country(one) for file in files for one in file.get("country", [])}
    numbers: dict[tuple[str, ...], dict[str, Any]] = {}
    for file in files:
        for one in file.get("number", []):
            numbers[(one["number"], *one["countries"])] = one
    shown = [number(one) for one in numbers.values() if one.get("checked")]
    with_numbers = {code for one in shown for code in one.countries}
    named = {code: one for code, one in countries.items() if code in with_numbers}
    return Book(MappingProxyType(named), tuple(sorted(shown, key=emergency_first)))


def country(said: Mapping[str, Any]) -> Country:
    """Return a country as the file says it."""
    return Country(code=said["code"], name=said["name"], zones=tuple(said.get("zones", ())))


def number(said: Mapping[str, Any]) -> Number:
    """Return a number as the file says it."""
    return Number(
        name=said["name"],
        number=said["number"],
        purposes=tuple(For(one) for one in said["for"]),
        countries=tuple(said["countries"]),
        hours=said.get("hours", ALWAYS),
        says=said.get("says", ""),
        source=said["source"],
        checked=said["date"],
    )


def emergency_first(one: Number) -> bool:
    """Sort what is for an emergency before the rest; sorting leaves others in the file's order."""
    return For.EMERGENCY not in one.purposes


def for_purposes(numbers: Iterable[Number], purposes: Sequence[For]) -> list[Number]:
    """Return the numbers that serve one of the purposes, in the purposes' order, each once."""
    numbers = list(numbers)
    found = [one for purpose in purposes for one in numbers if purpose in one.purposes]
    return list(dict.fromkeys(found))
