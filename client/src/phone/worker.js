/**
 * The service worker: pages open where there is no signal, and what waits leaves when there is.
 *
 * `HOUSE` stands before this program: the server puts the shell's names and version there.
 */

import { tellOfNotices } from "../together/told.js";
import { deliver } from "./deliver.js";
import { file } from "./files.js";
import { keepPages, page } from "./pages.js";
import { store } from "./store.js";

const SHELL = `shell ${HOUSE.version}`;

addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate") event.respondWith(page(event, HOUSE));
  else if (pathname.startsWith("/static/")) event.respondWith(file(event.request));
});

tellOfNotices(self, HOUSE);

addEventListener("message", (event) => {
  if (event.data?.pages) event.waitUntil(keepPages(event.data.pages));
});

addEventListener("sync", (event) => {
  if (event.tag === "outbox") event.waitUntil(deliverAll());
});

/**
 * Fetch the shell. Its files come out of the browser's own cache where a page just loaded them; its
 * pages are asked for by nobody, so that they hold nothing of anybody.
 */
async function fill() {
  const cache = await caches.open(SHELL);
  const pages = HOUSE.pages.map((page) => new Request(page, { credentials: "omit" }));
  await cache.addAll([...HOUSE.shell, ...pages]);
}

/** Be the one who answers, in the pages that are open already: they keep what they show. */
async function takeOver() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("shell ") && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
  await registration.navigationPreload?.enable();
  await clients.claim();
}

/** Bring away what waits, of whoever it is: the server sees who is signed in. */
async function deliverAll() {
  const items = await (await store()).getAll("outbox");
  const seats = new Map(items.map(({ seat, family }) => [seat, { seat, family }]));
  for (const here of seats.values()) {
    const { status } = await deliver(here);
    if (status === 0) throw new Error("not yet: the browser asks again");
  }
}
