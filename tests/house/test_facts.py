"""A sentence that states a fact has its entry in the ledger, or says who says so."""

import ast
from functools import cache

import pytest

from holdfast.words.evidence import EVIDENCE
from tests.house.facts import SENTENCES, facts_in
from tests.house.house import HOUSE
from tests.house.texts import all_texts

LEDGER = {part for entry in EVIDENCE.values() for part in SENTENCES.split(entry.sentence)}
OWN_FILES = ("src/holdfast/words/evidence/", "src/holdfast/words/laws/")

REVIEWED = {
    "src/holdfast/telling/sandbox.py": {
        "": "what two made-up lives show, said under 'In the model'",
    },
    "src/holdfast/web/templates/grow/_lived.html": {
        "What studies found": "the heading above sentences of the ledger",
    },
    "src/holdfast/web/templates/bond/page.html": {
        "The soft strip at the foot": "says what a figure shows; bond-1 and bond-2 stand below it",
    },
    "src/holdfast/telling/bond/page.py": {
        "mothers who had felt it by then": "names a strip in a figure; bond-1 and bond-2 are by it",
    },
    "src/holdfast/telling/bond/scales.py": {
        "Many people whose answers": "the wording for screening, from the rules on safety: a "
        "check is no diagnosis",
    },
    "src/holdfast/telling/figures/ranges.py": {
        "two in three babies in studies": "names a band in a figure; its page shows cry-1",
        "the usual range in 34 studies": "names a band in a figure; its page shows slp-1",
        "breastfed babies in one study": "names a band in a figure; its page shows fee-1",
    },
    "src/holdfast/telling/figures/weeks.py": {
        "two in three babies in studies": "names a band in a figure; its section shows cry-1",
    },
    "src/holdfast/telling/grow/before.py": {
        "Nobody is ever ready": "a kind word",
    },
    "src/holdfast/telling/grow/people.py": {
        "Each child has you": "a kind word",
    },
    "src/holdfast/telling/grow/shown.py": {
        "In which months": "says what a figure shows; its piece shows mil-1",
        "98 of 100 children": "says what a band of a figure is; its piece shows mil-1",
        "Babies differ a lot": "says what a band of a figure is; its piece shows the study",
    },
    "src/holdfast/telling/heavy.py": {
        "This is an emergency": "a heading of the help pages, above sentences of the ledger",
    },
    "README.md": {
        "A bond may begin": "bond-7, in other words",
    },
    "docs/run-a-server/README.md": {
        "Families often have no mail server": "about servers",
    },
}
"""Sentences that were looked at and may stand as they are: how they begin, and why."""


def reviewed(path, sentence):
    """Return how an exception begins that stands for a sentence, or None."""
    starts = REVIEWED.get(path, {})
    return next((start for start in starts if sentence.startswith(start)), None)


def named(node):
    """Return whether a node names entries of the ledger: a key, several, or `known(key)`."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and node.value in EVIDENCE
    if isinstance(node, ast.Tuple | ast.List):
        return any(map(named, node.elts))
    return isinstance(node, ast.Call) and any(map(named, node.args))


@cache
def covered(path):
    """Return the lines of a file whose texts name the entries on which they stand."""
    lines = set()
    for node in ast.walk(ast.parse((HOUSE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(map(named, given)):
                lines.update(range(node.lineno, (node.end_lineno or 0) + 1))
    return lines


def unfounded():
    """Return every sentence that states a fact and names nothing that it stands on."""
    for place, words in all_texts():
        path, _, line = place.partition(":")
        if path.startswith(OWN_FILES) or (path.endswith(".py") and int(line) in covered(path)):
            continue
        for sentence, why in facts_in(words):
            if sentence not in LEDGER:
                yield path, place, sentence, why


def test_no_text_states_a_fact_without_an_entry():
    found = [
        f"{place}: {why}: {sentence}"
        for path, place, sentence, why in unfounded()
        if reviewed(path, sentence) is None
    ]
    assert found == [], "add an entry to holdfast/words/evidence and show it by its key"


def test_every_exception_is_still_needed():
    used = {(path, reviewed(path, sentence)) for path, _, sentence, _ in unfounded()}
    said = {(path, start) for path, starts in REVIEWED.items() for start in starts}
    assert said - used == set()


def test_of_the_ledger_itself_most_would_be_found_if_it_were_not_there():
    """What the signs let pass is what only its neighbour makes a fact ("They are somewhat ...")."""
    found = [entry.key for entry in EVIDENCE.values() if facts_in(entry.sentence)]
    assert len(found) > 0.85 * len(EVIDENCE)


@pytest.mark.parametrize(
    "text",
    [
        "Most babies sleep through by six months.",
        "Babies love to be held.",
        "Studies show that carrying helps.",
        "About one in four parents feels nothing at first.",
        "40 % of mothers are anxious.",
        "Children of sensitive parents do better at school.",
        "A baby needs about fourteen hours of sleep.",
        "Attachment grows from being answered.",
        "Holding calms within a minute.",
        "Crying usually peaks at six weeks in babies.",
        "By nine months babies mind goodbyes.",
        "In one study half of the time was enough.",
        "Low mood often comes together with a slow bond.",
        "It is not known which comes first.",
        "Twins sleep less.",
        "Parents who answer fast have calm children.",
        "That is within the usual range.",
    ],
)
def test_a_fact_is_found(text):
    assert facts_in(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Ada slept for two hours.",
        "Look up first.",
        "She usually settles when you carry her.",
        "Hold her, or walk about with her.",
        "What do you think she was after just now?",
        "Nothing is written down for this day.",
        "Your family's children are listed here.",
        "There is no score and no streak.",
        "Half of the waits were over after 2 minutes; this is from 42 calls.",
        "Holdfast cannot tell whether somebody is in danger.",
        "In the model the child counts on an answer.",
        "Too few to say.",
        "Who cares for the baby?",
        "Write down another child.",
        "It may be about closeness.",
        "Take your time.",
    ],
)
def test_what_is_no_fact_passes(text):
    assert facts_in(text) == []
