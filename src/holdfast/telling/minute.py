"""What is said of the minute: what was just noted, what runs, how the last exchange went.

A table, because it is said in two places: by the server in the page, and by the phone that has
no connection. The phone is given these texts with their places left open.
"""

from collections.abc import Mapping
from types import MappingProxyType

from holdfast.words.language import gettext as _
from holdfast.words.language import later

MINUTE: Mapping[str, str] = MappingProxyType(
    {
        "noted": later("Noted: %(what)s"),
        "taken_back": later("Taken back: %(what)s"),
        "kept": later("Kept: %(what)s"),
        "taken_out": later("Taken out: %(what)s"),
        "undo_what": later("Undo: %(what)s"),
        "undo": later("Undo"),
        "put_back": later("Put it back"),
        "since": later("since %(time)s"),
        "first": later("What did you do?"),
        "further": later("And then?"),
        "lately": later("A little while ago"),
        "earlier": later("Earlier"),
        "took": later("%(long)s, until it was settled."),
        "no_end": later("How it ended was not written down, and need not be."),
        "by": later("Written by %(who)s."),
        "between": later(", "),
        "fell_asleep": later("fell asleep"),
        "mended": later("mended"),
        "about_this_time": later("about this time"),
    }
)


def said(key: str, **places: str) -> str:
    """Return one of them with its places filled: `said("noted", what="cried")`."""
    return _(MINUTE[key]) % places if places else _(MINUTE[key])
