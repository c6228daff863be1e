"""What was learned of a child up to now: taken up from a kept state, and kept again by month.

Moments of the last two days are often written down late, so what is kept stops before them and
they are stepped anew at each look: some tens of exchanges. Whatever is older and was written or
changed since a state was kept makes it void, with all that stand after that; an older one is left.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import islice, takewhile
from uuid import UUID

import polars as pl

from holdfast.engine.learner import Learner, from_json
from holdfast.engine.replay import REACH, catch_up
from holdfast.engine.seen import Child as Known
from holdfast.web.access import within
from holdfast.web.models import Child, Family, Moment
from holdfast.web.models import Learner as Kept
from holdfast.web.queries.logs import log_of

FIRM = timedelta(days=2)
TOGETHER = 500  # names in one query
LONGEST = timedelta(days=1)
"""No exchange runs longer: a moment touches none that opened earlier than that before it."""


def learner_of(child: Child, *, now: datetime) -> tuple[Learner | None, pl.DataFrame]:
    """Return what is known of a child, and the log that it was taken up to now with.

    Args:
        child: whose; must have come through `access`.
        now: exchanges that run then are not learned from yet.

    Returns:
        None where no exchange was over yet; and the log from a day before what was kept.
    """
    firm = datetime.combine((now - FIRM).astimezone(UTC).date(), time(), UTC)
    with within(family=child.family_id):
        seq = Family.objects.values_list("seq", flat=True).get(pk=child.family_id)
        standing = still_standing(child)
        state = from_json(standing[-1].state) if standing else None
        since = None if state is None else standing[-1].upto - REACH
        log = log_of(child, since=since)
        learner, months = catch_up(state, log, known(child), now=now, firm=firm)
        if months:
            keep(child, months, standing=standing if state else (), seq=seq)
    return learner, log


def known(child: Child) -> Known:
    """Return what ages are counted from."""
    return Known(child.born, child.due)


def still_standing(child: Child) -> list[Kept]:
    """Return the kept states that know all that was written since, oldest first."""
    rows = list(Kept.objects.filter(child=child).order_by("upto").defer("state"))
    if not rows:
        return rows
    earliest = earliest_touched(child, since=min(row.seq for row in rows))
    if earliest is None:
        return rows
    return list(takewhile(lambda row: row.upto < earliest - LONGEST, rows))


def earliest_touched(child: Child, *, since: int) -> datetime | None:
    """Return the earliest instant at which a write after `since` changes what was lived.

    That is where a moment stands or stood before, and where the signal stands that it names.
    """
    new = Moment.objects.filter(family=child.family_id, family_seq__gt=since)
    written = new.values_list("moment", "answers")
    named = {moment for pair in written for moment in pair if moment is not None}
    # By their names alone, which an index finds; asked by child too, SQLite reads the whole log.
    places = [
        at
        for names in batched(named, TOGETHER)
        for whose, at in Moment.objects.filter(moment__in=names).values_list("child_id", "at")
        if whose == child.pk
    ]
    return min(places, default=None)


def batched(names: Iterable[UUID], size: int) -> Iterator[list[UUID]]:
    """Part names into lists that a query can hold."""
    rest = iter(names)
    while part := list(islice(rest, size)):
        yield part


def keep(child: Child, months: dict[int, Learner], *, standing: Sequence[Kept], seq: int) -> None:
    """Keep states by month, as knowing what was written up to `seq`."""
    stood = [row.pk for row in standing]
    Kept.objects.filter(child=child).exclude(pk__in=stood).delete()
    Kept.objects.filter(pk__in=stood).update(seq=seq)
    Kept.objects.bulk_create(
        [
            Kept(
                family_id=child.family_id,
                child=child,
                month=f"{month // 12}-{month % 12 + 1:02}",
                upto=datetime.fromtimestamp(0, UTC) + timedelta(microseconds=state.upto),
                seq=seq,
                state=state.to_json(),
            )
            for month, state in sorted(months.items())
        ],
        update_conflicts=True,
        unique_fields=["child", "month"],
        update_fields=["upto", "seq", "state"],
    )
