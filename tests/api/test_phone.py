"""What a phone begins with, and for whom it speaks."""

import json
import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse
from django.utils import timezone

from holdfast.web.access import within
from holdfast.web.actions import hide_help, keep_moments, make_token, remove, revise
from holdfast.web.ids import new_id
from holdfast.web.models import Child
from holdfast.words import Moment

NOW = datetime.now(UTC)


def said(cast, kind, word, *, ago, **more):
    return Moment(
        id=str(new_id()),
        child=str(cast.ada.pk),
        by=str(cast.kim.pk),
        kind=kind,
        word=word,
        at=NOW - ago,
        zone="Europe/Berlin",
        **more,
    )


def keep(cast, *moments):
    keep_moments(child=cast.ada, by=cast.kim, moments=moments)
    return moments


def sheet(client, cast, status=200, **headers):
    reply = client.get(f"/api/children/{cast.ada.pk}/sheet", headers=headers)
    assert reply.status_code == status
    return reply


def test_a_phone_begins_with_the_family_and_what_counts_of_its_last_days(as_, cast):
    old, coo, cry, fuss = keep(
        cast,
        said(cast, "signal", "gaze", ago=timedelta(days=3)),
        said(cast, "signal", "coo", ago=timedelta(hours=30)),
        said(cast, "signal", "cry", ago=timedelta(hours=2)),
        said(cast, "signal", "fuss", ago=timedelta(hours=1)),
    )
    remove(child=cast.ada, by=cast.kim, moment=fuss.id)
    found = as_("noor").get(f"/api/phone?family={cast.family.pk}").json()
    moments, pages, csrf = (found.pop(name) for name in ("moments", "pages", "csrf"))
    told = [(one["id"], one["newest"], one["removed"]) for one in moments]
    assert told == [(coo.id, True, False), (cry.id, True, False), (fuss.id, True, True)]
    assert old.id not in str(moments)
    adas = [f"/now/{cast.ada.pk}/", f"/day/{cast.ada.pk}/"]
    assert pages == [*adas, "/phone/", "/help/"]
    assert csrf
    (ada,), people = found.pop("children"), found.pop("caregivers")
    assert (ada["name"], ada["speaks"]) == ("Ada", True)
    assert [one["name"] for one in people][:2] == ["Kim", "Noor"]
    assert found == {
        "seat": str(cast.noor.pk),
        "family": str(cast.family.pk),
        "zone": "Europe/Berlin",
        "may_log": True,
        "seq": 5,
    }


def test_a_guest_may_not_log_and_is_told_so(as_):
    assert as_("aunt").get("/api/phone").json()["may_log"] is False


def test_a_phone_that_speaks_for_somebody_else_is_not_heard(as_, cast):
    client = as_("noor")
    body = {"moments": [], "seat": str(cast.kim.pk)}
    answers = [
        client.get(f"/api/phone?seat={cast.kim.pk}"),
        client.get(f"/api/moments?seat={cast.kim.pk}"),
        client.post("/api/moments", json.dumps(body), content_type="application/json"),
    ]
    assert {reply.status_code for reply in answers} == {409}
    assert answers[0].json()["hint"] == "What you noted stays on this phone until you are back."
    assert client.get(f"/api/moments?seat={cast.noor.pk}").status_code == 200


def test_the_token_brings_a_page_that_lost_its_cookie_through(cast):
    from django.test import Client  # noqa: PLC0415 -- the strict kind, here only

    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.user("kim"))
    body, kind = json.dumps({"moments": []}), "application/json"
    assert client.post("/api/moments", body, content_type=kind).status_code == 403
    token = client.get("/api/phone").json()["csrf"]
    reply = client.post("/api/moments", body, content_type=kind, headers={"X-CSRFToken": token})
    assert reply.status_code == 200


def test_edits_that_crossed_name_one_another(as_, cast):
    (cry,) = keep(cast, said(cast, "signal", "cry", ago=timedelta(hours=1)))
    edits = [
        revise(child=cast.ada, by=cast.kim, moment=cry, replaces=[UUID(cry.id)], edit=new_id()),
        revise(child=cast.ada, by=cast.noor, moment=cry, replaces=[UUID(cry.id)], edit=new_id()),
    ]
    one, other = (str(step.arrival.edit) for step in edits)
    moments = as_("kim").get("/api/moments?since=0").json()["moments"]
    assert [m["others"] for m in moments if m["newest"]] == [[other], [one]]


def lived(cast, nights=40):
    """Feeds that settled Ada, the last one two hours and a half ago; she slept in between."""
    chance = random.Random(3)
    moments = []
    for number in range(nights, 0, -1):
        ago = timedelta(hours=2.5 * number)
        moments += [
            said(cast, "signal", "cry", ago=ago),
            said(cast, "response", chance.choice(["feed", "hug"]), ago=ago - timedelta(minutes=2)),
            said(cast, "settling", "settled", ago=ago - timedelta(minutes=8)),
        ]
    fed = said(cast, "care", "feed", ago=timedelta(minutes=150), detail={"how": "bottle"})
    until = NOW - timedelta(minutes=40)
    slept = said(cast, "care", "sleep", ago=timedelta(minutes=100), until=until)
    return keep(cast, *moments, fed, slept)


def test_the_sheet_is_small_and_holds_tables_words_and_clocks(as_, cast):
    *_, fed, slept = lived(cast)
    reply = sheet(as_("kim"), cast)
    assert len(reply.content) < 8_000
    found = reply.json()
    assert found["child"] == str(cast.ada.pk)
    assert found["sheet"]["scored"] > 10
    assert found["words"]["titles"]["feed"] == "Feeding"
    clocks = {
        name: time and (datetime.fromisoformat(time) if name != "bottle" else time)
        for name, time in found["clocks"].items()
    }
    assert clocks == {"fed": fed.at, "bottle": True, "fell": slept.at, "woke": slept.until}


def test_the_usual_minutes_are_there_for_breast_and_bottle(as_, cast):
    lived(cast)
    feed = sheet(as_("kim"), cast).json()["sheet"]["feed"]
    assert feed["mean"] == feed["bottle"]
    keep(cast, said(cast, "care", "feed", ago=timedelta(), detail={"how": "breast"}))
    now = sheet(as_("kim"), cast).json()["sheet"]["feed"]
    assert (now["mean"], now["bottle"]) == (now["breast"], pytest.approx(feed["bottle"], rel=0.05))


def test_a_sheet_that_did_not_change_costs_nothing(as_, cast, django_assert_num_queries):
    lived(cast)
    client = as_("kim")
    etag = sheet(client, cast)["ETag"]
    with django_assert_num_queries(4):  # session, user, seat, child
        sheet(client, cast, 304, **{"If-None-Match": etag})
    keep(cast, said(cast, "signal", "cry", ago=timedelta()))
    assert sheet(client, cast, **{"If-None-Match": etag})["ETag"] != etag


NOTHING = {"sheet": None, "words": None, "clocks": None}


@pytest.mark.parametrize("why", ["quiet", "loss", "hidden"])
def test_where_nothing_may_be_said_there_is_no_sheet(as_, cast, why):
    lived(cast)
    if why == "hidden":
        hide_help(seat=cast.kim, whom="all")
    elif why == "quiet":
        cast.kim.quiet = True
        cast.kim.save()
    else:
        with within(family=cast.family.pk):
            Child.objects.filter(pk=cast.ada.pk).update(lost=timezone.now())
    found = sheet(as_("kim"), cast).json()
    assert {name: found[name] for name in NOTHING} == NOTHING


def test_of_a_child_of_whom_nothing_is_known_the_sheet_is_what_is_usual(as_, cast):
    found = sheet(as_("kim"), cast).json()
    assert (found["sheet"]["scored"], found["clocks"]["fed"]) == (0, None)
    assert found["words"]["usual"].startswith("from what is usual; nothing of her own")


def test_before_birth_there_is_a_sheet_of_no_age(as_, cast):
    with within(family=cast.family.pk):
        Child.objects.filter(pk=cast.ada.pk).update(born=None)
    assert sheet(as_("kim"), cast).json()["sheet"]["scored"] == 0


def test_a_key_opens_the_sheets_of_its_own_family_only(client, cast):
    key = make_token(by=cast.kim, name="a script")
    bearer = {"Authorization": f"Bearer {key}"}
    assert sheet(client, cast, **bearer).json()["sheet"]
    with within(family=cast.okafors.pk):
        cast.chi.user = cast.user("kim")
        cast.chi.save()
    reply = client.get(f"/api/children/{cast.ben.pk}/sheet", headers=bearer)
    assert reply.status_code == 404


def test_each_page_says_whose_it_is(as_, client, cast):
    page = as_("kim").get(reverse("phone"))
    assert (page["X-Seat"], page["X-Offline"]) == (str(cast.kim.pk), "keep")
    assert f'data-seat="{cast.kim.pk}" data-family="{cast.family.pk}"' in page.content.decode()
    client.logout()
    login = client.get(reverse("account_login"))
    assert login["X-Seat"] == "nobody"
    assert "<body data-nobody" in login.content.decode()
    assert "data-seat" not in login.content.decode()
