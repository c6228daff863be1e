"""What several people and their things need: who was here when, who was asked, links, notices."""

from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.family import Caregiver, Child, Family
from holdfast.web.models.scoped import OfOneFamily


class Visit(models.Model):
    """When a caregiver was here last, and when they were before they went away."""

    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    caregiver = models.OneToOneField(
        Caregiver, models.CASCADE, primary_key=True, related_name="visit"
    )
    seen = models.DateTimeField()
    before = models.DateTimeField(null=True)

    objects = OfOneFamily()


class Asked(models.Model):
    """Somebody asks somebody to take over. It is over when it is answered, or after a while."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+")
    child = models.ForeignKey(Child, models.CASCADE, related_name="+")
    by = models.ForeignKey(Caregiver, models.CASCADE, related_name="+")
    to = models.ForeignKey(Caregiver, models.CASCADE, related_name="asked")
    at = models.DateTimeField()
    done = models.DateTimeField(null=True)

    objects = OfOneFamily()


class HandLink(models.Model):
    """A link that writes down one thing: for a tag, a button, a home's hub. Its hash alone is here.

    `last_moment` is what it wrote last: read twice within seconds, it wrote once. `counted` are
    its moments since `counted_from`, so that a stuck button stops.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="hands")
    child = models.ForeignKey(Child, models.CASCADE, related_name="hands")
    caregiver = models.ForeignKey(Caregiver, models.CASCADE, related_name="hands")
    name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=12)
    word = models.CharField(max_length=24)
    detail = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    revoked = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True)
    last_moment = models.UUIDField(null=True)
    counted_from = models.DateTimeField(null=True)
    counted = models.PositiveIntegerField(default=0)

    objects = OfOneFamily()


class Phone(models.Model):
    """A phone that wants to be told that something is new, without being told what.

    It is told only while the session lasts in which this was asked for. `digest` is that of the
    address: one browser is one row, whoever asked last.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="phones")
    caregiver = models.ForeignKey(Caregiver, models.CASCADE, related_name="phones")
    session = models.CharField(max_length=40)
    endpoint = models.CharField(max_length=1000)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    when_asked = models.BooleanField(default=True)
    when_new = models.BooleanField(default=False)
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    zone = models.CharField(max_length=64)
    told = models.DateTimeField(null=True)

    objects = OfOneFamily()
