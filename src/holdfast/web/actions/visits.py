"""Who was here when, and who asks whom to take over. Written seldom: a look costs nothing."""

from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import GRANTS, Caregiver, Child, May, Role, within
from holdfast.web.actions.notices import Notice, notify
from holdfast.web.models import Asked, Visit

AWAY = timedelta(minutes=30)  # without a look: then they were away
SELDOM = timedelta(minutes=5)
ASKED_FOR = timedelta(hours=2)  # after that nobody waits for an answer any more
MOST_NOTED = 10_000
noted: dict[UUID, tuple[datetime, datetime | None]] = {}
"""What this process knows of visits, so that a look within minutes asks the database nothing."""


def note_visit(*, seat: Caregiver, now: datetime | None = None) -> datetime | None:
    """Note that somebody is here.

    Returns:
        When they were here last before they went away; None where they never were away.
    """
    now = now or timezone.now()
    seen, before = noted.get(seat.pk, (None, None))
    if seen is None or now - seen > SELDOM:
        seen, before = noted_now(seat, now)
        if len(noted) >= MOST_NOTED:
            noted.clear()
        noted[seat.pk] = seen, before
    return before


def noted_now(seat: Caregiver, now: datetime) -> tuple[datetime, datetime | None]:
    """Read when somebody was here, and write it where that is a while ago."""
    with within(family=seat.family_id):
        visit = Visit.objects.filter(caregiver=seat).first()
        if visit is None:
            row = Visit(family_id=seat.family_id, caregiver=seat, seen=now)
            Visit.objects.bulk_create([row], ignore_conflicts=True)
            return now, None
        if now - visit.seen > AWAY:
            visit.before = visit.seen
        if now - visit.seen > SELDOM:
            visit.seen = now
            visit.save(update_fields=["seen", "before"])
        return visit.seen, visit.before


def ask_to_take_over(
    *, child: Child, by: Caregiver, to: UUID, now: datetime | None = None
) -> UUID | None:
    """Ask somebody of the family to take over. Asked again before they answered, it is one asking.

    Returns:
        What was asked; None where it was asked already, or of oneself.

    Raises:
        Http404: there is nobody of that name who could.
    """
    now = now or timezone.now()
    with within(family=by.family_id):
        whom = Caregiver.objects.filter(pk=to, user__isnull=False).first()
        if whom is None or not may_help(whom, now):
            raise Http404
        if whom.pk == by.pk:
            return None
        open_ones = Asked.objects.filter(child=child, by=by, to=whom, done=None)
        if open_ones.filter(at__gt=now - ASKED_FOR).exists():
            return None
        row = Asked.objects.create(family_id=by.family_id, child=child, by=by, to=whom, at=now)
        notice = Notice(child=child.pk, by=by.pk, to=whom.pk)
        transaction.on_commit(partial(notify, notice))
        return row.pk


def may_help(whom: Caregiver, now: datetime) -> bool:
    """Say whether somebody is still here and may log."""
    here = whom.until is None or whom.until > now
    return here and May.LOG in GRANTS[Role(whom.role)]


def take_over(*, seat: Caregiver, asked: UUID, now: datetime | None = None) -> None:
    """Answer that one takes over. Answered twice it is answered once.

    Raises:
        Http404: nobody asked this of them.
    """
    with within(family=seat.family_id):
        mine = Asked.objects.filter(pk=asked, to=seat)
        if not mine.exists():
            raise Http404
        mine.filter(done=None).update(done=now or timezone.now())
