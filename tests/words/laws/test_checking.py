"""Files held against the laws: the line, the language, the escapes."""

import pytest

from holdfast.words.laws import check, files_in, language_of
from holdfast.words.laws.checking import BadCall


@pytest.fixture
def file(tmp_path):
    """Write a file and return it."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def found(path, language=None):
    return [(one.line, one.rule) for one in check(path, language).found]


def test_a_finding_has_the_line_on_which_its_words_stand(file):
    text = "A long paragraph\nthat goes on\nuntil your bond score\nends it.\n"
    assert found(file("a.md", text)) == [(3, "score")]


def test_several_laws_may_be_broken_in_one_sentence_each_is_told_once(file):
    text = "Your score, your score: you are a bad mother.\n"
    assert found(file("a.txt", text)) == [(1, "score"), (1, "blame")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("page.de.md", "Score: 5"),
        ("locale/de/LC_MESSAGES/x.po", 'msgid "a"\nmsgstr "Dein Bindungswert ist 5."\n'),
        ("b.html", '<html lang="de"><p>Dein Bindungswert ist 5.</p></html>'),
        ("c.txt", "Dein Bindungswert ist fünf, und das ist gut."),
    ],
)
def test_each_text_is_held_against_the_rules_of_its_language(file, name, text):
    (one,) = check(file(name, text)).found
    assert (one.rule, "bewertet" in one.why) == ("score", True)


def test_a_language_that_is_named_is_that_of_the_file(file):
    path = file("a.txt", "Überfällig!")
    assert found(path, "de") == [(1, "lateness")]
    assert found(path, "en") == []


def test_a_language_without_rules_is_left_alone(file):
    assert found(file("a.html", '<html lang="ja"><p>Your score is 5.</p></html>')) == []


def test_a_text_within_another_language_is_heard_in_its_own(file):
    german = "Es ist so, dass du eine Serie von fünf Tagen hast."
    assert found(file("a.md", f"One line that is plain and in English.\n\n{german}\n")) == [
        (3, "score")
    ]


def test_an_escape_with_a_reason_lets_the_next_line_pass(file):
    text = (
        "<!-- laws: allow score -- a term of statistics -->\nYour score is 5.\n\nYour score is 6.\n"
    )
    checked = check(file("a.md", text))
    assert [(one.line, one.rule) for one in checked.found] == [(4, "score")]
    (allowed,) = checked.allowed
    assert (allowed.laws, allowed.reason, allowed.used) == (("score",), "a term of statistics", 1)


def test_an_escape_holds_for_the_whole_paragraph_or_string_below_it(file):
    escape = "<!-- laws: allow score -- a term -->"
    text = f"{escape}\nA paragraph\nover lines\nof your score.\n\nYour score.\n"
    assert found(file("a.md", text)) == [(6, "score")]
    code = 'x = _(\n    # laws: allow score -- a term\n    "One "\n    "two your score."\n)\n'
    assert found(file("a.py", code)) == []


def test_who_writes_of_escapes_allows_nothing(file):
    text = "Say `laws: allow score -- why` beside it.\nYour score.\n"
    assert check(file("a.md", text)).allowed == []


def test_an_escape_of_another_law_lets_nothing_pass(file):
    text = "# laws: allow blame -- why not\nx = _('Your score')\n"
    assert found(file("a.py", text)) == [(2, "score")]


def test_an_escape_may_stand_for_the_file_and_for_all_laws(file):
    text = "{# laws: allow all in this file -- examples #}\n<p>Your score.</p>\n<p>Overdue</p>\n"
    checked = check(file("a.html", text))
    assert checked.found == []
    assert [one.used for one in checked.allowed] == [2]


def test_an_escape_holds_for_its_entry_in_a_catalogue(file):
    entry = 'msgid "a"\nmsgstr ""\n"Dein Bindungswert"\n'
    text = f'msgid ""\nmsgstr "Language: de\\n"\n\n# laws: allow score -- so\n{entry}\n{entry}'
    assert found(file("a.po", text)) == [(11, "score")]
    assert found(file("b.po", f"# laws: allow score -- so\n{entry}"), "de") == []


@pytest.mark.parametrize(
    "escape",
    ["laws: allow score", "laws: allow score --", "laws: allow -- why", "laws: allow x -- y"],
)
def test_an_escape_without_law_or_reason_is_a_finding_itself(file, escape):
    assert (1, "escape") in found(file("a.py", f"# {escape}\nx = _('Your score')\n"))


def test_a_folder_is_all_its_texts_but_what_is_built_or_hidden(file, tmp_path):
    for name in ("a.md", "b/c.py", "node_modules/d.md", ".e/f.md", "g.json", "h.png"):
        file(name, "")
    names = [path.relative_to(tmp_path).as_posix() for path in files_in([tmp_path])]
    assert names == ["a.md", "b/c.py"]
    assert list(files_in([tmp_path / "g.json"])) == [tmp_path / "g.json"]


def test_a_file_of_no_known_kind_is_read_as_plain_text(file):
    assert found(file("NOTES", "Your score is 5.")) == [(1, "score")]


def test_what_is_not_there_or_no_text_is_a_bad_call(tmp_path):
    with pytest.raises(BadCall, match="There is no"):
        check(tmp_path / "nothing.md")
    (tmp_path / "x.bin").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(BadCall, match="cannot be read as text"):
        check(tmp_path / "x.bin")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The baby is here.", "en"),
        ("Das Baby ist da.", "de"),
        ("Überfällig", "de"),
        ("Holdfast", "en"),
    ],
)
def test_a_language_is_known_by_its_small_words_and_letters(text, language):
    assert language_of(text) == language
