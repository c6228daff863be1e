import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { NotNow, openJournal, TooLarge } from "../../src/journal/journal.js";
import { aServer } from "./a_server.js";

const SEAT = "0199a000-0000-7000-8000-000000000001";
const SENTENCE = "I could not feel it yet, and the porridge burnt";
const AT = "2026-03-14T09:00:00Z";
let phones = 0;

/** A phone with a memory of its own, and who uses it. */
function aPhone(server, store = `phone ${++phones}`) {
  return {
    store,
    open: (seat = SEAT) => openJournal(seat, { store, server: server.asked(seat) }),
  };
}

async function begin(journal) {
  const draft = await journal.begin();
  assert.equal(await draft.confirm(draft.asked.map((place) => draft.words[place])), true);
  await journal.sync();
  return draft.words.join(" ");
}

/** Wait until nothing waits, and ask for nothing more than that does by itself. */
async function settled(journal) {
  while ((await journal.waiting()).length > 0) await new Promise((later) => setTimeout(later, 5));
  await new Promise((later) => setTimeout(later, 50));
}

const texts = async (journal, filter) => (await journal.entries(filter)).map(({ text }) => text);
const felt = (text, more) => ({ child: "ada", kind: "felt", at: AT, text, ...more });

test("a journal begins with six words, two of which are asked back", async () => {
  const server = aServer();
  const journal = await aPhone(server).open();
  assert.equal(journal.state(), "new");
  const draft = await journal.begin();
  assert.equal(draft.words.length, 6);
  assert.equal(draft.asked.length, 2);
  assert.equal(await draft.confirm(["zebra", "zebra"]), false);
  assert.equal(journal.state(), "new");
  await begin(journal);
  assert.equal(journal.state(), "open");
  assert.notEqual(server.state.current, null);
});

test("what is written is on the server only sealed, and is read here", async () => {
  const server = aServer();
  const journal = await aPhone(server).open();
  await begin(journal);
  await journal.put(felt(SENTENCE));
  await journal.sync();
  assert.deepEqual(await texts(journal), [SENTENCE]);
  assert.equal(server.all().includes(SENTENCE), false);
  assert.equal(server.all().includes("AGE-SECRET-KEY"), false);
  assert.equal((await journal.waiting()).length, 0);
});

test("a new phone opens it with the six words, as somebody types them", async () => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  for (const n of [1, 2, 3, 4, 5])
    await first.put(felt(`line ${n}`, { at: `2026-03-1${n}T09:00:00Z` }));
  await first.sync();
  const second = await aPhone(server).open();
  assert.equal(second.state(), "locked");
  assert.deepEqual(await second.entries(), []);
  const typed = words.split(" ").map((word, n) => `${n + 1}. ${word.slice(0, 4).toUpperCase()}`);
  const wrong = [...typed.slice(1), typed[0]].join(" ");
  assert.equal((await second.unlock(wrong)).opened, false);
  assert.deepEqual((await second.unlock("porridge")).unknown, ["porridge"]);
  assert.equal((await second.unlock(typed.join("\n"))).opened, true);
  await second.sync();
  assert.deepEqual(await texts(second), ["line 1", "line 2", "line 3", "line 4", "line 5"]);
});

test("written without a connection, it waits and is sent later, once", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  await begin(journal);
  server.state.online = false;
  await journal.put(felt("offline"));
  await journal.sync();
  assert.equal((await journal.waiting()).length, 1);
  const reloaded = await phone.open();
  assert.deepEqual(await texts(reloaded), ["offline"]);
  server.state.online = true;
  await reloaded.sync();
  await reloaded.sync();
  assert.equal((await reloaded.waiting()).length, 0);
  assert.equal(server.keys.get(server.state.current).records.size, 1);
});

test("another person on the same phone neither sees nor sends nor loses it", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const kims = await phone.open("kim");
  await begin(kims);
  server.state.online = false;
  await kims.put(felt("kim's"));
  server.state.online = true;
  server.state.seat = "noor"; // Kim signed out, Noor signed in
  const noors = await phone.open("noor");
  assert.deepEqual(await texts(noors), []);
  await kims.sync();
  assert.equal((await kims.waiting()).length, 1);
  server.state.seat = "kim";
  const again = await phone.open("kim");
  await again.sync();
  assert.deepEqual(await texts(again), ["kim's"]);
  assert.equal((await again.waiting()).length, 0);
});

test("a change and a removal are further revisions, and what is erased is gone everywhere", async () => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  const { id } = await first.put(felt("not yet"));
  await first.put({ ...(await first.entry(id)), text: "slowly" });
  const other = await first.put(felt("to go"));
  await first.remove(other.id);
  assert.deepEqual(await texts(first), ["slowly"]);
  const second = await aPhone(server).open();
  await second.unlock(words);
  await second.sync();
  assert.deepEqual(await texts(second), ["slowly"]);
  await first.erase(id);
  await first.sync();
  await second.sync();
  assert.deepEqual([await texts(first), await texts(second)], [[], []]);
  const kept = [...server.keys.get(server.state.current).records.values()];
  assert.equal(kept.filter(({ sealed }) => sealed).length, 2);
});

test("two phones that changed one entry at once keep both", async () => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  const { id } = await first.put(felt("before"));
  await first.sync();
  const second = await aPhone(server).open();
  await second.unlock(words);
  await second.sync();
  server.state.online = false;
  await first.put({ ...(await first.entry(id)), text: "one" });
  await second.put({ ...(await second.entry(id)), text: "other" });
  await second.sync();
  server.state.online = true;
  await first.sync();
  await second.sync();
  await first.sync();
  const [entry] = await first.entries();
  assert.deepEqual([entry.text, entry.crossed.map(({ text }) => text)], ["other", ["one"]]);
  await first.put({ ...entry, text: "both" });
  await first.sync();
  await second.sync();
  assert.deepEqual(await second.entries(), await first.entries());
  assert.equal((await second.entries())[0].crossed, undefined);
});

test("new words seal all anew: the old ones open nothing, the other phone asks once", async () => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  for (const n of [1, 2, 3, 4, 5, 6]) await first.put(felt(`line ${n}`));
  const photo = await first.addPhoto(new Blob([Uint8Array.of(0xff, 0xd8, 1, 2, 3)]));
  await first.sync();
  const second = await aPhone(server).open();
  await second.unlock(words);
  await second.sync();
  server.state.online = false;
  await second.put(felt("written meanwhile, offline"));
  await second.sync();
  server.state.online = true;
  const old = server.snapshot();

  const draft = await first.newWords();
  await draft.confirm(draft.asked.map((place) => draft.words[place]));
  await first.sync();
  assert.notEqual(server.state.current, old.state.current);
  assert.equal(server.keys.size, 1);
  assert.equal((await first.entries()).length, 6);
  assert.deepEqual(new Uint8Array(await (await first.photo(photo)).arrayBuffer()).length, 5);

  await second.sync();
  assert.equal(second.state(), "locked");
  assert.equal((await second.unlock(words)).opened, false);
  assert.equal((await second.unlock(draft.words.join(" "))).opened, true);
  await second.sync();
  await first.sync();
  assert.equal((await first.entries()).length, 7);
  assert.equal((await second.entries()).length, 7);
});

test("a server that was put back from a copy gets again what it lost", async () => {
  const server = aServer();
  const journal = await aPhone(server).open();
  await begin(journal);
  await journal.put(felt("before the copy"));
  await journal.sync();
  const copy = server.snapshot();
  const { changes } = server.calls;
  server.calls.changes = (...args) => {
    if (server.state.seq > copy.state.seq) throw new TypeError("Failed to fetch"); // it breaks
    return changes(...args);
  };
  await journal.put(felt("after the copy"));
  await settled(journal);
  server.calls.changes = changes;
  server.putBack(copy);
  await journal.sync();
  assert.equal(server.keys.get(server.state.current).records.size, 2);
  server.putBack({ keys: new Map(), state: { seq: 0, current: null, next: null } });
  await journal.sync();
  assert.equal(server.keys.get(server.state.current).records.size, 2);
  assert.deepEqual(await texts(journal), ["before the copy", "after the copy"]);
});

test("two phones that begin at once end with one journal, and nothing is lost", async () => {
  const server = aServer();
  const [first, second] = [await aPhone(server).open(), await aPhone(server).open()];
  server.state.online = false;
  const drafts = [await first.begin(), await second.begin()];
  for (const draft of drafts) await draft.confirm(draft.asked.map((place) => draft.words[place]));
  await first.put(felt("first"));
  await second.put(felt("second"));
  await Promise.all([first.sync(), second.sync()]); // to nobody
  server.state.online = true;
  await first.sync();
  await second.sync();
  assert.equal(second.state(), "locked");
  assert.equal((await second.unlock(drafts[0].words.join(" "))).opened, true);
  await second.sync();
  await first.sync();
  assert.deepEqual((await texts(first)).sort(), ["first", "second"]);
});

test("what is deleted for good is gone on the other phones too, and can begin anew", async () => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  await first.put(felt("to be gone"));
  await first.sync();
  const second = await aPhone(server).open();
  await second.unlock(words);
  await second.sync();
  await first.end();
  await second.sync();
  assert.deepEqual([first.state(), second.state()], ["new", "new"]);
  await begin(second);
  assert.deepEqual(await texts(second), []);
  assert.equal(server.keys.size, 1);
});

test("closed on this phone, nothing of it stays here, and the words open it again", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  const words = await begin(journal);
  await journal.put(felt("stays"));
  await journal.sync();
  await journal.close();
  const again = await phone.open();
  assert.equal(again.state(), "locked");
  await again.unlock(words);
  await again.sync();
  assert.deepEqual(await texts(again), ["stays"]);
});

test("a second phone whose clock is two days slow changes what it means to change", async (t) => {
  const server = aServer();
  const first = await aPhone(server).open();
  const words = await begin(first);
  const { id } = await first.put(felt("before"));
  await first.sync();
  const second = await aPhone(server).open();
  await second.unlock(words);
  await second.sync();
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() - 172_800_000 });
  await second.put({ ...(await second.entry(id)), text: "after" });
  await second.sync();
  t.mock.timers.reset();
  await first.sync();
  assert.deepEqual([await texts(first), await texts(second)], [["after"], ["after"]]);
});

test("a photo is sealed, is fetched when it is looked at, and goes with its entry", async () => {
  const server = aServer();
  server.state.large = 1;
  const first = await aPhone(server).open();
  const words = await begin(first);
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 7, 7, 7, 7, 7, 7);
  const key = await first.addPhoto(new Blob([bytes]));
  const { id } = await first.put(felt("with a photo", { photos: [key] }));
  await first.sync();
  assert.equal(server.all().includes("\u0007\u0007\u0007\u0007"), false);
  server.state.large = 2000;
  const second = await aPhone(server).open();
  await second.unlock(words);
  server.state.large = 1;
  await second.sync();
  server.state.online = false;
  assert.equal(await second.photo(key), null);
  server.state.online = true;
  const seen = new Uint8Array(await (await second.photo(key)).arrayBuffer());
  assert.deepEqual(seen, bytes);
  await first.erase(id);
  await first.sync();
  const left = [...server.keys.get(server.state.current).records.values()];
  assert.equal(left.filter(({ sealed }) => sealed).length, 0);
});

test("what is too long is not taken, and says so", async () => {
  const journal = await aPhone(aServer()).open();
  await begin(journal);
  await assert.rejects(journal.put(felt("a".repeat(70_000))), TooLarge);
  await assert.rejects(journal.addPhoto(new Blob([new Uint8Array(1_500_000)])), TooLarge);
});

test("a record that cannot be opened holds up no other, and is named", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  await begin(journal);
  await journal.put(felt("whole"));
  await journal.sync();
  const { records } = server.keys.get(server.state.current);
  records.set("broken", { seq: ++server.state.seq, sealed: new Uint8Array(300) });
  await journal.sync();
  assert.deepEqual(await texts(journal), ["whole"]);
  assert.deepEqual(journal.unread(), ["broken"]);
  await new Promise((later) => setTimeout(later, 50)); // what was opened is remembered
  const again = await phone.open();
  assert.deepEqual(await texts(again), ["whole"]);
  assert.deepEqual(again.unread(), ["broken"]);
});

test("new words without a connection change nothing, and say so", async () => {
  const server = aServer();
  const journal = await aPhone(server).open();
  await begin(journal);
  const before = server.state.current;
  const draft = await journal.newWords();
  server.state.online = false;
  const typed = draft.asked.map((place) => draft.words[place]);
  await assert.rejects(draft.confirm(typed), NotNow);
  server.state.online = true;
  await journal.sync();
  assert.deepEqual([server.state.current, journal.state()], [before, "open"]);
});

test("a phone that dies while all is sealed anew has changed nothing, and can do it again", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  await begin(journal);
  for (const n of [1, 2, 3, 4, 5, 6]) await journal.put(felt(`line ${n}`));
  await journal.sync();
  const before = server.state.current;
  const { send } = server.calls;
  let sent = 0;
  server.calls.send = (...args) => (++sent > 1 ? { status: 503, body: {} } : send(...args));
  const draft = await journal.newWords();
  const typed = draft.asked.map((place) => draft.words[place]);
  await assert.rejects(draft.confirm(typed), NotNow);
  server.calls.send = send;
  const again = await phone.open();
  await again.sync();
  assert.deepEqual([server.state.current, again.state()], [before, "open"]);
  assert.equal((await again.entries()).length, 6);
  const second = await again.newWords();
  await second.confirm(second.asked.map((place) => second.words[place]));
  await again.sync();
  assert.notEqual(server.state.current, before);
  assert.equal((await again.entries()).length, 6);
});

test("new words count also where the answer that said so was lost", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  await begin(journal);
  await journal.put(felt("there"));
  await journal.sync();
  const { finish } = server.calls;
  server.calls.finish = (id) => {
    const reply = finish(id);
    if (reply.body.missing.length === 0) throw new TypeError("Failed to fetch");
    return reply;
  };
  const draft = await journal.newWords();
  await assert.rejects(draft.confirm(draft.asked.map((place) => draft.words[place])));
  const again = await phone.open();
  await again.sync();
  assert.deepEqual([again.state(), await texts(again)], ["open", ["there"]]);
  const other = await aPhone(server).open();
  assert.equal((await other.unlock(draft.words.join(" "))).opened, true);
});

test("what was opened before is there at once, sealed, and what is gone is not in it", async () => {
  const server = aServer();
  const phone = aPhone(server);
  const journal = await phone.open();
  await begin(journal);
  const { id } = await journal.put(felt("to be gone"));
  await journal.put(felt(SENTENCE));
  await journal.sync();
  assert.deepEqual((await texts(journal)).sort(), [SENTENCE, "to be gone"].sort());
  const remembered = async () => {
    await new Promise((later) => setTimeout(later, 50));
    const db = await openDB(phone.store);
    const [seat, kept] = [await db.get("seats", SEAT), await db.get("opened", SEAT)];
    db.close();
    assert.equal(seat.memory.extractable, false);
    assert.equal(new TextDecoder("latin1").decode(kept.sealed).includes("porridge"), false);
    const opening = { name: "AES-GCM", iv: kept.iv };
    const bytes = await crypto.subtle.decrypt(opening, seat.memory, kept.sealed);
    return JSON.parse(new TextDecoder().decode(bytes)).map(([, said]) => said.text);
  };
  assert.deepEqual((await remembered()).sort(), [SENTENCE, "to be gone"].sort());
  await journal.erase(id);
  assert.deepEqual(await texts(journal), [SENTENCE]);
  assert.deepEqual(await remembered(), [SENTENCE]);
  const reloaded = await phone.open();
  assert.deepEqual(await texts(reloaded), [SENTENCE]);
  await reloaded.close();
  const db = await openDB(phone.store);
  assert.equal(await db.get("opened", SEAT), undefined);
  db.close();
});
