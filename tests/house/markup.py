"""What is wrong with a page, as far as its markup shows: a rule each, no browser needed."""

import re
from html.parser import HTMLParser

LOADS = frozenset({"src", "srcset", "href", "action", "formaction", "poster", "data"})
FIELDS = frozenset({"input", "select", "textarea"})
NO_LABEL = frozenset({"hidden", "submit", "button", "image", "reset"})
ELSEWHERE = re.compile(r"(?:[a-z][a-z+.-]*:)?//", re.IGNORECASE)
RUNS = re.compile(r"(?:javascript|data):", re.IGNORECASE)
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


class Page(HTMLParser):
    """One page, or a piece of one, read once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.open: list[str] = []
        self.title = ""
        self.language = None
        self.labelled: set[str | None] = set()
        self.fields: list[tuple[str, str | None]] = []
        self.mains = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        self.look_for_code(tag, given)
        self.look_elsewhere(tag, given)
        self.look_for_names(tag, given)
        self.mains += tag == "main"
        if tag == "html":
            self.language = given.get("lang")

    def look_for_code(self, tag, given):
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.wrong.append(f"<{tag}> within the page")
        self.wrong += [
            f"{name}= on <{tag}>" for name in given if name == "style" or name.startswith("on")
        ]

    def look_elsewhere(self, tag, given):
        for name in LOADS & given.keys():
            value = (given[name] or "").strip()
            if ELSEWHERE.match(value) or RUNS.match(value):
                self.wrong.append(f"<{tag} {name}> goes to {value}")

    def look_for_names(self, tag, given):
        if tag == "img" and "alt" not in given:
            self.wrong.append("<img> without alt")
        if tag == "label":
            self.labelled.add(given.get("for"))
        if (
            tag in FIELDS
            and given.get("type") not in NO_LABEL
            and not given.keys() & {"aria-label", "aria-labelledby"}
            and "label" not in self.open
        ):
            self.fields.append((tag, given.get("id")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open[-2:] == ["head", "title"]:
            self.title += data


def wrong_in_piece(text: str) -> list[str]:
    """Return what no piece of a page may have."""
    return Page(text).wrong


def wrong_in_page(text: str) -> list[str]:
    """Return what is wrong with a whole page as a browser gets it."""
    page = Page(text)
    missing = [
        f"<{tag} id={name}> has no label"
        for tag, name in page.fields
        if name not in page.labelled or not name
    ]
    wants = {
        "no title": page.title.strip(" ·\n"),
        "no language": page.language,
        "not one <main>": page.mains == 1,
    }
    return page.wrong + missing + [why for why, there in wants.items() if not there]
