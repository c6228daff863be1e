"""Build the client into the wheel, so that `pip install .` is all that it takes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildClient(BuildHookInterface):  # type: ignore[type-arg] -- hatchling leaves it open
    """Hatchling finds this class by what it derives from."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's call
        """Build what the phone loads, unless it is there or the sources are used as they lie."""
        house = Path(self.root)
        built = house / "src/holdfast/web/static/built"
        if version != "editable" and not built.exists():
            subprocess.run([sys.executable, "scripts/build_client.py"], cwd=house, check=True)
