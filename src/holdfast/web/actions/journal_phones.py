"""On which phones a journal is open, and how one that is lost is shut out."""

from datetime import datetime
from importlib import import_module
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.models import Caregiver, Journal, JournalPhone

MOST = 50


def note_phone(
    *, seat: Caregiver, phone: UUID, name: str, session: str, now: datetime | None = None
) -> None:
    """Note that a journal is open on a phone, and with which session it is here.

    Raises:
        Http404: there is no journal.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=seat.family_id):
        journal = Journal.objects.filter(seat=seat).first()
        if journal is None:
            raise Http404
        here = {"session": session, "name": name, "last_day": now.date()}
        if journal.phones.filter(phone=phone, **here).exists():
            return
        more = {"family_id": seat.family_id, "opened": now}
        journal.phones.update_or_create(
            phone=phone, defaults=here, create_defaults={**more, **here}
        )
        newest = journal.phones.order_by("-last_day", "-id").values_list("pk", flat=True)[:MOST]
        journal.phones.exclude(pk__in=list(newest)).delete()


def end_phone(*, seat: Caregiver, phone: UUID) -> None:
    """Sign a phone out, wherever it is, and list it no more.

    Raises:
        Http404: there is no such phone, or it is somebody else's.
    """
    with transaction.atomic(), within(family=seat.family_id):
        row = JournalPhone.objects.filter(journal__seat=seat, phone=phone).first()
        if row is None:
            raise Http404
        engine = import_module(settings.SESSION_ENGINE)
        engine.SessionStore().delete(row.session)
        UserSession.objects.filter(session_key=row.session, user=seat.user_id).delete()
        row.delete()
