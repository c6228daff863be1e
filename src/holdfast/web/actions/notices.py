"""Which phones are told that there is something new, and when: seldom, and only if asked for.

A push says nothing: no word of what is new stands in it. It goes out after what is new was kept, by
a thread of its own, so that no tap waits for it.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from time import monotonic
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils import timezone

from holdfast.web.access import Caregiver, Child, mode_for, scopes_disabled, within
from holdfast.web.keys import digest
from holdfast.web.models import Phone, Visit
from holdfast.web.push.sending import Sent, send
from holdfast.web.push.services import service_of
from holdfast.web.push.teller import Teller

HOURLY = timedelta(hours=1)
HERE = timedelta(minutes=30)  # who looked so lately is not away
WAITS_S = {"asked": 2 * 3600, "new": 6 * 3600}
LOOK_AGAIN_S = 60.0
nobody: dict[UUID, float] = {}
"""Of which child, when it was looked last, no phone wanted to know of new moments: in most families
none ever does, and a tap is not to cost a question more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a phone wants to be told of, and between which clocks of a new moment it is not."""

    when_asked: bool
    when_new: bool
    quiet_from: time | None = None
    quiet_until: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something new of a child: written by somebody, or, where it has a `to`, asked of somebody."""

    child: UUID
    by: UUID
    to: UUID | None = None


def keep_phone(
    *,
    seat: Caregiver,
    session: str,
    endpoint: str,
    wishes: Wishes,
    zone: str,
    now: datetime | None = None,
) -> None:
    """Keep that this phone wants to be told; it is whoever's asked last.

    Raises:
        OtherPlace: its address is no push service's.
    """
    service_of(endpoint)
    nobody.clear()
    values = {
        "family_id": seat.family_id,
        "caregiver": seat,
        "session": session,
        "endpoint": endpoint,
        "zone": zone,
        "when_asked": wishes.when_asked,
        "when_new": wishes.when_new,
        "quiet_from": wishes.quiet_from,
        "quiet_until": wishes.quiet_until,
    }
    with scopes_disabled():
        Phone.objects.update_or_create(
            digest=digest(endpoint),
            defaults=values,
            create_defaults={**values, "made": now or timezone.now()},
        )


def forget_phone(*, seat: Caregiver, endpoint: str) -> None:
    """Tell this phone no more. One that is somebody else's stays theirs."""
    with within(family=seat.family_id):
        Phone.objects.filter(digest=digest(endpoint), caregiver=seat).delete()


def notify(notice: Notice) -> None:
    """Tell the phones that want it, beside the request; only where phones can be told at all."""
    if not (settings.SERVING and settings.BEHIND_TLS):
        return
    if notice.to is None and monotonic() - nobody.get(notice.child, -LOOK_AGAIN_S) < LOOK_AGAIN_S:
        return
    teller.take(notice)


def tell(notice: Notice, *, now: datetime | None = None) -> None:
    """Tell each phone that wants to know of this, and forget those that are gone."""
    now = now or timezone.now()
    topic = "new" if notice.to is None else "asked"
    for phone in phones_for(notice, now=now):
        sent = send(
            phone.endpoint,
            urgent=topic == "asked",
            topic=topic,
            ttl=WAITS_S[topic],
            contact=settings.URL.geturl(),
        )
        with within(family=phone.family_id):
            mine = Phone.objects.filter(pk=phone.pk)
            if sent is Sent.GONE:
                mine.delete()
            elif sent is Sent.TAKEN and topic == "new":
                mine.update(told=now)


def phones_for(notice: Notice, *, now: datetime) -> list[Phone]:
    """Return the phones that want to know of this, and may be told of this child now."""
    here = Q(caregiver__until=None) | Q(caregiver__until__gt=now)
    with scopes_disabled():
        child = Child.objects.filter(pk=notice.child).first()
        if child is None:
            return []
        phones = Phone.objects.filter(here, family=child.family_id).exclude(caregiver=notice.by)
        wanted = (
            phones.filter(when_new=True)
            if notice.to is None
            else phones.filter(when_asked=True, caregiver=notice.to)
        )
        found = list(wanted.select_related("caregiver"))
        if not found and notice.to is None:
            nobody[notice.child] = monotonic()
        spoken = [one for one in found if mode_for(one.caregiver, child).speaks]
        told = [one for one in spoken if notice.to is not None or is_time(one, now=now)]
        return [one for one in told if is_signed_in(one, now=now)]


def is_time(phone: Phone, *, now: datetime) -> bool:
    """Say whether a phone may be told of a new moment: seldom, not at night, not if they look."""
    if phone.told is not None and now - phone.told < HOURLY:
        return False
    if is_quiet(phone, now=now):
        return False
    looked = Visit.objects.filter(caregiver=phone.caregiver_id, seen__gt=now - HERE)
    return not looked.exists()


def is_quiet(phone: Phone, *, now: datetime) -> bool:
    """Say whether it is a time at which they want quiet, by their own clock."""
    begins, ends = phone.quiet_from, phone.quiet_until
    if begins is None or ends is None:
        return False
    clock = now.astimezone(ZoneInfo(phone.zone)).time()
    if begins <= ends:
        return begins <= clock < ends
    return clock >= begins or clock < ends


def is_signed_in(phone: Phone, *, now: datetime) -> bool:
    """Say whether the session lasts in which it was asked for; else the phone is forgotten."""
    lasts = Session.objects.filter(session_key=phone.session, expire_date__gt=now)
    if lasts.exists():
        return True
    phone.delete()
    return False


teller = Teller(tell)
