"""Words that break the product's laws stand in no text that a person reads, in any language.

The rules and their examples are data (`holdfast/words/laws`); `holdfast words check` is the same
linter as a command.
"""

import tomllib
from pathlib import Path

import pytest

from holdfast.words.laws import Law, check, findings, languages, rules
from holdfast.words.laws.reading import READERS
from tests.house.house import files, named

OURS = ("src/", "docs/", "client/src/", "deploy/", "README.md", "CHANGELOG.md", "SECURITY.md")
FOR_WHO_BUILDS = ("CONTRIBUTING.md", "STYLE.md", "WORDS.md")
RULES = [(language, rule) for language in languages() for rule in rules(language)]
FAILS = sorted({(language, rule.law, text) for language, rule in RULES for text in rule.fails})
PASSES = sorted({(language, text) for language, rule in RULES for text in rule.passes})


def texts():
    """Return every file of ours that says something."""
    return [
        path
        for path in files()
        if named(path).startswith(OURS + FOR_WHO_BUILDS) and path.suffix in READERS
    ]


def test_no_text_breaks_a_law():
    found = [
        f"{named(path)}:{one.line}: {one.rule}: {one.why}: {one.words}"
        for path in texts()
        for one in check(path).found
    ]
    assert found == []


def test_there_are_texts_of_every_kind_to_look_at():
    assert {path.suffix for path in texts()} >= {".html", ".py", ".md", ".js", ".toml"}


def test_every_language_has_every_law_with_examples_both_ways():
    for language in languages():
        assert {rule.law for rule in rules(language)} == set(Law)
        assert [rule.why for rule in rules(language) if not (rule.fails and rule.passes)] == []


@pytest.mark.parametrize(("language", "law", "text"), FAILS)
def test_a_text_that_breaks_a_law_is_found(language, law, text):
    assert law in [one.law for one in findings(text, language)]


@pytest.mark.parametrize(("language", "text"), PASSES)
def test_a_text_that_keeps_the_laws_passes(language, text):
    assert findings(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "No score, no streak, and never a badge.",
        "There is no score, percentile, streak, badge or target.",
        "What we never do: score, grade, rank.",
        "Instead of a score there is a story.",
        "Nothing is scored, and nobody is ranked.",
        "Scores are never shown.",
    ],
)
def test_a_no_holds_through_a_list(text):
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No worries: your score is 82.",
        "Do not be sad, your streak is 5 days.",
        "Not only a score, a rank among all parents.",
        "It is not late, but you missed 3 days.",
        "There is no hurry; earn a badge.",
        "Without logging you lose your streak.",
        "No sugar, and your bond score is 82.",
    ],
)
def test_a_no_ends_where_a_clause_of_its_own_begins(text):
    assert findings(text) != []


HEARD = tomllib.loads(Path(__file__).with_name("heard_elsewhere.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", HEARD)
def test_planted_breaches_in_other_words_are_found(language):
    missed = [text for text in HEARD[language]["fails"] if not findings(text, language)]
    assert missed == []


@pytest.mark.parametrize("language", HEARD)
def test_harmless_sentences_that_sound_alike_pass(language):
    found = [text for text in HEARD[language]["passes"] if findings(text, language)]
    assert found == []
