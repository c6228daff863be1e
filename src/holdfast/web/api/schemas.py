"""What goes over the wire. Keys and words are those of the open format."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import WithJsonSchema

from holdfast.web.queries import Logged
from holdfast.web.sync import Arrival
from holdfast.words import Kind, Moment

KINDS = Literal["signal", "response", "settling", "care", "exploring", "milestone", "note"]


class MomentIn(Schema):
    """A moment as a phone or a program sends it, new or changed.

    A new one needs no `edit`. A change has an `edit` of its own and names in `replaces` the edits
    that were seen.
    """

    id: UUID = Field(description="A UUID, best of version 7, made where the moment was noted.")
    child: UUID
    kind: KINDS
    word: str = Field("", max_length=24)
    at: datetime = Field(description="With offset.")
    until: datetime | None = None
    zone: str = Field(max_length=64, description="IANA name of where it was lived.")
    about: int = Field(0, ge=0, le=1440, description="Minutes of uncertainty.")
    by: UUID | None = Field(None, description="Who did it; whoever sends it where not given.")
    to: UUID | None = None
    answers: UUID | None = Field(None, description="The signal that this answers.")
    detail: dict[str, Any] = Field(default_factory=dict)
    text: str = Field("", max_length=10_000)
    edit: UUID | None = Field(None, description="This revision's own id.")
    replaces: list[UUID] = Field(default_factory=list, max_length=50)
    removed: bool = False

    def arrival(self, *, by: UUID) -> Arrival:
        """Return it as the actions take it."""
        moment = Moment(
            id=str(self.id),
            child=str(self.child),
            kind=Kind(self.kind),
            word=self.word,
            at=self.at,
            until=self.until,
            zone=self.zone,
            about=self.about,
            by=str(self.by or by),
            to=str(self.to) if self.to else None,
            answers=str(self.answers) if self.answers else None,
            detail=self.detail,
            text=self.text,
        )
        return Arrival(
            moment=moment,
            edit=self.edit or self.id,
            replaces=tuple(self.replaces),
            removed=self.removed,
        )


BATCH = 500
FOR_WHOM = "The caregiver who asks; refused where somebody else is signed in."
WHOSE = "The caregiver who noted them; refused where somebody else is signed in."
Item = Annotated[Any, WithJsonSchema(MomentIn.model_json_schema())]
"""Checked one by one, so that one bad moment does not hold up the others."""


class BatchIn(Schema):
    """Up to 500 moments, in the order in which they were made."""

    moments: list[Item] = Field(max_length=BATCH)
    since: int | None = Field(None, ge=0, le=2**62, description="What the sender knows already.")
    seat: UUID | None = Field(None, description=WHOSE)
    device: str = Field("", max_length=60)


class SinceIn(Schema):
    """What is asked for."""

    since: int = Field(0, ge=0, le=2**62, description="The number up to which all is known.")
    limit: int = Field(BATCH, ge=1, le=BATCH)
    family: UUID | None = Field(None, description="Where you are in several.")
    seat: UUID | None = Field(None, description=FOR_WHOM)


class PhoneIn(Schema):
    """Of which family a phone asks."""

    family: UUID | None = Field(None, description="Where you are in several.")
    seat: UUID | None = Field(None, description=FOR_WHOM)


class MomentOut(Schema):
    """A revision of a moment."""

    id: UUID
    child: UUID
    kind: str
    word: str
    at: datetime
    until: datetime | None
    zone: str
    about: int
    by: UUID | None
    to: UUID | None
    answers: UUID | None
    detail: dict[str, Any]
    text: str
    source: str
    source_id: str
    edit: UUID
    revision: int
    newest: bool
    removed: bool
    crossed: bool = Field(description="Another edit counts beside this: somebody has to choose.")
    others: list[UUID] = Field(description="The edits that count beside this one.")
    seq: int
    logged_by: UUID | None
    logged_at: datetime

    @classmethod
    def of(cls, row: Logged) -> "MomentOut":
        """Return a row as it is sent."""
        said = row.moment
        return cls.model_construct(
            **{name: getattr(said, name) for name in SAID},
            edit=row.edit,
            revision=row.revision,
            newest=row.newest,
            removed=row.removed,
            crossed=row.crossed,
            others=list(row.others),
            seq=row.seq,
            logged_by=row.logged_by,
            logged_at=row.logged_at,
        )


SAID = tuple(name for name in MomentOut.model_fields if name in Moment.__dataclass_fields__)


class ChangesOut(Schema):
    """What came since a number. Ask again from `seq` while there is `more`."""

    seq: int
    more: bool
    moments: list[MomentOut]


class BatchOut(Schema):
    """What became of a batch, by the id that each was sent under; and what is new, if asked."""

    seq: int | None
    more: bool
    moments: list[MomentOut]
    kept: list[str]
    refused: dict[str, str] = Field(description="By id: why, and what to do about it.")


class ChildOut(Schema):
    """A child."""

    id: UUID
    family: UUID
    name: str
    born: date | None
    due: date | None
    arrived: date | None
    pronoun: str


class PhoneChild(ChildOut):
    """A child, and whether pages may ask, suggest and tell ages."""

    speaks: bool


class PersonOut(Schema):
    """A caregiver."""

    id: UUID
    name: str
    called: str


class PhoneOut(Schema):
    """With what a phone begins: who is there, and the last days."""

    seat: UUID
    family: UUID
    zone: str
    may_log: bool
    children: list[PhoneChild]
    caregivers: list[PersonOut]
    pages: list[str] = Field(description="Pages to keep for when there is no signal.")
    seq: int
    moments: list[MomentOut]
    csrf: str = Field(description="Sent as X-CSRFToken where the cookie cannot be read.")


class SheetOut(Schema):
    """What a phone needs to say what may help; `sheet` is null where nothing is to be said."""

    child: UUID
    sheet: dict[str, Any] | None
    words: dict[str, Any] | None
    clocks: dict[str, Any] | None = Field(description="The last feed and the last sleep.")


class ErrorOut(Schema):
    """What happened, and what to do."""

    message: str
    hint: str = ""
