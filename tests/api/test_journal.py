"""The journal's calls: what a phone asks, what it is told, and who is told nothing."""

import io
import json
import zipfile
from base64 import b64encode

import pytest
from django.test import Client

from holdfast.web import actions, queries
from holdfast.web.actions import demo_family, make_token
from holdfast.web.ids import new_id

SEAL = b"age-encryption.org/v1\n"


def text(content=b"-> not a real one"):
    return b64encode(SEAL + content).decode()


class Phone:
    """Somebody's phone, and the journal of whoever it asks for."""

    def __init__(self, client, seat):
        self.client, self.home = client, f"/api/journal/{seat.pk}"

    def get(self, path="", **headers):
        return self.client.get(f"{self.home}{path}", headers=headers)

    def post(self, path, **body):
        return self.client.post(f"{self.home}{path}", json.dumps(body), "application/json")

    def begin(self):
        self.key = str(new_id())
        assert self.post("/key", id=self.key, wrapped=text(b"wrapped")).status_code == 200
        return self

    def keep(self, *sealed):
        records = [{"id": str(new_id()), "sealed": one} for one in sealed]
        reply = self.post("/records", under=self.key, records=records)
        return [one["id"] for one in records], reply


@pytest.fixture
def kim(as_, cast):
    return Phone(as_("kim"), cast.kim)


def test_what_a_phone_sends_another_of_the_same_person_gets(kim):
    assert kim.get().json()["key"] is None
    names, reply = kim.begin().keep(text(), text())
    assert reply.json() == {"kept": names, "refused": {}, "seq": 2}
    told = kim.get().json()
    assert told["key"]["id"] == kim.key
    assert told["key"]["wrapped"] == text(b"wrapped")
    assert [(one["id"], one["sealed"], one["gone"]) for one in told["records"]] == [
        (name, text(), False) for name in names
    ]
    assert kim.get(f"/records/{names[0]}").json() == {"sealed": text()}


def test_nothing_new_is_said_in_no_words(kim):
    kim.begin().keep(text())
    reply = kim.get("?since=1")
    tag = reply.headers["ETag"]
    assert tag == f'"{kim.key}-1"'
    assert kim.get("?since=1", if_none_match=tag).status_code == 304
    assert kim.get("?since=1", if_none_match=f"W/{tag}").status_code == 304
    assert kim.get("?since=0", if_none_match=tag).status_code == 200
    kim.keep(text())
    assert kim.get("?since=1", if_none_match=tag).status_code == 200


def test_what_is_not_sealed_comes_back_with_its_reason(kim):
    (name,), reply = kim.begin().keep(b64encode(b"Dear diary").decode())
    assert reply.json() == {
        "kept": [],
        "refused": {name: "This is not sealed, so it was not kept."},
        "seq": 0,
    }


@pytest.mark.parametrize("wrong", ["%%%", "ab c", "é"])
def test_what_is_no_base64_is_not_read(kim, wrong):
    _names, reply = kim.begin().keep(wrong)
    assert reply.status_code == 422


def test_a_program_with_a_key_opens_no_journal(client, cast, kim):
    kim.begin()
    key = make_token(by=cast.kim, name="a script")
    client.logout()
    reply = client.get(kim.home, headers={"Authorization": f"Bearer {key}"})
    assert reply.status_code == 401


def test_another_site_can_send_nothing(cast):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.user("kim"))
    assert Phone(strict, cast.kim).post("/end").status_code == 403


@pytest.mark.parametrize("who", ["noor", "lou", "aunt", "chi", "stranger", "operator", "former"])
def test_another_persons_journal_and_one_that_never_was_look_alike(as_, cast, kim, who):
    names, _reply = kim.begin().keep(text())
    paths = ("", f"/records/{names[0]}", "/phones", "/shared")
    client = as_(who)
    for path in paths:
        replies = [client.get(f"/api/journal/{seat}{path}") for seat in (cast.kim.pk, new_id())]
        assert [reply.status_code for reply in replies] == [404, 404]
        assert replies[0].content == replies[1].content


def test_who_has_left_the_family_keeps_what_they_wrote_and_adds_nothing(as_, cast):
    names, _reply = Phone(as_("noor"), cast.noor).begin().keep(text())
    cast.noor.until = "2020-01-01T00:00:00Z"
    cast.noor.save()
    noor = Phone(as_("noor"), cast.noor)
    assert [one["id"] for one in noor.get().json()["records"]] == names
    assert as_("noor").get(f"/bond/journal/{cast.noor.pk}/").status_code == 200
    noor.key = str(new_id())
    assert noor.keep(text())[1].status_code == 404
    assert noor.post("/erase", ids=names).json() == {"erased": names}
    assert noor.post("/end").status_code == 200


def test_new_words_take_over_when_all_is_there(kim):
    names, _reply = kim.begin().keep(text(), text())
    new = str(new_id())
    assert kim.post("/next", id=new, wrapped=text(b"new")).status_code == 200
    assert kim.post("/next/finish", id=new).json() == {"missing": names}
    anew = [{"id": name, "sealed": text(b"anew")} for name in names]
    assert kim.post("/records", under=new, records=anew).json()["kept"] == names
    assert kim.post("/next/finish", id=new).json() == {"missing": []}
    assert kim.get().json()["key"]["wrapped"] == text(b"new")


def test_phones_are_listed_and_signed_out(kim):
    kim.begin()
    phone = str(new_id())
    kim.post("/phones", id=phone, name="Chrome, Android")
    (listed,) = kim.get("/phones").json()["phones"]
    assert (listed["id"], listed["name"]) == (phone, "Chrome, Android")
    assert kim.post("/phones/end", id=str(new_id())).status_code == 404
    assert kim.post("/phones/end", id=phone).status_code == 200
    assert kim.get().status_code == 401  # it was this one


def test_what_is_shared_is_read_by_whom_it_names_with_its_photo(as_, cast, kim):
    entry, photo = str(new_id()), str(new_id())
    picture = b64encode(b"a picture").decode()
    what = {"entry": entry, "child": str(cast.ada.pk), "said": {"text": "slowly"}}
    photos = [{"id": photo, "bytes": picture}]
    reply = kim.post("/shared", **what, to=[str(cast.noor.pk)], photos=photos)
    assert reply.json() == {"to": [str(cast.noor.pk)]}
    assert kim.get("/shared").json()["by_me"][0]["entry"] == entry
    noor = Phone(as_("noor"), cast.noor)
    listed = noor.get("/shared")
    assert listed.headers["Cache-Control"] == "no-store"
    (hers,) = listed.json()["with_me"]
    assert (hers["said"], hers["by_name"], hers["photos"]) == ({"text": "slowly"}, "Mum", [photo])
    shown = noor.get(f"/shared/{hers['id']}/{photo}")
    assert (shown.content, shown.headers["Content-Type"]) == (b"a picture", "image/jpeg")
    assert shown.headers["Cache-Control"] == "no-store"
    assert noor.post("/shared/end", entry=entry).status_code == 200  # hers, of which there is none
    assert len(noor.get("/shared").json()["with_me"]) == 1
    kim = Phone(as_("kim"), cast.kim)
    assert kim.post("/shared/end", entry=entry).status_code == 200
    assert Phone(as_("noor"), cast.noor).get("/shared").json()["with_me"] == []


@pytest.mark.django_db
def test_of_the_made_up_family_each_who_looks_has_a_journal_of_their_own(client):
    """All who look are one caregiver there: what one wrote must not lock the next one out."""
    started = demo_family()
    client.force_login(started.user)
    phone = Phone(client, started.caregiver)
    assert phone.get().json()["key"] is None
    assert phone.post("/key", id=str(new_id()), wrapped=text()).status_code == 404
    assert queries.journal_seq(started.caregiver) == (None, 0)


def test_the_familys_export_holds_ones_own_journal_and_nobody_elses(as_, cast, kim):
    kim.begin().keep(text())
    actions.begin_journal(seat=cast.noor, key=new_id(), wrapped=SEAL + b"noor's")

    def sealed_of(name):
        content = as_(name).get("/family/export/").getvalue()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [one for one in archive.namelist() if one.startswith("journal/")]
            return {one: archive.read(one) for one in names}

    assert sealed_of("kim")["journal/key.age"] == SEAL + b"wrapped"
    assert len(sealed_of("kim")) == 3
    assert sealed_of("noor")["journal/key.age"] == SEAL + b"noor's"
    assert len(sealed_of("noor")) == 2
