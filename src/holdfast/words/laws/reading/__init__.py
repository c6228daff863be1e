"""Files read as a person reads them: passages of text, each letter with its line."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from holdfast.words.laws.reading import html, markdown, plain, po, python, strings
from holdfast.words.laws.reading.passage import A_PLACE, Passage

__all__ = ["A_PLACE", "READERS", "Passage", "Reader"]

Reader = Callable[[str], list[Passage]]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".py": python.passages,
        ".html": html.passages,
        ".htm": html.passages,
        ".jinja": html.passages,
        ".svg": html.passages,
        ".md": markdown.passages,
        ".po": po.passages,
        ".pot": partial(po.passages, template=True),
        ".toml": partial(strings.passages, syntax=strings.TOML),
        ".js": partial(strings.passages, syntax=strings.JAVASCRIPT),
        ".mjs": partial(strings.passages, syntax=strings.JAVASCRIPT),
        ".json": partial(strings.passages, syntax=strings.JAVASCRIPT),
        ".webmanifest": partial(strings.passages, syntax=strings.JAVASCRIPT),
        ".txt": plain.passages,
    }
)
"""How to read a file, by the end of its name."""
