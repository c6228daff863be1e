/**
 * The journal's beginning, its opening on another phone, and new words for it.
 *
 * New words are always a new identity: what is kept is sealed anew by a phone that can open it, and
 * other phones ask for the new words once. So who knows the old words, or holds a lost phone, can
 * open nothing that is written afterwards, however many old backups they have.
 */

import { newId } from "../phone/ids.js";
import { deliver, leaveBehind } from "./delivery.js";
import { NotNow } from "./here.js";
import { keptOf, newIdentity, open, seal, unwrap, wrap } from "./seal.js";
import { toBytes } from "./server.js";
import { inState, keepRecords, keepSeat, recordOf, seatOf } from "./store.js";
import { drawWords, readWords } from "./words.js";

const FEW = 4; // at a time: photos among them are as large as they may be

/**
 * Draw six words. They count when `confirm` is called with those that are asked back.
 * Returns {words, asked, confirm}: `asked` are the places of two of them, counted from 0.
 */
export async function draft(count) {
  const words = await drawWords();
  const [first, second] = crypto.getRandomValues(new Uint8Array(2));
  const one = first % words.length;
  const asked = [one, (one + 1 + (second % (words.length - 1))) % words.length].sort();
  const confirm = async (typed) => {
    if (asked.some((place, n) => !isWord(typed[n], words[place]))) return false;
    const identity = await newIdentity();
    const wrapped = await wrap(identity, words.join(" "));
    await count({ id: newId(), wrapped, ...(await keptOf(identity)) });
    return true;
  };
  return { words, asked, confirm };
}

const isWord = (typed, word) => {
  const said = (typed ?? "").trim().toLowerCase();
  return (
    said === word || (said.length >= 4 && word.length >= 4 && said.slice(0, 4) === word.slice(0, 4))
  );
};

/** Begin: the identity is on this phone from now on, and on the server, wrapped, when it can be. */
export const begun = (db, seat) =>
  draft((key) => keepSeat(db, seat, () => ({ current: key, theirs: null })));

/** Open a journal that was begun elsewhere. Returns {opened, unknown, count}. */
export async function unlock(db, seat, typed) {
  const { words, unknown, count } = await readWords(typed);
  const { wrapped, theirs } = await seatOf(db, seat);
  const identity = words && (await unwrap(wrapped, words));
  if (!identity) return { opened: false, unknown, count };
  const current = { id: theirs, wrapped, ...(await keptOf(identity)) };
  await keepSeat(db, seat, () => ({ current, seq: 0, head: null }));
  await leaveBehind(db, seat, theirs);
  await sealWaitingAnew(db, seat);
  return { opened: true, unknown: [], count };
}

/** Change the words: needs a connection, and either all of it is done or nothing. */
export const changed = (db, seat, server) =>
  draft(async (next) => {
    if (!(await deliver(db, seat, server))) throw new NotNow();
    await keepSeat(db, seat, () => ({ next }));
    await expect200(server.stage(next));
    for (let missing = [""]; missing.length > 0; ) {
      ({ missing } = await expect200(server.finish(next.id))); // the server says what is not there
      await sealAnew(db, seat, server, { next, missing });
    }
    await deliver(db, seat, server); // hears that `next` counts now
    await sealWaitingAnew(db, seat);
  });

/** Seal anew what the server has, a few at a time, and lay it beside the old until all is there. */
async function sealAnew(db, seat, server, { next, missing }) {
  const { current } = await seatOf(db, seat);
  for (let from = 0; from < missing.length; from += FEW) {
    const records = missing.slice(from, from + FEW).map(async (id) => {
      const here = (await recordOf(db, seat, id))?.sealed;
      const sealed = here ?? toBytes((await expect200(server.fetchOne(id))).sealed);
      return { id, sealed: await seal(next.recipient, await open(current.key, sealed)) };
    });
    await expect200(server.send(next.id, await Promise.all(records)));
  }
}

/** Seal anew what has not left this phone and was sealed for a key that is no more. */
export async function sealWaitingAnew(db, seat) {
  const { current, former } = await seatOf(db, seat);
  const waiting = (await inState(db, seat, "waiting")).filter(({ under }) => under !== current.id);
  const anew = waiting.map(async (record) => {
    const { key } = former.find(({ id }) => id === record.under);
    const sealed = await seal(current.recipient, await open(key, record.sealed));
    return { ...record, sealed, under: current.id, size: sealed.length };
  });
  await keepRecords(db, await Promise.all(anew));
  await keepSeat(db, seat, () => ({ former: [] }));
}

async function expect200(reply) {
  const { status, body } = await reply;
  if (status !== 200) throw new NotNow();
  return body;
}
