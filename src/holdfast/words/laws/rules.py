"""The rules as data: a folder for each language, in it one file for each law.

A rule says why, what it finds, and in whose company the same words are harmless. Its examples
stand beside it, and the tests take them from there.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
FRAGMENT = re.compile(r"(?<!P)<([a-z_]+)>")
NEVER = re.compile(r"(?!)")


class Law(StrEnum):
    """What no text of ours does. The name is what an escape names, too."""

    SCORE = "score"
    COMPARISON = "comparison"
    STYLE = "style"
    DIAGNOSIS = "diagnosis"
    CLAIM = "claim"
    LATENESS = "lateness"
    BLAME = "blame"
    FAMILY_WORDS = "family-words"
    ENGAGEMENT = "engagement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is not said."""

    law: Law
    why: str
    finds: re.Pattern[str]  # a denial passes ("no score"), and so does harmless company
    surely: re.Pattern[str]  # a denial passes
    always: re.Pattern[str]  # nothing passes
    unless: re.Pattern[str]  # harmless company, anywhere in the passage
    fails: tuple[str, ...]
    passes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How a language says no, and where that no ends."""

    denies: re.Pattern[str]  # "no", "never a"
    does_not_deny: re.Pattern[str]  # "not only", "don't lose"
    denied_after: re.Pattern[str]  # "... are never shown", right after what was found
    breaks: re.Pattern[str]  # what begins a clause of its own: "but", ";"
    parts: re.Pattern[str]  # what may begin one: a comma, a colon, "and"
    begins: re.Pattern[str]  # how a clause of its own begins: "you", "your score is"
    words: frozenset[str]  # small words by which one knows the language
    letters: frozenset[str]  # and letters


def languages() -> list[str]:
    """Return the languages that have rules."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "grammar.toml").is_file())


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    told = read(language, "grammar")
    fragments = told["fragments"]
    return Grammar(
        denies=pattern(told["denies"], fragments),
        does_not_deny=pattern(told["does_not_deny"], fragments),
        denied_after=joined(told["denied_after"], fragments),
        breaks=joined(told["breaks"], fragments),
        parts=joined(told["parts"], fragments),
        begins=joined(told["begins"], fragments),
        words=frozenset(told["words"].split()),
        letters=frozenset(told["letters"]),
    )


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules of a language, law by law."""
    fragments = read(language, "grammar")["fragments"]
    return tuple(
        rule(law, told, fragments) for law in Law for told in read(language, law.value)["rule"]
    )


def rule(law: Law, told: Mapping[str, Any], fragments: Mapping[str, str]) -> Rule:
    """Make a rule of its table."""
    patterns = {
        name: pattern(told.get(name, ()), fragments)
        for name in ("finds", "surely", "always", "unless")
    }
    return Rule(
        law=law,
        why=told["why"],
        fails=tuple(told["fails"]),
        passes=tuple(told["passes"]),
        **patterns,
    )


def read(language: str, name: str) -> dict[str, Any]:
    """Read one file of rules."""
    return tomllib.loads((FOLDER / language / f"{name}.toml").read_text(encoding="utf-8"))


def pattern(parts: Iterable[str], fragments: Mapping[str, str]) -> re.Pattern[str]:
    """Join alternatives that are whole words; <names> stand for fragments."""
    parts = tuple(parts)
    if not parts:
        return NEVER
    return joined([rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"], fragments)


def joined(parts: Iterable[str], fragments: Mapping[str, str]) -> re.Pattern[str]:
    """Join alternatives as they are."""
    text = "|".join(parts)
    while filled := FRAGMENT.search(text):
        text = text.replace(filled[0], f"(?:{fragments[filled[1]]})")
    return re.compile(text, re.IGNORECASE)
