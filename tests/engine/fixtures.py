"""The exact numbers of tests/data/science, by case."""

import tomllib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

SCIENCE = Path(__file__).parents[1] / "data" / "science"


@cache
def cases(name: str) -> dict[str, dict[str, Any]]:
    """Return the cases of one file by id."""
    found = tomllib.loads((SCIENCE / f"{name}.toml").read_text("utf-8"))["case"]
    return {case["id"]: case for case in found}


def case(name: str, case_id: str) -> SimpleNamespace:
    """Return one case: input and expected as they stand, tolerance as a number."""
    found = {"input": {}, **cases(name)[case_id]}
    return SimpleNamespace(**found)
