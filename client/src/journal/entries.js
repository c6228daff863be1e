/**
 * An entry and its revisions. Each revision is a record of its own with a name of its own; the
 * server cannot tell which belong together. Nothing is changed in place: a change or a removal is
 * a further revision that names those it replaces, so clocks that disagree put nothing in disorder.
 */

const STEP = 1024; // bytes: lengths are told in such steps only, "not yet" and a sentence look alike
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Write a revision as bytes. */
export function asBytes(revision) {
  const bytes = encoder.encode(JSON.stringify({ holdfast: "journal", ...revision }));
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / STEP) * STEP).fill(0x20);
  padded.set(bytes);
  return padded;
}

/** Read a revision from bytes; null where they are something else: a photo. */
export function asRevision(bytes) {
  if (bytes[0] !== 0x7b) return null;
  const { holdfast, ...revision } = JSON.parse(decoder.decode(bytes));
  return holdfast === "journal" ? revision : null;
}

/**
 * Return the entries that count, in order of `at`: of each the revision that no other replaces.
 * Where two crossed, what was not taken out counts, then the one made last; `crossed` holds the
 * others: none is lost.
 */
export function newest(revisions) {
  const replaced = new Set(revisions.flatMap((revision) => revision.replaces));
  const heads = revisions.filter((revision) => !replaced.has(revision.edit));
  const byEntry = Map.groupBy(heads, (head) => head.id);
  return [...byEntry.values()]
    .map((those) => those.sort(goesBefore))
    .map(([counts, ...crossed]) => (crossed.length ? { ...counts, crossed } : counts))
    .filter((entry) => !entry.removed)
    .sort((a, b) => instant(a) - instant(b) || (a.id < b.id ? -1 : 1));
}

function goesBefore(one, other) {
  if (Boolean(one.removed) !== Boolean(other.removed)) return one.removed ? 1 : -1;
  return one.edit < other.edit ? 1 : -1;
}

/** When an entry was; one whose time nobody can read comes first. */
const instant = ({ at }) => Date.parse(at) || 0;
