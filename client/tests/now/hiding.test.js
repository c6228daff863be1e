import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { hide, isHidden, tell } from "../../src/now/hiding.js";
import { sitAs } from "../../src/phone/here.js";

const ADA = "/now/ada/hide/";
const BEN = "/now/ben/hide/";
const form = (url) => ({ getAttribute: () => url });
const fields = (whom) => new URLSearchParams({ whom });

beforeEach(() => {
  sitAs("kim", "home");
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
  };
});

test("hidden for one child it is said of the other; hidden for me of none", () => {
  hide(form(ADA), fields("child"));
  assert.deepEqual([isHidden(ADA), isHidden(BEN)], [true, false]);
  hide(form(ADA), fields("all"));
  assert.deepEqual([isHidden(ADA), isHidden(BEN)], [true, true]);
});

test("what one person hid another on the same phone is still told", () => {
  hide(form(ADA), fields("all"));
  sitAs("noor", "home");
  assert.equal(isHidden(ADA), false);
});

test("it is remembered until the server has heard of it, and asked once more after that", async () => {
  hide(form(ADA), fields("child"));
  globalThis.fetch = mock.fn(() => Promise.reject(new TypeError("no network")));
  await tell("token");
  assert.equal(isHidden(ADA), true);
  globalThis.fetch = mock.fn(async () => ({ type: "basic", status: 403 }));
  await tell("token");
  assert.equal(isHidden(ADA), true);
  globalThis.fetch = mock.fn(async () => ({ type: "opaqueredirect" }));
  await tell("token");
  assert.equal(isHidden(ADA), false);
  const [url, { body }] = globalThis.fetch.mock.calls[0].arguments;
  assert.equal(url, ADA);
  assert.equal(body.toString(), "whom=child&csrfmiddlewaretoken=token");
});
