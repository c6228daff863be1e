"""What we leave in a source: no promise to ourselves, and no exception without its reason."""

import ast
import re

import pytest

from tests.house.house import files, lines, named, sources

LATER = re.compile(r"\b(T[O]DO|FIX[M]E|X[X]X|H[A]CK)\b")
SILENCED = re.compile(r"#\s*(noqa|pragma: no (cover|branch))(?!.*\s--\s\S)")
REASONED = re.compile(r"#\s*noqa(?!: [A-Z]+\d+)")


def found(line: str) -> list[str]:
    """Return what a line leaves behind."""
    rules = {"later": LATER, "no reason": SILENCED, "no rule named": REASONED}
    return [why for why, rule in rules.items() if rule.search(line)]


def test_nothing_is_left_for_later_or_silenced_without_a_reason():
    left = [
        f"{named(path)}:{number}: {', '.join(why)}"
        for path in sources()
        for number, line in enumerate(lines(path), 1)
        if (why := found(line))
    ]
    assert left == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("x = 1  # TO" + "DO: mend", ["later"]),
        ("import scipy  # no" + "qa: PLC0415", ["no reason"]),
        ("import scipy  # no" + "qa -- slow", ["no rule named"]),
        ("import scipy  # no" + "qa: PLC0415 -- slow import", []),
        ("if waits:  # pragma" + ": no cover", ["no reason"]),
    ],
)
def test_what_is_left_is_found(line, why):
    assert found(line) == why


def test_every_script_says_what_it_is_for():
    scripts = [path for path in files() if named(path).startswith(("scripts/", "benchmarks/"))]
    mute = [
        named(path)
        for path in scripts
        if not (
            ast.get_docstring(ast.parse(path.read_text()))
            if path.suffix == ".py"
            else path.read_text().splitlines()[1].startswith("# ")
        )
    ]
    assert scripts
    assert mute == []
