"""The outbox's two calls: what comes in is kept once, and what is new goes out in order."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from holdfast.web.access import Role, within
from holdfast.web.actions import make_token, revoke_token
from holdfast.web.ids import new_id
from holdfast.web.models import ApiToken, Caregiver
from holdfast.web.queries import log_of

AT = datetime.now(UTC) - timedelta(hours=2)


def tap(child, **more):
    said = {
        "id": str(new_id()),
        "child": str(child.pk),
        "kind": "signal",
        "word": "cry",
        "at": AT.isoformat(),
        "zone": "Europe/Berlin",
    }
    return {**said, **more}


def send(client, *taps, status=200, **more):
    body = json.dumps({"moments": taps, "since": 0, **more})
    reply = client.post("/api/moments", body, content_type="application/json")
    assert reply.status_code == status, reply.content
    return reply.json()


def words(reply):
    return [moment["word"] for moment in reply["moments"]]


def test_a_batch_is_kept_once_however_often_it_is_sent(as_, cast):
    taps = [tap(cast.ada), tap(cast.ada, kind="response", word="hug")]
    first, again = (send(as_("kim"), *taps) for _ in range(2))
    assert first["kept"] == again["kept"] == [one["id"] for one in taps]
    assert words(first) == words(again) == ["cry", "hug"]
    assert (first["seq"], again["seq"]) == (2, 2)


def test_one_that_cannot_be_kept_says_why_and_does_not_hold_up_the_others(as_, cast):
    good, wail, bare = tap(cast.ada), tap(cast.ada, word="wail"), {"id": "tap-3"}
    reply = send(as_("kim"), wail, bare, "nonsense", {"id": 4}, good)
    assert reply["kept"] == [good["id"]]
    assert set(reply["refused"]) == {wail["id"], "tap-3", "#2", "#3"}
    assert reply["refused"][wail["id"]].startswith("'wail' is no word for a signal. One of kick")


@pytest.mark.parametrize("broken", ["a\x00b", "half a face \ud83d"])
@pytest.mark.parametrize("where", ["text", "food"])
def test_what_is_no_character_is_refused_and_holds_nobody_up(as_, cast, broken, where):
    """PostgreSQL keeps no NUL, and nobody keeps half of a character."""
    said = {"text": broken} if where == "text" else {"detail": {"food": broken}}
    good, bad = tap(cast.ada), tap(cast.ada, kind="care", word="feed", **said)
    reply = send(as_("kim"), bad, good)
    assert reply["kept"] == [good["id"]]
    assert list(reply["refused"]) == [bad["id"]]


def test_the_reply_brings_what_the_phone_did_not_know(as_, cast):
    send(as_("noor"), tap(cast.ada, word="coo"))
    reply = send(as_("kim"), tap(cast.ada), since=0)
    assert words(reply) == ["coo", "cry"]
    quiet = send(as_("kim"), tap(cast.ada), since=None)
    assert (quiet["seq"], quiet["moments"]) == (None, [])


def test_a_change_and_a_removal_travel_as_edits(as_, cast):
    first = tap(cast.ada)
    send(as_("kim"), first)
    change = {**first, "word": "fuss", "edit": str(new_id()), "replaces": [first["id"]]}
    gone = {**change, "edit": str(new_id()), "replaces": [change["edit"]], "removed": True}
    reply = send(as_("noor"), change, gone)
    assert reply["kept"] == [change["edit"], gone["edit"]]
    assert [(m["revision"], m["newest"], m["removed"]) for m in reply["moments"]] == [
        (1, False, False),
        (2, False, False),
        (3, True, True),
    ]
    assert log_of(cast.ada).is_empty()


def test_a_moment_goes_out_as_it_came_in(as_, cast):
    came = tap(
        cast.ada,
        kind="care",
        word="feed",
        until=(AT + timedelta(minutes=10)).isoformat(),
        about=5,
        to=str(cast.noor.pk),
        by=str(cast.lou.pk),
        answers=str(new_id()),
        detail={"how": "bottle", "ml": 80},
        text="half asleep",
    )
    (went,) = send(as_("kim"), came)["moments"]
    times = {key: datetime.fromisoformat(went[key]) for key in ("at", "until")}
    assert {key: {**went, **times}[key] for key in (*came, "edit", "logged_by", "crossed")} == {
        **came,
        "at": AT,
        "until": AT + timedelta(minutes=10),
        "edit": came["id"],
        "logged_by": str(cast.kim.pk),
        "crossed": False,
    }


def test_what_is_new_comes_in_pages_and_costs_nothing_when_there_is_nothing(as_, cast):
    client = as_("kim")
    send(client, tap(cast.ada), tap(cast.ada, word="fuss"))
    page = client.get("/api/moments?since=0&limit=1")
    assert (words(page.json()), page.json()["more"], page.json()["seq"]) == (["cry"], True, 1)
    rest = client.get("/api/moments?since=1")
    assert (words(rest.json()), rest.json()["more"]) == (["fuss"], False)
    same = client.get("/api/moments?since=1", headers={"If-None-Match": rest["ETag"]})
    assert (same.status_code, same.content) == (304, b"")


def test_an_answer_that_was_packed_on_its_way_is_known_again(as_, cast):
    client = as_("kim")
    send(client, tap(cast.ada), tap(cast.ada, word="fuss"))
    packed = client.get("/api/moments", headers={"Accept-Encoding": "gzip"})
    assert packed["Content-Encoding"] == "gzip"
    same = client.get("/api/moments", headers={"If-None-Match": packed["ETag"]})
    assert same.status_code == 304


def test_a_poll_with_nothing_new_asks_the_database_little(as_, django_assert_num_queries):
    client = as_("kim")
    etag = client.get("/api/moments")["ETag"]
    with django_assert_num_queries(3):  # session, user, seat
        client.get("/api/moments", headers={"If-None-Match": etag})


@pytest.mark.parametrize("taps", [1, 3])
def test_a_batch_of_any_length_costs_the_same_queries(as_, cast, django_assert_num_queries, taps):
    client = as_("kim")
    with django_assert_num_queries(12):
        send(client, *(tap(cast.ada) for _ in range(taps)))


def test_a_batch_has_an_end(as_, cast):
    assert "500" in str(send(as_("kim"), *[tap(cast.ada)] * 501, status=422))


def test_children_are_those_of_ones_own_families(as_, cast):
    (ada,) = as_("kim").get("/api/children").json()
    assert ada == {
        "id": str(cast.ada.pk),
        "family": str(cast.family.pk),
        "name": "Ada",
        "born": "2026-01-10",
        "due": "2026-02-14",
        "arrived": None,
        "pronoun": "she",
    }
    assert as_("stranger").get("/api/children").json() == []


def test_who_has_no_family_and_who_names_anothers_get_the_same_answer(as_, cast):
    answers = [
        as_("stranger").get("/api/moments"),
        as_("kim").get(f"/api/moments?family={cast.okafors.pk}"),
        as_("kim").get(f"/api/moments?family={new_id()}"),
    ]
    assert {(reply.status_code, reply.content) for reply in answers} == {
        (404, b'{"message": "There is no such thing here."}')
    }


def test_a_guest_reads_and_does_not_log(as_, cast):
    assert as_("aunt").get("/api/moments").status_code == 200
    send(as_("aunt"), tap(cast.ada), status=404)


def bearer(key):
    return {"Authorization": f"Bearer {key}"}


def test_a_key_opens_its_own_family_only(client, cast):
    with within(family=cast.okafors.pk):  # Kim helps the Okafors as well
        Caregiver.objects.create(
            family=cast.okafors, user=cast.user("kim"), name="Kim", role=Role.HELPER
        )
    key = make_token(by=cast.kim, name="a script")
    body = json.dumps({"moments": [tap(cast.ada), tap(cast.ben)]})
    reply = client.post(
        "/api/moments", body, content_type="application/json", headers=bearer(key)
    ).json()
    assert (len(reply["kept"]), len(reply["refused"])) == (1, 1)
    (child,) = client.get("/api/children", headers=bearer(key)).json()
    assert child["name"] == "Ada"
    other = client.get(f"/api/moments?family={cast.okafors.pk}", headers=bearer(key))
    assert other.status_code == 404


def test_a_key_ends_when_it_is_revoked(client, cast):
    key = make_token(by=cast.kim, name="a script")
    with within(family=cast.family.pk):
        token = ApiToken.objects.get()
    assert client.get("/api/children", headers=bearer(key)).status_code == 200
    revoke_token(by=cast.kim, token=token.pk)
    assert client.get("/api/children", headers=bearer(key)).status_code == 401


@pytest.mark.parametrize("ends", ["seat", "account"])
def test_a_key_ends_with_its_caregiver(client, cast, ends):
    key = make_token(by=cast.kim, name="a script")
    if ends == "seat":
        cast.kim.until = datetime.now(UTC)
        cast.kim.save()
    else:
        cast.user("kim").delete()
    assert client.get("/api/children", headers=bearer(key)).status_code == 401


def test_a_key_is_not_kept_as_it_is(cast):
    key = make_token(by=cast.kim, name="a script")
    with within(family=cast.family.pk):
        (row,) = ApiToken.objects.values()
    assert key not in str(row)


def test_a_session_without_the_csrf_token_changes_nothing(cast):
    from django.test import Client  # noqa: PLC0415 -- the strict kind, here only

    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.user("kim"))
    send(client, tap(cast.ada), status=403)
    assert log_of(cast.ada).is_empty()


@pytest.mark.django_db
def test_nobody_gets_in_without_a_name(client):
    assert client.get("/api/moments").status_code == 401
