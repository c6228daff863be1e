"""Which strings of a program are said to a person, and which only to the program."""

import re

from holdfast.words.laws.reading.passage import A_PLACE, PLACES

SAYS = frozenset(
    {"_", "gettext", "ngettext", "pgettext", "npgettext", "gettext_lazy", "later", "echo", "print"}
)
"""Whoever calls one of these says its texts, however short."""

SHOWN = frozenset(
    {
        *("alt", "caption", "content", "description", "empty_label", "error", "heading", "help"),
        *("help_text", "hint", "label", "legend", "message", "placeholder", "short_help"),
        *("subtitle", "summary", "text", "title", "tooltip", "verbose_name"),
    }
)
"""What has one of these names is shown, however short."""

TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:!?.]?\s+[^\W\d_]")
CODE = re.compile(
    r"\\[bdswBDSW]|\(\?|\[\^|\.\*|^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|ALTER)\s"
)


def is_prose(text: str) -> bool:
    """Return whether a text reads like something that is said."""
    filled = PLACES.sub("it", text).replace(A_PLACE, "it")
    return bool(TWO_WORDS.search(filled)) and not CODE.search(text)
