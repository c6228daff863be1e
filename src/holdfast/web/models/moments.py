from typing import ClassVar

from django.db import models

from holdfast.web.models.family import Caregiver, Child, Family
from holdfast.web.models.imports import Import
from holdfast.web.models.scoped import OfOneFamily


class Moment(models.Model):
    """One revision of one moment. Rows are only ever added; of one moment the newest count.

    `edit` names the revision, and the first is named as the moment is: so a tap that arrives
    twice meets itself. Two rows of a moment are both `newest` where two edits crossed.
    """

    id = models.BigAutoField(primary_key=True)
    family = models.ForeignKey(Family, models.CASCADE, related_name="moments", db_index=False)
    family_seq = models.BigIntegerField()
    moment = models.UUIDField()
    edit = models.UUIDField()
    revision = models.PositiveIntegerField(default=1)
    newest = models.BooleanField(default=True)
    removed = models.BooleanField(default=False)

    child = models.ForeignKey(Child, models.CASCADE, related_name="moments", db_index=False)
    by = models.ForeignKey(Caregiver, models.SET_NULL, null=True, related_name="+", db_index=False)
    to = models.ForeignKey(Caregiver, models.SET_NULL, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=12)
    word = models.CharField(max_length=24, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)
    zone = models.CharField(max_length=64)
    about = models.PositiveIntegerField(default=0)
    answers = models.UUIDField(null=True)
    detail = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    extra = models.JSONField(default=dict)

    source = models.CharField(max_length=200, blank=True)
    source_id = models.CharField(max_length=300, blank=True)
    imported = models.ForeignKey(Import, models.SET_NULL, null=True, related_name="rows")
    logged_by = models.ForeignKey(
        Caregiver, models.SET_NULL, null=True, related_name="+", db_index=False
    )
    logged_at = models.DateTimeField()
    device = models.CharField(max_length=60, blank=True)

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family", "edit"], name="an_edit_is_kept_once"),
            models.UniqueConstraint(fields=["family", "family_seq"], name="a_write_has_its_number"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["child", "at"], name="a_day_of_a_child"),
            # With the family first: of many moments at once SQLite else reads the family's all.
            models.Index(fields=["family", "moment"], name="revisions_of_a_moment"),
            models.Index(
                fields=["child", "kind", "word", "at"],
                condition=models.Q(kind="care"),
                name="last_care_of_a_child",
            ),
            models.Index(
                fields=["child", "source", "source_id"],
                condition=~models.Q(source=""),
                name="what_an_import_finds",
            ),
        ]
