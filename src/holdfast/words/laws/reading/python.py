"""What a Python file says to a person: its strings, and docstrings where they are a help."""

import ast
import io
import re
import tokenize
import unicodedata
from bisect import bisect_left
from typing import TypeGuard

from holdfast.words.laws.reading.passage import A_PLACE, Passage, Scribe
from holdfast.words.laws.reading.prose import SAYS, SHOWN, is_prose

PATTERNS = frozenset(
    {"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "split", "execute"}
)
QUOTED = re.compile(r"(?s)(?P<kind>[A-Za-z]*)(?P<quote>'''|\"\"\"|'|\")(?P<inside>.*)(?P=quote)")
PUT_IN = re.compile(r"\{\{|\}\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")

Position = tuple[int, int]  # line from 1, letter from 0


def passages(source: str) -> list[Passage]:
    """Return what is said. A file that is no Python says nothing."""
    try:
        tree = ast.parse(source)
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (SyntaxError, tokenize.TokenError, ValueError):
        return []
    found = Said(documents=is_command(tree))
    found.visit(tree)
    lines = source.splitlines()
    scribe, starts = Scribe(), [token.start for token in tokens]
    for node in found.strings:
        first = bisect_left(starts, position(lines, node.lineno, node.col_offset))
        last = bisect_left(starts, position(lines, node.end_lineno or 0, node.end_col_offset or 0))
        for token in tokens[first:last]:
            scribe.say(inside(token), token.start[0])
        scribe.end()
    return scribe.passages


class Text(ast.Constant):
    """A string as it stands."""

    value: str


class Said(ast.NodeVisitor):
    """Finds the strings that are said."""

    def __init__(self, *, documents: bool) -> None:
        self.documents = documents
        self.strings: list[ast.Constant | ast.JoinedStr] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        """Leave a docstring to those who read code, unless it is a command's help."""
        if self.documents or not is_string(node.value):
            self.visit(node.value)

    def visit_Call(self, call: ast.Call) -> None:
        """Take all strings of what says something, none of a pattern."""
        name = getattr(call.func, "id", None) or getattr(call.func, "attr", "")
        self.visit(call.func)
        for each in call.args:
            if name in SAYS:
                self.shown(each)
            elif name not in PATTERNS:
                self.visit(each)
        for keyword in call.keywords:
            self.named(keyword.arg, keyword.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Look what it is called."""
        for target in node.targets:
            self.named(getattr(target, "id", None), node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Look what each value is called."""
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                self.visit(key)
            self.named(getattr(key, "value", None), value)

    def named(self, name: object, value: ast.expr) -> None:
        """Take a value whose name says that it is shown, else look at it."""
        if isinstance(name, str) and name.lower() in SHOWN:
            self.shown(value)
        else:
            self.visit(value)

    def shown(self, node: ast.expr) -> None:
        """Take a string whatever it says."""
        if isinstance(node, ast.JoinedStr) or is_string(node):
            self.strings.append(node)
        else:
            self.visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Take a string that reads like prose."""
        if is_string(node) and is_prose(node.value):
            self.strings.append(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Take an f-string that reads like prose."""
        parts = [part.value if is_string(part) else A_PLACE for part in node.values]
        if is_prose("".join(parts)):
            self.strings.append(node)


def is_command(tree: ast.Module) -> bool:
    """Return whether docstrings are shown as the help of a command."""
    names = [
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    ]
    return bool({"typer", "click", "argparse"} & {*names})


def is_string(node: ast.expr) -> TypeGuard[Text]:
    """Return whether it is a string as it stands."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def position(lines: list[str], line: int, byte: int) -> Position:
    """Return where ast means: it counts bytes, and tokens letters."""
    return line, len(lines[line - 1].encode()[:byte].decode(errors="ignore"))


def inside(token: tokenize.TokenInfo) -> str:
    """Return what a token says, one line of it for each line of the file."""
    if token.type == tokenize.STRING and (quoted := QUOTED.fullmatch(token.string)):
        text, kind = quoted["inside"], quoted["kind"].lower()
        text = PUT_IN.sub(put_in, text) if "f" in kind else text
        return text if "r" in kind else unescaped(text)
    said = {"FSTRING_MIDDLE": token.string, "OP": A_PLACE if token.string == "{" else ""}
    return unescaped(said.get(tokenize.tok_name[token.type], ""))  # of Python 3.12 and later


def put_in(found: re.Match[str]) -> str:
    """Return a mark where an f-string puts a value in."""
    return found[0][0] if found[0] in {"{{", "}}"} else A_PLACE


ESCAPES = re.compile(r"\\(?:N\{([^}]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\n)|(.))", re.DOTALL)


def unescaped(text: str) -> str:
    """Return a text with its escapes read; a line stays a line, so that places stay right."""
    return ESCAPES.sub(letter, text)


def letter(found: re.Match[str]) -> str:
    """Read one escape."""
    named, four, two, newline, other = found.groups()
    if named:
        return unicodedata.lookup(named)
    if four or two:
        return chr(int(four or two, 16))
    return "\n" if newline else " " if other in "ntr" else str(other)
