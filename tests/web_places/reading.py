"""A page as one reads it: the words of what has a class, is of a kind, or has a name.

What lies in a <template> is for the phone and nobody sees it; `pieces` reads that.
"""

from django.test.html import parse_html


def read(answer, *, tag=None, **attributes):
    """Return the text of each element that fits; a class fits if it is among the classes."""
    return [text_of(one) for one in elements(answer, tag=tag, **attributes)]


def elements(answer, *, tag=None, **attributes):
    """Return each element that fits, in the order of the page."""
    page = parse_html(answer.content.decode())
    return [one for one in walk(page) if fits(one, tag, attributes)]


def pieces(answer):
    """Return what the page gives the phone: each piece's element, by name."""
    everything = walk(parse_html(answer.content.decode()), hidden=True)
    return {value_of(one, "data-piece"): one for one in everything if one.name == "template"}


def value_of(element, name):
    """Return an attribute's value."""
    return dict(element.attributes).get(name)


def walk(element, *, hidden=False):
    yield element
    for child in element.children:
        if not isinstance(child, str) and (hidden or child.name != "template"):
            yield from walk(child, hidden=hidden)


def fits(element, tag, attributes):
    if tag is not None and element.name != tag:
        return False
    has = dict(element.attributes)
    return all(
        want in (has.get(name) or "").split() if name == "class" else has.get(name) == want
        for name, want in attributes.items()
    )


def text_of(element):
    parts = [one if isinstance(one, str) else text_of(one) for one in element.children]
    return " ".join(" ".join(parts).split())
