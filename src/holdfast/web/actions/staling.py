"""What a write makes stale: the months whose tallies it can change, and the sums they are in."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from holdfast.engine.months import REACH
from holdfast.web.models import Family, Moment
from holdfast.web.models.adding import Row, mark_months


def mark_stale(family: Family, rows: Iterable[Row], *, retired: Collection[UUID]) -> None:
    """Mark what these new rows touch, and the edits that count no more: one update a child.

    What is not kept needs no mark: whoever keeps it asks, under the family's lock, whether
    somebody wrote meanwhile.
    """
    touched = {(row.child_id, row.at.date()) for row in rows}
    if retired:
        stood = Moment.objects.filter(edit__in=retired).values_list("child_id", "at")
        touched |= {(child, at.date()) for child, at in stood.iterator()}
    mark_touched(family, touched)


def mark_touched(family: Family, touched: Collection[tuple[UUID, date]]) -> None:
    """Mark what a write on these days of these children makes stale."""
    for child in {child for child, _on in touched}:
        months = {month for one, on in touched if one == child for month in months_near(on)}
        mark_months(child, months, written=family.seq)


def months_near(on: date) -> set[str]:
    """Return the months whose tallies a moment of this day can change."""
    return {f"{near.year}-{near.month:02}" for near in (on - REACH, on, on + REACH)}
