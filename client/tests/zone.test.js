import assert from "node:assert/strict";
import { test } from "node:test";
import { zoneCookie } from "../src/zone.js";

test("the phone's zone is kept for a year, and over TLS only where there is TLS", () => {
  assert.equal(
    zoneCookie("Europe/Berlin", false),
    "zone=Europe%2FBerlin; path=/; max-age=31536000; samesite=lax",
  );
  assert.match(zoneCookie("Europe/Berlin", true), /; secure$/);
});

test("a browser that knows no zone keeps none", () => {
  assert.equal(zoneCookie(undefined, true), "");
});
