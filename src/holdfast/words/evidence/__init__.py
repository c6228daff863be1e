"""The ledger: every sentence of fact that may be said, with what it stands on.

A fact reaches a screen only by its key: `known("bond-2").sentence`. A new one is a new entry in a
topic's file, with its source; nothing is said in free text that is not here.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from holdfast.words.evidence import (
    answers,
    by_age,
    dependency_and_bond,
    heavy,
    several_and_later,
    signals,
    sleep_feeds_milestones,
    soothing_and_crying,
    standing_in_the_way,
)
from holdfast.words.evidence.entry import READ, STRENGTHS, Evidence, Read, Strength, Topic
from holdfast.words.language import gettext as _

__all__ = [
    "EVIDENCE",
    "READ",
    "STRENGTHS",
    "TOPICS",
    "Evidence",
    "Read",
    "Strength",
    "Topic",
    "all_known",
    "known",
]

TOPICS = tuple(
    module.TOPIC
    for module in (
        dependency_and_bond,
        standing_in_the_way,
        signals,
        answers,
        soothing_and_crying,
        sleep_feeds_milestones,
        by_age,
        several_and_later,
        heavy,
    )
)
"""The ledger as the page of all shows it."""

EVIDENCE: Mapping[str, Evidence] = MappingProxyType(
    {entry.key: entry for topic in TOPICS for entry in topic.entries}
)
"""Every entry by its key, in English."""


def known(key: str) -> Evidence:
    """Return an entry in the spoken language.

    Raises:
        KeyError: there is no such entry.
    """
    entry = EVIDENCE[key]
    return replace(
        entry,
        sentence=_(entry.sentence),
        source=_(entry.source),
        would_change=_(entry.would_change),
    )


def all_known(*keys: str) -> list[Evidence]:
    """Return several entries in the spoken language."""
    return [known(key) for key in keys]
