"""The words that a page gives the phone, as they stand in it: made once for each language."""

from functools import lru_cache

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from holdfast.telling.phone import phone_words
from holdfast.words.language import gettext as _
from holdfast.words.language import language


def words_for_phone(pronoun: str, *, speaks: bool = True) -> Markup:
    """Return all that the phone says, as it is said of a child; no questions where none may be."""
    return made(pronoun, speaks, language())


@lru_cache(maxsize=32)
def made(pronoun: str, speaks: bool, _language: str) -> Markup:  # noqa: FBT001 -- what is kept by
    """Make them."""
    unasked = {} if speaks else dict.fromkeys(("first", "further"), _("Answers"))
    return htmlsafe_json_dumps({**phone_words(pronoun), **unasked}, separators=(",", ":"))
