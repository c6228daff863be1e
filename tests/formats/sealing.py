"""The phone's own seal, asked from here: `client/src/journal/seal.js`, run by Node."""

import base64
import json
import subprocess

from tests.engine.phone import CLIENT, NODE

PROGRAM = """
import { readFileSync } from "node:fs";
const phone = await import(process.argv[1]);
const decoded = (text) => Uint8Array.from(Buffer.from(text, "base64"));
const encoded = (made) => ({ b64: Buffer.from(made).toString("base64") });
const bytes = (said) => (said?.b64 === undefined ? said : decoded(said.b64));
const told = (made) => (made instanceof Uint8Array ? encoded(made) : made);
const said = [];
for (const [name, ...values] of JSON.parse(readFileSync(0, "utf8"))) {
  said.push(told(await phone[name](...values.map(bytes))));
}
process.stdout.write(JSON.stringify(said));
"""


def on_a_phone(*calls, module="journal/seal.js"):
    """Return what each call says, as [name, argument, ...]; bytes go in and come out as bytes."""
    asked = subprocess.run(
        [NODE, "--input-type=module", "-e", PROGRAM, (CLIENT / module).as_uri()],
        input=json.dumps([[sent(one) for one in call] for call in calls]),
        capture_output=True,
        text=True,
        check=True,
    )
    return [came(one) for one in json.loads(asked.stdout)]


def sent(value):
    return {"b64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def came(value):
    is_bytes = isinstance(value, dict) and "b64" in value
    return base64.b64decode(value["b64"]) if is_bytes else value
