import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { sitAs } from "../../src/phone/here.js";
import {
  change,
  momentOf,
  momentsOf,
  note,
  onChange,
  putBack,
  takeBack,
  waiting,
} from "../../src/phone/log.js";
import { emptied } from "./phone.js";

const CHILD = "0199c000-0000-7000-8000-000000000001";
const CRY = { child: CHILD, kind: "signal", word: "cry", zone: "Europe/Berlin" };

beforeEach(emptied);

test("a tap is there at once, marked as waiting, with id, edit, time and writer", async () => {
  const tapped = await note(CRY);
  const [seen] = await momentsOf(CHILD);
  assert.equal(seen.id, tapped.id);
  assert.equal(seen.edit, seen.id);
  assert.deepEqual([seen.state, seen.by, seen.replaces], ["waiting", "kim", []]);
  assert.ok(Math.abs(Date.parse(seen.at) - Date.now()) < 5_000);
});

test("twenty minutes ago is twenty minutes ago", async () => {
  const { at } = await note({ ...CRY, ago: 20 });
  assert.equal(Math.round((Date.now() - Date.parse(at)) / 60_000), 20);
});

test("what was dated by hand stays as it was dated", async () => {
  const at = "2026-03-01T02:30:00+01:00";
  assert.equal((await note({ ...CRY, at })).at, at);
});

test("a change is a further revision that names what it replaces", async () => {
  const first = await note(CRY);
  await change({ ...first, word: "fuss" });
  const later = await change({ id: first.id, text: "in the night" });
  const edits = (await waiting()).map(({ edit, replaces }) => [edit, replaces]);
  assert.deepEqual(edits.slice(1), [
    [edits[1][0], [first.id]],
    [later.edit, [edits[1][0]]],
  ]);
  const seen = await momentsOf(CHILD);
  assert.deepEqual(
    seen.map(({ word, text }) => [word, text]),
    [["fuss", "in the night"]],
  );
});

test("of a moment that only a page knows, the first edit is taken for seen", async () => {
  const seed = { ...CRY, id: "a", at: "2026-03-14T03:00:00Z" };
  assert.deepEqual((await change({ ...seed, word: "fuss" })).replaces, ["a"]);
});

test("a moment is taken back and put back, waiting or not", async () => {
  const { id } = await note(CRY);
  await takeBack(id);
  assert.deepEqual(await momentsOf(CHILD), []);
  assert.equal((await momentOf(id)).removed, true);
  assert.equal((await momentsOf(CHILD, { removed: true })).length, 1);
  await putBack(id);
  assert.deepEqual(
    (await momentsOf(CHILD)).map((m) => m.word),
    ["cry"],
  );
});

test("a sleep that ends keeps its beginning", async () => {
  const slept = await note({ ...CRY, kind: "care", word: "sleep", ago: 60 });
  const woken = await change({ ...slept, until: "now" });
  assert.equal(Date.parse(woken.at), Date.parse(slept.at));
  assert.ok(Date.parse(woken.until) > Date.parse(slept.at));
});

test("moments come in order of time, and only those asked for", async () => {
  const words = ["smile", "coo", "gaze"];
  for (const [n, word] of words.entries()) await note({ ...CRY, word, ago: 10 * n });
  const seen = await momentsOf(CHILD);
  assert.deepEqual(
    seen.map((m) => m.word),
    words.toReversed(),
  );
  const late = await momentsOf(CHILD, { since: Date.now() - 15 * 60_000 });
  assert.deepEqual(
    late.map((m) => m.word),
    ["coo", "smile"],
  );
});

test("nothing of another seat is seen", async () => {
  await note(CRY);
  sitAs("noor", "home");
  assert.deepEqual([await momentsOf(CHILD), await waiting()], [[], []]);
});

test("who asked to be told is told after each tap", async () => {
  const heard = [];
  const stop = onChange(({ by }) => heard.push(by));
  await note(CRY);
  stop();
  await note(CRY);
  assert.deepEqual(heard, ["tap"]);
});
