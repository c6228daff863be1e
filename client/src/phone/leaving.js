/**
 * When somebody leaves this phone: pages, log and sheets go, so that nobody after them reads there.
 * What waits in the outbox stays, unseen, until its person is back.
 */

import { store } from "./store.js";
import { forgetSeat } from "./taking.js";

export const OPEN = "nobody"; // pages that are of no person stay

/** Return the name of the cache for a person's pages. */
export function pagesOf(seat) {
  return `pages ${seat}`;
}

/** Nobody is signed in any more. */
export async function leave() {
  await keepOnly(OPEN);
}

/** Keep what is this person's, and let go of what was another's. */
export async function keepOnly(seat) {
  const mine = [pagesOf(seat), pagesOf(OPEN)];
  const names = (await globalThis.caches?.keys()) ?? [];
  const others = names.filter((name) => name.startsWith("pages ") && !mine.includes(name));
  await Promise.all(others.map((name) => caches.delete(name)));
  const db = await store();
  const strangers = (await db.getAllKeys("about")).filter((other) => other !== seat);
  for (const stranger of strangers) await forgetSeat(db, stranger);
}
