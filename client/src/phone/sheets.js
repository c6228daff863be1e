/**
 * Fetch what may help each child: a few minutes after something was written, since it is learned
 * from exchanges and not from taps; and again after a quarter of an hour, as the clocks go on.
 */

import { changed } from "./changes.js";
import { ask } from "./server.js";
import { store } from "./store.js";

const FRESH = 900_000;
const LEARNED = 180_000;

/** Bring the sheets of a family's children up to what the phone knows. */
export async function refreshSheets({ seat }) {
  const db = await store();
  const { family, seq } = (await db.get("about", seat)) ?? {};
  for (const child of family?.children ?? []) {
    const kept = await db.get("sheets", [seat, child.id]);
    if (kept && Date.now() - kept.heard < (kept.seq === seq ? FRESH : LEARNED)) continue;
    const answer = await ask("GET", `/api/children/${child.id}/sheet`, { etag: kept?.etag });
    if (answer.status === 304) await db.put("sheets", { ...kept, seq, heard: Date.now() });
    if (answer.status !== 200 || answer.body?.child !== child.id) continue;
    const heard = { seat, seq, heard: Date.now(), etag: answer.etag };
    await db.put("sheets", { ...answer.body, ...heard });
    changed("sheet");
  }
}
