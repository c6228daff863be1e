"""Write WORDS.md, the glossary, from the words themselves.

A test holds the file to what this makes, so that a new word cannot be forgotten there.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from holdfast.words.details import ALWAYS, BY_KIND, DETAILS, Check
from holdfast.words.glossary import IDEAS
from holdfast.words.vocabulary import WORDS, Kind, Need, Word

TARGET = Path(__file__).parents[1] / "WORDS.md"
HEAD = """\
# Words

What each word means in Holdfast, in the code as on the screens. This page is made from
`src/holdfast/words/` by `scripts/make_words.py`: mend it there.
"""


def glossary() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *ideas(), *kinds(), *needs(), *details()])


def ideas() -> Iterator[str]:
    """The ideas, as one would explain them to a newcomer."""
    yield "## Ideas\n"
    yield from table(("word", "meaning"), IDEAS.items())


def kinds() -> Iterator[str]:
    """The kinds of moment, and the words of each."""
    yield "## Kinds of moment\n"
    yield from table(("kind", "meaning"), meanings(Kind))
    for kind, words in WORDS.items():
        yield f"### {kind}\n"
        yield from table(("word", "meaning"), meanings(words))


def needs() -> Iterator[str]:
    """What a signal may be about."""
    yield "## Needs\n"
    yield from table(("need", "meaning"), meanings(Need))


def details() -> Iterator[str]:
    """What a moment may say besides."""
    yield "## Details\n"
    yield "What a moment of this word may say besides, each with what fits.\n"
    rows = [("any", ALWAYS), *((f"any {kind}", keys) for kind, keys in BY_KIND.items())]
    rows += [(f"{kind} {word}", keys) for (kind, word), keys in DETAILS.items()]
    yield from table(
        ("moment", "detail", "what fits"), (row for each in rows for row in fits(each))
    )


def fits(row: tuple[str, Mapping[str, Check]]) -> Iterator[tuple[str, str, str]]:
    """Ask each check what it expects, by showing it what fits nowhere."""
    moment, keys = row
    return ((moment, f"`{key}`", check(object())) for key, check in keys.items())


def meanings(words: type[Word]) -> Iterator[tuple[str, str]]:
    """The words with their meanings."""
    return ((f"`{word}`", word.meaning) for word in words)


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown, with an empty line after it."""
    for row in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(glossary(), encoding="utf-8")
