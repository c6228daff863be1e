"""The links that other hands hold, as their list shows them: never the links themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from holdfast.web.access import GRANTS, Caregiver, May, Role, within
from holdfast.web.models import HandLink


@dataclass(frozen=True, slots=True, kw_only=True)
class HandMade:
    """One link."""

    id: UUID
    name: str
    child: str
    who: str
    kind: str
    word: str
    detail: Mapping[str, object]
    made: datetime
    last_at: datetime | None


def hands_of(seat: Caregiver) -> list[HandMade]:
    """Return one's own open links, and for a parent those of all, latest first."""
    with within(family=seat.family_id):
        rows = HandLink.objects.filter(revoked=None).select_related("child", "caregiver")
        if May.INVITE not in GRANTS[Role(seat.role)]:
            rows = rows.filter(caregiver=seat)
        return [
            HandMade(
                id=row.pk,
                name=row.name,
                child=row.child.name,
                who=row.caregiver.name,
                kind=row.kind,
                word=row.word,
                detail=row.detail,
                made=row.made,
                last_at=row.last_at,
            )
            for row in rows.order_by("-made")
        ]
