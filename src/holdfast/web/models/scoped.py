"""The second net: no row of a family is read unless that family has been named around it."""

from typing import TypeVar

from django.db import models
from django_scopes import get_scope
from django_scopes.manager import DisabledQuerySet

Row = TypeVar("Row", bound=models.Model)


class OfOneFamily(models.Manager[Row]):
    """Reads within `access.within(family=…)` only; elsewhere each question is an error.

    What django_scopes.ScopedManager does, as a class, so that the types stay known.
    """

    def get_queryset(self) -> models.QuerySet[Row]:
        """Return the rows of the family that is named, and of no other."""
        scope = get_scope()
        if not scope.get("_enabled", True):
            return super().get_queryset()
        if "family" not in scope:
            closed: models.QuerySet[Row] = DisabledQuerySet(
                self.model, using=self._db, missing_scopes={"family"}
            )
            return closed
        return super().get_queryset().filter(family=scope["family"])
