"""The moment: one thing that happened. Its shape, its check at the door, and logs as frames.

A moment is a value. Whoever makes one (a phone, an import, the simulator) brings it through
`Moment.check`, so that all that is behind the door may rely on it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from uuid import UUID
from zoneinfo import ZoneInfo

import polars as pl

from holdfast.words.details import check_detail
from holdfast.words.errors import BadMoment
from holdfast.words.vocabulary import WORDS, Kind

UTC_TIME = pl.Datetime("us", "UTC")
SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = MappingProxyType(
    {
        "id": pl.String,
        "child": pl.String,
        "by": pl.String,
        "to": pl.String,
        "kind": pl.String,
        "word": pl.String,
        "at": UTC_TIME,
        "until": UTC_TIME,
        "zone": pl.String,
        "about": pl.Int64,
        "answers": pl.String,
        "detail": pl.String,
        "text": pl.String,
    }
)
"""A log as a frame, one moment a row; `about` in minutes, `detail` as JSON text."""

LONGEST_TEXT = 10_000
LONGEST_LASTING = timedelta(days=3)
VAGUEST = 1440  # minutes: "some time that day"
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
AHEAD = timedelta(days=1)  # phones' clocks are wrong by hours; a day is a typing error


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that happened, of which a day is made.

    Instants are in UTC; `zone` is where they were lived. `about` is the uncertainty in minutes.
    `extra` holds keys that are not ours, so that a file from a newer Holdfast keeps them.
    """

    id: str
    child: str
    kind: Kind
    word: str = ""
    at: datetime
    until: datetime | None = None
    zone: str
    about: int = 0
    by: str | None = None
    to: str | None = None
    answers: str | None = None
    detail: Mapping[str, object] = field(default_factory=dict)
    text: str = ""
    source: str = ""
    source_id: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    def check(self, *, now: datetime) -> "Moment":
        """Return the moment itself if it can be kept.

        Raises:
            BadMoment: what cannot be kept, in which field, and what to do about it.
        """
        check_id(self.id, "id")
        if self.answers is not None:
            check_id(self.answers, "answers")
        check_word(self.kind, self.word)
        check_times(self, now)
        check_detail(self.kind, self.word, self.detail)
        check_text(self)
        return self


FIELDS = tuple(f.name for f in fields(Moment))


def check_id(text: str, name: str) -> None:
    """Hold an id to the canonical form of a UUID, so that one moment has one name."""
    try:
        canonical = str(UUID(text)) == text
    except (ValueError, AttributeError, TypeError):
        canonical = False
    if not canonical:
        raise BadMoment(f"{text!r} is no id.", field=name, hint="Send a UUID in lower case.")


WORDS_OF = {str(kind): tuple(map(str, WORDS.get(kind, ()))) for kind in Kind}


def check_word(kind: str, word: str) -> None:
    """Hold kind and word to the closed vocabularies."""
    if kind not in WORDS_OF:
        raise BadMoment(
            f"{kind!r} is no kind of moment.", field="kind", hint=f"One of {', '.join(Kind)}."
        )
    words = WORDS_OF[kind]
    if kind == Kind.NOTE and word:
        raise BadMoment("A note has no word.", field="word", hint="Put it into the text.")
    if words and word not in words:
        raise BadMoment(
            f"{word!r} is no word for a {kind}.", field="word", hint=f"One of {', '.join(words)}."
        )


def check_times(moment: Moment, now: datetime) -> None:
    """Hold the times to what can have been."""
    check_zone(moment.zone)
    for name, time in (("at", moment.at), ("until", moment.until)):
        if time is not None and time.utcoffset() is None:
            raise BadMoment(f"{name} has no offset.", field=name, hint="Send it with +00:00.")
    if not EARLIEST <= moment.at <= now + AHEAD:
        raise BadMoment(
            f"{moment.at:%Y-%m-%d %H:%M} cannot be when it was.",
            field="at",
            hint="Set the day and the time once more.",
        )
    if moment.until is not None and not (
        timedelta(0) <= moment.until - moment.at <= LONGEST_LASTING
    ):
        raise BadMoment(
            "It ends before it starts, or lasts for days.",
            field="until",
            hint="Set its start or its end once more.",
        )
    if not 0 <= moment.about <= VAGUEST:
        raise BadMoment(
            f"About {moment.about} minutes is no uncertainty.",
            field="about",
            hint=f"Between 0 and {VAGUEST} minutes.",
        )


def check_zone(name: str) -> None:
    """Hold a zone to the IANA names."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as unknown:  # what ZoneInfo raises, by the platform
        raise BadMoment(
            f"{name!r} is no time zone.", field="zone", hint="One like Europe/Berlin."
        ) from unknown


def check_text(moment: Moment) -> None:
    """Hold texts to a length, and a note to having one."""
    if len(moment.text) > LONGEST_TEXT:
        raise BadMoment(
            f"The text has {len(moment.text)} characters.",
            field="text",
            hint=f"Up to {LONGEST_TEXT} can be kept; part it into two notes.",
        )
    if moment.kind == Kind.NOTE and not moment.text.strip():
        raise BadMoment("The note is empty.", field="text", hint="Write something, or leave it.")
    for name, text in (("text", moment.text), *moment.detail.items()):
        if isinstance(text, str) and not is_text(text):
            raise BadMoment(
                f"{name} holds what is no character.", field=name, hint="Write it once more."
            )


def is_text(text: str) -> bool:
    """Say whether every database and file can hold it: no NUL, no half of a character."""
    if text.isascii():
        return "\x00" not in text
    return "\x00" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def frame(moments: Iterable[Moment]) -> pl.DataFrame:
    """Lay moments out as a log, one a row in the order given; columns as in `SCHEMA`."""
    rows = [
        [
            json.dumps(moment.detail, sort_keys=True) if name == "detail" else getattr(moment, name)
            for name in SCHEMA
        ]
        for moment in moments
    ]
    return pl.DataFrame(rows, schema=dict(SCHEMA), orient="row")
