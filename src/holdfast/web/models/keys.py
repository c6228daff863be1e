from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.family import Caregiver, Family
from holdfast.web.models.people import User
from holdfast.web.models.scoped import OfOneFamily


class SetupLink(models.Model):
    """The link that starts the first family, once. Only its hash is here."""

    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    until = models.DateTimeField()
    used = models.DateTimeField(null=True)


class WayBack(models.Model):
    """A link that gives somebody a new password, once. Only its hash is here."""

    user = models.ForeignKey(User, models.CASCADE, related_name="ways_back")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()


class ApiToken(models.Model):
    """A key for a program of the family. Only its hash is here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="tokens")
    caregiver = models.ForeignKey(Caregiver, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    last_day = models.DateField(null=True)
    revoked = models.DateTimeField(null=True)

    objects = OfOneFamily()
