"""Templates can be read, hold no code and no other host, and every word can be spoken."""

import pytest

from tests.house.house import named
from tests.house.markup import wrong_in_page, wrong_in_piece
from tests.house.texts import as_written, templates, unspoken


@pytest.mark.parametrize("path", templates(), ids=named)
def test_a_template_can_be_read_and_holds_no_code_and_no_other_host(path):
    source = path.read_text(encoding="utf-8")
    assert wrong_in_piece(as_written(source)) == []


@pytest.mark.parametrize("path", templates(), ids=named)
def test_every_word_of_a_template_can_be_spoken_in_another_language(path):
    assert unspoken(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<h1>Welcome</h1>", ["Welcome"]),
        ("<p>{{ _('She looked') }}</p>", []),
        ("<p><code>holdfast serve</code> {{ _('starts it') }}</p>", []),
        ('<button aria-label="Undo">{{ icon }}</button>', ["Undo"]),
        ("<p>{% if seen %}once{% else %}{{ _('twice') }}{% endif %}</p>", ["once"]),
        ("{% trans %}Slow is normal.{% endtrans %} · Holdfast", []),
    ],
)
def test_a_word_that_no_language_could_change_is_found(source, words):
    assert unspoken(source) == words


@pytest.mark.parametrize(
    ("piece", "wrong"),
    [
        ("<script>count()</script>", ["<script> within the page"]),
        ("<style>p { color: red }</style>", ["<style> within the page"]),
        ('<p style="color: red">', ["style= on <p>"]),
        ('<button onclick="go()">', ["onclick= on <button>"]),
        ('<img src="//cdn.example/a.png" alt="">', ["<img src> goes to //cdn.example/a.png"]),
        ('<a href="javascript:go()">', ["<a href> goes to javascript:go()"]),
        (
            '<link href="https://fonts.example/x.css">',
            ["<link href> goes to https://fonts.example/x.css"],
        ),
        ('<img src="/static/a.svg">', ["<img> without alt"]),
        ('<a href="/day/">yesterday</a><script src="/static/a.js"></script>', []),
    ],
)
def test_what_no_piece_may_have_is_found(piece, wrong):
    assert wrong_in_piece(piece) == wrong


def test_a_page_wants_a_title_a_language_a_main_and_labels():
    bare = '<html><head><title> · </title></head><body><input id="a"><input type="hidden"></body>'
    assert wrong_in_page(bare) == [
        "<input id=a> has no label",
        "no title",
        "no language",
        "not one <main>",
    ]
    whole = (
        '<html lang="en"><head><title>Now</title></head><body><main><label for="a">Name</label>'
        '<input id="a"><label>Text <textarea></textarea></label>'
        '<select aria-label="Zone"></select></main>'
    )
    assert wrong_in_page(whole) == []
