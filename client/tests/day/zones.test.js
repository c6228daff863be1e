import assert from "node:assert/strict";
import { test } from "node:test";
import { instantOf, localOf } from "../../src/day/zones.js";

const BERLIN = "Europe/Berlin";
const instant = (day, clock, zone) => {
  const at = instantOf(day, clock, zone);
  return at === null ? null : new Date(at).toISOString();
};

test("a local time is an instant, in summer and in winter, at the edges of the earth", () => {
  assert.equal(instant("2026-07-01", "03:10", BERLIN), "2026-07-01T01:10:00.000Z");
  assert.equal(instant("2026-01-01", "03:10", BERLIN), "2026-01-01T02:10:00.000Z");
  assert.equal(instant("2026-01-01", "00:00", "Pacific/Kiritimati"), "2025-12-31T10:00:00.000Z");
  assert.equal(instant("2026-01-01", "23:59", "America/St_Johns"), "2026-01-02T03:29:00.000Z");
});

test("what the clocks skipped never was, and of two the first is meant", () => {
  assert.equal(instant("2026-03-29", "02:30", BERLIN), null);
  assert.equal(instant("2026-10-25", "02:30", BERLIN), "2026-10-25T00:30:00.000Z");
});

test("every quarter of an hour of a year comes back from its local time", () => {
  const step = 15 * 60_000;
  for (const zone of [BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]) {
    const start = Date.parse("2026-01-01T00:00:00Z");
    for (let at = start; at < start + 365 * 86_400_000; at += step * 37) {
      const { day, clock } = localOf(at, zone);
      const back = instantOf(day, clock, zone);
      assert.ok(back === at || localOf(back, zone).clock === clock, `${zone} ${day} ${clock}`);
      assert.ok(back <= at);
    }
  }
});
