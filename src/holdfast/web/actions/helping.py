"""Keep what was said may help, once and before its outcome; hide it for one person, or show it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from holdfast.engine.sheet import Asked
from holdfast.web.access import within
from holdfast.web.models import Caregiver, Child, Suggested
from holdfast.web.models.rows import said_of


def keep_suggested(*, child: Child, exchange: UUID, word: str, asked: Asked, now: datetime) -> None:
    """Keep what was said at a signal. Only the first counts: two phones may ask at once."""
    row = Suggested(
        family_id=child.family_id,
        child=child,
        exchange=exchange,
        word=word,
        at=now,
        said=said_of(asked),
    )
    with within(family=child.family_id):
        Suggested.objects.bulk_create([row], ignore_conflicts=True)


def hide_help(*, seat: Caregiver, whom: str) -> None:
    """Say no more to this person what may help.

    Args:
        seat: who asks for it; must have come through `access`.
        whom: the id of a child of theirs, or "all".
    """
    change_hidden(seat, lambda hidden: hidden | {whom})


def show_help(*, seat: Caregiver, whom: str) -> None:
    """Say it again; `whom` as it was hidden."""
    change_hidden(seat, lambda hidden: hidden - {whom})


def change_hidden(seat: Caregiver, change: Callable[[set[str]], set[str]]) -> None:
    """Change for whom it is hidden, under a lock, so that two phones do not undo each other."""
    with transaction.atomic(), within(family=seat.family_id):
        row = Caregiver.objects.select_for_update().get(pk=seat.pk)
        row.no_help_for = sorted(change(set(row.no_help_for)))
        row.save(update_fields=["no_help_for"])
    seat.no_help_for = row.no_help_for
