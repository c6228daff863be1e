/**
 * What was opened before on this phone, so that a page need not open all of it once more: some
 * milliseconds each on an old phone, and in a year there are hundreds. It is sealed by a key that
 * can be used in this browser and read out by nobody; without TLS there is none, and no memory.
 */

const AES = { name: "AES-GCM", length: 256 };
const USES = ["encrypt", "decrypt"];

/** Return what was opened before: edit → revision, null for what is a photo. */
export async function recall({ db, seat, row }) {
  const kept = row.memory && (await db.get("opened", seat));
  if (!kept) return new Map();
  try {
    const bytes = await crypto.subtle.decrypt({ ...AES, iv: kept.iv }, row.memory, kept.sealed);
    return new Map(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return new Map(); // of another key, or half written: it is opened anew
  }
}

/** Remember what is open now, and nothing of what is not here any more. */
export async function remember(here, read) {
  if (!crypto.subtle.generateKey) return;
  const { row } = here;
  const memory = row.memory ?? (await crypto.subtle.generateKey(AES, false, USES));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify([...read]));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ ...AES, iv }, memory, bytes));
  await lay(here, { memory, opened: { seat: here.seat, iv, sealed } }, row.current.id);
}

/** Lay it down, unless the journal was closed or got other words meanwhile: then nothing stays. */
async function lay({ db, seat }, { memory, opened }, under) {
  const transaction = db.transaction(["seats", "opened"], "readwrite");
  const seats = transaction.objectStore("seats");
  const row = await seats.get(seat);
  if (row?.current?.id === under) {
    seats.put({ ...row, memory });
    transaction.objectStore("opened").put(opened);
  }
  await transaction.done;
}
