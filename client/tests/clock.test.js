import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../src/clock.js";

const MINUTE = 60_000;

test("an exchange that has just begun is nought minutes old, also for a clock that runs behind", () => {
  assert.equal(told(0, 59_000, "en"), "0 minutes");
  assert.equal(told(5 * MINUTE, 0, "en"), "0 minutes");
});

test("minutes are whole, and after sixty of them it is hours", () => {
  assert.equal(told(0, MINUTE, "en"), "1 minute");
  assert.equal(told(0, 9.9 * MINUTE, "en"), "9 minutes");
  assert.equal(told(0, 125 * MINUTE, "en"), "2 hours");
});

test("the page's language says it", () => {
  assert.equal(told(0, 3 * MINUTE, "de"), "3 Minuten");
});
