/** Begin, on a page of somebody: the worker, the beat and the line that says what waits. */

import { beat } from "./heart.js";
import { whoIsHere } from "./here.js";
import { keepOnly, leave } from "./leaving.js";
import { familyOf } from "./log.js";
import { markIn } from "./mark.js";
import { store } from "./store.js";
import { setOffset } from "./time.js";

const { document } = globalThis;
if (document && globalThis.indexedDB) begin();

async function begin() {
  navigator.serviceWorker?.register("/worker.js");
  const here = whoIsHere();
  const db = await store().catch(() => null); // a browser that lets nobody keep anything
  if (!db) return;
  if (!here) return document.body.hasAttribute("data-nobody") && leave();
  const { offset = 0 } = (await db.get("about", here.seat)) ?? {};
  setOffset(offset);
  await keepOnly(here.seat);
  const line = document.getElementById("waits");
  await beat(here, line ? markIn(line) : undefined);
  const { pages } = (await familyOf()) ?? {};
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  if (pages) active?.postMessage({ pages });
}
