import assert from "node:assert/strict";
import { test } from "node:test";
import { fitted } from "../src/photo.js";

test("a large picture keeps its form and loses its size, lying or standing", () => {
  assert.deepEqual(fitted({ width: 4032, height: 3024 }, 1280), { width: 1280, height: 960 });
  assert.deepEqual(fitted({ width: 3024, height: 4032 }, 1280), { width: 960, height: 1280 });
});

test("a small one stays as it is, and the thinnest line is one pixel wide", () => {
  assert.deepEqual(fitted({ width: 640, height: 480 }, 1280), { width: 640, height: 480 });
  assert.deepEqual(fitted({ width: 10_000, height: 1 }, 1280), { width: 1280, height: 1 });
});
