"""Our notation for a log: `03:00 cry / 03:04 hug / 03:09 settled`, on Ada's day in UTC."""

from datetime import UTC, datetime

from holdfast.web.ids import new_id
from holdfast.words import WORDS, Kind, Moment

DAY = "2026-03-13"


def moments(text, child, *, by=None, day=DAY):
    """Return the moments of a text, one for each `hh:mm word`; words are found in their kind."""
    return [moment(*part.split(), child=child, by=by, day=day) for part in text.split("/")]


def moment(clock, word, *details, child, by=None, day=DAY, **more):
    """Return one moment. `13:00 response:feed` names the kind where two have the word."""
    kind, _, word = word.rpartition(":")
    kind = Kind(kind) if kind else next(k for k, words in WORDS.items() if word in list(words))
    detail = dict(one.split("=") for one in details)
    return Moment(
        id=str(new_id()),
        child=str(child.pk),
        by=by and str(by.pk),
        kind=kind,
        word=word,
        at=datetime.fromisoformat(f"{day} {clock}").replace(tzinfo=UTC),
        zone="Europe/Berlin",
        detail=detail,
        **more,
    )
