import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { keeper } from "../../src/now/keeping.js";

/** A keeper over a log that answers when the test lets it. */
function aKeeper({ moments = [] } = {}) {
  const asked = [];
  const store = [...moments];
  const call =
    (name) =>
    (...values) =>
      new Promise((resolve, reject) => {
        asked.push({ name, values, resolve, reject });
      });
  const seen = { done: mock.fn(), failed: mock.fn(), draw: mock.fn() };
  const kept = keeper({
    seat: "kim",
    ...seen,
    reload: async (then) => then(),
    log: Object.fromEntries(
      ["note", "change", "takeBack", "putBack"].map((name) => [name, call(name)]),
    ),
  });
  const shown = () => kept.before(store).map(({ word, state }) => [word, state]);
  return { ...seen, kept, asked, store, shown };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a tap is there to be drawn before the disk has it, and told only then", async () => {
  const { kept, asked, store, shown, done } = aKeeper();
  const id = kept.note({ kind: "signal", word: "cry" });
  assert.deepEqual(shown(), [["cry", "waiting"]]);
  assert.equal(kept.busy(), true);
  await settle();
  assert.equal(done.mock.callCount(), 0);
  store.push({ id: "01", at: new Date().toISOString(), word: "cry", state: "waiting" });
  asked[0].resolve({ id: "01" });
  await settle();
  assert.equal(done.mock.callCount(), 1);
  assert.equal(kept.nameOf(id), "01");
  assert.deepEqual(shown(), [["cry", "waiting"]]);
  assert.equal(kept.busy(), false);
});

test("an answer that is tapped before its signal has a name waits, and then names it", async () => {
  const { kept, asked } = aKeeper();
  const cry = kept.note({ kind: "signal", word: "cry" });
  kept.note({ kind: "response", word: "hug", answers: cry });
  await settle();
  assert.equal(asked.length, 1);
  asked[0].resolve({ id: "01" });
  await settle();
  assert.equal(asked[1].values[0].answers, "01");
});

test("what the disk cannot keep goes from the page and is told; the next tap is tried", async () => {
  const { kept, asked, shown, failed } = aKeeper();
  kept.note({ kind: "signal", word: "cry" });
  kept.note({ kind: "signal", word: "fuss" });
  await settle();
  asked[0].reject(new Error("full"));
  await settle();
  assert.equal(failed.mock.callCount(), 1);
  assert.deepEqual(shown(), [["fuss", "waiting"]]);
  assert.equal(asked.length, 2);
});

test("what was earlier is placed earlier, and handed on as so many minutes ago", async () => {
  const { kept, asked } = aKeeper();
  kept.note({ kind: "signal", word: "cry", ago: 20, about: 5 });
  const [{ at }] = kept.before([]);
  assert.ok(Math.abs(Date.now() - Date.parse(at) - 20 * 60_000) < 1000);
  await settle();
  const [noted] = asked[0].values;
  assert.deepEqual([noted.ago, noted.about, noted.at], [20, 5, undefined]);
});

test("taken back and put back again, the last counts", async () => {
  const cry = { id: "01", at: "2026-03-01T00:00:00Z", word: "cry", state: "kept" };
  const { kept, asked } = aKeeper({ moments: [cry] });
  kept.takeBack(cry);
  kept.putBack(cry);
  assert.equal(kept.before([cry])[0].removed, false);
  await settle();
  asked[0].resolve();
  await settle();
  assert.equal(kept.before([cry])[0].removed, false);
  assert.deepEqual(
    asked.map(({ name, values }) => [name, ...values]),
    [
      ["takeBack", "01"],
      ["putBack", "01"],
    ],
  );
});

test("a timer that is stopped ends now", () => {
  const sleep = { id: "01", at: "2026-03-01T00:00:00Z", word: "sleep", state: "kept" };
  const { kept } = aKeeper({ moments: [sleep] });
  kept.change(sleep, { until: "now" });
  assert.ok(Date.now() - Date.parse(kept.before([sleep])[0].until) < 1000);
});
