"""Documents can be believed: links lead somewhere, commands exist, decisions are counted."""

import re
from pathlib import Path

import pytest

from holdfast.cli import COMMANDS
from tests.house.house import HOUSE, named, pages

TARGETS = set(re.findall(r"^([a-z-]+):", (HOUSE / "Makefile").read_text(), re.MULTILINE))
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)


def dead_links(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere in the house."""
    links = LINK.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    inside = [link for link in links if not re.match(r"[a-z]+:", link)]
    return [link for link in inside if not leads(page, link)]


def leads(page: Path, link: str) -> bool:
    """Return whether a file, and the heading in it, are there."""
    name, _, heading = link.partition("#")
    target = (page.parent / name) if name else page
    return target.exists() and (not heading or heading in anchors(target))


def anchors(page: Path) -> set[str]:
    """Return the headings of a page as a link writes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings
    }


def commands(text: str, program: str) -> set[str]:
    """Return what a text has somebody type after a program's name, in code."""
    typed = re.compile(rf"(?:^|`|bin/){program} ([a-z][a-z-]*)", re.MULTILINE)
    return set(typed.findall("\n".join(CODE.findall(text))))


@pytest.mark.parametrize("document", pages(), ids=named)
def test_every_link_leads_somewhere(document):
    assert dead_links(document) == []


def test_a_dead_link_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n[here](#one) [away](https://x.example) [lost](no.md) [gone](#two)\n")
    assert dead_links(page) == ["no.md", "#two"]


@pytest.mark.parametrize("document", pages(), ids=named)
def test_every_command_that_a_page_names_is_there(document):
    text = document.read_text(encoding="utf-8")
    assert commands(text, "make") - TARGETS == set()
    assert commands(text, "holdfast") - set(COMMANDS) == set()


def test_the_first_program_of_the_library_runs(capsys):
    text = (HOUSE / "docs" / "start" / "library.md").read_text(encoding="utf-8")
    program = "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    exec(compile(program, "library.md", "exec"), {})  # noqa: S102 -- our own document
    assert "cried" in capsys.readouterr().out


def test_readme_gives_two_commands_and_the_gate_runs_the_second():
    assert {"run", "test"} <= commands((HOUSE / "README.md").read_text(), "make")
    assert "make test" in (HOUSE / ".ci" / "run").read_text()


def test_make_alone_lists_every_target_that_a_person_may_want():
    told = set(re.findall(r"^([a-z-]+):.*## \S", (HOUSE / "Makefile").read_text(), re.MULTILINE))
    assert told == {"help", "run", "test", "check", "fix", "docs", "bench", "lock"}


def test_decisions_are_counted_without_a_gap_and_listed():
    decisions = sorted((HOUSE / "docs" / "decisions").glob("[0-9]*.md"))
    index = (HOUSE / "docs" / "decisions" / "README.md").read_text()
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    assert [path.name for path in decisions if path.name not in index] == []
    for path in decisions:
        assert re.match(rf"# {int(path.name[:4])}\. \S", path.read_text()), path.name
