from typing import ClassVar

from django.db import models

from holdfast.web.ids import new_id
from holdfast.web.models.family import Caregiver, Child, Family
from holdfast.web.models.scoped import OfOneFamily


class Photo(models.Model):
    """A photo of a moment: the picture alone. In the database, so that a backup has it.

    Of one moment one counts; what was taken out waits for a while to be put back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="+", db_index=False)
    moment = models.UUIDField()
    by = models.ForeignKey(Caregiver, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    type = models.CharField(max_length=12)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.BinaryField()
    taken_out = models.DateTimeField(null=True)

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["family", "moment"],
                condition=models.Q(taken_out=None),
                name="a_moment_shows_one_photo",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["child", "moment"], name="photos_of_a_child")]
