/** Bring away what waits in the journal from whatever page is open: it is sealed already. */

import { deliver } from "./delivery.js";
import { serverFor } from "./server.js";
import { inState, openStore } from "./store.js";

const STORE = "holdfast-journal";

async function run(seat) {
  const stores = (await indexedDB.databases?.()) ?? [];
  if (!stores.some(({ name }) => name === STORE)) return; // nobody has a journal on this phone
  const db = await openStore();
  const going = [...(await inState(db, seat, "waiting")), ...(await inState(db, seat, "erasing"))];
  if (going.length > 0) await deliver(db, seat, serverFor(seat));
  db.close();
}

const { seat } = globalThis.document?.body?.dataset ?? {};
const opensItself = globalThis.document?.querySelector("[data-journal], [data-bond]");
if (seat && !opensItself) {
  addEventListener("online", () => run(seat));
  run(seat);
}
