import assert from "node:assert/strict";
import { test } from "node:test";
import { secondTaps } from "../../src/now/twice.js";

const AT = { timeStamp: 1000, clientX: 50, clientY: 50, detail: 1 };

test("the second click that the browser counts is let go", () => {
  const isSecond = secondTaps();
  assert.equal(isSecond(AT, false), false);
  assert.equal(isSecond({ ...AT, timeStamp: 1200, detail: 2 }, false), true);
});

test("a finger that touches the same place within a moment taps once, counted or not", () => {
  const isSecond = secondTaps();
  assert.equal(isSecond(AT, true), false);
  assert.equal(isSecond({ ...AT, timeStamp: 1300, clientX: 60 }, true), true);
});

test("another place, a while later, and a key are taps of their own", () => {
  for (const more of [
    { timeStamp: 1100, clientX: 90 },
    { timeStamp: 1500 },
    { timeStamp: 1100, detail: 0 },
  ]) {
    const isSecond = secondTaps();
    isSecond(AT, true);
    assert.equal(isSecond({ ...AT, ...more }, true), false);
  }
});

test("a mouse that clicks fast at one place is counted by the browser alone", () => {
  const isSecond = secondTaps();
  isSecond(AT, false);
  assert.equal(isSecond({ ...AT, timeStamp: 1100 }, false), false);
});
