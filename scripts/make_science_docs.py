"""Print the engine's book, tests/spec, as pages: what goes in, what comes out, in drawn tables.

A folder becomes a page, a file a section, a test a paragraph: its name is what is claimed, its
docstring tells it, its drawings show it. So the book cannot say what is not so.
"""

import ast
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "tests" / "spec"
DOCS = ROOT / "docs" / "science"
MADE = "<!-- Made by scripts/make_science_docs.py from tests/spec. Change it there. -->\n"
INTRO = """\
# The engine's book

What Holdfast finds in a log, told by what goes in and what comes out. Each page is printed from
tests that run with every change, so it says what the engine does and nothing else. A log is drawn
as `03:00 cry / 03:04 hug / 03:09 settled`; "for 1" names the first moment, "~30" is a time known to
half an hour, and "-" in a table is nothing.
"""
CASES = 1  # where pytest.mark.parametrize takes its cases
CLOCK = re.compile(r"\d\d:\d\d (?:\w+:)?\w+")


def pages() -> dict[Path, str]:
    """Return the text of each page by its path."""
    folders = sorted(folder for folder in SPEC.iterdir() if any(folder.glob("test_*.py")))
    made = {DOCS / f"{folder.name}.md": page(folder) for folder in folders}
    contents = [f"- [{title(folder)}]({folder.name}.md)" for folder in folders]
    return {DOCS / "README.md": MADE + INTRO + "\n" + "\n".join(contents) + "\n", **made}


def title(folder: Path) -> str:
    """Return the questions that a folder answers."""
    first_lines = [docstring(parsed(file)).split("\n")[0] for file in files(folder)]
    return " ".join(first_lines)


def files(folder: Path) -> list[Path]:
    """Return the files of a folder, in order."""
    return sorted(folder.glob("test_*.py"))


def page(folder: Path) -> str:
    """Return the page of a folder."""
    sections = [section(parsed(file)) for file in files(folder)]
    return MADE + "\n\n".join(sections) + "\n"


def parsed(file: Path) -> ast.Module:
    """Read a file of tests."""
    return ast.parse(file.read_text("utf-8"))


def docstring(node: ast.Module | ast.FunctionDef) -> str:
    """Return what a file or a test tells."""
    return ast.get_docstring(node) or ""


def section(module: ast.Module) -> str:
    """Return a file as a section: its question, what it tells, and its claims."""
    question, _, story = docstring(module).partition("\n")
    named = dict(constants(module))
    parts = [f"# {question}", story.strip()]
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            parts += claim(node, named)
    return "\n\n".join(filter(None, parts))


def constants(module: ast.Module) -> Iterator[tuple[str, str]]:
    """Return the texts that a file names at its top."""
    for node in module.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value.value, str):
                    yield target.id, node.value.value


def claim(test: ast.FunctionDef, named: dict[str, str]) -> list[str]:
    """Return a test as a paragraph with its drawings."""
    sentence = test.name.removeprefix("test_").replace("_", " ").capitalize()
    cases = [case for decorator in test.decorator_list for case in drawn_cases(decorator)]
    shown = [block for statement in test.body[1:] for block in blocks(statement, named)]
    return [f"## {sentence}", docstring(test), "\n".join(cases), *shown]


def drawn_cases(decorator: ast.expr) -> Iterator[str]:
    """Return the cases of a parametrized test that are drawn, each with what it stands for."""
    if not isinstance(decorator, ast.Call) or len(decorator.args) < CASES + 1:
        return
    cases = decorator.args[CASES]
    for case in cases.elts if isinstance(cases, ast.List) else []:
        drawing, *others = texts_in(case) or [""]
        if CLOCK.search(drawing):
            yield f"- `{squeezed(drawing)}`: {', '.join(others)}"


def texts_in(node: ast.AST) -> list[str]:
    """Return the texts within a piece of code."""
    return [
        one.value
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def squeezed(text: str) -> str:
    """Return a drawing on one line."""
    return " ".join(text.split())


def blocks(statement: ast.stmt, named: dict[str, str]) -> Iterator[str]:
    """Return what a statement draws: logs, then tables; else what it asserts."""
    found = list(drawings(statement, named))
    yield from found
    if isinstance(statement, ast.Assert) and not found:
        yield f"```python\n{ast.unparse(statement)}\n```"


def drawings(statement: ast.stmt, named: dict[str, str]) -> Iterator[str]:
    """Return the drawn logs and tables of a statement, in the order in which one reads them."""
    for node in sorted(readable(statement), key=lambda one: (one.lineno, one.col_offset)):
        text = named.get(node.id, "") if isinstance(node, ast.Name) else str(node.value)
        if " | " in text:
            yield markdown(text)
        elif CLOCK.search(text):
            yield f"```text\n{textwrap.dedent(text).strip()}\n```"


def readable(statement: ast.stmt) -> list[ast.Constant | ast.Name]:
    """Return the texts and names in a statement."""
    return [node for node in ast.walk(statement) if isinstance(node, ast.Constant | ast.Name)]


def markdown(table: str) -> str:
    """Return a drawn table as Markdown draws one."""
    rows = [
        [cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()
    ]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def main() -> None:
    """Write the pages, and take away those of folders that are gone."""
    made = pages()
    DOCS.mkdir(parents=True, exist_ok=True)
    for old in set(DOCS.glob("*.md")) - set(made):
        old.unlink()
    for path, text in made.items():
        path.write_text(text, "utf-8", newline="\n")
    print(f"{len(made)} pages in {DOCS.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
