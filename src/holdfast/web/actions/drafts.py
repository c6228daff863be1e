"""Drafts: care that hid in an old log. A caregiver says whether it was so."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from holdfast.formats.open_format import as_line, parse
from holdfast.web.access import within
from holdfast.web.actions.keeping import keep
from holdfast.web.models import Caregiver, Child, Draft
from holdfast.web.sync import Arrival


def accept_drafts(
    *, child: Child, by: Caregiver, drafts: Collection[UUID], now: datetime | None = None
) -> int:
    """Keep these drafts as moments, and return how many were still open."""
    with transaction.atomic(), within(family=child.family_id):
        rows = open_ones(child, drafts)
        by_import: dict[UUID, list[Draft]] = {}
        for row in rows:
            by_import.setdefault(row.imported_id, []).append(row)
        for group in by_import.values():
            arrivals = [Arrival.new(parse(as_line(row.moment))) for row in group]
            imported = group[0].imported
            keep(by=by, children=[child.pk], arrivals=arrivals, now=now, imported=imported)
        decide(rows, by=by, accepted=True)
    return len(rows)


def refuse_drafts(*, child: Child, by: Caregiver, drafts: Collection[UUID]) -> int:
    """Let these drafts go: no later import asks again. Returns how many were still open."""
    with transaction.atomic(), within(family=child.family_id):
        rows = open_ones(child, drafts)
        decide(rows, by=by, accepted=False)
    return len(rows)


def open_ones(child: Child, drafts: Collection[UUID]) -> list[Draft]:
    """Return those of the drafts that nobody has decided about."""
    found = Draft.objects.filter(child=child, accepted=None, pk__in=drafts)
    return list(found.select_related("imported").select_for_update(of=("self",)))


def decide(rows: list[Draft], *, by: Caregiver, accepted: bool) -> None:
    """Write down what was decided."""
    Draft.objects.filter(pk__in=[row.pk for row in rows]).update(accepted=accepted, decided_by=by)
