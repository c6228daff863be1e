/**
 * The log on the phone: what a page notes, changes and reads. All of it works without a connection;
 * what is noted here leaves by `deliver.js` and stays until the server has named it as kept.
 *
 * A moment is what the API takes and gives, as plain JSON. A tap leaves `at` out: it was just now,
 * or `ago` minutes before; only such times are mended where the phone's clock was wrong. An `at`
 * that is given was dated by hand and stays as it is. `until: "now"` ends what runs.
 *
 * Every promise that keeps something rejects where this phone cannot keep it (a full disk): then
 * nothing was noted, and the page keeps what was typed and says so.
 */

import { changed } from "./changes.js";
import { whoIsHere } from "./here.js";
import { newId } from "./ids.js";
import { merge, said } from "./merging.js";
import { outboxOf } from "./outbox.js";
import { store } from "./store.js";
import { now, offset } from "./time.js";

export { onChange } from "./changes.js";
export { now } from "./time.js";

const SHAPE = 1; // of an item; `outbox.js` reads those of other versions too
const MINUTE = 60_000;
const ALWAYS = 8.64e15; // the last instant that there is

/** Keep a new moment. Resolves with it when it is on the disk. */
export async function note(moment) {
  const id = newId(now());
  const { zone, by = whoIsHere().seat } = moment;
  return add({ ...moment, id, edit: id, replaces: [], by, zone: zone ?? zoneHere() });
}

/** Keep a further revision of a moment; `replaces` are the edits that were before the eyes. */
export async function change(moment, replaces) {
  const before = await momentOf(moment.id);
  const content = { ...said(before ?? {}), ...said(moment) };
  const live = stillLive(before, content);
  // Of a moment that this phone knows from a page alone, the first edit is named as it is.
  const seen = replaces ?? before?.edits ?? moment.edits ?? [moment.id];
  return add({ ...content, edit: newId(now()), replaces: seen }, live);
}

/** Take a moment out of the log. One that the server would not take is thrown away. */
export async function takeBack(id) {
  const moment = await momentOf(id);
  return moment.state === "refused" ? throwAway(id) : change({ ...moment, removed: true });
}

/** Put a moment back that was taken out. */
export async function putBack(id) {
  return change({ ...(await momentOf(id)), removed: false });
}

/**
 * Return a child's moments, in order of time; those taken out only where `removed` asks for them.
 * Each has its `state` (kept, waiting, refused), `why` it was refused, and the `edits` that count.
 */
export async function momentsOf(child, { since = 0, until = ALWAYS, removed = false } = {}) {
  const [from, to] = [Number(new Date(since)), Number(new Date(until))];
  const { seat } = whoIsHere();
  const db = await store();
  const tx = db.transaction(["known", "outbox"]);
  const range = IDBKeyRange.bound([seat, child, from], [seat, child, to]);
  const items = (await outboxOf(tx, seat)).filter((item) => item.moment.child === child);
  const known = await tx.objectStore("known").index("when").getAll(range);
  const moved = await Promise.all(
    [...new Set(items.map((item) => item.moment.id))].map((id) => knownOf(tx, seat, id)),
  );
  const rows = new Map([...known, ...moved.flat()].map((row) => [row.edit, row]));
  return merge([...rows.values()], items).filter((moment) => {
    const at = Date.parse(moment.at);
    return at >= from && at < to && (removed || !moment.removed);
  });
}

/** Return one moment, whether taken out or not; null where this phone knows none of that name. */
export async function momentOf(id) {
  const { seat } = whoIsHere();
  const tx = (await store()).transaction(["known", "outbox"]);
  const items = (await outboxOf(tx, seat)).filter((item) => item.moment.id === id);
  return merge(await knownOf(tx, seat, id), items)[0] ?? null;
}

/** Return what has not left yet, in the order in which it was made. */
export const waiting = () => inState("waiting");

/** Return what the server would not take, each with its reason. */
export const refused = () => inState("refused");

/** Send what was refused once more, in other words. What followed it is in those words already. */
export async function mend(moment) {
  const { live, ...content } = timed(moment);
  await eachRefused(moment.id, (item, first, cursor) => {
    if (!first) return cursor.delete();
    const mended = { ...item.moment, ...said(content) };
    return cursor.update({ ...item, live, state: "waiting", why: "", moment: mended });
  });
}

/** Throw away what the server would not take. Only a person does that. */
export async function throwAway(id) {
  await eachRefused(id, (_item, _first, cursor) => cursor.delete());
}

/**
 * Return what may help this child as it was heard last, for how it was fed last as this phone knows
 * it; null where nothing was heard.
 */
export async function sheetOf(child) {
  const here = whoIsHere();
  const heard = here && (await (await store()).get("sheets", [here.seat, child]));
  if (!heard?.sheet) return heard ?? null;
  const fed = (await momentsOf(child)).findLast(isFeed);
  const { feed } = heard.sheet;
  const mean = fed ? feed[fed.detail?.how === "bottle" ? "bottle" : "breast"] : feed.mean;
  return { ...heard, sheet: { ...heard.sheet, feed: { ...feed, mean } } };
}

/** Return children, caregivers, seat and zone as they were heard last; null where they never were. */
export async function familyOf() {
  const here = whoIsHere();
  return (here && (await (await store()).get("about", here.seat))?.family) ?? null;
}

function isFeed({ kind, word }) {
  return word === "feed" && (kind === "care" || kind === "response");
}

/** Return the number of the family's writes up to which this phone has heard all; -1 of none. */
export async function heardUpTo() {
  const here = whoIsHere();
  return (here && (await (await store()).get("about", here.seat))?.seq) ?? -1;
}

async function add(moment, inherited = {}) {
  const { seat, family } = whoIsHere();
  const { live, ...content } = timed(moment);
  const item = { shape: SHAPE, seat, family, state: "waiting", why: "" };
  const tx = (await store()).transaction("outbox", "readwrite", { durability: "strict" });
  await Promise.all([
    tx.store.add({ ...item, live: { ...inherited, ...live }, moment: content }),
    tx.done,
  ]);
  changed("tap");
  return { ...content, state: "waiting", why: "" };
}

/**
 * Set the times that come from the phone's clock, and say in `live` how: what the clock showed
 * (`made`), by how much it was thought to be behind, and how long before that it was.
 */
function timed({ ago = 0, ...moment }) {
  const stamp = { made: Date.now(), offset: offset() };
  const live = {};
  if (!moment.at) live.at = { ...stamp, before: ago * MINUTE };
  if (moment.until === "now") live.until = { ...stamp, before: 0 };
  const times = Object.entries(live).map(([key, { before }]) => [key, new Date(now() - before)]);
  return { ...moment, ...Object.fromEntries(times.map(([k, at]) => [k, at.toISOString()])), live };
}

/** Return of a waiting moment which of its times, left as they are, still come from the clock. */
function stillLive(before, content) {
  const live = Object.entries(before?.live ?? {});
  return Object.fromEntries(live.filter(([key]) => content[key] === before[key]));
}

async function inState(state) {
  const { seat } = whoIsHere();
  const items = await outboxOf((await store()).transaction("outbox"), seat);
  return items
    .filter((item) => item.state === state)
    .map(({ why, moment }) => ({ ...moment, why }));
}

async function eachRefused(id, act) {
  const { seat } = whoIsHere();
  const tx = (await store()).transaction("outbox", "readwrite", { durability: "strict" });
  let first = true;
  for await (const cursor of tx.store.index("seat").iterate(seat)) {
    const item = cursor.value;
    if (item.moment.id !== id || item.state !== "refused") continue;
    await act(item, first, cursor);
    first = false;
  }
  await tx.done;
  changed("tap");
}

function knownOf(tx, seat, id) {
  return tx.objectStore("known").index("moment").getAll([seat, id]);
}

function zoneHere() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
}
