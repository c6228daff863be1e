"""A sealed journal, taken along: the phone seals, anybody with the words opens, and nobody else."""

import io
import json
import zipfile
from functools import cache

import pytest
from pyrage import decrypt, encrypt, passphrase, x25519

from holdfast.formats.journal import HOW, KEY, TakenAlong, members, write_journal
from holdfast.formats.journal_opening import as_pages, open_journal
from holdfast.web.ids import new_id
from holdfast.words import Refused
from tests.formats.sealing import on_a_phone

WORDS = "sauce say rice mutual choose scout"
SENTENCE = "I could not feel it yet, and the porridge burnt"
EASY = 2  # work: how hard guessing is made is no matter here
PHOTO = b"\xff\xd8\xff\xe0 a small picture"


@cache
def identity():
    """Return an identity that a phone made, its public half, and how the words wrap it."""
    (made,) = on_a_phone(["newIdentity"])
    kept, wrapped = on_a_phone(["keptOf", made], ["wrap", made, WORDS, EASY])
    return made, kept["recipient"], wrapped


def revision(edit, *, entry=None, **more):
    said = {"id": entry or edit, "edit": edit, "replaces": [], "child": "ada", "kind": "felt"}
    return {"at": "2026-03-14T09:00:00Z", **said, **more}


def sealed(content):
    _made, recipient, _wrapped = identity()
    as_bytes = content if isinstance(content, bytes) else json.dumps(content).encode()
    return encrypt(as_bytes, [x25519.Recipient.from_str(recipient)])


def exported(tmp_path, records, name="mine.zip"):
    journal = TakenAlong(wrapped=identity()[2], records=records)
    with (tmp_path / name).open("wb") as file:
        write_journal(file, journal)
    return tmp_path / name


def test_what_a_phone_seals_opens_with_its_words_and_nothing_else(tmp_path):
    made, recipient, wrapped = identity()
    entry = {"holdfast": "journal", **revision(str(new_id()), text=SENTENCE)}
    (bytes_,) = on_a_phone(["asBytes", entry], module="journal/entries.js")
    (from_phone,) = on_a_phone(["seal", recipient, bytes_])
    assert SENTENCE.encode() not in from_phone
    found = open_journal(exported(tmp_path, {entry["edit"]: from_phone}), WORDS)
    assert [one["text"] for one in found.entries] == [SENTENCE]
    assert passphrase.decrypt(wrapped, WORDS).decode() == f"{made}\n"


def test_what_python_seals_opens_on_a_phone():
    made, recipient, _wrapped = identity()
    key = x25519.Identity.from_str(made)
    assert str(key.to_public()) == recipient
    sealed_here = encrypt(SENTENCE.encode(), [key.to_public()])
    wrapped_here = passphrase.encrypt(f"{made}\n".encode(), WORDS)
    opened, unwrapped, wrong = on_a_phone(
        ["open", made, sealed_here],
        ["unwrap", wrapped_here, WORDS],
        ["unwrap", identity()[2], "scout choose mutual rice say sauce"],
    )
    assert (opened.decode(), unwrapped, wrong) == (SENTENCE, made, None)
    assert decrypt(sealed_here, [key]).decode() == SENTENCE


def test_words_are_read_as_people_type_them(tmp_path):
    path = exported(tmp_path, {})
    assert open_journal(path, "1. Sauce, SAY rice\n mutual  choose scout ").entries == []


@pytest.mark.parametrize("words", ["", "sauce", "scout choose mutual rice say sauce"])
def test_other_words_open_nothing(tmp_path, words):
    with pytest.raises(Refused, match="do not open it"):
        open_journal(exported(tmp_path, {}), words)


def test_of_each_entry_that_counts_which_nothing_replaces(tmp_path):
    """Not yet → slowly; one removed; two edits that crossed: the one made last counts."""
    a, b, c, d, e, f, g = (str(new_id()) for _ in range(7))
    history = [
        revision(a, text="not yet"),
        revision(b, entry=a, replaces=[a], text="slowly"),
        revision(c, text="taken out"),
        revision(d, entry=c, replaces=[c], removed=True),
        revision(e, text="before", at="2026-03-13T09:00:00Z"),
        revision(f, entry=e, replaces=[e], text="one", at="2026-03-13T09:00:00Z"),
        revision(g, entry=e, replaces=[e], text="other", at="no day"),
    ]
    path = exported(tmp_path, {one["edit"]: sealed(one) for one in history})
    found = open_journal(path, WORDS)
    assert [one["text"] for one in found.entries] == ["other", "slowly"]
    assert len(found.history) == 7
    (there,) = on_a_phone(["newest", history[:6]], module="journal/entries.js")
    assert [one["text"] for one in there] == ["one", "slowly"]


def test_what_was_taken_out_on_one_phone_and_changed_on_another_stays(tmp_path):
    a, b, c = (str(new_id()) for _ in range(3))
    history = [
        revision(a, text="before"),
        revision(b, entry=a, replaces=[a], text="Her first laugh."),
        revision(c, entry=a, replaces=[a], removed=True, text="before"),
    ]
    path = exported(tmp_path, {one["edit"]: sealed(one) for one in history})
    (one,) = open_journal(path, WORDS).entries
    assert one["text"] == "Her first laugh."
    (there,) = on_a_phone(["newest", history], module="journal/entries.js")
    assert [one["text"] for one in there] == ["Her first laugh."]


def test_photos_come_out_as_they_went_in_and_what_is_unknown_is_named(tmp_path):
    photo, broken, foreign, other = (str(new_id()) for _ in range(4))
    records = {
        photo: sealed(PHOTO),
        broken: sealed(b"not json"),
        foreign: encrypt(b"{}", [x25519.Identity.generate().to_public()]),
        other: sealed(["a list"]),
    }
    found = open_journal(exported(tmp_path, records), WORDS)
    assert found.photos == {photo: PHOTO}
    assert found.unread == [broken, foreign, other]


def test_a_page_tells_it_in_order(tmp_path):
    photo = str(new_id())
    entries = [
        revision(str(new_id()), kind="stood_in_the_way", text="So tired", photos=[photo]),
        revision(str(new_id()), kind="check_in", near=3, at="2026-03-15T09:00:00Z", weight=None),
    ]
    records = {one["edit"]: sealed(one) for one in entries}
    found = open_journal(exported(tmp_path, records), WORDS)
    assert "".join(as_pages(found)) == (
        "# My journal\n"
        f"\n## 2026-03-14 · stood in the way\n\nSo tired\n\n![](photos/{photo}.jpg)\n"
        "\n## 2026-03-15 · check in\n\n- near: 3\n"
    )


def test_the_folder_says_how_any_age_tool_opens_it():
    made, recipient, _wrapped = identity()
    record = str(new_id())
    files = dict(members(TakenAlong(wrapped=identity()[2], records={record: sealed(b"{}")})))
    assert list(files) == [HOW, KEY, f"journal/{record}.age"]
    told = files[HOW].decode()
    assert "age -d -o identity.txt key.age" in told
    assert "age -d -i identity.txt" in told
    assert recipient not in told
    assert made not in told


def test_what_was_shared_is_in_the_clear_and_nothing_is_an_empty_folder():
    shared = {"with_me": [{"said": {"text": "hers"}}], "by_me": []}
    ((name, content),) = members(TakenAlong(shared=shared))
    assert (name, json.loads(content)) == ("journal/shared.json", shared)
    assert list(members(TakenAlong(shared={"with_me": [], "by_me": []}))) == []
    assert not TakenAlong()
    assert TakenAlong(wrapped=b"x")


def zipped(tmp_path, **members_):
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members_.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def test_an_export_without_a_journal_says_whose_it_holds(tmp_path):
    with pytest.raises(Refused, match="no sealed journal"):
        open_journal(zipped(tmp_path, history="{}"), WORDS)


def test_names_in_a_zip_are_never_paths(tmp_path):
    path = zipped(tmp_path, **{KEY: identity()[2], "journal/../../etc/passwd.age": sealed(b"{}")})
    assert open_journal(path, WORDS).unread == []


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = zipped(tmp_path, **{KEY: b"0" * 3_000_000})
    assert path.stat().st_size < 10_000
    with pytest.raises(Refused, match="larger than any journal"):
        open_journal(path, WORDS)


@pytest.mark.parametrize("content", [None, b"no zip"])
def test_what_is_no_zip_is_refused_with_the_way_out(tmp_path, content):
    path = tmp_path / "odd.zip"
    if content:
        path.write_bytes(content)
    with pytest.raises(Refused, match="is no export"):
        open_journal(path, WORDS)


def test_without_the_part_that_opens_it_says_how_to_get_it(tmp_path, monkeypatch):
    path = exported(tmp_path, {})
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)
    with pytest.raises(Refused, match=r"holdfast\[journal\]"):
        open_journal(path, WORDS)


def test_equal_journals_make_equal_zips():
    journal = TakenAlong(wrapped=b"key", records={str(new_id()): b"sealed"})
    first, second = io.BytesIO(), io.BytesIO()
    write_journal(first, journal)
    write_journal(second, journal)
    assert first.getvalue() == second.getvalue()
