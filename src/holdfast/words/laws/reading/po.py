"""What a catalogue says: its translations, in its own language; a template's, in English."""

import re

from holdfast.words.laws.reading.passage import Passage, Scribe
from holdfast.words.laws.reading.python import unescaped

LANGUAGE = re.compile(r"^\"Language:\s*([A-Za-z_-]+)", re.MULTILINE)
PART = re.compile(r"^(msgctxt|msgid_plural|msgid|msgstr)(?:\[\d+\])?\s*\"(.*)\"\s*$")
MORE = re.compile(r"^\"(.*)\"\s*$")


def passages(source: str, *, template: bool = False) -> list[Passage]:
    """Return each translation; of a template (.pot) each source text."""
    found = LANGUAGE.search(source)
    scribe = Scribe(found[1] if found and not template else None)
    wanted = {"msgid", "msgid_plural"} if template else {"msgstr"}
    part = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if start := PART.match(line):
            scribe.end()
            part, text = start.groups()
        elif more := MORE.match(line):
            text = more[1]
        else:
            part, text = "", ""
        if part in wanted:
            scribe.say(unescaped(text), number)
    scribe.end()
    return [one for one in scribe.passages if not is_header(one.text)]


def is_header(text: str) -> bool:
    """Return whether it is the catalogue's own head."""
    return "Content-Type:" in text
