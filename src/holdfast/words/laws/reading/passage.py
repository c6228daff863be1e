"""A text as a person reads it, that still knows on which line of its file each letter stands."""

import re
from dataclasses import dataclass

A_PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a value is filled in: a name, a number
PLACES = re.compile(
    r"%(?:\(\w+\))?(?:\.\d)?[sdifg]\b|\$?\{[\w.\[\]]*(?:![rsa])?(?::[^{}]*)?\}"
)  # %(name)s, %d, {name}
SAME = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{HYPHEN}": "-",
        "\t": " ",
        "\r": " ",
        "\n": " ",
    }
)
UNSEEN = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NON-JOINER}\N{WORD JOINER}\ufeff"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph, a cell, a string: what is read in one go."""

    text: str
    lines: tuple[int, ...]  # of each letter
    language: str | None = None  # where the file says so

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.lines[0]


class Scribe:
    """Takes a file down piece by piece, and hands out its passages."""

    def __init__(self, language: str | None = None) -> None:
        self.language = language
        self.passages: list[Passage] = []
        self._letters: list[str] = []
        self._lines: list[int] = []

    def say(self, text: str, line: int) -> None:
        """Take down what stands from this line on. White space is one space."""
        for letter in text:
            said = letter.translate(SAME)
            if said not in UNSEEN and not (said == " " and self._ends_in_space()):
                self._letters.append(said)
                self._lines.append(line)
            line += letter == "\n"

    def _ends_in_space(self) -> bool:
        return not self._letters or self._letters[-1] == " "

    def end(self) -> None:
        """Close the passage."""
        text, lines = with_places("".join(self._letters), self._lines)
        if any(letter.isalpha() for letter in text):
            self.passages.append(Passage(text, tuple(lines), self.language))
        self._letters, self._lines = [], []


def with_places(text: str, lines: list[int]) -> tuple[str, list[int]]:
    """Return the text with one mark for each value that is filled in."""
    for found in reversed(list(PLACES.finditer(text))):
        text = text[: found.start()] + A_PLACE + text[found.end() :]
        lines = lines[: found.start() + 1] + lines[found.end() :]
    return text, lines
