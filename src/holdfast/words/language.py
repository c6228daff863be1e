"""The language that is spoken: one catalogue for pages, command line and errors on screens.

English is the source, so a text without a translation is said in English and never as a code. Who
serves a person sets the language around the work: `with speak("de"): ...`; threads and tasks do
not hear each other.
"""

import gettext as catalogues
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal

DOMAIN = "holdfast"
LOCALE = Path(__file__).parent.parent / "locale"
SOURCE = "en"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

_spoken: ContextVar[str] = ContextVar("language", default=SOURCE)


@contextmanager
def speak(language: str) -> Generator[None]:
    """Speak a language within: an IETF tag or a locale's name (pt-BR, pt_BR)."""
    before = _spoken.set(locale_name(language))
    try:
        yield
    finally:
        _spoken.reset(before)


def language() -> str:
    """Return the tag of the language that is spoken, as HTML's lang wants it."""
    return _spoken.get().replace("_", "-")


def direction() -> Literal["ltr", "rtl"]:
    """Return which way the spoken language is written, as HTML's dir wants it."""
    return "rtl" if _spoken.get().split("_")[0] in RIGHT_TO_LEFT else "ltr"


def gettext(message: str) -> str:
    """Return the text in the spoken language."""
    return catalogue(_spoken.get(), LOCALE).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for a count in the spoken language, which may have more than two forms."""
    return catalogue(_spoken.get(), LOCALE).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return the text where the same English means two things: `pgettext("tile", "look")`."""
    return catalogue(_spoken.get(), LOCALE).pgettext(context, message)


def later(message: str) -> str:
    """Mark a text for the catalogue that is translated where it is shown, as in a table."""
    return message


def locale_name(tag: str) -> str:
    """Return a tag as a catalogue's folder is called: pt-br is pt_BR, zh-hans is zh_Hans."""
    first, *rest = tag.replace("-", "_").split("_")
    return "_".join([first.lower(), *map(subtag, rest)])


def subtag(text: str) -> str:
    """Return a script in title case, a region in capitals."""
    return text.title() if len(text) == len("Hans") else text.upper()


@cache
def catalogue(name: str, folder: Path) -> catalogues.NullTranslations:
    """Return the catalogue, or the English source where there is none."""
    return catalogues.translation(DOMAIN, folder, languages=[name], fallback=True)
