import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { deliver } from "../../src/phone/deliver.js";
import { sitAs } from "../../src/phone/here.js";
import {
  change,
  familyOf,
  mend,
  momentsOf,
  note,
  refused,
  takeBack,
  throwAway,
  waiting,
} from "../../src/phone/log.js";
import { store } from "../../src/phone/store.js";
import { now } from "../../src/phone/time.js";
import { emptied } from "./phone.js";
import { aServer } from "./server.js";

const CHILD = "0199c000-0000-7000-8000-000000000001";
const CRY = { child: CHILD, kind: "signal", word: "cry", zone: "Europe/Berlin" };
const KIM = { seat: "kim", family: "home" };
const HOURS = 3_600_000;

beforeEach(emptied);

const states = async () => (await momentsOf(CHILD)).map(({ word, state }) => [word, state]);
const words = (server) => server.rows.map(({ word }) => word);

test("what waits leaves, and is then known to be kept", async () => {
  const server = aServer();
  await note(CRY);
  await note({ ...CRY, kind: "response", word: "hug" });
  assert.deepEqual(await deliver(KIM), { status: 200 });
  assert.deepEqual(words(server), ["cry", "hug"]);
  assert.deepEqual(await states(), [
    ["cry", "kept"],
    ["hug", "kept"],
  ]);
  assert.deepEqual(await waiting(), []);
});

const LOGIN = (json) => new Response("<h1>Sign in</h1>", { headers: json({}).headers });
const NOBODY = () => {
  throw new TypeError("Failed to fetch");
};
const LATE = () => {
  throw new DOMException("too late", "TimeoutError");
};
const NAMES_NOTHING = (json) => json({ kept: ["another"], refused: {} });
for (const [name, answer] of Object.entries({
  ...{ 401: 401, 403: 403, 404: 404, 409: 409, 429: 429, 500: 500, 503: 503 },
  ...{ "a login page": LOGIN, "no network": NOBODY, "no answer in time": LATE },
  "a 200 that names nothing": NAMES_NOTHING,
})) {
  test(`it waits through ${name}, and leaves afterwards`, async () => {
    const server = aServer();
    await deliver(KIM);
    await note(CRY);
    // The first look is well, then what is sent meets this; a 403 is tried again with a new token.
    server.answers = [null, answer, ...(answer === 403 ? [null, 403] : [])];
    await deliver(KIM);
    assert.deepEqual([(await waiting()).length, words(server)], [1, []]);
    server.answers = [answer];
    await deliver(KIM);
    assert.equal((await waiting()).length, 1);
    await deliver(KIM);
    assert.deepEqual([await waiting(), words(server)], [[], ["cry"]]);
  });
}

test("an answer that was lost on its way makes no double", async () => {
  const server = aServer();
  await deliver(KIM);
  await note(CRY);
  const { fetch } = server;
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (asked[1].method === "POST") throw new TypeError("the line broke");
    return answer;
  };
  assert.deepEqual(await deliver(KIM), { status: 0 });
  assert.equal((await waiting()).length, 1);
  globalThis.fetch = fetch;
  await deliver(KIM);
  assert.deepEqual([words(server), await states()], [["cry"], [["cry", "kept"]]]);
});

test("what somebody changed while an answer was lost stays changed", async () => {
  const server = aServer();
  await deliver(KIM);
  const cry = await note(CRY);
  const { fetch } = server;
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (asked[1].method === "POST") throw new TypeError("the line broke");
    return answer;
  };
  await deliver(KIM);
  globalThis.fetch = fetch;
  server.rows[0].newest = false;
  const fuss = { ...server.rows[0], edit: "b", word: "fuss", replaces: [cry.id], newest: true };
  server.rows.push({ ...fuss, seq: 2 });
  await deliver(KIM);
  assert.deepEqual(await states(), [["fuss", "kept"]]);
});

test("what the server would not take stays with its reason and can be mended", async () => {
  const server = aServer();
  const wail = await note({ ...CRY, word: "wail" });
  await note(CRY);
  await deliver(KIM);
  assert.deepEqual(words(server), ["cry"]);
  const [held] = await refused();
  assert.deepEqual([held.word, held.why], ["wail", "'wail' is no word."]);
  await mend({ ...wail, word: "fuss" });
  assert.deepEqual([await refused(), (await waiting()).length], [[], 1]);
  await deliver(KIM);
  assert.deepEqual(words(server), ["cry", "fuss"]);
});

test("only a person throws away what was refused: by hand, or by undoing it", async () => {
  aServer();
  const one = await note({ ...CRY, word: "wail" });
  const other = await note({ ...CRY, word: "wail" });
  await deliver(KIM);
  assert.equal((await refused()).length, 2);
  await throwAway(one.id);
  await takeBack(other.id);
  assert.deepEqual([await refused(), await waiting()], [[], []]);
});

test("one bad moment does not hold up a batch that the server refused whole", async () => {
  const server = aServer();
  await deliver(KIM);
  for (const word of ["coo", "wail", "gaze", "smile"]) await note({ ...CRY, word });
  const { fetch } = server;
  globalThis.fetch = async (path, asked) =>
    asked.body?.includes("wail")
      ? new Response('{"message": "I can not read this."}', { status: 422 })
      : fetch(path, asked);
  await deliver(KIM);
  assert.deepEqual(words(server), ["coo", "gaze", "smile"]);
  const reasons = (await refused()).map(({ word, why }) => [word, why]);
  assert.deepEqual(reasons, [["wail", "I can not read this."]]);
});

test("a night of taps leaves in batches, in its order", async () => {
  const server = aServer();
  for (let n = 0; n < 120; n += 1) await note({ ...CRY, text: String(n) });
  await deliver(KIM);
  assert.deepEqual(
    server.rows.map(({ text }) => Number(text)),
    Array.from({ length: 120 }, (_, n) => n),
  );
  assert.equal(server.asked.filter(({ method }) => method === "POST").length, 3);
});

test("what another phone wrote comes, and what it took out goes", async () => {
  const server = aServer();
  await deliver(KIM);
  const at = new Date().toISOString();
  const coo = { ...CRY, id: "a", edit: "a", at, word: "coo", replaces: [], removed: false };
  server.rows.push({ ...coo, seq: 1, newest: true, others: [] });
  await deliver(KIM);
  assert.deepEqual(await states(), [["coo", "kept"]]);
  server.rows[0].newest = false;
  server.rows.push({ ...coo, edit: "b", seq: 2, newest: true, others: [], removed: true });
  await deliver(KIM);
  assert.deepEqual(await states(), []);
});

test("of two edits that crossed both count until somebody chooses", async () => {
  const server = aServer();
  await deliver(KIM);
  const row = { ...CRY, id: "a", at: new Date().toISOString(), replaces: [], newest: true };
  server.rows.push({ ...row, edit: "a", seq: 1, others: [], word: "coo" });
  await deliver(KIM);
  server.rows.push({ ...row, edit: "b", seq: 2, others: ["a"], word: "gaze" });
  await deliver(KIM);
  const [seen] = await momentsOf(CHILD);
  assert.deepEqual([seen.word, seen.edits.toSorted()], ["gaze", ["a", "b"]]);
  await change({ ...seen, word: "smile" });
  await deliver(KIM);
  assert.deepEqual(server.rows[2].replaces.toSorted(), ["a", "b"]);
});

test("nothing is sent for somebody else who holds the phone", async () => {
  const server = aServer();
  await note(CRY);
  sitAs("noor", "home");
  await deliver({ seat: "noor", family: "home" });
  assert.deepEqual(words(server), []);
  sitAs("kim", "home");
  await deliver(KIM);
  assert.deepEqual(words(server), ["cry"]);
});

test("a token that was lost is fetched anew, once", async () => {
  const server = aServer();
  await deliver(KIM);
  await note(CRY);
  server.answers = [null, 403];
  assert.deepEqual(await deliver(KIM), { status: 200 });
  assert.deepEqual(words(server), ["cry"]);
  assert.equal(server.asked.at(-1).token, "token");
});

test("two at once send once", async () => {
  const server = aServer();
  await note(CRY);
  await Promise.all([deliver(KIM), deliver(KIM), deliver(KIM)]);
  assert.equal(server.asked.filter(({ method }) => method === "POST").length, 1);
});

test("a tap made with a wrong clock is shifted before it leaves; one dated by hand is not", async () => {
  const server = aServer({ skew: -3 * HOURS });
  const dated = "2026-11-01T08:00:00.000Z";
  await note(CRY);
  await note({ ...CRY, word: "fuss", ago: 20 });
  await note({ ...CRY, word: "coo", at: dated });
  await deliver(KIM);
  const ahead = (row) => Math.round((Date.now() - Date.parse(row.at)) / 60_000);
  assert.deepEqual(server.rows.slice(0, 2).map(ahead), [180, 200]);
  assert.equal(server.rows[2].at, dated);
  assert.ok(Math.abs(now() - (Date.now() - 3 * HOURS)) < 2_000);
  const later = await note(CRY);
  assert.equal(ahead(later), 180);
});

test("a change of a tap that waits is shifted with it", async () => {
  const server = aServer({ skew: -3 * HOURS });
  const cry = await note(CRY);
  await change({ ...cry, word: "fuss" });
  await deliver(KIM);
  assert.equal(server.rows[0].at, server.rows[1].at);
  assert.notEqual(server.rows[0].at, cry.at);
});

test("children and caregivers are there as they were heard last", async () => {
  assert.equal(await familyOf(), null);
  aServer({ children: [{ id: CHILD, name: "Ada" }] });
  await deliver(KIM);
  assert.deepEqual((await familyOf()).children, [{ id: CHILD, name: "Ada" }]);
});

/** Let nothing more onto the disk, but what takes less room or none. */
function fillTheDisk(t) {
  const stores = IDBObjectStore.prototype;
  const { put, add } = stores;
  const full = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  Object.assign(stores, { put: full, add: full });
  t.after(() => Object.assign(stores, { put, add }));
}

test("a phone whose disk is full can not note more, and still brings away what waits", async (t) => {
  const server = aServer();
  await deliver(KIM);
  await note(CRY);
  await note({ ...CRY, word: "coo" });
  fillTheDisk(t);
  await assert.rejects(note(CRY), { name: "QuotaExceededError" });
  await deliver(KIM);
  assert.deepEqual([words(server), await waiting()], [["cry", "coo"], []]);
});

test("a phone that begins with a full disk waits quietly", async (t) => {
  aServer();
  fillTheDisk(t);
  assert.deepEqual(await deliver(KIM), { status: 200 });
  assert.equal(await familyOf(), null);
});

test("whose seat has ended keeps nothing of the family but what never left", async () => {
  const server = aServer();
  await note(CRY);
  await deliver(KIM);
  await note({ ...CRY, word: "coo" });
  server.answers = [404];
  assert.deepEqual(await deliver(KIM), { status: 404 });
  assert.deepEqual(await states(), [["coo", "waiting"]]);
  assert.equal(await familyOf(), null);
});

test("who is in the family is told again after an hour, and the log is kept", async () => {
  const server = aServer({ children: [{ id: CHILD, name: "Ada" }] });
  await note(CRY);
  await deliver(KIM);
  const db = await store();
  const about = await db.get("about", "kim");
  await db.put("about", { ...about, told: about.told - 2 * HOURS });
  const old = { ...server.rows[0], id: "old", edit: "old", at: "2020-01-01T00:00:00Z" };
  await db.put("known", {
    seat: "kim",
    id: "old",
    child: CHILD,
    edit: "old",
    when: 1,
    moment: old,
  });
  const asked = server.asked.length;
  await deliver(KIM);
  assert.deepEqual(
    server.asked.slice(asked).map(({ path }) => path),
    ["/api/moments", "/api/phone"],
  );
  assert.deepEqual(await states(), [["cry", "kept"]]);
});

test("a phone that is far behind begins anew", async () => {
  const server = aServer();
  await deliver(KIM);
  await note(CRY);
  const pages = Array.from(
    { length: 6 },
    () => (json) => json({ seq: 9, more: true, moments: [] }),
  );
  server.answers = pages;
  await deliver(KIM);
  assert.equal(server.asked.at(-2).path, "/api/phone");
  assert.deepEqual(words(server), ["cry"]);
});
