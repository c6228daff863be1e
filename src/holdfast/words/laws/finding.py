"""What breaks a law in a text: sentence by sentence, and hearing a "no"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.words.laws.rules import Grammar, Law, Rule, grammar, languages, rules

SENTENCES = re.compile(
    r"(?<!\d\.)(?<=[.!?\u2026])[\"')\]\u201d]*\s+(?!(?:No|Never|None|Nein|Nie)\b)"
)
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Finding:
    """A law that is broken, and the words that break it."""

    law: Law
    why: str
    words: str
    at: int  # the letter of the text at which they begin


def findings(text: str, language: str = DEFAULT) -> list[Finding]:
    """Return what breaks a law in a text, in order; one finding for each law in a sentence."""
    found: list[Finding] = []
    at = 0
    for sentence in [*SENTENCES.split(text)]:
        start = text.index(sentence, at)
        at = start + len(sentence)
        seen: dict[Law, Finding] = {}
        for rule in rules(language):
            for match in broken(rule, sentence, text, grammar(language)):
                first = Finding(rule.law, rule.why, match[0].strip(), start + match.start())
                seen.setdefault(rule.law, first)
        found += seen.values()
    return sorted(found, key=lambda one: one.at)


def broken(rule: Rule, sentence: str, passage: str, how: Grammar) -> Iterator[re.Match[str]]:
    """Return where a sentence breaks a rule."""
    yield from rule.always.finditer(sentence)
    yield from said(rule.surely, sentence, how)
    found = said(rule.finds, sentence, how)
    if found and not rule.unless.search(passage):
        yield from found


def said(pattern: re.Pattern[str], sentence: str, how: Grammar) -> list[re.Match[str]]:
    """Return where a pattern is found and not denied."""
    return [match for match in pattern.finditer(sentence) if not is_denied(sentence, match, how)]


def is_denied(sentence: str, match: re.Match[str], how: Grammar) -> bool:
    """Return whether the sentence says that what was found is not so, or not done."""
    if how.denied_after.match(sentence, match.end()):
        return True
    return any(
        reaches(sentence, no.end(), match, how)
        for no in how.denies.finditer(sentence, 0, match.start() + 1)
        if no.start() < match.start() and not how.does_not_deny.match(sentence, no.start())
    )


def reaches(sentence: str, no: int, match: re.Match[str], how: Grammar) -> bool:
    """Return whether a "no" that ends here still holds where something was found.

    It holds through a list ("no score, no streak, badge or target") and ends where a clause of
    its own begins ("no worry: your score is 82").
    """
    if how.breaks.search(sentence, no, match.start()):
        return False
    return not any(
        how.begins.match(sentence, part.end())
        for part in how.parts.finditer(sentence, no, match.start())
    )


def language_of(text: str, usual: str = DEFAULT) -> str:
    """Return the language of a text by its small words; the usual one where they do not tell."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = {
        language: sum(known(word, grammar(language)) for word in words) for language in languages()
    }
    best = max(counts, key=lambda language: (counts[language], language == usual))
    return best if counts[best] > counts.get(usual, 0) else usual


def known(word: str, how: Grammar) -> bool:
    """Return whether a word is one of a language: a small one, or one with its letters."""
    return word in how.words or bool(how.letters & {*word})
