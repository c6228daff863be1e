"""Which sentences state a fact; the signs by which one knows them are data, in facts.toml."""

import re
import tomllib
from pathlib import Path

from holdfast.words.laws.rules import joined

TOLD = tomllib.loads(Path(__file__).with_name("facts.toml").read_text(encoding="utf-8"))
FRAGMENTS = {name: part.replace("\n", "") for name, part in TOLD["fragments"].items()}


def pattern(text):
    """Return a pattern that may have been written over several lines."""
    return joined([text.replace("\n", "")], FRAGMENTS)


SIGNS = [(sign["why"], pattern(sign["is"])) for sign in TOLD["sign"]]
ABOUT_OURS = pattern(TOLD["about_ours"])
SENTENCES = re.compile(r"(?<=[.!?])[\"')]*\s+")


def facts_in(text):
    """Return the sentences of a text that state a fact, each with the sign by which one sees it."""
    found = []
    for sentence in SENTENCES.split(" ".join(text.split())):
        why = next((why for why, sign in SIGNS if sign.search(sentence)), None)
        if why and not ABOUT_OURS.search(sentence):
            found.append((sentence, why))
    return found
