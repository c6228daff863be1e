"""Files as a person reads them: what is said, and on which line."""

import pytest

from holdfast.words.laws.reading import A_PLACE, READERS, Passage


def said(end, source):
    """Return each passage with the line on which it begins."""
    return [(one.line, one.text.strip()) for one in READERS[end](source)]


def line_of(passages, word):
    """Return the line on which a word stands."""
    for one in passages:
        if word in one.text:
            return one.lines[one.text.index(word)]
    return None


def test_python_says_its_strings_and_no_docstrings_names_or_patterns():
    source = '''"""A docstring that says nothing to a person."""
import re
A = re.compile("not a text at all")
B = _("Badge")
KEY = "signal"
C = {"title": "Short", "other": "word", 3: "Two words"}
def f(title="two words", *, hint=None):
    """More of it here."""
    raise Refused(f"{path} has no {column!r}.", hint="Open\\tit.")
title = "Once"
"SELECT this FROM that"
'''
    assert said(".py", source) == [
        (4, "Badge"),
        (6, "Short"),
        (6, "Two words"),
        (7, "two words"),
        (9, f"{A_PLACE} has no {A_PLACE}."),
        (9, "Open it."),
        (10, "Once"),
    ]


def test_a_string_in_pieces_is_one_text_and_each_piece_has_its_line():
    source = 'x = _(\n    "One piece, "\n    "two pieces, "\n    f"three {of} them"\n)\n'
    (one,) = READERS[".py"](source)
    assert one.text == f"One piece, two pieces, three {A_PLACE} them"
    assert [line_of([one], word) for word in ("One", "two", "three", "them")] == [2, 3, 4, 4]


def test_what_the_help_of_a_command_says_is_read():
    assert said(".py", 'import typer\n\ndef f():\n    """Do one thing."""\n') == [
        (4, "Do one thing.")
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"'caf\u00e9 au lait'", "café au lait"),
        (r"'caf\xe9 au lait'", "café au lait"),
        (r"'it\'s \N{BULLET} so it is'", "it's • so it is"),
        (r"r'as it \stands'", ""),
        ("'one \\\ntwo'", "one two"),
        ("f'{{so}} it is {a!r:>{b}}'", f"{A_PLACE} it is {A_PLACE}"),
        ("'%(name)s and %d of %s'", f"{A_PLACE} and {A_PLACE} of {A_PLACE}"),
        ("'82 % of it'", "82 % of it"),
    ],
)
def test_escapes_and_places_are_read(written, read):
    assert "".join(text for _, text in said(".py", f"x = {written}\n")) == read


@pytest.mark.parametrize("source", ["def (:\n", "x = '''never closed", "\0"])
def test_what_is_no_python_says_nothing(source):
    assert said(".py", source) == []


def test_a_template_says_its_text_its_strings_and_what_is_read_out():
    source = """{% extends "base.html" %}
{# a remark #}
<p>One <b>two</b>
three {{ name }}.</p>
<img alt="A
picture" src="x.png"><script>var score = "your score";</script>
{% if x %}<button aria-label="{{ _('Leave quickly') }}">{{ _("Go") }}</button>{% endif %}
{% set said = _("Said later") %}<a data-words="two words" href="/a b">x&nbsp;y</a>
<!-- beside --><code>code here</code>
{{ _("one") if a else _("two") }}
"""
    assert said(".html", source) == [
        (3, f"One two three {A_PLACE}."),
        (5, "A picture"),
        (7, "Leave quickly"),
        (7, "Go"),
        (8, "Said later"),
        (8, "two words"),
        (8, "x y " + A_PLACE + " one"),
        (10, "two"),
    ]


def test_a_page_tells_its_language():
    (one,) = READERS[".html"]('<html lang="de"><p>Hallo</p></html>')
    assert one.language == "de"


def test_a_document_says_its_prose_block_by_block():
    source = """# A title

One line
and *its* next, with `code` and [a link](http://x.y/z).
<!-- a remark
over lines -->
- an item
  > quoted

```sh
your score
```

| a | b |
| --- | --- |
| one | two |
"""
    assert said(".md", source) == [
        (1, "A title"),
        (3, f"One line and its next, with {A_PLACE} and a link."),
        (7, "an item quoted"),
        (14, "a"),
        (14, "b"),
        (16, "one"),
        (16, "two"),
    ]


def test_a_fence_ends_with_its_own_mark():
    assert said(".md", "~~~~\n```\nno\n~~~~\nyes it is\n") == [(5, "yes it is")]


def test_a_catalogue_says_its_translations_and_a_template_its_texts():
    source = """msgid ""
msgstr ""
"Content-Type: text/plain\\n"
"Language: de\\n"

#: a.py
msgid "One text"
msgid_plural "Texts"
msgstr[0] "Ein "
"Text"
msgstr[1] "Texte"

#~ msgid "gone"
#~ msgstr "weg"
"""
    found = READERS[".po"](source)
    assert [(one.line, one.text, one.language) for one in found] == [
        (9, "Ein Text", "de"),
        (11, "Texte", "de"),
    ]
    assert said(".pot", source) == [(7, "One text"), (8, "Texts")]


def test_a_script_says_its_strings_and_no_comment_or_pattern():
    source = """// a remark here
/* your score */
const a = "two words", b = 'one', c = /"no (text)"/u;
page.title = "Title";
const d = `${count} of ${all} here`;
say({ label: "Label" });
"""
    assert said(".js", source) == [
        (3, "two words"),
        (4, "Title"),
        (5, f"{A_PLACE} of {A_PLACE} here"),
        (6, "Label"),
    ]


def test_a_table_says_its_texts():
    source = """# a remark
name = "word"
title = "Title"
lost = ["two words",
  'and so \\these']
long = '''
over lines'''
"""
    assert said(".toml", source) == [
        (3, "Title"),
        (4, "two words"),
        (5, r"and so \these"),
        (7, "over lines"),
    ]


def test_a_plain_text_says_its_paragraphs():
    assert said(".txt", "\none\ntwo\n\n---\nthree") == [(2, "one two"), (5, "--- three")]


def test_a_soft_hyphen_or_a_hard_space_hides_no_word():
    (one,) = READERS[".txt"]("a sc\u00adore\u00a0of don\u2019t")
    assert one.text.strip() == "a score of don't"
    assert isinstance(one, Passage)
