"""The family's pages: logs in with a look before, drafts, everything out, keys."""

import io
import json
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.web.access import within
from holdfast.web.actions import keep_moments, make_token
from holdfast.web.models import UploadedFile
from holdfast.web.queries import drafts_of, imports_of, log_of, tokens_of
from tests.web.logs import moments

DATA = Path(__file__).parents[1] / "data"
SLEEP = b"id,child_id,start,end,nap,notes\n1,1,2026-03-01 20:00:00,2026-03-01 22:00:00,0,\n"
ODD = SLEEP + b"2,1,at bedtime,2026-03-02 22:00:00,0,\n"
HUCKLEBERRY = (
    b"Type,Start,End,Duration,Start Condition,Start Location,End Condition,Notes\n"
    b'Sleep,2026-03-01 20:00,2026-03-01 22:00,02:00,"Rocked, then held",,,\n'
)
WHERE = {"answer-zone": "Europe/Berlin"}


def send(client, name, data, **more):
    """Upload one file and return where that leads."""
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("import"), {"files": [file], **more})


def bring(client, name, data, answers=None):
    """Upload a file, answer, and bring it in."""
    look = send(client, name, data)["Location"]
    return client.post(look, {**WHERE, **(answers or {})})


def words_of(reply):
    return " ".join(re.sub(r"<[^>]+>", " ", reply.content.decode()).split())


def test_a_file_is_looked_into_before_anything_is_kept(as_, cast):
    client = as_("kim")
    look = send(client, "sleep.csv", SLEEP)["Location"]
    asked = words_of(client.get(look))
    assert "In which time zone were these days lived?" in asked
    seen = words_of(client.get(look, WHERE))
    assert "1 new moment" in seen
    assert log_of(cast.ada).is_empty()
    client.post(look, WHERE)
    assert log_of(cast.ada)["word"].to_list() == ["sleep"]
    assert client.get(look, WHERE).status_code == 404  # the files are forgotten


def test_the_same_file_again_brings_nothing(as_, cast):
    client = as_("kim")
    bring(client, "sleep.csv", SLEEP)
    look = send(client, "sleep.csv", SLEEP)["Location"]
    assert "1 here already" in words_of(client.get(look, WHERE))
    client.post(look, WHERE)
    assert log_of(cast.ada).height == 1


def test_a_row_that_cannot_be_read_is_told_with_its_column(as_):
    client = as_("kim")
    look = send(client, "sleep.csv", ODD)["Location"]
    told = words_of(client.get(look, WHERE))
    assert "What could not be read Row Column Why, and what to do 2 start" in told


def test_a_wrong_answer_is_told_and_asked_again(as_):
    client = as_("kim")
    look = send(client, "sleep.csv", SLEEP)["Location"]
    reply = client.get(look, {"answer-zone": "Mars/Base"})
    assert reply.status_code == 422
    assert "&#39;Mars/Base&#39; is no time zone. One like Europe/Berlin." in words_of(reply)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bank.csv", b"Date,Payee,Amount\n2026-03-01,Shop,12\n"),
        ("empty.csv", b""),
        ("open.csv", b'id,child_id,start,end,nap,notes\n1,1,"2026'),
        ("bomb.zip", b"PK\x03\x04" + b"\0" * 40),
    ],
)
def test_a_file_that_is_none_gets_one_sentence_and_is_not_kept(as_, cast, name, data):
    reply = send(as_("kim"), name, data)
    assert reply.status_code == 422
    assert 'class="mend"' in reply.content.decode()
    with within(family=cast.family.pk):
        assert not UploadedFile.objects.exists()


def test_no_file_and_too_many_files_are_told(as_):
    client = as_("kim")
    assert "Choose one file or more." in words_of(client.post(reverse("import")))
    files = [SimpleUploadedFile(f"{n}.csv", SLEEP) for n in range(21)]
    assert "Up to 20 files at once" in words_of(client.post(reverse("import"), {"files": files}))


def test_files_that_are_too_large_together_are_told(as_):
    file = SimpleUploadedFile("sleep.csv", b" " * (32 * 1024**2 + 1))
    told = words_of(as_("kim").post(reverse("import"), {"files": [file]}))
    assert "larger than 32 MB" in told


def test_somebody_elses_upload_is_not_there(as_):
    look = send(as_("kim"), "sleep.csv", SLEEP)["Location"]
    assert as_("noor").get(look, WHERE).status_code == 404
    assert as_("chi").get(look, WHERE).status_code == 404


def test_leaving_it_forgets_the_files(as_, cast):
    client = as_("kim")
    look = send(client, "sleep.csv", SLEEP)["Location"]
    client.post(f"{look}leave/")
    with within(family=cast.family.pk):
        assert not UploadedFile.objects.exists()


def test_a_log_cannot_be_brought_into_another_familys_child(as_, cast):
    client = as_("kim")
    look = send(client, "sleep.csv", SLEEP)["Location"]
    found = re.findall(r'name="(child-[^"]+)"', client.get(look, WHERE).content.decode())
    assert len(found) == 1
    assert client.post(look, {**WHERE, found[0]: str(cast.ben.pk)}).status_code == 404
    assert log_of(cast.ben).is_empty()


def test_with_several_children_one_says_whose_log_it_is(as_, cast):
    client = as_("kim")
    client.post(reverse("family_add_child"), {"name": "Ida", "pronoun": "she", "due": "2026-08-01"})
    look = send(client, "sleep.csv", SLEEP)["Location"]
    asked = client.get(look, WHERE).content.decode()
    (field,) = re.findall(r'<select name="(child-[^"]+)"', asked)
    client.post(look, {**WHERE, field: str(cast.ada.pk)})
    assert log_of(cast.ada).height == 1
    again = send(client, "sleep.csv", SLEEP)["Location"]
    remembered = client.get(again, WHERE).content.decode()
    assert f'<option value="{cast.ada.pk}" selected>' in remembered


def test_an_import_is_listed_and_taken_back(as_, cast):
    client = as_("kim")
    bring(client, "sleep.csv", SLEEP)
    assert "Baby Buddy (CSV) for Ada: 1 new moment" in words_of(client.get(reverse("import")))
    (done,) = imports_of(cast.family)
    client.post(reverse("import_undo", args=[done.id]))
    assert log_of(cast.ada).is_empty()
    assert "Taken back." in words_of(client.get(reverse("import")))


def test_care_that_hides_in_a_log_is_asked_about_one_by_one_or_all_alike(as_, cast):
    client = as_("kim")
    reply = bring(client, "huckleberry.csv", HUCKLEBERRY)
    assert reply["Location"] == reverse("drafts", args=[cast.ada.pk])
    assert log_of(cast.ada)["word"].to_list() == ["sleep"]
    rock = next(one for one in drafts_of(cast.ada) if one.moment.word == "rock")
    client.post(reply["Location"], {"draft": str(rock.id), "act": "accept"})
    client.post(reply["Location"], {"alike": "response/hug", "act": "refuse"})
    assert sorted(log_of(cast.ada)["word"]) == ["rock", "sleep"]
    assert "Nothing waits here." in words_of(client.get(reply["Location"]))


def test_all_that_a_family_has_comes_out_and_nothing_of_another(as_, cast):
    for child, by in ((cast.ada, cast.kim), (cast.ben, cast.chi)):
        said = moments("03:00 cry / 03:04 hug", child, by=by)
        keep_moments(child=child, by=by, moments=said)
    reply = as_("kim").get(reverse("family_export"))
    with zipfile.ZipFile(io.BytesIO(reply.getvalue())) as bundle:
        lines = bundle.read("family.holdfast.jsonl").decode().splitlines()
        history = bundle.read("history.jsonl").decode().splitlines()
        everything = b"".join(bundle.read(name) for name in bundle.namelist())
    assert [json.loads(line)["word"] for line in lines[1:]] == ["cry", "hug"]
    assert [json.loads(line)["revision"] for line in history] == [1, 1]
    assert str(cast.ben.pk).encode() not in everything
    assert b"Chi" not in everything


def test_what_came_out_goes_in_again_and_changes_nothing(as_, cast):
    said = moments("03:00 cry / 03:04 hug", cast.ada, by=cast.kim)
    keep_moments(child=cast.ada, by=cast.kim, moments=said)
    client = as_("kim")
    with zipfile.ZipFile(io.BytesIO(client.get(reverse("family_export")).getvalue())) as bundle:
        log = bundle.read("family.holdfast.jsonl")
    look = send(client, "family.holdfast.jsonl", log)["Location"]
    assert "2 here already" in words_of(client.get(look))
    before = log_of(cast.ada)
    client.post(look)
    assert log_of(cast.ada).equals(before)


def test_a_log_can_not_speak_in_anothers_name(as_, cast):
    """A file that names somebody else's caregiver brings the moment, without the name."""
    line = {
        "id": "00000000-0000-7000-8000-000000000001",
        "child": str(cast.ada.pk),
        "by": str(cast.chi.pk),
        "kind": "signal",
        "word": "cry",
        "at": (datetime.now(UTC) - timedelta(days=1)).isoformat(),
        "zone": "Europe/Berlin",
    }
    people = {"children": [{"id": str(cast.ada.pk)}], "caregivers": [{"id": str(cast.chi.pk)}]}
    log = "\n".join(map(json.dumps, [{"holdfast": 1, **people}, line])) + "\n"
    bring(as_("kim"), "theirs.holdfast.jsonl", log.encode())
    assert log_of(cast.ada)["by"].to_list() == [None]


def test_a_key_is_shown_once_and_ended(as_, cast):
    client = as_("kim")
    made = client.post(reverse("keys"), {"name": "a script"}).content.decode()
    (key,) = re.findall(r"<code>(hf_[^<]+)</code>", made)
    assert key not in client.get(reverse("keys")).content.decode()
    (listed,) = tokens_of(cast.kim)
    client.post(reverse("key_end", args=[listed.id]))
    assert tokens_of(cast.kim) == []


def test_a_key_wants_a_name(as_):
    assert as_("kim").post(reverse("keys"), {"name": ""}).status_code == 422


def test_nobody_ends_the_key_of_another_parent(as_, cast):
    make_token(by=cast.noor, name="hers")
    (hers,) = tokens_of(cast.noor)
    assert as_("kim").post(reverse("key_end", args=[hers.id])).status_code == 404


def test_a_child_with_a_day_that_is_none_is_asked_again(as_):
    reply = as_("kim").post(reverse("family_add_child"), {"pronoun": "she", "born": "someday"})
    assert reply.status_code == 422


def test_the_family_page_lists_who_is_here_now(as_):
    told = words_of(as_("lou").get(reverse("family")))
    assert [
        name for name in ("Kim", "Noor", "Lou", "Aunt", "Former", "Okafor") if name in told
    ] == [
        "Kim",
        "Noor",
        "Lou",
        "Aunt",
    ]
    assert "Bring a log" not in told
