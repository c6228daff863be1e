/**
 * A caregiver's own journal, as the pages of Bond use it. All of it is sealed and opened here, on the
 * phone; what leaves is sealed (see delivery.js), and only what is shared on purpose is not.
 *
 * An entry is {id, edit, child, kind, at, written, ...body}: what JSON can say. `photos`, where a
 * body has it, lists the keys that `addPhoto` gave; they are shared and deleted with their entry.
 */

import { atOnce, hereOf, NotNow, stateOf } from "./here.js";
import { begun, changed, unlock } from "./keys.js";
import {
  addPhoto,
  entriesOf,
  entryOf,
  erase,
  LARGEST,
  photoOf,
  put,
  remove,
  TooLarge,
} from "./pages.js";
import { share, unshare } from "./sharing.js";
import { forgetSeat, inState, keepSeat } from "./store.js";

export { LARGEST, NotNow, TooLarge };

/** Open the journal of a seat (`<body data-seat>`), and deliver what waits when it can be. */
export async function openJournal(seat, options) {
  const here = await hereOf(seat, options);
  const { db, server } = here;
  return {
    seat,
    state: () => stateOf(here.row),
    sync: here.sync,
    onChange: here.onChange, // by this page, another tab, another phone; returns how to stop

    begin: async () => told(here, await begun(db, seat)), // {words, asked, confirm}
    newWords: async () => told(here, await changed(db, seat, server)), // the same
    unlock: (typed) => opened(here, typed), // {opened, unknown, count}

    put: (entry) => put(here, entry),
    entries: (which) => entriesOf(here, which), // {child?, kind?}
    entry: (id) => entryOf(here, id),
    remove: (id) => remove(here, id),
    erase: (id) => erase(here, id),
    addPhoto: (blob) => addPhoto(here, blob),
    photo: (key) => photoOf(here, key),
    waiting: () => inState(db, seat, "waiting"),
    refused: () => inState(db, seat, "refused"),
    unread: () => [...here.unread], // what is here and cannot be opened

    share: (id, to) => share(here, id, to), // these four, and phones: NotNow without a connection
    unshare: (id) => unshare(here, id),
    sharedWithMe: async () => (await atOnce(server.shared())).with_me,
    sharedByMe: async () => (await atOnce(server.shared())).by_me,

    phones: async () => (await atOnce(server.phones())).phones,
    thisPhone: () => here.row.phone,
    endPhone: (id) => atOnce(server.endPhone(id)),
    close: () => close(here),
    end: () => end(here),
  };
}

/** Let what a draft of words does when it is confirmed be told, and brought away. */
function told(here, draft) {
  const confirm = async (typed) => {
    const right = await draft.confirm(typed);
    await here.tell();
    if (right) here.sync();
    return right;
  };
  return { ...draft, confirm };
}

async function opened(here, typed) {
  const result = await unlock(here.db, here.seat, typed);
  await here.tell();
  if (result.opened) here.sync();
  return result;
}

/** Close the journal on this phone: nothing of it stays here. What waits would be lost. */
async function close(here) {
  await forgetSeat(here.db, here.seat);
  here.read = new Map();
  await here.tell();
}

/** Delete the journal for good: on the server now, on other phones when they hear of it. */
async function end(here) {
  await atOnce(here.server.end());
  await close(here);
  await keepSeat(here.db, here.seat, () => ({ theirs: null }));
  await here.tell();
}
