from typing import ClassVar

from django.db import models

from holdfast.web.models.family import Child, Family
from holdfast.web.models.scoped import OfOneFamily

SUM = "<"


def sum_before(month: str) -> str:
    """Return the name of the sum of all months before one: "<202609" for "2026-09"."""
    return SUM + month.replace("-", "")


class Month(models.Model):
    """The engine's tallies of one local month of a child, or of all months before one.

    Each write raises `written` of the kept months that it touches; tallies hold for what was
    written up to `counted`, and a month that is not kept is stale. So whoever counts while
    somebody writes leaves it stale. All of it can be thrown away and is counted anew.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="months", db_index=False)
    month = models.CharField(max_length=7, blank=True)
    written = models.BigIntegerField()
    counted = models.BigIntegerField(default=-1)
    shape = models.CharField(max_length=64, blank=True)
    tallies = models.BinaryField(null=True)

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child", "month"], name="a_month_is_counted_once"),
        ]
