import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { openDB } from "idb";
import { deliver } from "../../src/phone/deliver.js";
import { momentsOf, note, waiting } from "../../src/phone/log.js";
import { settle } from "../../src/phone/outbox.js";
import { close } from "../../src/phone/store.js";
import { emptied } from "./phone.js";
import { aServer } from "./server.js";

const KIM = { seat: "kim", family: "home" };
const item = (edit) => ({ n: 1, state: "waiting", why: "", moment: { id: edit, edit } });
const ITEMS = [item("a"), item("b"), item("c")];

beforeEach(emptied);

test("only a 2xx that names it lets a tap go", () => {
  const body = { kept: ["a"], refused: { b: "no word" } };
  const moved = settle(ITEMS, { status: 200, body });
  assert.deepEqual(
    moved.map(({ moment, state, why }) => [moment.id, state, why]),
    [
      ["a", "kept", ""],
      ["b", "refused", "no word"],
    ],
  );
  for (const status of [199, 301, 304, 400, 401, 403, 404, 409, 422, 500, 503]) {
    assert.deepEqual(settle(ITEMS, { status, body }), [], status);
  }
  for (const odd of [null, "ok", [], {}, { kept: "abc" }, { kept: ["d"] }, { kept: [null] }]) {
    assert.deepEqual(settle(ITEMS, { status: 200, body: odd }), []);
  }
});

test("a request that can not be read is refused only where it holds one tap, and we say so", () => {
  const answer = { status: 422, body: { message: "Too long.", hint: "Part it." } };
  assert.deepEqual(settle(ITEMS, answer), []);
  assert.deepEqual(settle([item("a")], answer)[0].why, "Too long. Part it.");
  assert.deepEqual(settle([item("a")], { status: 422, body: "<html>" }), []);
});

/** What the first version wrote, as it lay on the disk: this text never changes. */
async function firstVersion() {
  const db = await openDB("holdfast", 1, {
    upgrade(fresh, _from, _to, tx) {
      fresh.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
      fresh.createObjectStore("known", { keyPath: ["seat", "edit"] });
      fresh.createObjectStore("sheets", { keyPath: ["seat", "child"] });
      fresh.createObjectStore("about", { keyPath: "seat" });
      tx.objectStore("outbox").createIndex("seat", "seat");
      tx.objectStore("known").createIndex("moment", ["seat", "id"]);
      tx.objectStore("known").createIndex("when", ["seat", "child", "when"]);
    },
  });
  await db.add("outbox", {
    ...{ shape: 1, seat: "kim", family: "home", state: "waiting", why: "", live: {} },
    moment: {
      ...{ id: "a", edit: "a", child: "ada", kind: "signal", word: "cry", replaces: [] },
      ...{ at: "2026-03-14T03:00:00.000Z", zone: "Europe/Berlin", by: "kim" },
    },
  });
  await db.add("outbox", { seat: "kim", moment: { id: "b", edit: "b", at: "2026", replaces: [] } });
  db.close();
}

test("today's app finds and delivers what its first version left behind", async () => {
  await firstVersion();
  assert.deepEqual(
    (await waiting()).map(({ id }) => id),
    ["a", "b"],
  );
  const server = aServer();
  server.rows = [];
  await deliver(KIM);
  assert.deepEqual(
    server.rows.map(({ id }) => id),
    ["a", "b"],
  );
});

test("a page of yesterday works on what tomorrow's version has opened", async () => {
  await note({ child: "ada", kind: "signal", word: "cry" });
  await close();
  const newer = await openDB("holdfast", 7, { upgrade: (db) => db.createObjectStore("more") });
  newer.close();
  await note({ child: "ada", kind: "signal", word: "coo" });
  const seen = (await momentsOf("ada")).map(({ word }) => word);
  assert.deepEqual(seen, ["cry", "coo"]);
});

test("an open page lets go for a newer version, and opens anew", async () => {
  await note({ child: "ada", kind: "signal", word: "cry" });
  const newer = await openDB("holdfast", 7, { upgrade: (db) => db.createObjectStore("more") });
  await note({ child: "ada", kind: "signal", word: "coo" });
  newer.close();
  assert.equal((await waiting()).length, 2);
});

test("a full disk is said at once, and nothing pretends to be noted", async () => {
  const full = new DOMException("full", "QuotaExceededError");
  const stores = globalThis.IDBObjectStore.prototype;
  const { add } = stores;
  stores.add = () => {
    throw full;
  };
  try {
    await assert.rejects(note({ child: "ada", kind: "signal", word: "cry" }), full);
  } finally {
    stores.add = add;
  }
  assert.deepEqual(await waiting(), []);
});
