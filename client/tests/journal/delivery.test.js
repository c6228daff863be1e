import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "../../src/journal/delivery.js";

const records = ["a", "b"].map((id) => ({ seat: "kim", id, state: "waiting" }));

for (const status of [199, 301, 302, 401, 403, 404, 429, 500, 503]) {
  test(`after ${status} all waits, whatever the body says`, () => {
    assert.deepEqual(settle(records, { status, body: { kept: ["a", "b"], refused: {} } }), []);
  });
}

test("what is named leaves, what is not named waits, what is refused says why", () => {
  const reply = { status: 200, body: { kept: ["a"], refused: { b: "This is too large." } } };
  assert.deepEqual(settle(records, reply), [
    { seat: "kim", id: "a", state: "kept" },
    { seat: "kim", id: "b", state: "refused", why: "This is too large." },
  ]);
  assert.deepEqual(settle(records, { status: 200, body: {} }), []);
});
