/** One entry for others, in the clear, because its writer wants it; and that copy taken back. */

import { atOnce, NotNow } from "./here.js";
import { entryOf, photoOf } from "./pages.js";
import { toText } from "./server.js";

/** Lay a copy where those named can read it: seats, or "all" who are in the family today. */
export async function share(here, id, to) {
  const { crossed: _, replaces: __, ...said } = await entryOf(here, id);
  const photos = await Promise.all((said.photos ?? []).map((key) => inTheClear(here, key)));
  const { child } = said;
  await atOnce(here.server.share({ entry: id, child, to, said, photos }));
  await here.tell();
}

async function inTheClear(here, key) {
  const blob = await photoOf(here, key);
  if (!blob) throw new NotNow();
  return { id: key, bytes: toText(new Uint8Array(await blob.arrayBuffer())) };
}

/** Take that copy back: it is deleted for good. */
export async function unshare(here, id) {
  await atOnce(here.server.unshare(id));
  await here.tell();
}
