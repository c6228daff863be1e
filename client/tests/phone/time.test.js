import assert from "node:assert/strict";
import { test } from "node:test";
import { measured, placed } from "../../src/phone/time.js";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const NOON = Date.parse("2026-03-14T12:00:00Z"); // the server's time at the exchange

/** Draw taps by what the clock showed, in hours from noon, and return where they are placed. */
function drawn(shown, { behind = 0, before = 0, last = -8, raw }) {
  const stamps = shown.map((hours) => ({ made: NOON + hours * HOUR, offset: before * HOUR }));
  const present = { raw: NOON + (raw ?? -behind) * HOUR, server: NOON, offset: behind * HOUR };
  const found = placed(stamps, { last: last === null ? null : NOON + last * HOUR, present });
  return found.map(({ at, slack }) => [(at - NOON) / HOUR, slack / HOUR]);
}

const hours = (found) => found.map(([at]) => at);

test("a right clock is left alone", () => {
  assert.deepEqual(drawn([-2, -1], {}), [
    [-2, 0],
    [-1, 0],
  ]);
});

test("a clock that is wrong now was wrong at the taps", () => {
  assert.deepEqual(hours(drawn([1, 2], { behind: -3 })), [-2, -1]);
  assert.deepEqual(hours(drawn([-5, -4], { behind: 3 })), [-2, -1]);
});

test("a phone that never heard from a server is placed by the first time it does", () => {
  assert.deepEqual(hours(drawn([1, 2], { behind: -3, last: null })), [-2, -1]);
});

test("a clock that was known to be wrong and was set right before delivery", () => {
  assert.deepEqual(hours(drawn([1, 2], { before: -3 })), [-2, -1]);
  assert.deepEqual(hours(drawn([-5, -4], { before: 3 })), [-2, -1]);
});

test("a clock that was set right between two taps", () => {
  assert.deepEqual(hours(drawn([1, -1], { before: -3 })), [-2, -1]);
});

test("a clock that nobody knew to be wrong, set right before delivery, is as uncertain as that", () => {
  const years = -50 * 365 * 24; // it began with 1970
  assert.deepEqual(drawn([years, years + 0.5], { last: -4 }), [
    [-4, 4],
    [-4, 4],
  ]);
  assert.deepEqual(drawn([5, 6], { last: -4 }), [
    [0, 4],
    [0, 4],
  ]);
});

test("the order of taps stays, whatever the clock did", () => {
  const found = hours(drawn([3, 3.5, -0.5, 7, -0.25], { before: 0, behind: 0, last: -4 }));
  assert.deepEqual(
    found,
    found.toSorted((one, other) => one - other),
  );
  assert.ok(found.every((at) => at >= -4 - 1 / 60 && at <= 1 / 60));
});

test("seconds on the line are no difference of clocks; hours are", () => {
  const sent = NOON;
  assert.equal(measured({ sent, back: sent + 8_000, server: sent + 5_000 }), 0);
  const found = measured({ sent, back: sent + 2_000, server: sent - 3 * HOUR });
  assert.ok(Math.abs(found + 3 * HOUR) < MINUTE);
});

test("what is known of a clock stands unless it is plainly otherwise", () => {
  const at = (behind) => ({ sent: NOON, back: NOON, server: NOON + behind - 500 });
  assert.equal(measured(at(-3 * HOUR)), -3 * HOUR);
  assert.equal(measured(at(-3 * HOUR + 900), -3 * HOUR), -3 * HOUR);
  assert.equal(measured(at(-2 * HOUR), -3 * HOUR), -2 * HOUR);
  assert.equal(measured(at(900), -3 * HOUR), 0);
});
