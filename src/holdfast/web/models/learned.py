"""What was learned of a child, which can be thrown away, and what was said, which cannot."""

from typing import ClassVar

from django.db import models

from holdfast.web.models.family import Child, Family
from holdfast.web.models.scoped import OfOneFamily


class Learner(models.Model):
    """The engine's state after the last exchange of one month, without those of the last days.

    The newest row is where *Now* goes on from; the older ones are where a late edit goes on from.
    A row holds for what was written up to `seq`; who looks next asks whether something was written
    since then that it should have known, so that a write costs nothing here.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="learners", db_index=False)
    month = models.CharField(max_length=7)
    upto = models.DateTimeField()  # the opening of the last exchange
    seq = models.BigIntegerField()
    state = models.TextField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["child", "month"], name="a_month_is_learned_once"),
        ]


class Suggested(models.Model):
    """What was said may help at one signal, with its chances, before anybody knew what would.

    Rows are only ever added. `exchange` is the id of the signal that opened it; a signal that is
    corrected to another word is another question.
    """

    family = models.ForeignKey(Family, models.CASCADE, related_name="+", db_index=False)
    child = models.ForeignKey(Child, models.CASCADE, related_name="suggested", db_index=False)
    exchange = models.UUIDField()
    word = models.CharField(max_length=24)
    at = models.DateTimeField()
    said = models.JSONField()

    objects = OfOneFamily()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["child", "exchange", "word"], name="it_is_said_once_a_signal"
            ),
        ]
