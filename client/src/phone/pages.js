/**
 * Pages for when there is no signal. Each is kept for the person for whom it was made and for
 * nobody else: with another person, and with nobody, what was kept before goes.
 */

import { keepOnly, leave, OPEN, pagesOf } from "./leaving.js";

const PATIENCE = 2_500;
const STALE = 3_600_000;
const BAD_GATEWAY = 502; // a proxy whose server is just starting
const GONE = new Set([403, 404, 410]); // and not for this person any more

/** Answer for a page: from the network where it comes soon, else as it was kept, else calmly. */
export async function page(event, house) {
  const { pathname } = new URL(event.request.url);
  const kept = (await ownCopy(pathname)) ?? (await caches.match(pathname, { ignoreVary: true }));
  const coming = fromNetwork(event).then((answer) => {
    event.waitUntil(keep(pathname, event.request.url, answer.clone()));
    return answer;
  });
  event.waitUntil(coming.catch(() => {}));
  try {
    const answer = await (kept ? soon(coming) : coming);
    return answer.status >= BAD_GATEWAY && kept ? kept : answer;
  } catch {
    return kept ?? (pathname === house.front ? toNow(house) : caches.match(house.offline));
  }
}

/** Fetch pages that are not kept yet, or long ago, one after the other. */
export async function keepPages(paths) {
  for (const path of paths) {
    const kept = await ownCopy(path);
    if (kept && isFresh(kept)) continue;
    try {
      await keep(path, path, await fetch(path, { redirect: "error" }));
    } catch {
      return; // no signal: at another time
    }
  }
}

/** Return a page as it was made for who is here: it may say more than the one that all share. */
async function ownCopy(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(pagesOf("")));
  const [open, ...mine] = [pagesOf(OPEN), ...names.filter((name) => name !== pagesOf(OPEN))];
  for (const cacheName of [...mine, open]) {
    const found = await caches.match(path, { cacheName, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

function isFresh({ headers }) {
  return Math.abs(Date.now() - Date.parse(headers.get("Date"))) < STALE;
}

async function fromNetwork(event) {
  return (await event.preloadResponse) ?? fetch(event.request);
}

function soon(coming) {
  const enough = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("not soon")), PATIENCE);
  });
  return Promise.race([coming, enough]);
}

async function keep(path, url, answer) {
  const seat = answer.headers.get("X-Seat");
  if (seat === "nobody") await leave();
  else if (seat) await keepOnly(seat);
  if (GONE.has(answer.status)) await drop(path);
  const asked = new URL(url, location.href).search;
  const keeps = answer.ok && !answer.redirected && answer.headers.get("X-Offline") === "keep";
  if (!keeps || asked) return;
  const cache = await caches.open(pagesOf(seat ?? "nobody"));
  await cache.put(path, answer);
}

async function drop(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith("pages "));
  for (const name of names) await (await caches.open(name)).delete(path);
}

/** The front door leads to the first Now that is kept. */
async function toNow(house) {
  for (const name of await caches.keys()) {
    const paths = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    const now = paths.find((path) => path.startsWith("/now/"));
    if (now) return Response.redirect(now);
  }
  return caches.match(house.offline);
}
