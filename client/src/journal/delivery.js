/**
 * The journal's own outbox, and what came from other phones. A record waits until the server has
 * named it as kept; a redirect, a login page, somebody else's session or no connection leave it
 * waiting. Nothing here opens or seals, so any page may run it.
 */

import { toBytes } from "./server.js";
import {
  dropRecords,
  forgetSeat,
  inState,
  keepRecords,
  keepSeat,
  recordOf,
  recordsOf,
  seatOf,
} from "./store.js";

const BATCH = { records: 50, bytes: 2_000_000 };

/** Hear what is new, then send what waits. Returns whether the server was heard. */
export async function deliver(db, seat, server) {
  try {
    if (!(await listen(db, seat, server))) return false;
    await bringKey(db, seat, server);
    const sent = await sendWaiting(db, seat, server);
    await sendErasing(db, seat, server);
    return sent === 0 || (await listen(db, seat, server)); // what came between
  } catch (error) {
    if (error instanceof TypeError) return false; // how fetch says that there is no connection
    throw error;
  }
}

/** Take in what is new on the server, page by page. */
async function listen(db, seat, server) {
  for (let more = true; more; ) {
    const row = await seatOf(db, seat);
    const reply = await server.changes(row.seq, `"${row.theirs}-${row.seq}"`);
    if (reply.status === 304) return true;
    if (reply.status !== 200 || !reply.body.records) return false;
    more = await heard(db, row, reply.body);
  }
  return true;
}

/** Take in one page. Returns whether to ask for more. */
async function heard(db, row, { seq, head, more, key, records }) {
  const { seat } = row;
  const knewOurs = row.current !== null && row.theirs === row.current.id;
  if (knewOurs && key === null && seq > 0) {
    await forgetSeat(db, seat); // its person deleted it for good, on another phone
    await keepSeat(db, seat, () => ({ theirs: null }));
    return false;
  }
  if (knewOurs && isOlder(row, { seq, head, key })) {
    await sendAllAnew(db, seat, key);
    return key !== null;
  }
  const now = await keepSeat(db, seat, (before) => meet(before, key));
  if (now.current?.id !== row.current?.id) await leaveBehind(db, seat, now.current?.id);
  if (!now.current) return false; // sealed for us: nothing to take in before the words are typed
  if (now.seq !== row.seq) return true; // another key: from the beginning
  await takeIn(db, seat, now.current.id, records);
  const last = records.findLast((one) => one.seq === records.at(-1).seq);
  await keepSeat(db, seat, () => (last ? { seq: last.seq, head: last.id } : { seq }));
  return more;
}

/** Whether the server has lost what it had: it was put back from a copy, or set up anew. */
const isOlder = (row, { seq, head, key }) =>
  key === null || (key.id === row.theirs && (seq < row.seq || (row.seq > 0 && head !== row.head)));

/** Send all that this phone has once more: what the server has already is not doubled. */
async function sendAllAnew(db, seat, key) {
  const kept = await inState(db, seat, "kept");
  await keepRecords(
    db,
    kept.map((record) => ({ ...record, state: "waiting" })),
  );
  await keepSeat(db, seat, () => ({ seq: 0, head: null, theirs: key?.id ?? null }));
}

/** Hold what this phone has against the key that the server has now. */
function meet(row, key) {
  const met = { theirs: key?.id ?? null, wrapped: key ? toBytes(key.wrapped) : null };
  if (!key || row.current?.id === key.id) return met;
  const former = row.current ? [...row.former, row.current] : row.former;
  const current = row.next?.id === key.id ? row.next : null;
  return { ...met, current, former, next: current ? null : row.next, seq: 0, head: null };
}

/** Forget what was sealed for a key that is no more. What has not left yet stays. */
export async function leaveBehind(db, seat, under) {
  const records = await recordsOf(db, seat);
  const past = ({ state, ...record }) => record.under !== under && state !== "waiting";
  await dropRecords(db, records.filter(past));
  await db.delete("opened", seat);
}

async function takeIn(db, seat, under, records) {
  const met = await Promise.all(
    records.map(async (one) => ({ one, here: await recordOf(db, seat, one.id) })),
  );
  await dropRecords(
    db,
    met.filter(({ one, here }) => one.gone && here).map(({ here }) => here),
  );
  const taken = met.filter(({ one, here }) => !one.gone && here?.state !== "erasing");
  await keepRecords(
    db,
    taken.map(({ one: { id, size, sealed }, here }) => {
      const bytes = sealed ? toBytes(sealed) : (here?.sealed ?? null);
      return { seat, id, under, size, sealed: bytes, state: bytes ? "kept" : "afar", why: "" };
    }),
  );
}

/** Bring the wrapped key to a server that has none of ours. */
async function bringKey(db, seat, server) {
  const { current, theirs } = await seatOf(db, seat);
  if (!current || theirs !== null) return;
  const { status } = await server.begin(current);
  if (status === 200) await keepSeat(db, seat, () => ({ theirs: current.id }));
  else await listen(db, seat, server); // another phone was first
}

/** Send what waits, batch by batch. Returns how many records left the queue. */
async function sendWaiting(db, seat, server) {
  const { current, theirs } = await seatOf(db, seat);
  if (!current || current.id !== theirs) return 0;
  let sent = 0;
  for (let moved = 1; moved > 0; ) {
    const waiting = await inState(db, seat, "waiting");
    const batch = firstOf(waiting.filter((record) => record.under === current.id));
    const reply = batch.length ? await server.send(current.id, batch) : { status: 0, body: {} };
    const settled = settle(batch, reply);
    await goAlong(db, seat, { seq: reply.body.seq, kept: settled.filter(isKept) });
    await keepRecords(db, settled);
    moved = settled.length;
    sent += moved;
  }
  return sent;
}

const isKept = ({ state }) => state === "kept";

/** Count along with the server, where nothing came between: should it go back, this phone can tell. */
async function goAlong(db, seat, { seq, kept }) {
  const along = (row) => (row.seq + kept.length === seq ? { seq, head: kept.at(-1).id } : {});
  if (kept.length > 0) await keepSeat(db, seat, along);
}

/** Return as many records as go into one request. */
function firstOf(records) {
  let bytes = 0;
  const last = records.findIndex(({ sealed }, n) => {
    bytes += sealed.length;
    return n === BATCH.records || (n > 0 && bytes > BATCH.bytes);
  });
  return last < 0 ? records : records.slice(0, last);
}

/** Return the records that leave the queue, each in its new state. */
export function settle(records, { status, body: { kept = [], refused = {} } }) {
  if (status < 200 || status > 299) return [];
  return records.flatMap((record) => {
    if (kept.includes(record.id)) return { ...record, state: "kept" };
    const why = Object.hasOwn(refused, record.id) && refused[record.id];
    return why ? { ...record, state: "refused", why } : [];
  });
}

async function sendErasing(db, seat, server) {
  const erasing = await inState(db, seat, "erasing");
  if (erasing.length === 0) return;
  const { status, body } = await server.erase(erasing.map(({ id }) => id));
  if (status !== 200) return;
  await dropRecords(
    db,
    erasing.filter(({ id }) => body.erased?.includes(id)),
  );
}
