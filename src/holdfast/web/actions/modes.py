"""Quiet and loss, a wish for the weekly page, whom a family calls: each set and undone alike."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Family


def set_quiet(*, seat: Caregiver, quiet: bool) -> None:
    """Ask, suggest and count ages no more to this person, or again. Nothing else changes."""
    seat.quiet = quiet
    with within(family=seat.family_id):
        Caregiver.objects.filter(pk=seat.pk).update(quiet=quiet)


def set_loss(*, child: Child, lost: bool, now: datetime | None = None) -> None:
    """Let what is said of a child fall silent for everybody, or speak again.

    Said a second time it keeps the first hour. What was written down stays as it is.
    """
    if lost == (child.lost is not None):
        return
    child.lost = (now or timezone.now()) if lost else None
    with within(family=child.family_id):
        Child.objects.filter(pk=child.pk).update(lost=child.lost)


def set_weekly(*, seat: Caregiver, weekly: bool) -> None:
    """Show this person the page about the week, or no more."""
    seat.weekly = weekly
    with within(family=seat.family_id):
        Caregiver.objects.filter(pk=seat.pk).update(weekly=weekly)


def set_numbers(*, family: Family, numbers: Iterable[tuple[str, str]]) -> None:
    """Keep whom a family calls, in its own order, instead of what was kept before."""
    family.numbers = [{"name": name, "number": number} for name, number in numbers]
    Family.objects.filter(pk=family.pk).update(numbers=family.numbers)
