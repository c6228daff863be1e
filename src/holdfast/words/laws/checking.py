"""Files held against the laws: what is found, on which line, and what an escape allows.

An escape stands in a comment, on the line or right above the paragraph or the string:
`laws: allow score -- why it has to be`.
`laws: allow score in this file -- why` holds for all of it; `all` stands for every law. Without a
reason it is a finding itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from holdfast.words.errors import HoldfastError
from holdfast.words.laws.finding import DEFAULT, findings, language_of
from holdfast.words.laws.reading import A_PLACE, READERS, Passage, plain
from holdfast.words.laws.rules import Law, languages

ESCAPE = re.compile(
    r"(?:^[ \t]*|#|//|/\*|<!--)[ \t]*laws: allow\b(?P<laws>[\w, -]*?)(?P<whole> in this file)?"
    r"[ \t]*(?:--[ \t]*(?P<reason>.*?))?[ \t]*(?=-->|#\}|\*/|\"|$)",
    re.MULTILINE,
)
BESIDE = frozenset({"node_modules", "__pycache__", "built", "build", "dist", "venv"})
WALKED = frozenset(READERS) - {".json", ".svg"}  # data and drawings only where they are named
NAMED = re.compile(r"(?:^|[./_-])([a-z]{2})(?:[_-][A-Za-z]{2,4})?(?:[./]|$)")


class BadCall(HoldfastError):
    """A call that cannot be answered: no such file, no text."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a file."""

    path: Path
    line: int
    rule: str
    why: str
    words: str
    begins: int  # the line on which its paragraph or string begins


@dataclass(slots=True)
class Allowed:
    """An escape: which laws it lets pass, where, and for what reason."""

    path: Path
    line: int
    laws: tuple[str, ...]
    reason: str
    whole: bool
    through: int  # the last line for which it holds
    used: int = 0

    def covers(self, found: Found) -> bool:
        """Return whether it lets this finding pass."""
        lines = range(self.line, self.through + 1)
        here = self.whole or found.line in lines or found.begins in lines
        return here and bool({found.rule, "all"} & {*self.laws})


@dataclass(slots=True)
class Checked:
    """One file that was looked at."""

    found: list[Found] = field(default_factory=list)
    allowed: list[Allowed] = field(default_factory=list)


def check(path: Path, language: str | None = None) -> Checked:
    """Hold a file against the laws.

    Args:
        path: the file.
        language: in which it is written; without one, as the file says or as its words tell.

    Raises:
        BadCall: there is no such file, or it is no text.
    """
    source = text_of(path)
    passages = READERS.get(path.suffix.lower(), plain.passages)(ESCAPE.sub("", source))
    usual = language or said_by_name(path) or language_of(" ".join(one.text for one in passages))
    escapes = list(escapes_in(path, source))
    checked = Checked(list(without_reason(escapes)), escapes)
    for found in in_passages(path, passages, usual, sure=language is not None):
        if not pardoned(found, escapes):
            checked.found.append(found)
    checked.found.sort(key=lambda one: one.line)
    return checked


def text_of(path: Path) -> str:
    """Read a file."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BadCall(f"There is no {path}.", hint="Name files or folders.") from None
    except (UnicodeDecodeError, OSError):
        raise BadCall(f"{path} cannot be read as text.", hint="Name files of text.") from None


def said_by_name(path: Path) -> str | None:
    """Return the language that a file's name tells: page.de.md, locale/de/LC_MESSAGES/x.po."""
    told = NAMED.findall("/".join(path.parts[-4:]))
    known = [name for name in told if name in languages() and name != path.suffix[1:]]
    return known[-1] if known else None


def in_passages(
    path: Path, passages: Sequence[Passage], usual: str, *, sure: bool
) -> Iterator[Found]:
    """Return what breaks a law, passage by passage, each in its language."""
    for passage in passages:
        told = (passage.language or "")[:2].lower()
        if told and told not in languages():
            continue  # a language without rules yet
        language = told or (usual if sure else language_of(passage.text, usual))
        for one in findings(passage.text, language):
            words = one.words.replace(A_PLACE, "\N{HORIZONTAL ELLIPSIS}")
            yield Found(path, passage.lines[one.at], one.law.value, one.why, words, passage.line)


def escapes_in(path: Path, source: str) -> Iterator[Allowed]:
    """Return the escapes of a file."""
    lines = source.splitlines()
    for found in ESCAPE.finditer(source):
        line = source.count("\n", 0, found.start()) + 1
        yield Allowed(
            path,
            line,
            tuple(re.findall(r"[\w-]+", found["laws"])),
            (found["reason"] or "").strip(),
            found["whole"] is not None,
            through(lines, line),
        )


def through(lines: Sequence[str], line: int) -> int:
    """Return the last line for which an escape holds: the next, or to the end of its entry."""
    if lines[line - 1].lstrip().startswith("#") and any(
        text.startswith("msgid") for text in lines[line : line + 6]
    ):
        return next((n for n, text in enumerate(lines[line:], line + 1) if not text), len(lines))
    return line + 1


def without_reason(escapes: Iterable[Allowed]) -> Iterator[Found]:
    """Return the escapes that give no reason, or name no law."""
    for one in escapes:
        if not one.reason or not one.laws or not {*one.laws} <= {*Law, "all"}:
            why = "an escape names a law (or all) and gives its reason after two dashes"
            yield Found(one.path, one.line, "escape", why, " ".join(one.laws), one.line)


def pardoned(found: Found, escapes: Iterable[Allowed]) -> bool:
    """Return whether an escape lets a finding pass, and count that it did."""
    for one in escapes:
        if one.reason and one.covers(found):
            one.used += 1
            return True
    return False


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Return the files that are meant: each that is named, and in a folder all that are texts."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for each in sorted(path.rglob("*")):
            within = each.relative_to(path).parts
            hidden = any(part.startswith(".") or part in BESIDE for part in within)
            if each.suffix.lower() in WALKED and each.is_file() and not hidden:
                yield each


__all__ = ["DEFAULT", "Allowed", "BadCall", "Checked", "Found", "check", "files_in"]
