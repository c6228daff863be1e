"""What *Patterns* reads: tallies by month, counted when somebody looks and kept until a write."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

import polars as pl
from django.db import transaction
from django.db.models import F, Max, Min

from holdfast.engine.months import (
    ALL,
    REACH,
    SHAPE,
    Tallies,
    add,
    packed,
    span_of,
    tallies_of,
    unpacked,
)
from holdfast.web.access import within
from holdfast.web.models import Child, Family, Month
from holdfast.web.models.caches import SUM, sum_before
from holdfast.web.queries.logs import counting, log_of

LATELY = 3  # local months, this one included


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A child's tallies: of the last months, of all, and from which local months on they are."""

    lately: Tallies
    always: Tallies
    lately_from: str


def counts_of(child: Child, *, today: date, of: Sequence[str] = ALL) -> Counts:
    """Return what is counted of a child; what was written since the last look is counted now.

    Args:
        child: whose; must have come through `access`.
        today: the local day.
        of: the names of the tallies that are wanted.
    """
    wanted = last_months(today, LATELY)
    before = sum_before(wanted[0])
    with within(family=child.family_id):
        seq = Family.objects.values_list("seq", flat=True).get(pk=child.family_id)
        fresh = fresh_months(child)
        older = [] if before in fresh else [m for m in months_of(child) if m < wanted[0]]
        for months in runs({*wanted, *older} - fresh):
            keep(child, tallies_over(child, months), seq=seq)
        if before not in fresh:
            Month.objects.filter(child=child, month__startswith=SUM).delete()
            keep(child, {before: add(kept(child, older))}, seq=seq)
        lately, all_before = kept(child, wanted), kept(child, [before])
    always = [*all_before, *lately]
    return Counts(lately=add(lately, of=of), always=add(always, of=of), lately_from=wanted[0])


def last_months(today: date, count: int) -> list[str]:
    """Return the names of the last local months, oldest first, the running one included."""
    first = today.year * 12 + today.month - count
    return [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, first + count)]


def fresh_months(child: Child) -> set[str]:
    """Return the months whose tallies still hold."""
    rows = Month.objects.filter(child=child, counted__gte=F("written"), shape=SHAPE)
    return set(rows.values_list("month", flat=True))


def months_of(child: Child) -> list[str]:
    """Return all local months of a child's log: those of its ends in any zone, and between."""
    ends = counting(child).aggregate(first=Min("at"), last=Max("at"))
    if ends["first"] is None:
        return []
    month, last = f"{ends['first'] - REACH:%Y-%m}", f"{ends['last'] + REACH:%Y-%m}"
    names = [month]
    while names[-1] < last:
        names.append(f"{span_of(names[-1])[1]:%Y-%m}")
    return names


def runs(months: Iterable[str]) -> list[list[str]]:
    """Part months into runs without a gap, so that each is read at once."""
    found: list[list[str]] = []
    for month in sorted(months):
        if found and f"{span_of(found[-1][-1])[1]:%Y-%m}" == month:
            found[-1].append(month)
        else:
            found.append([month])
    return found


def tallies_over(child: Child, months: Sequence[str]) -> dict[str, Tallies]:
    """Count a run of months from the log."""
    first, _ = span_of(months[0])
    _, after = span_of(months[-1])
    log = log_of(child, since=midnight(first) - REACH, until=midnight(after) + REACH)
    return tallies_of(log, months)


def midnight(day: date) -> datetime:
    """Return the instant at which a day begins in UTC."""
    return datetime.combine(day, time(), UTC)


def keep(child: Child, counts: Mapping[str, Tallies], *, seq: int) -> None:
    """Keep tallies of what was written up to `seq`. If somebody wrote meanwhile they are stale."""
    with transaction.atomic():
        family = Family.objects.select_for_update().get(pk=child.family_id)
        rows = [
            Month(
                family=family,
                child=child,
                month=month,
                written=family.seq,
                counted=seq,
                shape=SHAPE,
                tallies=packed(tallies),
            )
            for month, tallies in counts.items()
        ]
        Month.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["child", "month"],
            update_fields=["counted", "shape", "tallies"],  # `written` is theirs who write
        )


def kept(child: Child, months: Iterable[str]) -> list[pl.DataFrame]:
    """Return the packed tallies of months."""
    rows = Month.objects.filter(child=child, month__in=list(months)).order_by("month")
    blobs = rows.values_list("tallies", flat=True)
    return [unpacked(bytes(blob)) for blob in blobs if blob is not None]
