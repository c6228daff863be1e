/**
 * What of the journal lies on this phone: sealed, each row under the seat whose it is, so that a
 * logout or another person here neither loses, shows nor sends what is somebody else's.
 *
 * `seats` holds {seat, current, former, next, seq, head, phone}; `current`, `next` and each of
 * `former` are {id, recipient, key, wrapped}. `records` holds {seat, id, under, sealed, state, why,
 * size}: `under` names the key. States: waiting (to be sent), kept (the server has it), afar (only
 * the server has it), refused (with `why`), erasing (gone here, the server not told yet).
 */

import { openDB } from "idb";

const STRICT = { durability: "strict" }; // on the disk, before anybody says "kept"

export function openStore(name = "holdfast-journal") {
  return openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore("seats", { keyPath: "seat" });
      const records = db.createObjectStore("records", { keyPath: ["seat", "id"] });
      records.createIndex("state", ["seat", "state"]);
      db.createObjectStore("opened", { keyPath: "seat" }); // see memory.js
    },
  });
}

const NOBODY = { current: null, former: [], next: null, seq: 0, head: null, phone: null };

/** Return what this phone knows of a seat's journal. */
export async function seatOf(db, seat) {
  return (await db.get("seats", seat)) ?? { seat, ...NOBODY };
}

/** Change what this phone knows of a seat, in one go. */
export async function keepSeat(db, seat, change) {
  const transaction = db.transaction("seats", "readwrite", STRICT);
  const before = (await transaction.store.get(seat)) ?? { seat, ...NOBODY };
  const after = { ...before, ...change(before) };
  await Promise.all([transaction.store.put(after), transaction.done]);
  return after;
}

/** Keep records, new or in their new state. Resolves when they are on the disk. */
export async function keepRecords(db, records) {
  const { store, done } = db.transaction("records", "readwrite", STRICT);
  await Promise.all([...records.map((record) => store.put(record)), done]);
}

/** Forget records here. */
export async function dropRecords(db, records) {
  const { store, done } = db.transaction("records", "readwrite", STRICT);
  await Promise.all([...records.map(({ seat, id }) => store.delete([seat, id])), done]);
}

export const recordOf = (db, seat, id) => db.get("records", [seat, id]);

/** Return all records of a seat, in order of their names, and so of the times of writing. */
export const recordsOf = (db, seat) => db.getAll("records", all(seat));

export const inState = (db, seat, state) => db.getAllFromIndex("records", "state", [seat, state]);

/** Forget all of a seat on this phone. */
export async function forgetSeat(db, seat) {
  const transaction = db.transaction(["seats", "records", "opened"], "readwrite", STRICT);
  await Promise.all([
    transaction.objectStore("seats").delete(seat),
    transaction.objectStore("opened").delete(seat),
    transaction.objectStore("records").delete(all(seat)),
    transaction.done,
  ]);
}

const all = (seat) => IDBKeyRange.bound([seat], [seat, []]);
