/**
 * What Bond may ask, and when it stops. Everything is asked once; "not yet", "I cannot tell" and
 * silence are answers; in quiet and in loss nothing is asked at all.
 */

const DAY = 24 * 60 * 60 * 1000;
const WEEK = 6.5 * DAY; // so that a Sunday evening is a week after a Sunday night
const WEEKS = 7 * DAY;
const SLOW = 8; // weeks of "not yet", from which on distress beside it opens a door
const LATELY = 28 * DAY;
export const FEW = 4; // check-ins without which no line is drawn
const APART = 3; // weeks over which they have to lie

/** The wishes of a caregiver, as they stand. */
export const wishesOf = (entries) => ({
  relation: "",
  prompts: true,
  check_ins: true,
  ...entries.findLast(({ kind }) => kind === "wishes"),
});

/** The newest answer to "when did you first feel it?", or undefined. */
export const feltOf = (entries) => entries.findLast(({ kind }) => kind === "felt");

/** "When did you first feel it?" is asked once; after that only who opens it is asked again. */
export const asksFelt = (entries, { speaks }) => speaks && !feltOf(entries);

/** Who somebody is to the child is asked once, and may be left open. */
export const asksRelation = (entries, { speaks }) =>
  speaks && !entries.some(({ kind }) => kind === "wishes");

/** How near it was this week: a week after the last answer, or after it was put aside. */
export function asksCheckIn(entries, { speaks, now, skipped = null }) {
  if (!speaks || !wishesOf(entries).check_ins) return false;
  const last = entries.findLast(({ kind }) => kind === "check_in");
  const times = [last?.at, skipped].filter(Boolean).map((at) => Date.parse(at));
  return times.every((at) => now - at >= WEEK);
}

/** Check-ins that say how near, as the line takes them; weeks are counted from `birth`. */
export function answersOf(entries, birth) {
  return entries
    .filter(({ kind, answer }) => kind === "check_in" && Number.isInteger(answer))
    .map(({ at, answer }) => ({ week: (Date.parse(at) - birth) / WEEKS, answer }));
}

/** Whether there is enough for a line: four notes over three weeks or more. */
export const enough = (answers) =>
  answers.length >= FEW && answers.at(-1).week - answers[0].week >= APART;

/**
 * Whether a quiet door to help stands on the page: after heavy weeks, after a questionnaire that
 * suggests a talk, or where "not yet" has lasted for weeks and something heavy stands beside it.
 * Never on "not yet" alone, and never from what was written.
 */
export function doorStands(entries, { heavy, weighs, now, since }) {
  const burdens = entries.filter(
    ({ kind, what, until }) => kind === "stood_in_the_way" && !until && weighs.includes(what),
  );
  const slow = feltOf(entries)?.how === "not_yet" && (now - since) / WEEKS >= SLOW;
  const scale = entries.findLast(({ kind, talk }) => kind === "scale" && talk !== undefined);
  const lately = scale?.talk === true && now - Date.parse(scale.at) < LATELY;
  return heavy || lately || (slow && burdens.length > 0);
}
