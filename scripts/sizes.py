"""Print how long our files and functions are. It is a talk and no gate: see STYLE.md."""

import ast
import subprocess
from pathlib import Path
from statistics import quantiles

HOUSE = Path(__file__).parents[1]
LONG_FILE, LONG_FUNCTION = 400, 40
DATA = "tests/data/"


def main() -> None:
    """Print the counts, then what is long."""
    files = {name: (HOUSE / name).read_text(encoding="utf-8") for name in ours()}
    lines = {name: text.count("\n") for name, text in files.items()}
    functions = {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, text in files.items()
        if name.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    told("files", lines, LONG_FILE)
    told("functions", functions, LONG_FUNCTION)


def ours() -> list[str]:
    """Return the sources that git knows, without data that others wrote."""
    command = ["git", "ls-files", "*.py", "*.js", "*.mjs", "*.css", "*.html"]
    ran = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=True)
    return [name for name in ran.stdout.splitlines() if not name.startswith(DATA)]


def told(what: str, lengths: dict[str, int], limit: int) -> None:
    """Print how many there are, how long most of them are, and which are longer than that."""
    tenths = quantiles(lengths.values(), n=10)
    middle, ninth = tenths[4], tenths[8]
    print(f"{len(lengths):>6} {what}: half under {middle:.0f} lines, nine in ten under {ninth:.0f}")
    for name, length in sorted(lengths.items(), key=lambda pair: -pair[1]):
        if length > limit:
            print(f"{length:>10}  {name}")


if __name__ == "__main__":
    main()
