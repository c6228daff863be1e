/** What is written in a journal: entries and photos, sealed on their way in, opened on their way out. */

import { newId } from "../phone/ids.js";
import { asBytes, asRevision, newest } from "./entries.js";
import { remember } from "./memory.js";
import { open, seal } from "./seal.js";
import { toBytes } from "./server.js";
import { keepRecords, recordOf, recordsOf } from "./store.js";

export const LARGEST = { entry: 60_000, photo: 1_400_000 }; // bytes

/** Something that is longer than the journal takes. */
export class TooLarge extends Error {}

/** Return the entries that count, in order of `at`. */
export async function entriesOf(here, { child, kind } = {}) {
  const fits = (one) => (!child || one.child === child) && (!kind || one.kind === kind);
  return newest(await revisionsOf(here)).filter(fits);
}

/** Return one entry as it counts. */
export async function entryOf(here, id) {
  return newest(await revisionsOf(here, id))[0];
}

/** Keep an entry, new or (with its id) changed. Resolves when it is on the disk of this phone. */
export async function put(here, { id, edit: _, written: __, crossed: ___, ...body }) {
  const before = id ? await revisionsOf(here, id) : [];
  const replaced = new Set(before.flatMap((one) => one.replaces));
  const replaces = before.map((one) => one.edit).filter((edit) => !replaced.has(edit));
  const edit = newId();
  const written = new Date().toISOString();
  const entry = { ...body, id: id ?? edit, edit, replaces, written };
  const bytes = asBytes(entry);
  if (bytes.length > LARGEST.entry) throw new TooLarge();
  here.read = new Map(here.read).set(edit, entry);
  await keep(here, bytes, { id: edit });
  return entry;
}

/** Take an entry out. Its history stays, sealed, until it is deleted for good. */
export async function remove(here, id) {
  await put(here, { ...(await entryOf(here, id)), removed: true });
}

/** Delete an entry for good, with its history and photos: here now, on the server when it can be. */
export async function erase(here, id) {
  const those = await revisionsOf(here, id);
  const names = new Set(those.flatMap(({ edit, photos = [] }) => [edit, ...photos]));
  const gone = { seat: here.seat, under: here.row.current.id, sealed: null, size: 0 };
  await keepRecords(
    here.db,
    [...names].map((name) => ({ ...gone, id: name, state: "erasing" })),
  );
  await here.tell();
  here.sync();
}

/** Keep a photo, and return its key. Shrink it before: see photo.js. */
export async function addPhoto(here, blob) {
  if (blob.size > LARGEST.photo) throw new TooLarge();
  return keep(here, new Uint8Array(await blob.arrayBuffer()), { id: newId(), photo: true });
}

/** Return a photo; null where only the server has it and it cannot be reached. */
export async function photoOf(here, key) {
  const record = await recordOf(here.db, here.seat, key);
  const whole = record?.state === "afar" ? await fetched(here, record) : record;
  return whole?.sealed ? new Blob([await opened(here, whole)], { type: "image/jpeg" }) : null;
}

async function fetched({ db, server }, record) {
  const { status, body } = await server.fetchOne(record.id).catch(() => ({}));
  if (status !== 200) return null;
  const whole = { ...record, sealed: toBytes(body.sealed), state: "kept", photo: true };
  await keepRecords(db, [whole]);
  return whole;
}

/** Seal something and lay it on this phone's disk; it leaves when it can. */
async function keep(here, content, { id, ...more }) {
  const { current } = here.row;
  const sealed = await seal(current.recipient, content);
  const record = { seat: here.seat, id, under: current.id, size: sealed.length, sealed };
  await keepRecords(here.db, [{ ...record, state: "waiting", why: "", ...more }]);
  await here.tell();
  here.sync();
  return id;
}

/** Return all revisions that are here, of one entry or of all. */
async function revisionsOf(here, id) {
  if (!here.row.current) return [];
  const readable = ({ sealed, photo, state }) => sealed && !photo && state !== "erasing";
  const records = (await recordsOf(here.db, here.seat)).filter(readable);
  const all = await Promise.all(records.map((one) => readOf(here, one)));
  const read = new Map(all.filter(([id]) => !here.unread.has(id))); // that is tried once more
  if (changed(here.remembered, read)) {
    here.remembered = read;
    remember(here, read).catch(() => {}); // then it is opened once more
  }
  here.read = read;
  return [...read.values()].filter((one) => one && (!id || one.id === id));
}

/** Return a record's name and what it says, opened once. What cannot be opened holds up no other. */
async function readOf(here, record) {
  if (here.read.has(record.id)) return [record.id, here.read.get(record.id)];
  const content = await opened(here, record).catch(() => null);
  here.unread[content ? "delete" : "add"](record.id);
  return [record.id, content && asRevision(content)];
}

const changed = (before, after) =>
  before.size !== after.size || [...after.keys()].some((id) => !before.has(id));

async function opened({ row }, record) {
  const { key } = [row.current, ...row.former].find(({ id }) => id === record.under);
  return open(key, record.sealed);
}
