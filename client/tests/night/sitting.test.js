import assert from "node:assert/strict";
import { test } from "node:test";
import { isTime, sittingAt } from "../../src/night/sitting.js";

const SECOND = 1_000;

test("after two minutes in the hand it is said, and once said not again", () => {
  const began = sittingAt(null, 0);
  assert.equal(isTime(began, 119 * SECOND), false);
  assert.equal(isTime(began, 120 * SECOND), true);
  assert.equal(isTime({ ...began, told: true }, 600 * SECOND), false);
});

test("another page within a minute is the same sitting, and later it is another", () => {
  const first = sittingAt(null, 0);
  const same = sittingAt(first, 59 * SECOND);
  assert.equal(same.began, 0);
  assert.equal(sittingAt(same, 120 * SECOND).began, 120 * SECOND);
  assert.equal(sittingAt({ ...same, told: true }, 100 * SECOND).told, true);
});

test("two minutes after she came to rest it is time, however short the sitting", () => {
  const now = { ...sittingAt(null, 600 * SECOND), calm: 500 * SECOND };
  assert.equal(isTime(now, 619 * SECOND), false);
  assert.equal(isTime(now, 620 * SECOND), true);
});
