"""Photos, and what a family remembers: first times, and whatever else has a photo."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from holdfast.formats.photos import Photo as Picture
from holdfast.web.access import within
from holdfast.web.models import Child, Family, Moment, Photo
from holdfast.web.queries.logged import Logged, logged
from holdfast.words import Kind
from holdfast.words.details import SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """A photo without its bytes: what a page needs to leave room for it."""

    id: UUID
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """A moment that is remembered, with its photo if it has one."""

    logged: Logged
    photo: Framed | None
    can_put_back: bool = False  # a photo was taken out, and none is there now


def memories_of(child: Child) -> list[Memory]:
    """Return a child's memories in order of time; of two notes of one happening, one."""
    with within(family=child.family_id):
        photos = framed(child)
        remembered = Q(kind=Kind.MILESTONE) | Q(moment__in=photos)
        rows = Moment.objects.filter(remembered, child=child, newest=True, removed=False)
        found = {one.id: one for one in logged(rows.order_by("at", "id"))}
    doubles = {one.id: same_as(one, found) for one in found.values()}
    shown = {into: photos[name] for name, into in doubles.items() if into and name in photos}
    return [
        Memory(logged=one, photo=photos.get(one.id) or shown.get(one.id))
        for one in found.values()
        if doubles[one.id] is None
    ]


def same_as(one: Logged, among: Mapping[UUID, Logged]) -> UUID | None:
    """Return the other note of the same happening, where somebody said that there is one."""
    named = str(one.moment.detail.get(SAME, ""))
    return next((other for other in among if str(other) == named), None)


def memory_of(child: Child, moment: UUID) -> Memory | None:
    """Return one memory as it is now, taken out or not; None where the child has none such."""
    with within(family=child.family_id):
        rows = Moment.objects.filter(child=child, moment=moment, newest=True)
        found = logged(rows.order_by("id"))
        photos = framed(child, moment)
        waits = Photo.objects.filter(child=child, moment=moment).exclude(taken_out=None)
        can_put_back = not photos and waits.exists()
    if not found:
        return None
    return Memory(logged=found[-1], photo=photos.get(moment), can_put_back=can_put_back)


def framed(child: Child, *moments: UUID) -> dict[UUID, Framed]:
    """Return what photos there are, by moment."""
    rows = Photo.objects.filter(child=child, taken_out=None)
    if moments:
        rows = rows.filter(moment__in=moments)
    found = rows.values_list("moment", "id", "width", "height")
    return {
        moment: Framed(id=name, width=width, height=height) for moment, name, width, height in found
    }


def photo_of(child: Child, photo: UUID) -> Picture | None:
    """Return one photo with its bytes, also while it waits to be put back."""
    with within(family=child.family_id):
        row = Photo.objects.filter(child=child, pk=photo).first()
    return None if row is None else picture(row)


def picture(row: Photo) -> Picture:
    """Return a row as a picture."""
    return Picture(row.type, bytes(row.content), row.width, row.height)


def photos_taken_along(family: Family) -> Iterator[tuple[UUID, Picture]]:
    """Yield each photo of a moment that counts, with the moment's id, one at a time."""
    with within(family=family.pk):
        counting = Moment.objects.filter(newest=True, removed=False).values("moment")
        rows = Photo.objects.filter(taken_out=None, moment__in=counting).order_by("moment")
        names = list(rows.values_list("pk", flat=True))
    for name in names:
        with within(family=family.pk):
            row = Photo.objects.get(pk=name)
        yield row.moment, picture(row)
