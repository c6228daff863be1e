/** What two people wrote down of one happening counts once, as in `engine/sameness.py`. */

/** Return the moments with each happening once: the one whose time is known best stands for it. */
export function oneOfEach(rows) {
  const groups = groupsOf(rows).map((group) => group.toSorted(bestKnown));
  const standsFor = new Map();
  const whole = new Map();
  for (const [first, ...others] of groups) {
    whole.set(first.id, inOne(first, others));
    for (const other of others) standsFor.set(other.id, first.id);
  }
  return rows
    .filter(({ id }) => !standsFor.has(id))
    .map((row) => whole.get(row.id) ?? row)
    .map((row) =>
      standsFor.has(row.answers) ? { ...row, answers: standsFor.get(row.answers) } : row,
    );
}

function groupsOf(rows) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const groupOf = new Map(rows.map((row) => [row.id, [row]]));
  for (const row of rows) {
    const other = byId.get(row.detail?.same_as);
    if (!other || ["child", "kind", "word"].some((key) => row[key] !== other[key])) continue;
    const [mine, theirs] = [groupOf.get(row.id), groupOf.get(other.id)];
    if (mine === theirs) continue;
    mine.push(...theirs);
    for (const each of theirs) groupOf.set(each.id, mine);
  }
  return [...new Set(groupOf.values())].filter((group) => group.length > 1);
}

function bestKnown(one, other) {
  const byTime = Date.parse(one.at) - Date.parse(other.at);
  return (one.about ?? 0) - (other.about ?? 0) || byTime || (one.id < other.id ? -1 : 1);
}

/** Take from the others what the one that counts leaves open; what waits of any waits. */
function inOne(first, others) {
  const whole = { ...first };
  for (const other of others) {
    for (const [key, value] of Object.entries(other)) whole[key] ??= value;
    whole.detail = { ...other.detail, ...whole.detail };
    if (other.state !== "kept") whole.state = other.state;
  }
  const { same_as: _same, ...detail } = whole.detail;
  const texts = new Set([first, ...others].map(({ text }) => text).filter(Boolean));
  return { ...whole, detail, text: [...texts].join("\n") };
}
