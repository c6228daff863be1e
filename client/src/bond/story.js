/** How a caregiver's entries stand on the page: how it began first, then the newest first. */

const STORY = ["delight", "stood_in_the_way", "letter", "line"];

/** Part entries: {beginnings, story, gone}. Each is shown once. */
export function arranged(entries) {
  const of = (...kinds) => entries.filter(({ kind }) => kinds.includes(kind));
  const gone = of("stood_in_the_way").filter(({ until }) => until);
  return {
    beginnings: of("beginning").sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1)),
    story: of(...STORY)
      .filter((entry) => !gone.includes(entry))
      .reverse(),
    gone,
  };
}

const dayOf = ({ day, at }) => day ?? at;

/** Whether a letter is still sealed on a day ("2044-01-10"). */
export const isSealed = ({ kind, opens }, today) =>
  kind === "letter" && Boolean(opens) && opens > today;

/**
 * What a leaf says: {when, title, asked, text, remark, crossed}. A sealed letter says no more than
 * that it is there, and until when.
 */
export function leafOf(entry, { words, today, dayTold, fill }) {
  const { kind, what, text, day, at, opens, until, asked } = entry;
  const when = kind === "beginning" ? day : (day ?? at);
  const told = { when: when ? dayTold(when) : "", title: "", asked: "", text, remark: "" };
  if (kind === "beginning") told.title = words.beginning[what];
  if (kind === "line") told.asked = asked;
  if (kind === "stood_in_the_way") {
    const heading = until ? words.leaf.let_go : words.leaf.in_the_way;
    told.title = fill(heading, {
      what: words.stood_in_the_way[what],
      day: until && dayTold(until),
    });
  }
  if (kind === "letter") {
    told.title = words.leaf.letter;
    if (isSealed(entry, today)) {
      told.text = "";
      told.remark = fill(words.leaf.sealed, { day: dayTold(opens) });
      return { ...told, crossed: "" };
    }
  }
  return { ...told, crossed: crossedIn(entry) };
}

/** What was written of the same on another phone meanwhile: nothing of it is lost. */
function crossedIn({ text, crossed = [] }) {
  const written = crossed.filter(({ removed }) => !removed).map((other) => other.text);
  const others = written.filter((other) => other && other !== text);
  return [...new Set(others)].join(" / ");
}

/** Months in which the line has a landmark: beginnings whose day is known. */
export function landmarks(entries, words) {
  return entries
    .filter(({ kind, day, what }) => kind === "beginning" && day && what !== "beginning")
    .map(({ day, what }) => ({ at: new Date(`${day}T12:00`), label: words.landmark[what] }));
}
