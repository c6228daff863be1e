"""Files between their upload and their import: in the database, so that every worker sees them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from holdfast.formats import Member
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Upload, UploadedFile

LASTS = timedelta(days=1)


def keep_upload(*, by: Caregiver, files: Iterable[Member], now: datetime | None = None) -> UUID:
    """Keep files until they are imported, and return the upload's name; older ones of ours end."""
    now = now or timezone.now()
    with transaction.atomic(), within(family=by.family_id):
        Upload.objects.filter(at__lt=now - LASTS).delete()
        upload = Upload.objects.create(family_id=by.family_id, by=by, at=now)
        for file in files:
            UploadedFile.objects.create(
                family_id=by.family_id, upload=upload, name=file.name[:200], content=file.data
            )
    return upload.pk


def drop_upload(*, by: Caregiver, upload: UUID) -> None:
    """Forget the files."""
    with within(family=by.family_id):
        Upload.objects.filter(pk=upload, by=by).delete()
