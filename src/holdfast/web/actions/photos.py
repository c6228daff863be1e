"""Photos of moments: kept, taken out, put back. What was taken out is gone for good in a month."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from holdfast.formats.photos import Photo as Picture
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Family, Moment, Photo

WAITS = timedelta(days=30)  # what was taken out, for somebody who wants it back


def keep_photo(
    *, child: Child, by: Caregiver, moment: UUID, picture: Picture, now: datetime | None = None
) -> UUID:
    """Keep a photo of a moment and return its name; one that the moment had is taken out.

    Raises:
        Http404: this child has no such moment.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=child.family_id):
        Family.objects.select_for_update().get(pk=child.family_id)
        if not Moment.objects.filter(child=child, moment=moment).exists():
            raise Http404
        forget_old(now)
        of_moment(child, moment).update(taken_out=now)
        return add(child, moment, picture, by=by, now=now)


def add(child: Child, moment: UUID, picture: Picture, *, by: Caregiver, now: datetime) -> UUID:
    """Write one down."""
    photo = Photo.objects.create(
        family_id=child.family_id,
        child=child,
        by=by,
        moment=moment,
        at=now,
        type=picture.type,
        width=picture.width,
        height=picture.height,
        content=picture.content,
    )
    return photo.pk


def take_photo_out(*, child: Child, moment: UUID, now: datetime | None = None) -> None:
    """Take the photo of a moment out; for a while it can be put back."""
    now = now or timezone.now()
    with transaction.atomic(), within(family=child.family_id):
        forget_old(now)
        of_moment(child, moment).update(taken_out=now)


def put_photo_back(*, child: Child, moment: UUID) -> None:
    """Put back the photo that was taken out last, where there is none now."""
    with transaction.atomic(), within(family=child.family_id):
        Family.objects.select_for_update().get(pk=child.family_id)
        last = Photo.objects.filter(child=child, moment=moment).defer("content")
        found = last.exclude(taken_out=None).order_by("-taken_out").first()
        if found is not None and not of_moment(child, moment).exists():
            Photo.objects.filter(pk=found.pk).update(taken_out=None)


def bring_photos(
    *, child: Child, by: Caregiver, pictures: Mapping[UUID, Picture], now: datetime
) -> int:
    """Keep the photos of an import, within its transaction: of moments that show none yet."""
    moments = Moment.objects.filter(child=child, moment__in=pictures)
    here = set(moments.values_list("moment", flat=True))
    shown = set(Photo.objects.filter(child=child, moment__in=here).values_list("moment", flat=True))
    for moment in here - shown:
        add(child, moment, pictures[moment], by=by, now=now)
    return len(here - shown)


def of_moment(child: Child, moment: UUID) -> QuerySet[Photo]:
    """Find the photo that a moment shows."""
    return Photo.objects.filter(child=child, moment=moment, taken_out=None)


def forget_old(now: datetime) -> None:
    """Delete for good what was taken out long ago."""
    Photo.objects.filter(taken_out__lt=now - WAITS).delete()
