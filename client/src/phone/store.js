/**
 * What a phone keeps, in the database `holdfast`. Every row carries the seat whose it is.
 *
 * A later version may add stores and fields, and never takes one away: a page of yesterday can be
 * open beside one of today, and both find here what they know.
 */

import { openDB } from "idb";

export const VERSION = 1;
const NAME = "holdfast";

let opened;

/** Open the database, once a page. */
export function store() {
  opened ??= open(VERSION);
  return opened;
}

async function open(version) {
  try {
    return await openDB(NAME, version, { upgrade, blocking: close, terminated: forget });
  } catch (error) {
    forget();
    // A page of an older version than the one that was here last: what it knows is all there.
    if (error.name === "VersionError") return openDB(NAME, undefined, { blocking: close });
    throw error;
  }
}

/** Make room for a newer page, which waits until the older one lets go. */
export async function close() {
  const db = await opened;
  forget();
  db?.close();
}

function forget() {
  opened = undefined;
}

function upgrade(db, from) {
  if (from < 1) {
    const outbox = db.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
    outbox.createIndex("seat", "seat");
    const known = db.createObjectStore("known", { keyPath: ["seat", "edit"] });
    known.createIndex("moment", ["seat", "id"]);
    known.createIndex("when", ["seat", "child", "when"]);
    db.createObjectStore("sheets", { keyPath: ["seat", "child"] });
    db.createObjectStore("about", { keyPath: "seat" });
  }
}
