"""What Now and Day say on the phone, asked from here: Node runs the phone's own modules."""

import json
import subprocess

from tests.engine.phone import CLIENT, NODE

HEAD = """
import { readFileSync } from "node:fs";
const { words, cases } = JSON.parse(readFileSync(0, "utf8"));
const from = (module) => import(`${process.argv[1]}/${module}`);
const { tellingOf } = await from("now/telling.js");
const telling = words && tellingOf(words);
"""
FOOT = """
process.stdout.write(JSON.stringify(cases.map(say)));
"""


def say_on_the_phone(program, cases, *, words=None):
    """Return what `say`, which a program defines, says of each case."""
    asked = subprocess.run(
        [NODE, "--input-type=module", "-e", HEAD + program + FOOT, CLIENT.as_uri()],
        input=json.dumps({"words": words, "cases": cases}),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(asked.stdout)


def sent(row):
    """Return a row of a log as the API gives it."""
    times = {key: row[key] and row[key].isoformat() for key in ("at", "until")}
    return {**row, **times, "detail": json.loads(row["detail"] or "{}"), "state": "kept"}
