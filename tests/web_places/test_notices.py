"""Notices: who is told that there is something new, when, and that nothing of it is said."""

import base64
import json
import stat
from datetime import UTC, datetime, time, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePublicKey,
)
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from django.urls import reverse

from holdfast.formats import Reading
from holdfast.web.access import scopes_disabled, within
from holdfast.web.actions import (
    Wishes,
    apply_reading,
    ask_to_take_over,
    forget_phone,
    keep_moments,
    keep_phone,
    note_visit,
    notices,
)
from holdfast.web.actions.notices import Notice, phones_for, tell
from holdfast.web.keys import digest
from holdfast.web.models import Caregiver, Phone
from holdfast.web.push import sending, vapid
from holdfast.web.push.sending import Sent
from tests.web.logs import moment

SERVICE = "https://fcm.googleapis.com/fcm/send/"
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
ALL = Wishes(when_asked=True, when_new=True)


@pytest.fixture
def phone(cast):
    """Let somebody's phone want notices; return how: `phone("noor", wishes)`."""
    clients = {}

    def want(name, wishes=ALL):
        client = clients.setdefault(name, Client())
        client.force_login(cast.user(name))
        with scopes_disabled():
            seat = Caregiver.objects.get(user=cast.user(name))
        keep_phone(
            seat=seat,
            session=client.session.session_key,
            endpoint=SERVICE + name,
            wishes=wishes,
            zone="UTC",
        )
        return seat

    want.clients = clients
    return want


def told_of_new(cast, *, now=NOON):
    return told(Notice(child=cast.ada.pk, by=cast.kim.pk), now=now)


def told(notice, *, now=NOON):
    return sorted(one.endpoint.removeprefix(SERVICE) for one in phones_for(notice, now=now))


def test_a_new_moment_is_told_to_the_others_who_want_it_and_not_to_its_writer(cast, phone):
    for name in ("kim", "noor", "lou", "chi"):
        phone(name)
    phone("aunt", Wishes(when_asked=True, when_new=False))
    assert told_of_new(cast) == ["lou", "noor"]


def test_who_is_asked_to_take_over_is_told_and_nobody_else(cast, phone):
    phone("noor")
    phone("lou")
    notice = Notice(child=cast.ada.pk, by=cast.kim.pk, to=cast.noor.pk)
    assert told(notice) == ["noor"]
    phone("noor", Wishes(when_asked=False, when_new=True))
    assert told(notice) == []


@pytest.mark.parametrize(
    ("clock", "is_told"), [("20:59", True), ("21:00", False), ("03:00", False), ("07:00", True)]
)
def test_in_quiet_hours_nothing_new_is_told_but_what_one_is_asked_is(cast, phone, clock, is_told):
    phone(
        "noor",
        Wishes(when_asked=True, when_new=True, quiet_from=time(21), quiet_until=time(7)),
    )
    at = datetime.combine(NOON.date(), time.fromisoformat(clock), UTC)
    assert told_of_new(cast, now=at) == (["noor"] if is_told else [])
    asked = Notice(child=cast.ada.pk, by=cast.kim.pk, to=cast.noor.pk)
    assert told(asked, now=at) == ["noor"]


def test_quiet_hours_within_a_day_are_of_that_day(cast, phone):
    phone(
        "noor",
        Wishes(when_asked=True, when_new=True, quiet_from=time(11), quiet_until=time(13)),
    )
    assert told_of_new(cast) == []
    assert told_of_new(cast, now=NOON + timedelta(hours=1)) == ["noor"]


def test_who_is_looking_is_not_told(cast, phone):
    seat = phone("noor")
    note_visit(seat=seat, now=NOON - timedelta(minutes=10))
    assert told_of_new(cast) == []
    assert told_of_new(cast, now=NOON + timedelta(minutes=30)) == ["noor"]


@pytest.mark.parametrize("mode", ["quiet", "lost"])
def test_where_holdfast_does_not_speak_no_phone_is_told(cast, phone, mode):
    seat = phone("noor")
    with within(family=cast.family.pk):
        if mode == "quiet":
            seat.quiet = True
            seat.save()
        else:
            cast.ada.lost = NOON
            cast.ada.save()
    assert told_of_new(cast) == []
    assert told(Notice(child=cast.ada.pk, by=cast.kim.pk, to=cast.noor.pk)) == []


def test_after_signing_out_the_phone_is_forgotten(cast, phone):
    phone("noor")
    phone.clients["noor"].post(reverse("account_logout"))
    assert told_of_new(cast) == []
    with scopes_disabled():
        assert not Phone.objects.exists()


def test_who_is_of_the_family_no_more_is_told_nothing(cast, phone):
    seat = phone("noor")
    seat.until = NOON
    with within(family=cast.family.pk):
        seat.save()
    assert told_of_new(cast) == []


def test_of_a_child_that_is_no_more_nothing_is_told(cast, phone):
    phone("noor")
    child = cast.ada.pk
    with within(family=cast.family.pk):
        cast.ada.delete()
    assert told(Notice(child=child, by=cast.kim.pk)) == []


@pytest.fixture
def service(monkeypatch):
    """Stand for the push service: note what comes, answer as told."""

    class Service:
        status, came = 201, []

        def post(self, host, path, headers):
            if isinstance(self.status, Exception):
                raise self.status
            self.came.append((host, path, headers))
            return self.status

    service = Service()
    service.came = []
    monkeypatch.setattr(sending, "post", service.post)
    return service


def test_a_push_says_nothing_but_who_sends(cast, phone, service):
    phone("noor")
    tell(Notice(child=cast.ada.pk, by=cast.kim.pk), now=NOON)
    ((host, path, headers),) = service.came
    assert (host, path) == ("fcm.googleapis.com", "/fcm/send/noor")
    assert headers.pop("Authorization").startswith("vapid t=")
    assert headers == {"Content-Length": "0", "TTL": "21600", "Topic": "new", "Urgency": "low"}


def test_of_new_moments_a_phone_is_told_once_an_hour(cast, phone, service):
    phone("noor")
    for minutes in (0, 10, 59, 61):
        tell(Notice(child=cast.ada.pk, by=cast.kim.pk), now=NOON + timedelta(minutes=minutes))
    assert len(service.came) == 2


def test_being_asked_is_told_each_time_and_at_once(cast, phone, service):
    phone("noor")
    for _time in range(2):
        tell(Notice(child=cast.ada.pk, by=cast.kim.pk, to=cast.noor.pk), now=NOON)
    assert [headers["Urgency"] for *_where, headers in service.came] == ["high", "high"]


@pytest.mark.parametrize("status", [403, 404, 410])
def test_a_phone_that_is_gone_is_forgotten(cast, phone, service, status):
    service.status = status
    phone("noor")
    tell(Notice(child=cast.ada.pk, by=cast.kim.pk), now=NOON)
    with scopes_disabled():
        assert not Phone.objects.exists()


@pytest.mark.parametrize("status", [301, 307, 429, 500, OSError(), TimeoutError()])
def test_a_push_that_is_lost_loses_nothing_and_the_next_one_is_tried(cast, phone, service, status):
    service.status = status
    phone("noor")
    tell(Notice(child=cast.ada.pk, by=cast.kim.pk), now=NOON)
    service.status = 201
    tell(Notice(child=cast.ada.pk, by=cast.kim.pk), now=NOON + timedelta(minutes=1))
    assert len([one for one in service.came if one]) == (2 if isinstance(status, int) else 1)


def test_a_browser_is_one_phone_whoever_asked_last(cast, phone):
    phone("noor")
    with scopes_disabled():
        Phone.objects.update(endpoint=SERVICE + "kim", digest=digest(SERVICE + "kim"))
    phone("kim")
    with scopes_disabled():
        (row,) = Phone.objects.all()
        assert row.caregiver_id == cast.kim.pk


def test_nobody_switches_another_persons_phone_off(cast, phone):
    phone("noor")
    forget_phone(seat=cast.kim, endpoint=SERVICE + "noor")
    assert told_of_new(cast) == ["noor"]
    forget_phone(seat=cast.noor, endpoint=SERVICE + "noor")
    assert told_of_new(cast) == []


@pytest.fixture
def taken(monkeypatch, settings):
    """Note what the thread is given, as on a server behind TLS."""
    settings.SERVING = settings.BEHIND_TLS = True
    given = []
    monkeypatch.setattr(notices.teller, "take", given.append)
    return given


def test_it_is_told_after_what_is_new_was_kept(cast, taken, django_capture_on_commit_callbacks):
    said = moment("03:00", "cry", child=cast.ada, by=cast.kim)
    with django_capture_on_commit_callbacks(execute=True):
        keep_moments(child=cast.ada, by=cast.kim, moments=[said])
        assert taken == []
    assert taken == [Notice(child=cast.ada.pk, by=cast.kim.pk)]
    with django_capture_on_commit_callbacks(execute=True):
        keep_moments(child=cast.ada, by=cast.kim, moments=[said])
        apply_reading(
            child=cast.ada,
            by=cast.kim,
            reading=Reading(format="babybuddy"),
        )
    assert len(taken) == 1, "sent again or imported, it is nothing new"
    with django_capture_on_commit_callbacks(execute=True):
        ask_to_take_over(child=cast.ada, by=cast.kim, to=cast.noor.pk)
    assert taken[1].to == cast.noor.pk


def test_where_no_phone_wants_to_know_nobody_is_asked_for_a_while(cast, phone, taken, monkeypatch):
    """In most families no phone does: then a tap costs no question more."""
    new = Notice(child=cast.ada.pk, by=cast.kim.pk)
    phone("noor", Wishes(when_asked=True, when_new=False))
    notices.notify(new)
    tell(new)
    notices.notify(new)
    assert len(taken) == 1
    notices.notify(Notice(child=cast.ada.pk, by=cast.kim.pk, to=cast.noor.pk))
    assert len(taken) == 2, "who is asked is always told"
    phone("noor")
    notices.notify(new)
    assert len(taken) == 3, "as soon as a phone wants to know"
    tell(Notice(child=cast.ada.pk, by=cast.noor.pk))
    later = notices.monotonic() + 61
    monkeypatch.setattr(notices, "monotonic", lambda: later)
    notices.notify(new)
    assert len(taken) == 4, "after a while it is looked again"


def test_without_tls_nothing_goes_out(cast, taken, settings, django_capture_on_commit_callbacks):
    settings.BEHIND_TLS = False
    with django_capture_on_commit_callbacks(execute=True):
        ask_to_take_over(child=cast.ada, by=cast.kim, to=cast.noor.pk)
    assert taken == []


def test_the_switch_keeps_what_a_person_wants_and_knows_it_again(as_):
    client, endpoint = as_("noor"), SERVICE + "noor"
    wanted = {"when_asked": "on", "quiet_from": "21:00", "quiet_until": "07:30"}
    answer = client.post("/notices/", {"endpoint": endpoint, **wanted})
    assert answer.status_code == 200
    known = client.get("/notices/", {"phone": digest(endpoint)}).json()
    assert known == {
        "wishes": {
            "when_asked": True,
            "when_new": False,
            "quiet_from": "21:00",
            "quiet_until": "07:30",
        }
    }
    assert as_("kim").get("/notices/", {"phone": digest(endpoint)}).json() == {"wishes": None}
    client = as_("noor")
    client.post("/notices/off/", {"endpoint": endpoint})
    assert client.get("/notices/", {"phone": digest(endpoint)}).json() == {"wishes": None}


def test_another_place_than_a_push_service_is_refused_with_what_it_means(as_):
    answer = as_("noor").post("/notices/", {"endpoint": "https://192.0.2.1/"})
    assert answer.status_code == 422
    assert answer.content.decode().startswith("This browser's push service is not one")


def test_a_time_that_is_none_is_refused(as_):
    answer = as_("noor").post("/notices/", {"endpoint": SERVICE, "quiet_from": "late"})
    assert answer.content.decode() == "Set the times once more, like 22:00."


def from_address(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_the_token_is_signed_by_the_key_that_the_browser_was_given(as_):
    """Checked by what only knows the public key, as a push service does."""
    public = as_("kim").get("/notices/key/").content.decode()
    assert len(from_address(public)) == 65
    header = vapid.authorization(SERVICE + "x", contact="https://ours.example", now=1000)
    signed, key = header.removeprefix("vapid t=").split(", k=")
    assert key == public
    said, _, signature = signed.rpartition(".")
    head, claims = (json.loads(from_address(part)) for part in said.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    assert claims == {
        "aud": "https://fcm.googleapis.com",
        "exp": 1000 + 12 * 3600,
        "sub": "https://ours.example",
    }
    raw = from_address(signature)
    r, s = (int.from_bytes(half) for half in (raw[:32], raw[32:]))
    known = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), from_address(public))
    known.verify(encode_dss_signature(r, s), said.encode(), ECDSA(SHA256()))


def test_the_key_is_made_once_and_is_its_owners_alone(tmp_path):
    path = tmp_path / "data" / "push.pem"
    first = vapid.read_key(path)
    vapid.read_key.cache_clear()
    assert vapid.read_key(path).private_numbers() == first.private_numbers()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    vapid.write_key(path)
    assert vapid.read_key(path).private_numbers() == first.private_numbers(), "the first is kept"
    assert list(path.parent.iterdir()) == [path]


def test_where_a_push_goes_that_is_no_service_the_phone_is_forgotten():
    at = {"urgent": False, "topic": "new", "ttl": 60, "contact": "https://ours.example"}
    assert sending.send("https://192.0.2.1/", **at) is Sent.GONE
