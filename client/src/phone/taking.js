/** Take in what the server says: of each moment the revisions that count. */

const KEPT_FOR = 8 * 86_400_000; // a week away

/** Return a revision as the phone keeps it. */
function rowOf(seat, moment) {
  const { id, child, edit, at } = moment;
  return { seat, id, child, edit, when: Date.parse(at), moment };
}

/** Take in revisions, in the order in which the server wrote them. */
export async function takeIn(tx, seat, moments) {
  const known = tx.objectStore("known");
  for (const moment of moments.filter(({ newest }) => newest)) {
    const count = new Set([moment.edit, ...moment.others]);
    for (const { edit } of await known.index("moment").getAll([seat, moment.id])) {
      if (!count.has(edit)) await known.delete([seat, edit]);
    }
    await known.put(rowOf(seat, moment));
  }
}

/** Let go of all that is known of a seat: it is on the server. What waits is elsewhere and stays. */
export async function forget(tx, seat) {
  const all = IDBKeyRange.bound([seat], [seat, []]);
  await tx.objectStore("known").delete(all);
}

/** Let go of what is older than a phone needs: it is on the server. */
export async function forgetOld(tx, seat) {
  const known = tx.objectStore("known");
  for await (const cursor of known.index("moment").iterate(IDBKeyRange.bound([seat], [seat, []]))) {
    if (cursor.value.when < Date.now() - KEPT_FOR) await cursor.delete();
  }
}

/** Let go of a person's log, sheets and family. */
export async function forgetSeat(db, seat) {
  const tx = db.transaction(["known", "sheets", "about"], "readwrite");
  await forget(tx, seat);
  await tx.objectStore("sheets").delete(IDBKeyRange.bound([seat], [seat, []]));
  await tx.objectStore("about").delete(seat);
  await tx.done;
}
