"""What a document says: its prose, without code, comments and addresses."""

import re

from holdfast.words.laws.reading.passage import A_PLACE, Passage, Scribe

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NEW_BLOCK = re.compile(r"^\s*(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?|\d+[.)]\s+|#{1,6}\s+)")
RULE = re.compile(r"^\s*(?:[-=*_]\s*){3,}$|^\s*\|?[\s:|-]+\|[\s:|-]*$")
INLINE = (
    (re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)"), A_PLACE),
    (re.compile(r"!?\[([^\]\[]*)\](?:\([^)\s]*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"<https?:[^>]*>|https?://\S+"), A_PLACE),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"\*{1,3}|__|~~|\\(?=[\\`*_{}\[\]()#+.!|-])"), ""),
)


def passages(source: str) -> list[Passage]:
    """Return what is said, block by block, cell by cell."""
    scribe, fence = Scribe(), ""
    for number, line in enumerate(without_comments(source).splitlines(), start=1):
        if found := FENCE.match(line):
            mark = found[1]
            if not fence:
                fence = mark
            elif mark.startswith(fence):
                fence = ""
            scribe.end()
        elif not fence:
            block(scribe, line, number)
    scribe.end()
    return scribe.passages


def block(scribe: Scribe, line: str, number: int) -> None:
    """Take down one line."""
    if not line.strip() or RULE.match(line):
        scribe.end()
        return
    if start := NEW_BLOCK.match(line):
        scribe.end()
        line = line[start.end() :]
    line = line.lstrip("> ")
    for pattern, with_what in INLINE:
        line = pattern.sub(with_what, line)
    if line.lstrip().startswith("|"):
        for cell in re.split(r"(?<!\\)\|", line):
            scribe.say(cell, number)
            scribe.end()
        return
    scribe.say(line + " ", number)


def without_comments(source: str) -> str:
    """Return a document whose comments are blank, each line where it was."""
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)
