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
import { forget, forgetOld, forgetSeat, takeIn } from "./taking.js";
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
  let more = false;
  const left = await flush({
    next: () => outboxOf(db.transaction("outbox"), here.seat),
    post: (moments) => post(db, here, moments),
    settled: (items, { body }) => {
      more = body.more;
      return unlessFull(
        () => settleAll(db, here, items, body),
        () => letGo(db, items),
      );
    },
  });
  if (more) return (await hear(db, here)).status;
  return left === null ? 200 : left.status;
}

/** Hear what is new; from the beginning where this phone knows nothing or is far behind. */
async function hear(db, here) {
  const about = (await db.get("about", here.seat)) ?? {};
  const answer = about.seq === undefined ? null : await catchUp(db, here, about);
  if (answer === null) return begin(db, here);
  const isFresh = Math.abs(Date.now() - about.told) < TOLD_AGAIN;
  return isFresh || answer.status >= 400 ? answer : tellAgain(db, here);
}

/** Take in what was written since, page by page; null where that is too much. */
async function catchUp(db, here, { seq: known, etag: before }) {
  let [since, etag] = [known, before];
  for (let page = 0; page < MANY_PAGES; page += 1) {
    const path = `/api/moments?since=${since}&family=${here.family}&seat=${here.seat}`;
    const answer = await ask("GET", path, { etag });
    await compareClocks(db, here, answer);
    if (answer.status !== 200) return answer;
    const { seq, more, moments } = changesIn(answer);
    await takeChanges(db, here, moments, { seq, etag: more ? undefined : answer.etag });
    if (!more) return answer;
    [since, etag] = [seq, undefined];
  }
  return null;
}

/** Begin: who is in the family, and its last days in place of what was known. */
async function begin(db, here) {
  const answer = await askAll(db, here);
  if (answer.status !== 200) return answer;
  const { moments, seq } = answer.body;
  const tx = db.transaction(["known", "about"], "readwrite");
  await forget(tx, here.seat);
  await takeIn(tx, here.seat, moments);
  await takeFamily(tx, here, answer, { seq, etag: undefined });
  await tx.done;
  changed("server");
  return answer;
}

/** Be told once more who is in the family. What is known of the log is as good as told. */
async function tellAgain(db, here) {
  const answer = await askAll(db, here);
  if (answer.status !== 200) return answer;
  const tx = db.transaction(["known", "about"], "readwrite");
  await forgetOld(tx, here.seat);
  await takeFamily(tx, here, answer, {});
  await tx.done;
  changed("server");
  return answer;
}

async function askAll(db, here) {
  const answer = await ask("GET", `/api/phone?family=${here.family}&seat=${here.seat}`);
  await compareClocks(db, here, answer);
  if (answer.status === 200) takeToken(changesIn(answer).csrf);
  return answer;
}

async function takeFamily(tx, { seat }, { body }, more) {
  const { moments: _moments, seq: _seq, csrf: _csrf, ...family } = body;
  const about = await tx.objectStore("about").get(seat);
  await tx.objectStore("about").put({ ...about, seat, told: Date.now(), family, ...more });
}

/** Return what came; JSON of somebody else's is no answer. */
function changesIn({ body }) {
  if (Array.isArray(body?.moments) && Number.isInteger(body.seq)) return body;
  throw new NoAnswer("no changes");
}

async function takeChanges(db, here, moments, more) {
  const tx = db.transaction(["known", "about"], "readwrite");
  await takeIn(tx, here.seat, moments);
  await tx.objectStore("about").put({ ...(await tx.objectStore("about").get(here.seat)), ...more });
  await tx.done;
  if (moments.length > 0) changed("server");
}

async function post(db, here, moments) {
  const { seq } = (await db.get("about", here.seat)) ?? {};
  const json = { moments, since: seq, seat: here.seat };
  const path = `/api/moments?family=${here.family}`;
  const answer = await ask("POST", path, { json });
  if (answer.status !== 403) return answer;
  await askAll(db, here); // the cookie with the token is gone: this brings another
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

/**
 * Let go of what was kept, in one step with taking it in: it never is on neither side. What is kept
 * and not told here was heard before, when an answer of before was lost.
 */
async function settleAll(db, here, items, body) {
  const tx = db.transaction(["outbox", "known", "about"], "readwrite", { durability: "strict" });
  for (const item of items) {
    if (item.state === "refused") await tx.objectStore("outbox").put(item);
    else await tx.objectStore("outbox").delete(item.n);
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
