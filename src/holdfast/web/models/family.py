from enum import StrEnum
from typing import ClassVar

from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.people import User
from holdfast.web.models.scoped import OfOneFamily


class Role(StrEnum):
    """What a caregiver is here; `access.GRANTS` says what that allows."""

    PARENT = "parent"
    HELPER = "helper"
    GUEST = "guest"


class Family(models.Model):
    """The boundary of privacy. `seq` counts its writes: it is raised under a lock on this row.

    `numbers` is whom this family calls: a name and a number each, in their own order.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=100, blank=True)
    seq = models.BigIntegerField(default=0)
    demo = models.BooleanField(default=False)
    zone = models.CharField(max_length=64, default="UTC")
    started = models.DateTimeField(auto_now_add=True)
    numbers = models.JSONField(default=list, blank=True)


class Child(models.Model):
    """Born, expected or awaited; with a name or none yet.

    `lost` is when somebody said that the child died or will not come: see `words.modes`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="children")
    name = models.CharField(max_length=100, blank=True)
    born = models.DateField(null=True, blank=True)
    due = models.DateField(null=True, blank=True)
    arrived = models.DateField(null=True, blank=True)
    pronoun = models.CharField(max_length=4, default="they")
    lost = models.DateTimeField(null=True, blank=True)

    objects = OfOneFamily()


class Caregiver(models.Model):
    """One person in one family. Without a user: somebody whom only the log knows.

    `no_help_for` names the children of whom this person wants no word on what may help, or "all".
    `quiet` is their wish that nothing is asked or suggested for a while: see `words.modes`.
    `weekly` is whether they want a page about the week.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="caregivers")
    user = models.ForeignKey(
        User, models.SET_NULL, null=True, blank=True, related_name="caregivers"
    )
    name = models.CharField(max_length=100)
    called = models.CharField(max_length=100, blank=True)
    role = models.CharField(max_length=10, choices=[(role, role) for role in Role])
    until = models.DateTimeField(null=True, blank=True)
    quiet = models.BooleanField(default=False)
    weekly = models.BooleanField(default=False)
    no_help_for = models.JSONField(default=list, blank=True)

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["family", "user"], name="one_seat_a_family"),
        ]
