"""What a file of strings and names says: JavaScript, JSON, TOML."""

import re
from dataclasses import dataclass

from holdfast.words.laws.reading.passage import A_PLACE, Passage, Scribe
from holdfast.words.laws.reading.prose import SAYS, SHOWN, is_prose
from holdfast.words.laws.reading.python import unescaped

NAME_BEFORE = re.compile(r"([\w-]+)[\"']?\s*[:=]\s*\[?\s*$|\b(\w+)\(\s*$")
TEXT_SET = frozenset({"textContent", "innerText", "ariaLabel", "alert", "confirm", "prompt"})
PUT_IN = re.compile(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language writes comments and strings."""

    tokens: re.Pattern[str]  # a comment, or a string as `quote` and `inside`
    raw: frozenset[str] = frozenset()  # quotes within which nothing is escaped


JAVASCRIPT = Syntax(
    re.compile(
        r"""//[^\n]*|/\*.*?\*/|(?<=[=(,:;!&|?{}\[\n])\s*/(?![*/\n])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/[a-z]*"""
        r"""|(?P<quote>["'`])(?P<inside>(?:\\.|(?!(?P=quote)).)*)(?P=quote)""",
        re.DOTALL,
    )
)
TOML = Syntax(
    re.compile(
        r'''#[^\n]*|(?P<quote>"""|\'\'\'|"|')(?P<inside>(?:\\.|(?!(?P=quote)).)*?)(?P=quote)''',
        re.DOTALL,
    ),
    raw=frozenset({"'", "'''"}),
)


def passages(source: str, syntax: Syntax) -> list[Passage]:
    """Return the strings that are said."""
    scribe = Scribe()
    for found in syntax.tokens.finditer(source):
        if not found["quote"]:
            continue
        text = found["inside"]
        text = text if found["quote"] in syntax.raw else unescaped(text)
        text = PUT_IN.sub(A_PLACE, text) if found["quote"] == "`" else text
        if is_shown(source[: found.start()]) or is_prose(text):
            scribe.say(text, source.count("\n", 0, found.start("inside")) + 1)
            scribe.end()
    return scribe.passages


def is_shown(before: str) -> bool:
    """Return whether what comes next has the name of something that is shown."""
    found = NAME_BEFORE.search(before[-80:])
    return bool(found) and (found[1] or found[2]) in SHOWN | SAYS | TEXT_SET  # type: ignore[index]
