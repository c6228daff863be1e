"""The spoken language: around a piece of work, with English behind it."""

import struct
from concurrent.futures import ThreadPoolExecutor

import pytest

from holdfast.words import language as spoken
from holdfast.words.language import (
    direction,
    gettext,
    language,
    later,
    ngettext,
    pgettext,
    speak,
)

TEXTS = {
    "": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n",
    "settled": "beruhigt",
    "one feed\0%d feeds": "einmal gefüttert\0%d-mal gefüttert",
    "tile\4look": "schauen",
}


def compiled(texts):
    """Write a catalogue as msgfmt would: the header, two tables of lengths and offsets, texts."""
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    keys_at, values_at = 28, 28 + 8 * len(pairs)
    tables, body, at = [[], []], b"", 28 + 16 * len(pairs)
    for column in (0, 1):
        for pair in pairs:
            tables[column] += [len(pair[column]), at]
            body += pair[column] + b"\0"
            at += len(pair[column]) + 1
    numbers = [0x950412DE, 0, len(pairs), keys_at, values_at, 0, 0, *tables[0], *tables[1]]
    return struct.pack(f"<{len(numbers)}I", *numbers) + body


@pytest.fixture
def german(tmp_path, monkeypatch):
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "holdfast.mo").write_bytes(compiled(TEXTS))
    monkeypatch.setattr(spoken, "LOCALE", tmp_path)


@pytest.mark.usefixtures("german")
def test_within_speak_texts_counts_and_contexts_are_translated():
    with speak("de"):
        assert gettext("settled") == "beruhigt"
        assert [ngettext("one feed", "%d feeds", n) for n in (1, 3)] == [
            "einmal gefüttert",
            "%d-mal gefüttert",
        ]
        assert pgettext("tile", "look") == "schauen"


@pytest.mark.usefixtures("german")
def test_a_region_falls_back_to_its_language():
    with speak("de-at"):
        assert gettext("settled") == "beruhigt"


@pytest.mark.usefixtures("german")
def test_a_text_without_a_translation_is_said_in_english():
    with speak("de"):
        assert gettext("not there") == "not there"
    with speak("xx"):
        assert [ngettext("one feed", "%d feeds", n) for n in (1, 3)] == ["one feed", "%d feeds"]
        assert pgettext("tile", "look") == "look"


@pytest.mark.usefixtures("german")
def test_a_text_in_a_table_stays_english_until_it_is_shown():
    with speak("de"):
        assert later("settled") == "settled"


@pytest.mark.usefixtures("german")
def test_outside_speak_and_in_other_threads_english_is_spoken():
    with ThreadPoolExecutor(1) as other, speak("de"):
        assert other.submit(gettext, "settled").result() == "settled"
    assert gettext("settled") == "settled"


@pytest.mark.usefixtures("german")
def test_speak_ends_with_an_error_too():
    with pytest.raises(LookupError), speak("de"):
        raise LookupError
    assert gettext("settled") == "settled"


@pytest.mark.parametrize(
    ("tag", "name"), [("pt-br", "pt-BR"), ("zh_hans", "zh-Hans"), ("EN", "en"), ("he", "he")]
)
def test_a_tag_is_said_as_a_page_wants_it(tag, name):
    with speak(tag):
        assert language() == name


@pytest.mark.parametrize(
    ("tag", "way"), [("en", "ltr"), ("ar", "rtl"), ("fa-AF", "rtl"), ("de", "ltr")]
)
def test_right_to_left_is_known(tag, way):
    with speak(tag):
        assert direction() == way
