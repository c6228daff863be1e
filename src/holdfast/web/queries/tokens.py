"""The keys that somebody made for programs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from holdfast.web.access import within
from holdfast.web.models import ApiToken, Caregiver


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenMade:
    """A key, as its list shows it: never the key itself."""

    id: UUID
    name: str
    made: datetime
    last_day: date | None


def tokens_of(caregiver: Caregiver) -> list[TokenMade]:
    """Return one's own keys that still open something, latest first."""
    with within(family=caregiver.family_id):
        rows = ApiToken.objects.filter(caregiver=caregiver, revoked=None).order_by("-made")
        return [
            TokenMade(id=row.pk, name=row.name, made=row.made, last_day=row.last_day)
            for row in rows
        ]
