"""A family's evening, set so that every address has something to show, and how to ask for it."""

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from holdfast.formats import Member, Reading
from holdfast.formats.photos import without_traces
from holdfast.web.actions import (
    apply_reading,
    ask_to_take_over,
    keep_moments,
    keep_photo,
    keep_upload,
    make_hand,
    make_token,
)
from holdfast.web.ids import new_id
from holdfast.web.queries import hands_of, tokens_of
from holdfast.words import Kind, Moment
from tests.access.journal import Sealed, set_journal
from tests.formats.pictures import GREY_PIXEL

SLEEP = b"id,child_id,start,end,nap,notes\n1,1,2026-03-01 20:00:00,2026-03-01 22:00:00,0,\n"


@dataclass(frozen=True)
class Scene:
    """What is there: Ada, a cry that Noor wrote down, too, a sleep; and Kim's things."""

    ada: object
    cry: UUID
    twin: UUID
    sleep: UUID
    day: date
    upload: UUID
    imported: UUID
    key: UUID
    hand: UUID
    asked: UUID
    journal: Sealed
    smile: UUID
    photo: UUID
    new_id = staticmethod(new_id)


def set_scene(cast):
    """Write down, as one of Ada's mothers, what the scene holds."""
    now = datetime.now(UTC)

    def said(kind, word):
        return Moment(
            id=str(new_id()),
            child=str(cast.ada.pk),
            kind=kind,
            word=word,
            at=now - timedelta(hours=1),
            zone="Europe/Berlin",
        )

    cry, sleep = said(Kind.SIGNAL, "cry"), said(Kind.CARE, "sleep")
    smile = said(Kind.MILESTONE, "first_smile")
    twin = said(Kind.SIGNAL, "cry")
    keep_moments(child=cast.ada, by=cast.kim, moments=[cry, sleep, smile])
    keep_moments(child=cast.ada, by=cast.noor, moments=[replace(twin, by=str(cast.noor.pk))])
    upload = keep_upload(by=cast.kim, files=[Member("sleep.csv", SLEEP)])
    reading = Reading(format="babybuddy")
    imported = apply_reading(child=cast.ada, by=cast.kim, reading=reading).id
    make_token(by=cast.kim, name="a script")
    (key,) = tokens_of(cast.kim)
    make_hand(by=cast.kim, child=cast.ada, kind=Kind.SIGNAL, word="cry", detail={})
    (hand,) = hands_of(cast.kim)
    names = (
        UUID(cry.id),
        UUID(twin.id),
        UUID(sleep.id),
        now.date(),
        upload,
        imported,
        key.id,
        hand.id,
        ask_to_take_over(child=cast.ada, by=cast.noor, to=cast.kim.pk),
        set_journal(cast),
        UUID(smile.id),
        keep_photo(
            child=cast.ada, by=cast.kim, moment=UUID(smile.id), picture=without_traces(GREY_PIXEL)
        ),
    )
    return Scene(cast.ada, *names)


def ask(client, scene, route, method, decision):
    """Send the right request to a route."""
    url = f"{reverse(route, kwargs=decision.url(scene))}?{urlencode(decision.query(scene))}"
    body = decision.sends(scene)
    if decision.json:
        return client.generic(method.upper(), url, json.dumps(body), "application/json")
    return getattr(client, method)(url, body)
