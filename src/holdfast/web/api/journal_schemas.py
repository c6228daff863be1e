"""What of a journal goes over the wire: names, and bytes that nobody on the way can read."""

from base64 import b64encode
from binascii import Error, a2b_base64
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import AfterValidator

from holdfast.web.queries import JournalChanges, SharedEntry


def is_base64(text: str) -> str:
    """Refuse what is no base64."""
    try:
        a2b_base64(text, strict_mode=True)
    except (Error, ValueError):
        raise ValueError("this is no base64") from None
    return text


Sealed = Annotated[str, AfterValidator(is_base64), Field(max_length=2_100_000)]
"""Sealed bytes, an age file, as base64."""


class Done(Schema):
    """It is done; there is nothing more to say."""


class KeyIn(Schema):
    """An identity, wrapped by its phone with the six words."""

    id: UUID
    wrapped: Sealed


class KeyOut(KeyIn):
    """The one that counts."""

    made: datetime


class KeyName(Schema):
    """Which key."""

    id: UUID


class RecordIn(Schema):
    """A sealed record with the name that its phone gave it."""

    id: UUID
    sealed: Sealed


class RecordsIn(Schema):
    """Up to 50 records."""

    under: UUID = Field(description="The key for which they are sealed.")
    records: list[RecordIn] = Field(max_length=50)


class RecordOut(Schema):
    """A record as it is kept."""

    id: UUID
    seq: int
    size: int
    gone: bool = Field(description="Deleted for good.")
    sealed: str | None = Field(description="As base64; null where it is too large: ask for it.")


class JournalOut(Schema):
    """What came since a number. Ask again from the last record's number while there is `more`."""

    seq: int
    head: UUID | None = Field(description="The record that came with the number asked from.")
    more: bool
    key: KeyOut | None
    records: list[RecordOut]

    @classmethod
    def of(cls, changes: JournalChanges) -> "JournalOut":
        """Return changes as they are sent."""
        key = changes.key
        return cls(
            seq=changes.seq,
            head=changes.head,
            more=changes.more,
            key=KeyOut(id=key.id, wrapped=as_text(key.wrapped), made=key.made) if key else None,
            records=[
                RecordOut(
                    id=one.id,
                    seq=one.seq,
                    size=one.size,
                    gone=one.gone,
                    sealed=None if one.sealed is None else as_text(one.sealed),
                )
                for one in changes.records
            ],
        )


class JournalSince(Schema):
    """What is asked for."""

    since: int = Field(0, ge=0, le=2**62)


class KeptOut(Schema):
    """What became of records, by their names."""

    kept: list[UUID]
    refused: dict[str, str]
    seq: int = Field(description="How far the journal is after that.")


class OneOut(Schema):
    """One record."""

    sealed: str


class NamesIn(Schema):
    """Up to 500 records."""

    ids: list[UUID] = Field(max_length=500)


class ErasedOut(Schema):
    """What is gone for good."""

    erased: list[UUID]


class MissingOut(Schema):
    """What has to be sealed anew before the new words count; nothing: they count."""

    missing: list[UUID]


class PhoneNoted(Schema):
    """The phone that asks."""

    id: UUID
    name: str = Field("", max_length=60)


class JournalPhoneOut(Schema):
    """A phone on which the journal is open."""

    id: UUID
    name: str
    opened: datetime
    last_day: date


class PhonesOut(Schema):
    """All of them."""

    phones: list[JournalPhoneOut]


class PhotoIn(Schema):
    """A photo, in the clear."""

    id: UUID
    bytes: Sealed


class ShareIn(Schema):
    """One entry, in the clear, for those who are named."""

    entry: UUID
    child: UUID
    to: list[UUID] | Literal["all"]
    said: dict[str, Any]
    photos: list[PhotoIn] = Field(default_factory=list, max_length=6)


class SeatsOut(Schema):
    """Who can read it now."""

    to: list[UUID]


class EntryName(Schema):
    """Which entry."""

    entry: UUID


class SharedOut(Schema):
    """A shared entry. Its photos are at /api/journal/{seat}/shared/{id}/{photo}."""

    id: UUID
    entry: UUID
    child: UUID
    by: UUID
    by_name: str
    to: list[UUID]
    at: datetime
    said: dict[str, Any]
    photos: list[UUID]


class SharedListOut(Schema):
    """What others share with you, and you with others."""

    with_me: list[SharedOut]
    by_me: list[SharedOut]


def as_text(content: bytes) -> str:
    """Return bytes as base64."""
    return b64encode(content).decode()


def as_bytes(text: str) -> bytes:
    """Return what base64 stands for."""
    return a2b_base64(text)


def shared_out(entries: list[SharedEntry]) -> list[SharedOut]:
    """Return shared entries as they are sent."""
    names = SharedOut.model_fields
    return [SharedOut(**{name: getattr(one, name) for name in names}) for one in entries]
