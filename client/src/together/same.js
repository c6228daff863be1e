/**
 * One and the same, on the phone: the twin of `engine/sameness.py`.
 *
 * Moments may say `same_as` another in their detail. Of each happening one counts: the one whose
 * time is known best, of these the earliest; what it leaves open the others say.
 */

/** Return moments with each happening once, in the order in which they came. */
export function oneOfEach(moments) {
  if (!moments.some(({ detail }) => detail?.same_as)) return moments;
  const groups = happenings(moments).filter((group) => group.length > 1);
  const standsFor = new Map();
  const counting = new Map();
  for (const group of groups) {
    const [first, ...others] = group.toSorted(bestKnown);
    for (const other of others) standsFor.set(other.id, first.id);
    counting.set(first.id, inOne(first, others));
  }
  return moments
    .filter(({ id }) => !standsFor.has(id))
    .map((moment) => counting.get(moment.id) ?? moment)
    .map((moment) => answering(moment, standsFor));
}

function happenings(moments) {
  const byId = new Map(moments.map((moment) => [moment.id, moment]));
  const groupOf = new Map(moments.map((moment) => [moment.id, [moment]]));
  for (const moment of moments) {
    const other = byId.get(moment.detail?.same_as);
    if (!other || !alike(moment, other)) continue;
    const mine = groupOf.get(moment.id);
    const theirs = groupOf.get(other.id);
    if (mine === theirs) continue;
    mine.push(...theirs);
    for (const each of theirs) groupOf.set(each.id, mine);
  }
  return [...new Set(groupOf.values())];
}

function alike(one, other) {
  return one.child === other.child && one.kind === other.kind && one.word === other.word;
}

function bestKnown(one, other) {
  const about = (one.about ?? 0) - (other.about ?? 0);
  return about || Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}

function inOne(first, others) {
  const whole = { ...first };
  let detail = { ...first.detail };
  for (const other of others) {
    for (const [key, value] of Object.entries(other)) whole[key] ??= value;
    detail = { ...other.detail, ...detail };
  }
  const { same_as: _said, ...rest } = detail;
  const texts = [first, ...others].map(({ text }) => text).filter(Boolean);
  return { ...whole, detail: rest, text: [...new Set(texts)].join("\n") };
}

function answering(moment, standsFor) {
  if (!standsFor.has(moment.answers)) return moment;
  return { ...moment, answers: standsFor.get(moment.answers) };
}
