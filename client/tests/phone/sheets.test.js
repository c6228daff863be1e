import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { deliver } from "../../src/phone/deliver.js";
import { note, sheetOf } from "../../src/phone/log.js";
import { refreshSheets } from "../../src/phone/sheets.js";
import { store } from "../../src/phone/store.js";
import { emptied } from "./phone.js";
import { aServer } from "./server.js";

const ADA = "ada";
const KIM = { seat: "kim", family: "home" };
const FEED = { mean: 150, breast: 150, bottle: 210, shape: 4 };

beforeEach(emptied);

/** A server with a sheet: `said` answers for it, `asks` counts. */
function withSheet() {
  const server = aServer({ children: [{ id: ADA, name: "Ada" }] });
  const home = { asks: [], said: { sheet: { feed: FEED }, words: {}, clocks: {} }, server };
  const { fetch } = globalThis;
  globalThis.fetch = async (path, asked) => {
    if (!path.endsWith("/sheet")) return fetch(path, asked);
    home.asks.push(asked.headers["If-None-Match"]);
    if (asked.headers["If-None-Match"] === '"1"') return new Response(null, { status: 304 });
    const body = JSON.stringify({ child: ADA, ...home.said });
    return new Response(body, { headers: { ETag: '"1"' } });
  };
  return home;
}

async function someMinutesPass(minutes) {
  const db = await store();
  const sheet = await db.get("sheets", ["kim", ADA]);
  await db.put("sheets", { ...sheet, heard: sheet.heard - minutes * 60_000 });
}

test("a sheet is fetched once, and looked after when something was written", async () => {
  const home = withSheet();
  assert.equal(await sheetOf(ADA), null);
  await deliver(KIM);
  await refreshSheets(KIM);
  await refreshSheets(KIM);
  assert.deepEqual(home.asks, [undefined]);
  await note({ child: ADA, kind: "signal", word: "cry" });
  await deliver(KIM);
  await refreshSheets(KIM);
  assert.equal(home.asks.length, 1);
  await someMinutesPass(3);
  await refreshSheets(KIM);
  assert.deepEqual(home.asks, [undefined, '"1"']);
  await someMinutesPass(10);
  await refreshSheets(KIM);
  assert.equal(home.asks.length, 2);
  await someMinutesPass(15);
  await refreshSheets(KIM);
  assert.equal(home.asks.length, 3);
  assert.deepEqual((await sheetOf(ADA)).sheet.feed, FEED);
});

test("how long a feed lasts her goes by how she was fed last, heard by the server or not", async () => {
  withSheet();
  await deliver(KIM);
  await refreshSheets(KIM);
  await note({ child: ADA, kind: "care", word: "feed", detail: { how: "bottle" } });
  assert.equal((await sheetOf(ADA)).sheet.feed.mean, 210);
  await note({ child: ADA, kind: "response", word: "feed", detail: {} });
  assert.equal((await sheetOf(ADA)).sheet.feed.mean, 150);
});

test("where nothing may be said the sheet that was there goes", async () => {
  const home = withSheet();
  await deliver(KIM);
  await refreshSheets(KIM);
  home.said = { sheet: null, words: null, clocks: null };
  home.server.rows.push({ id: "a", edit: "a", seq: 1, newest: true, others: [], at: "2026" });
  const { fetch } = globalThis;
  globalThis.fetch = (path, asked) =>
    fetch(path, { ...asked, headers: { ...asked.headers, "If-None-Match": undefined } });
  await deliver(KIM);
  await someMinutesPass(3);
  await refreshSheets(KIM);
  assert.equal((await sheetOf(ADA)).sheet, null);
});
