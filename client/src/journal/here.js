/**
 * A seat's journal on this phone: what is known of it, who is told of changes, and its delivery.
 * Everything that happens to a journal happens through one of these.
 */

import { newId } from "../phone/ids.js";
import { deliver } from "./delivery.js";
import { recall } from "./memory.js";
import { phoneName } from "./phone_name.js";
import { serverFor } from "./server.js";
import { keepSeat, openStore, seatOf } from "./store.js";

const AGAIN_MS = 60_000;

/** Something that has to wait for a connection. */
export class NotNow extends Error {}

/** Return a journal's place on this phone. `row` is what the phone knows of the seat (store.js). */
export async function hereOf(seat, { server = serverFor(seat), store } = {}) {
  const db = await openStore(store);
  const row = await seatOf(db, seat);
  const here = { db, seat, server, row, read: new Map(), unread: new Set() };
  const told = new Set();
  const others = new BroadcastChannel(`journal ${seat}`);
  others.onmessage = heardOf;
  others.unref?.(); // Node would wait for it

  async function heardOf() {
    here.row = await seatOf(db, seat);
    for (const callback of told) callback();
  }

  /** Tell this page, and other tabs, that something changed. */
  here.tell = async () => {
    others.postMessage("changed");
    await heardOf();
  };
  here.onChange = (callback) => {
    told.add(callback);
    return () => told.delete(callback);
  };
  here.sync = oneAfterAnother(async () => {
    const wasHeard = await deliver(db, seat, server);
    if (wasHeard) await greet(here);
    await here.tell();
    return wasHeard;
  });
  here.read = await recall(here);
  here.remembered = here.read;
  await whenItCanBe(here);
  return here;
}

/** "new", "open", "locked" (there is one, this phone has no key), "unheard" (nobody could say). */
export function stateOf({ current, theirs }) {
  if (current) return "open";
  if (theirs === undefined) return "unheard";
  return theirs === null ? "new" : "locked";
}

/** Ask the server for something that has to be done at once. */
export async function atOnce(call) {
  const { status, body } = await call.catch(() => ({}));
  if (status !== 200) throw new NotNow();
  return body;
}

/** Do something one at a time. Who asks while it runs gets one more that follows. */
function oneAfterAnother(act) {
  let running = Promise.resolve();
  let following = null;
  return () => {
    following ??= running.then(() => {
      following = null;
      const done = act();
      running = done.catch(() => false);
      return done;
    });
    return following;
  };
}

/** Let this phone be listed, once a page, so that it can be signed out from another one. */
async function greet(here) {
  const { db, seat, server } = here;
  const { current, theirs } = await seatOf(db, seat);
  if (here.greeted || !current || theirs !== current.id) return;
  here.greeted = true;
  const { phone } = await keepSeat(db, seat, (row) => ({ phone: row.phone ?? newId() }));
  await server.thisPhone(phone, phoneName()).catch(() => {});
}

/** Deliver now, when the connection comes back, when the page is looked at again, and meanwhile. */
async function whenItCanBe({ row, sync }) {
  const first = sync();
  if (stateOf(row) === "unheard") await first;
  if (!globalThis.document) return;
  globalThis.addEventListener("online", sync);
  document.addEventListener("visibilitychange", () => document.hidden || sync());
  setInterval(() => document.hidden || sync(), AGAIN_MS);
}
