import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceCookie, chosen } from "../../src/night/choices.js";
import { lightOf } from "../../src/night/rule.js";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const nightly = (...rest) => HOURS.filter((hour) => lightOf(rest[0], hour, rest[1]).night);

test("where nothing was chosen it is night from eight until six, by the clock", () => {
  assert.deepEqual(nightly("", false), [0, 1, 2, 3, 4, 5, 20, 21, 22, 23]);
  assert.deepEqual(lightOf("", 19, true), { light: null, night: false });
  assert.deepEqual(lightOf("", 20, false), { light: "night", night: true });
});

test("what was chosen holds at every hour", () => {
  assert.deepEqual(nightly("day", true), []);
  assert.deepEqual(nightly("night", false), HOURS);
  assert.ok(HOURS.every((hour) => lightOf("day", hour, true).light === "day"));
  assert.ok(HOURS.every((hour) => lightOf("night", hour, false).light === "night"));
});

test("as the phone has it: its colours, and a night's ways where it is dark and late", () => {
  assert.ok(HOURS.every((hour) => lightOf("phone", hour, true).light === null));
  assert.deepEqual(nightly("phone", false), []);
  assert.deepEqual(nightly("phone", true), nightly("", false));
});

test("a choice is read from among other cookies", () => {
  const cookies = "zone=Europe%2FBerlin; light=night; nolight=day";
  assert.equal(chosen("light", cookies), "night");
  assert.equal(chosen("thumb", cookies), "");
});

test("a choice is kept for a year, and what is as it is of itself is forgotten", () => {
  assert.equal(
    choiceCookie("light", "night", false),
    "light=night; path=/; max-age=31536000; samesite=lax",
  );
  assert.match(choiceCookie("light", "clock", false), /max-age=0;/);
  assert.match(choiceCookie("thumb", "both", true), /max-age=0; samesite=lax; secure$/);
  assert.match(choiceCookie("buzz", "off", false), /^buzz=off; .*max-age=31536000/);
});
