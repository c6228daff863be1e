/**
 * The outbox: what was noted waits here until the server has named it as kept. Nothing here
 * deletes but that, and a person. What the server can not take stays, with its reason, to be
 * mended. No network, server down, logged out, somebody else signed in, a hotel's login page where
 * the answer should be: all the same, it waits.
 */

import { placed } from "./time.js";

const BATCH = 50; // little enough for a bad line, enough for a night offline
const MINUTE = 60_000;
const BAD_REQUEST = new Set([400, 413, 415, 422]); // what is in it can not be taken; all else waits

/** Return what has not left of a seat, in the order in which it was made, in today's shape. */
export async function outboxOf(tx, seat) {
  const items = await tx.objectStore("outbox").index("seat").getAll(seat);
  return items.map(inShape);
}

/** Read an item of any version: what a newer one added has its value, what it had stays. */
export function inShape(item) {
  return { state: "waiting", why: "", live: {}, family: undefined, ...item };
}

/** Place the times that came from the phone's clock, once, before anything leaves. */
export function mended(items, exchange) {
  const stamps = new Map(
    items.flatMap(({ live }) => Object.values(live).map((stamp) => [nameOf(stamp), stamp])),
  );
  const places = placed([...stamps.values()], exchange);
  const placeOf = new Map([...stamps.keys()].map((name, index) => [name, places[index]]));
  return items.map((item) => {
    const moment = { ...item.moment };
    for (const [key, stamp] of Object.entries(item.live)) {
      const { at, slack } = placeOf.get(nameOf(stamp));
      moment[key] = new Date(at - stamp.before).toISOString();
      moment.about = Math.max(moment.about ?? 0, Math.ceil(slack / 2 / MINUTE));
    }
    return { ...item, live: {}, moment };
  });
}

/** Name a look at the clock: a change of a tap that waits has the same as the tap. */
function nameOf({ made, offset }) {
  return `${made}/${offset}`;
}

/** Send what waits, batch by batch, until nothing moves any more. Returns the last answer. */
export async function flush({ next, post, settled }) {
  let most = BATCH;
  while (true) {
    const items = (await next()).filter(({ state }) => state === "waiting").slice(0, most);
    if (items.length === 0) return null;
    const answer = await post(items.map(({ moment }) => moment));
    const moved = settle(items, answer);
    const halves = BAD_REQUEST.has(answer.status) && items.length > 1;
    if (moved.length === 0 && !halves) return answer;
    if (moved.length > 0) await settled(moved, answer);
    most = halves ? Math.ceil(items.length / 2) : Math.min(most * 2, BATCH);
  }
}

/** Return the items that leave or are refused, each in its new state. */
export function settle(items, { status, body }) {
  if (typeof body?.message === "string" && BAD_REQUEST.has(status) && items.length === 1) {
    return [{ ...items[0], state: "refused", why: [body.message, body.hint].join(" ").trim() }];
  }
  if (status < 200 || status > 299 || !Array.isArray(body?.kept)) return [];
  return items.flatMap((item) => {
    const { edit } = item.moment;
    if (body.kept.includes(edit)) return { ...item, state: "kept" };
    const why = Object.hasOwn(body.refused ?? {}, edit) ? body.refused[edit] : undefined;
    return why === undefined ? [] : { ...item, state: "refused", why: String(why) };
  });
}
