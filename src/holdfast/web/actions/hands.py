"""Links for other hands: each writes down one thing, is shown once, kept as a hash, and revocable.

A tag is read twice, a hub sends again, a button sticks: within seconds it is the same moment, and
more than a hand could mean is refused until a while later.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from holdfast.web.access import GRANTS, Caregiver, Child, May, Role, within
from holdfast.web.actions.keeping import keep_moments, stop
from holdfast.web.ids import new_id
from holdfast.web.keys import digest, new_key
from holdfast.web.models import HandLink, Moment
from holdfast.web.models.rows import value_of
from holdfast.web.sync import Outcome
from holdfast.words import Care, Kind, Refused
from holdfast.words import Moment as Said
from holdfast.words.language import gettext as _
from holdfast.words.timers import LONGEST

TWICE = timedelta(seconds=20)
WINDOW = timedelta(minutes=10)
MOST = 20  # moments of one link within a window


class TooOften(Refused):
    """A link that writes more than a hand could mean."""

    status = HTTPStatus.TOO_MANY_REQUESTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed:
    """What a link wrote: the moment, and whether it was written before."""

    moment: Said
    again: bool = False


def make_hand(
    *,
    by: Caregiver,
    child: Child,
    kind: Kind,
    word: str,
    detail: Mapping[str, object],
    name: str = "",
    now: datetime | None = None,
) -> str:
    """Return the key of a new link, which writes down one thing as this caregiver."""
    key = new_key()
    with within(family=by.family_id):
        HandLink.objects.create(
            family_id=by.family_id,
            child=child,
            caregiver=by,
            name=name,
            kind=kind,
            word=word,
            detail=dict(detail),
            digest=digest(key),
            made=now or timezone.now(),
        )
    return key


def end_hand(*, by: Caregiver, hand: UUID, now: datetime | None = None) -> None:
    """End a link: one's own, and a parent anybody's.

    Raises:
        Http404: there is no such link for this person to end.
    """
    with within(family=by.family_id):
        open_links = HandLink.objects.filter(pk=hand, revoked=None)
        if May.INVITE not in GRANTS[Role(by.role)]:
            open_links = open_links.filter(caregiver=by)
        if not open_links.update(revoked=now or timezone.now()):
            raise Http404


def press(
    *,
    hand: HandLink,
    by: Caregiver,
    moment: UUID | None = None,
    ago: timedelta = timedelta(),
    zone: str = "",
    now: datetime | None = None,
) -> Pressed:
    """Write down what a link writes.

    Args:
        hand: must have come through `access.hand_for`.
        by: who did it: its maker, or whoever of the family holds the phone.
        moment: the sender's own id of this press, so that sending it again is the same.
        ago: how long before now it was pressed.
        zone: where it was lived; the family's where not given.
        now: the server's clock.

    Raises:
        TooOften: it has written a lot just now.
        Refused: the moment cannot be kept, and why.
    """
    now = now or timezone.now()
    with transaction.atomic(), within(family=hand.family_id):
        row = HandLink.objects.select_for_update().get(pk=hand.pk)
        if row.last_at is not None and row.last_moment and now - row.last_at < TWICE:
            return Pressed(moment=newest(row.last_moment), again=True)
        count(row, now)
        written = write(hand, by, moment=moment or new_id(), at=now - ago, zone=zone, now=now)
        row.last_at, row.last_moment = now, UUID(written.moment.id)
        row.save(update_fields=["last_at", "last_moment", "counted", "counted_from"])
        return written


def count(row: HandLink, now: datetime) -> None:
    """Count a press, and refuse it where there are too many."""
    if row.counted_from is None or now - row.counted_from > WINDOW:
        row.counted_from, row.counted = now, 0
    if row.counted >= MOST:
        raise TooOften(
            _("This link has written a lot within minutes, so it waits."),
            hint=_("Look whether a button is stuck. It goes on by itself in ten minutes."),
        )
    row.counted += 1


def write(
    hand: HandLink, by: Caregiver, *, moment: UUID, at: datetime, zone: str, now: datetime
) -> Pressed:
    """Write a new moment; of a sleep, end the one that runs."""
    if (hand.kind, hand.word) == (Kind.CARE, Care.SLEEP) and (runs := running(hand, now)):
        stop(child=hand.child, by=by, moment=runs, at=at, now=now)
        return Pressed(moment=newest(runs))
    said = Said(
        id=str(moment),
        child=str(hand.child_id),
        kind=Kind(hand.kind),
        word=hand.word,
        at=at,
        zone=zone or hand.caregiver.family.zone,
        by=str(by.pk),
        detail=hand.detail,
    )
    (step,) = keep_moments(child=hand.child, by=by, moments=[said], now=now)
    if step.outcome == Outcome.REFUSED:
        raise Refused(step.why)
    again = step.outcome == Outcome.REPEATED
    return Pressed(moment=newest(moment) if again else said, again=again)


def running(hand: HandLink, now: datetime) -> UUID | None:
    """Return the sleep of the child that has begun and not ended."""
    sleeps = Moment.objects.filter(
        child=hand.child_id,
        kind=Kind.CARE,
        word=Care.SLEEP,
        newest=True,
        removed=False,
        at__gt=now - LONGEST[Care.SLEEP],
    )
    last = sleeps.order_by("-at", "-id").values_list("moment", "until").first()
    return last[0] if last and last[1] is None else None


def newest(moment: UUID) -> Said:
    """Return a moment as it counts now."""
    return value_of(Moment.objects.filter(moment=moment, newest=True).order_by("-id")[0])
