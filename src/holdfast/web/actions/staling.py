"""What a write makes stale: the months whose tallies it can change, and the sums they are in."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from holdfast.engine.months import REACH
from holdfast.web.models import Family, Moment, Month
from holdfast.web.models.caches import SUM, sum_before


def mark_stale(family: Family, rows: Iterable[Moment], *, retired: Collection[UUID]) -> None:
    """Mark the months that these new rows touch, and those of the edits that count no more."""
    touched = {(row.child_id, row.at) for row in rows}
    if retired:
        touched |= set(Moment.objects.filter(edit__in=retired).values_list("child_id", "at"))
    names = {(child, month) for child, at in touched for month in months_near(at)}
    Month.objects.bulk_create(
        [
            Month(family=family, child_id=child, month=month, written=family.seq)
            for child, month in sorted(names)
        ],
        update_conflicts=True,
        unique_fields=["child", "month"],
        update_fields=["written"],
    )
    for child in {child for child, _at in touched}:
        first = min(month for one, month in names if one == child)
        sums = Month.objects.filter(child=child, month__startswith=SUM, month__gt=sum_before(first))
        sums.update(written=family.seq)


def months_near(at: datetime) -> set[str]:
    """Return the months whose tallies a moment at this instant can change."""
    return {f"{near:%Y-%m}" for near in (at - REACH, at, at + REACH)}
