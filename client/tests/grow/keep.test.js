import assert from "node:assert/strict";
import { test } from "node:test";
import { isDue, pagesOf } from "../../src/grow/keep.js";

const NOW = "/now/01a21628-43ce-7c82-8c75-91ff807e0761/";
const DAY = 86_400_000;

test("each signal on the first screen has its page, once, and nothing else has", () => {
  const taps = ["signal/cry/1", "signal/coo/2", "care/nappy/3", "signal/cry/4"];
  assert.deepEqual(pagesOf(NOW, taps), [
    "/grow/01a21628-43ce-7c82-8c75-91ff807e0761/signal/cry/",
    "/grow/01a21628-43ce-7c82-8c75-91ff807e0761/signal/coo/",
  ]);
});

test("on another page there is nothing to fetch", () => {
  assert.deepEqual(pagesOf("/day/01a21628-43ce-7c82-8c75-91ff807e0761/", ["signal/cry/1"]), []);
});

test("they are fetched once a day, online, and not where bytes are saved", () => {
  const due = { last: 0, now: 2 * DAY, online: true, saving: false };
  assert.equal(isDue(due), true);
  assert.equal(isDue({ ...due, last: 1.5 * DAY }), false);
  assert.equal(isDue({ ...due, online: false }), false);
  assert.equal(isDue({ ...due, saving: true }), false);
});
