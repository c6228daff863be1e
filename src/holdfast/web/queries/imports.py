"""What the import pages show: uploads, imports that are done, drafts that wait."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from holdfast.formats import Member
from holdfast.formats.open_format import as_line, parse
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Draft, Family, Import, Moment, UploadedFile
from holdfast.words import Moment as Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportDone:
    """An import, as its list shows it."""

    id: UUID
    child: UUID
    child_name: str
    by_name: str
    format: str
    files: tuple[str, ...]
    counts: Mapping[str, int]
    at: datetime
    undone: datetime | None
    open_drafts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftWaiting:
    """Care that may have hidden in an old log: somebody is asked whether it was so."""

    id: UUID
    moment: Said
    why: str


def imports_of(family: Family) -> list[ImportDone]:
    """Return the imports of a family, latest first."""
    with within(family=family.pk):
        waiting = Count("drafts", filter=Q(drafts__accepted=None))
        rows = Import.objects.select_related("child", "by").annotate(waiting=waiting)
        return [
            ImportDone(
                id=row.pk,
                child=row.child_id,
                child_name=row.child.name,
                by_name=row.by.name if row.by else "",
                format=row.format,
                files=tuple(row.files),
                counts=row.counts,
                at=row.at,
                undone=row.undone,
                open_drafts=row.waiting,
            )
            for row in rows.order_by("-at")
        ]


def drafts_of(child: Child) -> list[DraftWaiting]:
    """Return the drafts about a child that nobody has decided about, in order of time."""
    with within(family=child.family_id):
        rows = Draft.objects.filter(child=child, accepted=None)
        found = [
            DraftWaiting(id=row.pk, moment=parse(as_line(row.moment)), why=row.why) for row in rows
        ]
    return sorted(found, key=lambda draft: (draft.moment.at, draft.id))


def upload_of(caregiver: Caregiver, upload: UUID) -> list[Member]:
    """Return the files of an upload of one's own; none where there is no such upload."""
    with within(family=caregiver.family_id):
        rows = UploadedFile.objects.filter(upload=upload, upload__by=caregiver).order_by("id")
        return [Member(name=row.name, data=bytes(row.content)) for row in rows]


def homes_of(family: Family, sources: Collection[str]) -> dict[str, UUID]:
    """Return for which child each source was imported before: a family says so only once."""
    with within(family=family.pk):
        rows = Moment.objects.filter(source__in=sources).order_by().distinct()
        return dict(rows.values_list("source", "child_id"))
