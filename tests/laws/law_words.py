"""Words that break the product's laws stand in no text that a person reads.

A text may say what we never do: "no score" is a promise and no score. So a sentence with a "no",
"not", "never" or "without" before the word passes. What one calls oneself is one's own affair.
"""

import re
from typing import NamedTuple

import pytest

from tests.house.texts import all_texts


class Law(NamedTuple):
    """What a law forbids to say, and a text that breaks it."""

    why: str
    words: str
    breaks: tuple[str, ...]
    keeps: tuple[str, ...]


CHILD = r"(?:she|he|they|baby|child|daughter|son|your (?:baby|child))"

LAWS = (
    Law(
        "a score or target on a person or a bond",
        r"scores?|scored|grades?|percentiles?|streaks?|badges?|points earned|leader ?boards?"
        r"|your goal",
        ("Your bond score is 82.", "A streak of 5 days!", "She is in the 40th percentile."),
        ("There is no score and no streak.", "She looked at you, four times."),
    ),
    Law(
        "something is late, or somebody fell behind",
        r"overdue|behind schedule|falling behind|you missed|missed days?"
        r"|late for (?:her|his|their) age",
        ("A feed is overdue.", "You missed 3 days."),
        ("Welcome back.", "Nothing is ever overdue."),
    ),
    Law(
        "people are compared or ranked",
        r"(?:better|worse|more|less) than (?:other|most) (?:\w+ )?"
        r"(?:parents|babies|children|families|mothers|fathers)"
        r"|compared (?:to|with) (?:other|most)|ranked?|ranking|best caregiver",
        (
            "She sleeps less than most babies.",
            "Kim is ranked first.",
            "Compared with other families",
        ),
        ("Nobody is ranked.", "More answers"),
    ),
    Law(
        "an attachment style is named",
        r"(?:in)?secure(?:ly)? attached|avoidant|ambivalent|disorgani[sz]ed"
        r"|attachment (?:style|type|disorder)s?"
        r"|anxious attachment",
        ("Ada is securely attached.", "This looks avoidant.", "Her attachment style"),
        ("We never name an attachment style.", "A secure base is somebody to come back to."),
    ),
    Law(
        "a diagnosis, or more than anybody can know",
        r"diagnos\w*|symptoms? of|disorders?|(?:abnormal|delayed) development|colic detected"
        rf"|this cry means|{CHILD} (?:wants|needs|feels) (?:you|it) because|we detected|detects?",
        ("A symptom of reflux.", "This cry means hunger.", "We detected tiredness."),
        ("This is not a diagnosis.", "It may have been about closeness."),
    ),
    Law(
        "somebody is blamed",
        r"your fault|you (?:failed|should have|neglected|ignored)|too slow"
        r"|bad (?:mother|father|parent)",
        ("You should have answered sooner.", "You ignored her."),
        ("It is not your fault.", "Answered after 4 minutes."),
    ),
    Law(
        "some families are left out",
        r"mums?|moms?|mumm(?:y|ies)|mommy|dads?|dadd(?:y|ies)|husband|wife"
        r"|natural mother|real (?:mother|father|parents)",
        ("Ask your husband.", "Dear mum,"),
        ("Whoever cares for her", "The two of you"),
    ),
)

SPARED = re.compile(
    r"\b(?:no|not|never|nobody|nothing|without|neither|nor|cannot|isn't|don't|in your own words)\b",
    re.IGNORECASE,
)


def broken_by(text: str) -> list[str]:
    """Return the laws that a text breaks, sentence by sentence."""
    sentences = re.split(r"(?<=[.!?;])\s+", text)
    return [law.why for law in LAWS if any(breaks(law, sentence) for sentence in sentences)]


def breaks(law: Law, sentence: str) -> bool:
    """Return whether a sentence says what a law forbids and does not say that we never do it."""
    found = re.search(rf"\b(?:{law.words})\b", sentence, re.IGNORECASE)
    return found is not None and not SPARED.search(sentence[: found.start()])


def test_no_text_breaks_a_law():
    found = [
        f"{place}: {', '.join(laws)}: {words}"
        for place, words in all_texts()
        if (laws := broken_by(words))
    ]
    assert found == []


def test_there_are_texts_of_every_kind_to_look_at():
    places = {place.partition(":")[0].rpartition(".")[2] for place, _ in all_texts()}
    assert places == {"html", "py", "md"}


@pytest.mark.parametrize(("law", "text"), [(law, text) for law in LAWS for text in law.breaks])
def test_a_text_that_breaks_a_law_is_found(law, text):
    assert broken_by(text) == [law.why]


@pytest.mark.parametrize("text", [text for law in LAWS for text in law.keeps])
def test_a_text_that_keeps_the_laws_passes(text):
    assert broken_by(text) == []
