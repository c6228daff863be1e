from typing import ClassVar

from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.family import Caregiver, Child, Family
from holdfast.web.models.scoped import OfOneFamily


class Import(models.Model):
    """One reading of foreign files into a child's log. It can be taken back as a whole."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="imports")
    child = models.ForeignKey(Child, models.CASCADE, related_name="imports")
    by = models.ForeignKey(Caregiver, models.SET_NULL, null=True, related_name="+")
    format = models.CharField(max_length=40)
    files = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    at = models.DateTimeField()
    undone = models.DateTimeField(null=True)

    objects = OfOneFamily()


class Draft(models.Model):
    """Care that hid in an old log. It counts when a caregiver accepts it, and asks only once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="drafts")
    child = models.ForeignKey(Child, models.CASCADE, related_name="drafts")
    imported = models.ForeignKey(Import, models.CASCADE, related_name="drafts")
    source = models.CharField(max_length=200)
    source_id = models.CharField(max_length=300)
    moment = models.JSONField()
    why = models.CharField(max_length=300, blank=True)
    accepted = models.BooleanField(null=True)
    decided_by = models.ForeignKey(Caregiver, models.SET_NULL, null=True, related_name="+")

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "source", "source_id"], name="a_draft_asks_once"
            ),
        ]


class Upload(models.Model):
    """Files that somebody is about to import: kept until they do, leave it, or a day is over."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="uploads")
    by = models.ForeignKey(Caregiver, models.CASCADE, related_name="uploads")
    at = models.DateTimeField()

    objects = OfOneFamily()


class UploadedFile(models.Model):
    """One of them."""

    family = models.ForeignKey(Family, models.CASCADE, related_name="uploaded_files")
    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()

    objects = OfOneFamily()
