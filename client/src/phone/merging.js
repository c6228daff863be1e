/** What is known and what waits, seen as one log: pure, so that it can be tried. */

const SAID = [
  ...["id", "child", "kind", "word", "at", "until", "zone", "about", "by", "to", "answers"],
  ...["detail", "text", "removed"],
];

/** Return of a moment what a person says in it, without what the server adds. */
export function said(moment) {
  return Object.fromEntries(SAID.filter((key) => key in moment).map((key) => [key, moment[key]]));
}

/**
 * Return the newest revision of each moment, in order of time, with its `state`.
 *
 * `known` are revisions that count on the server, `items` what has not left, in the order in which
 * it was made. `edits` are those that a further change replaces.
 */
export function merge(known, items) {
  const newest = new Map();
  for (const row of known) {
    const before = newest.get(row.id);
    const latest = before && goesBefore(before, row.moment) ? before : row.moment;
    const edits = [...(before?.edits ?? []), row.edit];
    newest.set(row.id, { ...latest, state: "kept", why: "", edits });
  }
  for (const { state, why, live, moment } of items) {
    const before = newest.get(moment.id);
    newest.set(moment.id, { ...before, ...moment, state, why, live, edits: [moment.edit] });
  }
  return [...newest.values()].sort(inOrder);
}

/** Of two edits that crossed, what was not taken out counts, then what was written later. */
function goesBefore(one, other) {
  return one.removed === other.removed ? one.seq > other.seq : !one.removed;
}

function inOrder(one, other) {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}
