"""Print how much of each folder the tests reach, and fail where it is less than we promise.

Every branch where a mistake would mislead or expose a family; 95 % elsewhere.
"""

import json
import sys
from collections import Counter
from math import floor
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[1]
WHOLE = ("words", "engine", "telling", "formats", "web/access.py", "web/sync.py", "web/actions")
ELSEWHERE = 95.0
ALL = 100.0
SHOWN = 12  # files; where more are short, a run was cut off

Counts = Counter[str]


def main(report: Path) -> int:
    """Print the table of coverage's JSON report. Returns the exit code."""
    short = 0
    print(f"{'folder':<18}{'lines':>8}{'branches':>10}{'reached':>10}{'promised':>10}")
    files = json.loads(report.read_text())["files"]
    for folder, counts in sorted(by_folder(files).items()):
        promised = ALL if folder in WHOLE else ELSEWHERE
        found = floor(share(counts) * 10) / 10  # 99.99 is not all
        print(
            f"{folder:<18}{counts['num_statements']:>8}{counts['num_branches']:>10}"
            f"{found:9.1f}%{promised:9.0f}%"
        )
        if found < promised:
            short += 1
            print("    too little; nobody came by:", *missed(files, folder)[:SHOWN], sep="\n    ")
    return min(short, 1)


def by_folder(files: dict[str, Any]) -> dict[str, Counts]:
    """Add the counts of coverage's report up by folder."""
    folders: dict[str, Counts] = {}
    for path, found in files.items():
        folders.setdefault(folder_of(path), Counter()).update(found["summary"])
    return folders


def missed(files: dict[str, Any], folder: str) -> list[str]:
    """Return where in a folder no test came by: lines, then branches as from->to."""
    gaps = {
        path: [*found["missing_lines"], *(f"{a}->{b}" for a, b in found["missing_branches"])]
        for path, found in files.items()
        if folder_of(path) == folder
    }
    return [f"{path}: {' '.join(map(str, gap))}" for path, gap in gaps.items() if gap]


def folder_of(path: str) -> str:
    """Return the folder that a file is counted with: web in parts, since they promise different."""
    inner = path.partition("holdfast/")[2]
    for folder in WHOLE:
        if inner == folder or inner.startswith(f"{folder}/"):
            return folder
    return inner.split("/")[0] if "/" in inner else "holdfast"


def share(counts: Counts) -> float:
    """Return the percentage of lines and branches that a test went through."""
    reached = counts["covered_lines"] + counts["covered_branches"]
    return 100 * reached / max(counts["num_statements"] + counts["num_branches"], 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
