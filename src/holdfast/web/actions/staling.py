"""What a write makes stale: the months whose tallies it can change, and the sums they are in."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from holdfast.engine.months import REACH
from holdfast.web.models import Family, Moment, Month
from holdfast.web.models.adding import Row
from holdfast.web.models.caches import SUM, sum_before


def mark_stale(family: Family, rows: Iterable[Row], *, retired: Collection[UUID]) -> None:
    """Mark what these new rows touch, and the edits that count no more: one update a child.

    What is not kept needs no mark: whoever keeps it asks, under the family's lock, whether
    somebody wrote meanwhile.
    """
    touched = {(row.child_id, row.at) for row in rows}
    if retired:
        touched |= set(Moment.objects.filter(edit__in=retired).values_list("child_id", "at"))
    for child in {child for child, _at in touched}:
        months = {month for one, at in touched if one == child for month in months_near(at)}
        sums = Q(month__startswith=SUM, month__gt=sum_before(min(months)))
        kept = Month.objects.filter(Q(month__in=months) | sums, child=child)
        kept.update(written=family.seq)


def months_near(at: datetime) -> set[str]:
    """Return the months whose tallies a moment at this instant can change."""
    return {f"{near.year}-{near.month:02}" for near in (at - REACH, at, at + REACH)}
