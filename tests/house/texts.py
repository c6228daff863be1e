"""Every text that a person may read: in templates, in the code, in documents for families."""

import ast
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, nodes

from tests.house.house import files, named

SAYS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2, "later": 1}
FOR_FAMILIES = ("README.md", "CHANGELOG.md", "docs/start/", "docs/run-a-server/")
READ_ALOUD = re.compile(r"\b(?:alt|title|placeholder|aria-label|aria-description)=\"([^\"]*)\"")
BESIDE = re.compile(r"<!--.*?-->|<(code|kbd)\b.*?</\1>|<[^>]*>", re.DOTALL)
STAYS = re.compile(r"Holdfast|UTC|API|openapi\.json|^\s*data-[a-z-]+\s*$")
A_PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a template prints something


class Text(NamedTuple):
    """A text and where it stands."""

    place: str
    words: str


@cache
def all_texts() -> tuple[Text, ...]:
    """Return them all."""
    return (*in_templates(), *in_code(), *in_documents())


def templates() -> list[Path]:
    """Return every template of ours."""
    return [path for path in files() if path.suffix == ".html" and named(path).startswith("src/")]


def environment() -> Environment:
    """Return what reads a template without running it."""
    return Environment(extensions=["jinja2.ext.i18n"], autoescape=True)


def in_templates() -> Iterator[Text]:
    """Return what templates say through gettext."""
    for path in templates():
        for line, _, said in environment().extract_translations(path.read_text(encoding="utf-8")):
            for words in [said] if isinstance(said, str) else said:
                if words:
                    yield Text(f"{named(path)}:{line}", words)


def in_code() -> Iterator[Text]:
    """Return what the code says through gettext, and its errors."""
    for path in files():
        if path.suffix == ".py" and named(path).startswith("src/"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
            for call in calls:
                yield from (Text(f"{named(path)}:{call.lineno}", words) for words in said_by(call))


def said_by(call: ast.Call) -> list[str]:
    """Return the literal texts of a call that says something, or that raises with a way out."""
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
    hints = [keyword.value for keyword in call.keywords if keyword.arg == "hint"]
    given = [*call.args[: SAYS.get(name, 1 if hints else 0)], *hints]
    return [text for each in given if (text := literal(each))]


def literal(node: ast.expr) -> str:
    """Return a string as it is written, with a mark where a value goes."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(literal, node.values))
    if isinstance(node, ast.FormattedValue):
        return A_PLACE
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def in_documents() -> Iterator[Text]:
    """Return the documents for families, paragraph by paragraph."""
    for path in files():
        if path.suffix == ".md" and named(path).startswith(FOR_FAMILIES):
            for words in path.read_text(encoding="utf-8").split("\n\n"):
                yield Text(named(path), " ".join(words.split()))


def unspoken(source: str) -> list[str]:
    """Return the words of a template that stand there as they are, in no catalogue."""
    written = as_written(source)
    shown = re.split(r"\s{2,}|" + A_PLACE, html.unescape(BESIDE.sub(A_PLACE, written)))
    return [words for words in [*READ_ALOUD.findall(written), *shown] if is_speech(words)]


def as_written(source: str) -> str:
    """Return a template's own text, with a mark where something is printed."""
    pieces = [
        piece
        for output in environment().parse(source).find_all(nodes.Output)
        for piece in output.nodes
    ]
    return "".join(getattr(piece, "data", A_PLACE) for piece in pieces)


def is_speech(words: str) -> bool:
    """Return whether a language would say it otherwise: names, and attributes alone, stay."""
    return bool(re.search(r"[^\W\d_]{2}", STAYS.sub("", words)))
