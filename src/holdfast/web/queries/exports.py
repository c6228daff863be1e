"""All that a family has, as values that can be written down."""

from collections.abc import Iterator
from dataclasses import dataclass

from holdfast.formats.open_format import Header, as_object
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Family, Moment
from holdfast.web.models.rows import value_of
from holdfast.words import Moment as Said

CHUNK = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """A family's children and caregivers, what counts, and every revision."""

    header: Header
    moments: tuple[Said, ...]
    history: tuple[dict[str, object], ...]


def everything_of(family: Family) -> Everything:
    """Read all of a family's log."""
    with within(family=family.pk):
        rows = list(Moment.objects.order_by("family_seq").iterator(CHUNK))
        header = Header(children=tuple(children()), caregivers=tuple(caregivers()))
    counts = {row.moment: value_of(row) for row in rows if row.newest and not row.removed}
    return Everything(
        header=header,
        moments=tuple(sorted(counts.values(), key=lambda said: (said.at, said.id))),
        history=tuple(map(revision, rows)),
    )


def children() -> Iterator[dict[str, object]]:
    """Return the children as the open format's header has them."""
    for child in Child.objects.order_by("id"):
        days = {name: getattr(child, name) for name in ("born", "due", "arrived")}
        said = {name: day.isoformat() for name, day in days.items() if day}
        yield {"id": str(child.pk), "name": child.name, "pronoun": child.pronoun, **said}


def caregivers() -> Iterator[dict[str, object]]:
    """Return the caregivers as the open format's header has them."""
    for one in Caregiver.objects.order_by("id"):
        yield {"id": str(one.pk), "name": one.name, "called": one.called, "role": one.role}


def revision(row: Moment) -> dict[str, object]:
    """Return one revision: what it said, who wrote it when, whether it counts."""
    return {
        **as_object(value_of(row)),
        "edit": str(row.edit),
        "revision": row.revision,
        "newest": row.newest,
        "removed": row.removed,
        "logged_at": row.logged_at.isoformat(),
        "logged_by": row.logged_by_id and str(row.logged_by_id),
        "device": row.device,
    }
