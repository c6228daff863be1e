"""Care that hides in other apps' words: found by closed lists, offered one by one, never counted.

Looked for only in an import that a person asked for; never in what is written here, never for
danger, and only in the language that the list is in. A word after "no" or "stopped" is none.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from holdfast.formats.identity import moment_id
from holdfast.formats.reading import Draft
from holdfast.words import Kind, Milestone, Moment, Response, Settling, Signal

Meaning = tuple[Kind, str]
Word = Signal | Response | Settling

ENGLISH: tuple[tuple[Kind, Word, str], ...] = (
    (Kind.SIGNAL, Signal.CRY, "cry, cries, cried, crying, scream, screams, screamed, screaming"),
    (Kind.SIGNAL, Signal.FUSS, "fuss, fussy, fussed, fussing, whined, upset"),
    (Kind.SIGNAL, Signal.SMILE, "smile, smiled, smiles, smiling"),
    (Kind.SIGNAL, Signal.LAUGH, "laugh, laughs, laughed, laughing, giggle, giggles, giggled"),
    (Kind.SIGNAL, Signal.COO, "coo, coos, cooed, cooing"),
    (Kind.SIGNAL, Signal.BABBLE, "babble, babbles, babbled, babbling"),
    (Kind.SIGNAL, Signal.REACH, "reached, arms up"),
    (Kind.SIGNAL, Signal.APPROACH, "crawled to"),
    (Kind.RESPONSE, Response.ROCK, "rocked"),
    (Kind.RESPONSE, Response.HUG, "held, hugged, cuddle, cuddled, cuddles, snuggled"),
    (Kind.RESPONSE, Response.SING, "sang, sing, song, lullaby"),
    (Kind.RESPONSE, Response.CARRY, "carried, sling, carrier, worn"),
    (Kind.RESPONSE, Response.SKIN_TO_SKIN, "skin to skin, on my chest"),
    (Kind.RESPONSE, Response.TOUCH, "stroked, patted, rubbed"),
    (Kind.RESPONSE, Response.KIND_WORD, "talked to"),
    (Kind.SETTLING, Settling.SETTLED, "settled, calmed"),
)
CONDITIONS = (*ENGLISH, (Kind.RESPONSE, Response.PUT_TO_REST, "put down"))
"""How a sleep began or ended, as a tracker's own words have it: there "put down" is an act too."""

NEGATIONS = frozenset({"no", "not", "never", "without", "stopped", "hardly"})
REACH_OF_A_NO = 3  # words
NOT_MEANT = frozenset(
    {
        ("held", "head"),  # a skill
        ("worn", "out"),
        ("reached", "kg"),
        ("upset", "stomach"),
        ("upset", "tummy"),
    }
)
POSSESSIVES = frozenset({"his", "her", "their", "my", "the", "own", "a"})
FIRSTS = MappingProxyType(
    {
        Signal.SMILE: Milestone.FIRST_SMILE,
        Signal.LAUGH: Milestone.FIRST_LAUGH,
        Signal.COO: Milestone.FIRST_COO,
        Signal.REACH: Milestone.FIRST_REACH,
        Signal.APPROACH: Milestone.CRAWLED_TO_ME,
    }
)
CURLY = "\u2019"  # the apostrophe that phones write
TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

Lexicon = MappingProxyType[str, tuple[tuple[tuple[str, ...], Meaning], ...]]


def lexicon(entries: Iterable[tuple[Kind, Word, str]]) -> Lexicon:
    """Lay a list out by the first word of each of its phrases."""
    phrases: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for kind, word, listed in entries:
        for phrase in listed.split(", "):
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((parts, (kind, str(word))))
    return MappingProxyType({first: tuple(found) for first, found in phrases.items()})


NOTES, HOW_SLEEP_BEGAN = lexicon(ENGLISH), lexicon(CONDITIONS)


def meanings(text: str, words: Lexicon = NOTES) -> list[Meaning]:
    """Return what a text says that somebody did, each once, in the order of the text."""
    tokens = TOKEN.findall(text.casefold().replace(CURLY, "'"))
    found: dict[Meaning, None] = {}
    for at, token in enumerate(tokens):
        for phrase, meaning in words.get(token, ()):
            if tuple(tokens[at : at + len(phrase)]) == phrase and not denied(tokens, at):
                found[meaning] = None
                if "first" in tokens[max(0, at - 1) : at] and meaning[1] in FIRSTS:
                    found[Kind.MILESTONE, str(FIRSTS[Signal(meaning[1])])] = None
    return list(found)


def denied(tokens: list[str], at: int) -> bool:
    """Whether a word is denied by one of up to three before it, or belongs to another thing."""
    before = tokens[max(0, at - REACH_OF_A_NO) : at]
    after = [token for token in tokens[at + 1 : at + 3] if token not in POSSESSIVES][:1]
    negated = any(token in NEGATIONS or token.endswith("n't") for token in before)
    return negated or (tokens[at], *after) in NOT_MEANT


def draft(
    record: str, of: Moment, meaning: Meaning, *, at: datetime, about: int, why: str
) -> Draft:
    """Make a draft of what a record's words mean. `of` is the record's own moment."""
    kind, word = meaning
    source_id = f"{of.source_id}#{kind}/{word}"
    moment = replace(
        of,
        id=moment_id(of.child, of.source, source_id),
        kind=kind,
        word=word,
        at=at,
        until=None,
        about=about,
        detail={},
        text="",
        source_id=source_id,
    )
    return Draft(record, moment, why)


def from_text(record: str, of: Moment, text: str) -> list[Draft]:
    """Return the drafts that a note's words give: at the record's time, about half an hour."""
    if not text:
        return []
    about = max(of.about, ABOUT_A_NOTE)
    return [
        draft(record, of, meaning, at=of.at, about=about, why=text[:LONGEST_REASON])
        for meaning in meanings(text)
        if meaning != (of.kind, of.word)
    ]


ABOUT_A_NOTE = 30  # minutes
LONGEST_REASON = 200
