/**
 * Bring to the server what waits, and hear what is new there: one exchange.
 *
 * First it hears, which also compares the clocks; then what waits is placed in time; then it
 * leaves. An exchange may be broken off anywhere and had twice: the server knows each edit.
 */

import { changed } from "./changes.js";
import { alone } from "./locks.js";
import { flush, mended, outboxOf } from "./outbox.js";
import { ask, NoAnswer, takeToken } from "./server.js";
import { store } from "./store.js";
import { forget, forgetSeat, rowOf, takeIn } from "./taking.js";
import { measured, setOffset } from "./time.js";

const MANY_PAGES = 6; // an import: the last days anew are less to fetch than all of it
const TOLD_AGAIN = 3_600_000; // children, caregivers and pages, once an hour

/**
 * Have an exchange for a seat. Resolves with {status}: 200 where all went well, 0 where nothing
 * was to be reached, else what the server said. Never rejects for want of a server.
 */
export function deliver(here) {
  return alone(`holdfast ${here.seat}`, async () => {
    const db = await store();
    let status = 0;
    try {
      status = await exchange(db, here);
    } catch (error) {
      if (!(error instanceof NoAnswer) && !isFull(error)) throw error;
    }
    await unlessFull(
      () => remember(db, here, status),
      () => {},
    );
    return { status };
  });
}

async function exchange(db, here) {
  const { status } = await unlessFull(
    () => hear(db, here),
    () => ({ status: 304 }),
  );
  if (status === 404) await forgetSeat(db, here.seat); // it is theirs no more
  if (status !== 200 && status !== 304) return status;
  const left = await flush({
    next: () => outboxOf(db.transaction("outbox"), here.seat),
    post: (moments) => post(db, here, moments),
    settled: (items, { body }) =>
      unlessFull(
        () => settleAll(db, here, items, body),
        () => letGo(db, items),
      ),
  });
  return left === null ? 200 : left.status;
}

/** Hear what is new; from the beginning where this phone knows nothing or is far behind. */
async function hear(db, here) {
  let about = (await db.get("about", here.seat)) ?? {};
  if (about.seq === undefined || Date.now() - about.told > TOLD_AGAIN || about.told > Date.now()) {
    return begin(db, here);
  }
  for (let page = 0; page < MANY_PAGES; page += 1) {
    const etag = page === 0 ? about.etag : undefined;
    const path = `/api/moments?since=${about.seq}&family=${here.family}&seat=${here.seat}`;
    const answer = await ask("GET", path, { etag });
    await compareClocks(db, here, answer);
    if (answer.status !== 200) return answer;
    const { seq, more, moments } = changesIn(answer);
    about = await takeChanges(db, here, moments, { seq, etag: more ? undefined : answer.etag });
    if (!more) return answer;
  }
  return begin(db, here);
}

/** Be told who is in the family, and its last days. */
async function begin(db, here) {
  const path = `/api/phone?family=${here.family}&seat=${here.seat}`;
  const answer = await ask("GET", path);
  await compareClocks(db, here, answer);
  if (answer.status !== 200) return answer;
  const { moments, seq, csrf, ...family } = changesIn(answer);
  takeToken(csrf);
  const tx = db.transaction(["known", "about"], "readwrite");
  const about = await tx.objectStore("about").get(here.seat);
  await forget(tx, here.seat);
  await takeIn(tx, here.seat, moments);
  const told = { told: Date.now(), etag: undefined, seq, family };
  await tx.objectStore("about").put({ ...about, seat: here.seat, ...told });
  await tx.done;
  changed("server");
  return answer;
}

/** Return what came; JSON of somebody else's is no answer. */
function changesIn({ body }) {
  if (Array.isArray(body?.moments) && Number.isInteger(body.seq)) return body;
  throw new NoAnswer("no changes");
}

async function takeChanges(db, here, moments, more) {
  const tx = db.transaction(["known", "about"], "readwrite");
  await takeIn(tx, here.seat, moments);
  const about = { ...(await tx.objectStore("about").get(here.seat)), ...more };
  await tx.objectStore("about").put(about);
  await tx.done;
  if (moments.length > 0) changed("server");
  return about;
}

async function post(db, here, moments) {
  const { seq } = (await db.get("about", here.seat)) ?? {};
  const json = { moments, since: seq, seat: here.seat };
  const path = `/api/moments?family=${here.family}`;
  const answer = await ask("POST", path, { json });
  if (answer.status !== 403) return answer;
  await begin(db, here); // the cookie with the token is gone: this brings another
  return ask("POST", path, { json });
}

/** A disk that is full takes in no more, and still lets go of what it holds. */
async function unlessFull(work, otherwise) {
  try {
    return await work();
  } catch (error) {
    if (!isFull(error)) throw error;
    return otherwise();
  }
}

function isFull({ name }) {
  return name === "QuotaExceededError";
}

/** Let go of what was kept though nothing can be taken in for it: it is on the server. */
async function letGo(db, items) {
  const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
  for (const item of items) {
    if (item.state === "refused") await tx.store.put(item);
    else await tx.store.delete(item.n);
  }
  await tx.done;
  changed("server");
}

/** Let go of what was kept, in one step with taking it in: it never is on neither side. */
async function settleAll(db, here, items, body) {
  const tx = db.transaction(["outbox", "known", "about"], "readwrite", { durability: "strict" });
  for (const item of items) {
    if (item.state === "refused") await tx.objectStore("outbox").put(item);
    else await tx.objectStore("outbox").delete(item.n);
  }
  const kept = items.filter(({ state }) => state === "kept");
  const told = new Set(body.moments?.map(({ edit }) => edit));
  for (const { moment } of kept.filter((item) => !told.has(item.moment.edit))) {
    await tx.objectStore("known").put(rowOf(here.seat, { ...moment, seq: Infinity }));
    for (const edit of moment.replaces) await tx.objectStore("known").delete([here.seat, edit]);
  }
  await takeIn(tx, here.seat, body.moments ?? []);
  if (Number.isInteger(body.seq)) {
    const about = await tx.objectStore("about").get(here.seat);
    await tx.objectStore("about").put({ ...about, seq: body.seq, etag: undefined });
  }
  await tx.done;
  changed("server");
}

/** Compare the clocks, and place what waits by what was found, before it can leave. */
async function compareClocks(db, here, answer) {
  if (Number.isNaN(answer.server)) return;
  const tx = db.transaction(["outbox", "about"], "readwrite", { durability: "strict" });
  const about = (await tx.objectStore("about").get(here.seat)) ?? { seat: here.seat };
  const offset = measured(answer, about.offset);
  const items = (await outboxOf(tx, here.seat)).filter(({ live }) => Object.keys(live).length > 0);
  const present = { raw: answer.back, server: answer.server, offset };
  for (const item of mended(items, { last: about.heard ?? null, present })) {
    await tx.objectStore("outbox").put(item);
  }
  await tx.objectStore("about").put({ ...about, offset, heard: answer.server });
  await tx.done;
  setOffset(offset);
}

async function remember(db, here, status) {
  const tx = db.transaction("about", "readwrite");
  await tx.store.put({ ...(await tx.store.get(here.seat)), seat: here.seat, status });
  await tx.done;
}
