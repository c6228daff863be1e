"""The sealed journal: whose it is, how much, and when it came. What it says is on no server."""

from typing import ClassVar

from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.family import Caregiver, Child, Family
from holdfast.web.models.people import User
from holdfast.web.models.scoped import OfOneFamily


class Journal(models.Model):
    """A caregiver's journal. `seq` counts what came, under a lock on this row.

    It ends with the seat, and with the account: a person who is deleted leaves no sealed page.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    seat = models.OneToOneField(Caregiver, models.CASCADE, primary_key=True, related_name="journal")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    seq = models.BigIntegerField(default=0)

    objects = OfOneFamily()


class JournalKey(models.Model):
    """An identity as its phone wrapped it with the six words. One counts, one may be coming.

    What is sealed hangs on its key: with the key it goes, all at once.
    """

    id = models.BigAutoField(primary_key=True)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    journal = models.ForeignKey(Journal, models.CASCADE, related_name="keys", db_index=False)
    name = models.UUIDField()
    counts = models.BooleanField()
    wrapped = models.BinaryField()
    made = models.DateTimeField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["journal", "counts"], name="one_key_counts"),
            models.UniqueConstraint(fields=["journal", "name"], name="a_key_has_its_name"),
        ]


class Sealed(models.Model):
    """One sealed record: a revision of an entry, or a photo; nobody here can tell which.

    Empty where it was deleted for good, so that other phones of this person hear of it.
    """

    id = models.BigAutoField(primary_key=True)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    key = models.ForeignKey(JournalKey, models.CASCADE, related_name="records", db_index=False)
    record = models.UUIDField()
    seq = models.BigIntegerField()
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    arrived = models.DateTimeField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "record"], name="a_record_is_kept_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["key", "seq"], name="what_came_since")]


class JournalPhone(models.Model):
    """A phone on which a journal is open, and the session with which it was last here."""

    id = models.BigAutoField(primary_key=True)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    journal = models.ForeignKey(Journal, models.CASCADE, related_name="phones", db_index=False)
    phone = models.UUIDField()
    session = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    opened = models.DateTimeField()
    last_day = models.DateField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["journal", "phone"], name="a_phone_is_listed_once"),
        ]


class Shared(models.Model):
    """A copy of one entry in the clear, for those whom its writer named. Taken back, it is gone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    by = models.ForeignKey(Caregiver, models.CASCADE, related_name="shared", db_index=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="+", db_index=False)
    entry = models.UUIDField()
    said = models.JSONField()
    to = models.ManyToManyField(Caregiver, related_name="shared_with")
    at = models.DateTimeField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["by", "entry"], name="an_entry_is_shared_once"),
        ]


class SharedPhoto(models.Model):
    """A photo of a shared entry, in the clear as well."""

    id = models.BigAutoField(primary_key=True)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    shared = models.ForeignKey(Shared, models.CASCADE, related_name="photos", db_index=False)
    photo = models.UUIDField()
    content = models.BinaryField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["shared", "photo"], name="a_photo_is_shared_once"),
        ]
