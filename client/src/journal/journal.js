/**
 * A caregiver's own journal, as the pages of Bond use it. All of it is sealed and opened here, on the
 * phone; what leaves is sealed (see delivery.js), and only what is shared on purpose is not.
 *
 * An entry is {id, edit, child, kind, at, written, ...body}: what JSON can say. `photos`, where a
 * body has it, lists the keys that `addPhoto` gave; they are shared and deleted with their entry.
 */

import { newId } from "../phone/ids.js";
import { deliver } from "./delivery.js";
import { asBytes, asRevision, newest } from "./entries.js";
import { begun, changed, NotNow, unlock } from "./keys.js";
import { phoneName } from "./phone_name.js";
import { open, seal } from "./seal.js";
import { serverFor, toBytes, toText } from "./server.js";
import {
  forgetSeat,
  inState,
  keepRecords,
  keepSeat,
  openStore,
  recordOf,
  recordsOf,
  seatOf,
} from "./store.js";

export { NotNow };

export const LARGEST = { entry: 60_000, photo: 1_400_000 }; // bytes

/** Something that is longer than the journal takes. */
export class TooLarge extends Error {}

/** Open the journal of a seat (`<body data-seat>`), and deliver what waits when it can be. */
export async function openJournal(seat, { server = serverFor(seat), store } = {}) {
  const db = await openStore(store);
  const channel = new BroadcastChannel(`journal ${seat}`);
  const told = new Set();
  const read = new Map(); // edit → revision, opened once a page
  let row = await seatOf(db, seat);
  let delivering = Promise.resolve();
  let following = null;
  let greeted = false;

  channel.onmessage = () => tell({ others: false });
  channel.unref?.(); // Node would wait for it

  async function tell({ others = true } = {}) {
    row = await seatOf(db, seat);
    if (others) channel.postMessage("changed");
    for (const callback of told) callback();
  }

  /** Deliver; who asks while it runs gets one more that follows. Returns if the server was heard. */
  function sync() {
    following ??= delivering.then(async () => {
      following = null;
      const hearing = deliver(db, seat, server);
      delivering = hearing.catch(() => false);
      const wasHeard = await hearing;
      if (wasHeard) await greet();
      await tell();
      return wasHeard;
    });
    return following;
  }

  /** Let this phone be listed, once a page, so that it can be signed out from another one. */
  async function greet() {
    row = await seatOf(db, seat);
    if (greeted || !row.current || row.theirs !== row.current.id) return;
    greeted = true;
    row = await keepSeat(db, seat, ({ phone }) => ({ phone: phone ?? newId() }));
    await server.thisPhone(row.phone, phoneName()).catch(() => {});
  }

  /** "new", "open", "locked" (there is one, this phone has no key), "unheard" (nobody could say). */
  function state() {
    if (row.current) return "open";
    if (row.theirs === undefined) return "unheard";
    return row.theirs === null ? "new" : "locked";
  }

  async function keep(content, more = {}) {
    const { id = newId(), ...rest } = more;
    const sealed = await seal(row.current.recipient, content);
    const size = sealed.length;
    const under = row.current.id;
    await keepRecords(db, [{ seat, id, under, size, sealed, state: "waiting", why: "", ...rest }]);
    await tell();
    sync();
    return id;
  }

  async function opened(record) {
    const { key } = [row.current, ...row.former].find((one) => one?.id === record.under);
    return open(key, record.sealed);
  }

  async function revisionOf(record) {
    if (!read.has(record.id)) read.set(record.id, asRevision(await opened(record)));
    return read.get(record.id);
  }

  /** All revisions of all entries that are here. */
  async function revisions() {
    if (!row.current) return [];
    const readable = ({ sealed, photo, state }) => sealed && !photo && state !== "erasing";
    const records = (await recordsOf(db, seat)).filter(readable);
    return (await Promise.all(records.map(revisionOf))).filter(Boolean);
  }

  async function find(id) {
    return newest((await revisions()).filter((one) => one.id === id))[0];
  }

  /** Keep an entry, new or (with its id) changed. Resolves when it is on the disk of this phone. */
  async function put({ id, edit: _, written: __, crossed: ___, ...body }) {
    const those = id ? (await revisions()).filter((one) => one.id === id) : [];
    const replaced = new Set(those.flatMap((one) => one.replaces));
    const replaces = those.map(({ edit }) => edit).filter((edit) => !replaced.has(edit));
    const edit = newId();
    const name = id ?? edit;
    const entry = { ...body, id: name, edit, replaces, written: new Date().toISOString() };
    const bytes = asBytes(entry);
    if (bytes.length > LARGEST.entry) throw new TooLarge();
    read.set(edit, entry);
    await keep(bytes, { id: edit });
    return entry;
  }

  /** Return the entries that count, in order of `at`. */
  async function entries({ child, kind } = {}) {
    const fits = (one) => (!child || one.child === child) && (!kind || one.kind === kind);
    return newest(await revisions()).filter(fits);
  }

  /** Take an entry out. Its history stays, sealed, until it is deleted for good. */
  async function remove(id) {
    const { crossed: _, ...entry } = await find(id);
    await put({ ...entry, removed: true });
  }

  /** Delete an entry for good, with its history and photos: here now, on the server when it can be. */
  async function erase(id) {
    const those = (await revisions()).filter((one) => one.id === id);
    const ids = new Set(those.flatMap(({ edit, photos = [] }) => [edit, ...photos]));
    const gone = [...ids].map((one) => ({ seat, id: one, under: row.current.id }));
    await keepRecords(
      db,
      gone.map((one) => ({ ...one, sealed: null, size: 0, state: "erasing" })),
    );
    for (const one of ids) read.delete(one);
    await tell();
    sync();
  }

  /** Keep a photo, and return its key. Shrink it before: see photo.js. */
  async function addPhoto(blob) {
    if (blob.size > LARGEST.photo) throw new TooLarge();
    return keep(new Uint8Array(await blob.arrayBuffer()), { photo: true });
  }

  /** Return a photo; null where only the server has it and it cannot be reached. */
  async function photo(key) {
    let record = await recordOf(db, seat, key);
    if (record?.state === "afar") {
      const { status, body } = await server.fetchOne(key).catch(() => ({}));
      if (status !== 200) return null;
      record = { ...record, sealed: toBytes(body.sealed), state: "kept", photo: true };
      await keepRecords(db, [record]);
    }
    return record?.sealed ? new Blob([await opened(record)], { type: "image/jpeg" }) : null;
  }

  /** Ask the server for something that has to be done at once. */
  async function atOnce(call) {
    const { status, body } = await call.catch(() => ({}));
    if (status !== 200) throw new NotNow();
    return body;
  }

  /** Lay a copy of an entry, in the clear, where those named can read it: seats, or "all". */
  async function share(id, to) {
    const { crossed: _, replaces: __, ...entry } = await find(id);
    const photos = await Promise.all(
      (entry.photos ?? []).map(async (key) => {
        const blob = await photo(key);
        if (!blob) throw new NotNow();
        return { id: key, bytes: toText(new Uint8Array(await blob.arrayBuffer())) };
      }),
    );
    await atOnce(server.share({ entry: id, child: entry.child, to, said: entry, photos }));
    await tell();
  }

  /** Take that copy back: it is deleted for good. */
  async function unshare(id) {
    await atOnce(server.unshare(id));
    await tell();
  }

  /** Close the journal on this phone: nothing of it stays here. What waits would be lost. */
  async function close() {
    await forgetSeat(db, seat);
    read.clear();
    await tell();
  }

  /** Delete the journal for good: on the server now, on other phones when they hear of it. */
  async function end() {
    await atOnce(server.end());
    await close();
    await keepSeat(db, seat, () => ({ theirs: null }));
    await tell();
  }

  const journal = {
    seat,
    state,
    sync,
    begin: () => begun(db, seat).then(thenTell),
    unlock: async (typed) => {
      const result = await unlock(db, seat, typed);
      await tell();
      if (result.opened) sync();
      return result;
    },
    newWords: () => changed(db, seat, server).then(thenTell),
    put,
    entries,
    entry: find,
    remove,
    erase,
    addPhoto,
    photo,
    share,
    unshare,
    sharedWithMe: async () => (await atOnce(server.shared())).with_me,
    sharedByMe: async () => (await atOnce(server.shared())).by_me,
    phones: async () => (await atOnce(server.phones())).phones,
    thisPhone: () => row.phone,
    endPhone: (id) => atOnce(server.endPhone(id)),
    waiting: () => inState(db, seat, "waiting"),
    refused: () => inState(db, seat, "refused"),
    close,
    end,
    /** Call back after any change: here, in another tab, from another phone. Returns how to stop. */
    onChange(callback) {
      told.add(callback);
      return () => told.delete(callback);
    },
  };

  /** Let what a draft of words does when it is confirmed be told as well. */
  function thenTell(draft) {
    const confirm = async (typed) => {
      const right = await draft.confirm(typed);
      await tell();
      if (right) sync();
      return right;
    };
    return { ...draft, confirm };
  }

  await whenItCanBe(sync, { known: state() !== "unheard" });
  return journal;
}

const AGAIN_MS = 60_000;

/** Deliver now, when the connection comes back, when the page is looked at again, and meanwhile. */
async function whenItCanBe(sync, { known }) {
  const first = sync();
  if (!known) await first;
  if (!globalThis.document) return;
  globalThis.addEventListener("online", sync);
  document.addEventListener("visibilitychange", () => !document.hidden && sync());
  setInterval(() => document.hidden || sync(), AGAIN_MS);
}
