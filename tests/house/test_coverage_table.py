"""The table of what the tests reach: it fails where a folder falls short."""

import json

import pytest

from scripts.coverage_by_folder import main


def report(folder, **files):
    """Return a report as far as it is read: lines and branches, then how many were reached."""
    keys = ("num_statements", "num_branches", "covered_lines", "covered_branches")
    missed = {"missing_lines": [7], "missing_branches": [[7, 9]]}
    summaries = {
        f"src/holdfast/{folder}/{name}.py": {
            "summary": dict(zip(keys, counts, strict=True)),
            **{key: gap if counts[:2] != counts[2:] else [] for key, gap in missed.items()},
        }
        for name, counts in files.items()
    }
    return json.dumps({"files": summaries})


@pytest.mark.parametrize(
    ("folder", "reached", "code"),
    [
        ("engine", (10, 4, 10, 4), 0),
        ("engine", (10, 4, 10, 3), 1),
        ("cli", (90, 10, 90, 5), 0),
        ("cli", (90, 10, 90, 4), 1),
    ],
)
def test_a_folder_that_falls_short_fails_the_gate(tmp_path, folder, reached, code):
    path = tmp_path / "coverage.json"
    path.write_text(report(folder, first=reached))
    assert main(path) == code


def test_the_files_of_a_folder_are_counted_together(tmp_path, capsys):
    path = tmp_path / "coverage.json"
    path.write_text(report("web/actions", one=(10, 2, 10, 2), two=(5, 0, 4, 0)))
    assert main(path) == 1
    table = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()[1:]]
    assert table == [
        "web/actions 15 2 94.1% 100%",
        "too little; nobody came by:",
        "src/holdfast/web/actions/two.py: 7 7->9",
    ]
