"""What a page or a template says: its text and the attributes that are read out, but no code."""

import html
import re

from holdfast.words.laws.reading.passage import A_PLACE, Passage, Scribe
from holdfast.words.laws.reading.prose import is_prose
from holdfast.words.laws.reading.python import unescaped

JINJA = r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}"
VALUE = rf'"(?:{JINJA}|[^"])*"|' + rf"'(?:{JINJA}|[^'])*'"
PIECES = re.compile(
    r"(?P<beside><!--.*?-->|\{#.*?#\}|<!\[CDATA\[|\]\]>"
    r"|<(?P<code>script|style|code|pre|kbd|samp)\b.*?</(?P=code)\s*>)"
    rf"|(?P<jinja>{JINJA})"
    rf"|(?P<tag></?(?P<name>[a-zA-Z][\w:-]*)(?:{JINJA}|{VALUE}|[^>\"'])*>)",
    re.DOTALL,
)
ATTRIBUTES = re.compile(rf"([\w:-]+)\s*=\s*({VALUE})", re.DOTALL)
STRINGS = re.compile(r"\"((?:\\.|[^\"\\])*)\"|'((?:\\.|[^'\\])*)'", re.DOTALL)
SAID_BY = re.compile(r"\b(?:_|gettext|ngettext|pgettext)\((?:[^()]*,)?\s*$")
LANGUAGE = re.compile(r"<html\b[^>]*\blang=[\"']([a-zA-Z-]+)[\"']")
WITHIN = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "font", "i", "ins"),
        *("mark", "q", "rp", "rt", "ruby", "s", "small", "span", "strong", "sub", "sup", "time"),
        *("tspan", "u", "var", "wbr"),
    }
)
"""Tags within a sentence: the text runs on through them."""

READ_OUT = frozenset({"alt", "title", "placeholder", "label", "summary", "content"})


def passages(source: str) -> list[Passage]:
    """Return what is said."""
    found = LANGUAGE.search(source)
    page = Markup(Scribe(found[1] if found else None))
    page.read(source, 1)
    page.scribe.end()
    return page.scribe.passages


class Markup:
    """Reads one file; what stands in attributes is handed in after the text around."""

    def __init__(self, scribe: Scribe) -> None:
        self.scribe = scribe

    def read(self, source: str, line: int) -> None:
        """Take the source down."""
        done = 0
        for piece in PIECES.finditer(source):
            self.scribe.say(html.unescape(source[done : piece.start()]), line)
            line += source.count("\n", done, piece.start())
            self.piece(piece, line)
            line += piece[0].count("\n")
            done = piece.end()
        self.scribe.say(html.unescape(source[done:]), line)

    def piece(self, piece: re.Match[str], line: int) -> None:
        """Take down what is no plain text."""
        if piece["jinja"]:
            self.jinja(piece[0], line)
        elif piece["tag"]:
            self.tag(piece["name"].lower(), piece[0], line)
        elif piece["code"]:
            self.scribe.say(A_PLACE, line)

    def tag(self, name: str, tag: str, line: int) -> None:
        """Close the passage at a tag that is none within a sentence; read its attributes out."""
        if name not in WITHIN:
            self.scribe.end()
        apart = Markup(Scribe(self.scribe.language))
        for found in ATTRIBUTES.finditer(tag):
            value = found[2][1:-1]
            if is_read_out(found[1].lower(), value):
                apart.read(value, line + tag.count("\n", 0, found.start(2)))
                apart.scribe.end()
        self.scribe.passages += apart.scribe.passages

    def jinja(self, code: str, line: int) -> None:
        """Take down the strings of an expression that are said, and a mark for the others."""
        said = [
            (found[1] or found[2] or "", found.start())
            for found in STRINGS.finditer(code)
            if SAID_BY.search(code[: found.start()]) or is_prose(found[1] or found[2] or "")
        ]
        for number, (text, at) in enumerate(said):
            if number:
                self.scribe.end()
            self.scribe.say(unescaped(text), line + code.count("\n", 0, at))
        if not said and code.startswith("{{"):
            self.scribe.say(A_PLACE, line)
        elif code.startswith("{%") and said:
            self.scribe.end()


def is_read_out(name: str, value: str) -> bool:
    """Return whether an attribute is read to a person, by the browser or by a script."""
    if name in READ_OUT or (name.startswith("aria-") and name != "aria-labelledby"):
        return name != "content" or is_prose(value)
    if name == "value" or name.startswith("data-"):
        return is_prose(value)
    return False
