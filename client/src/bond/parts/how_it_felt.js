/** The line over months: told in words first, drawn below, and nothing read from a few notes. */

import { answersOf, enough } from "../asks.js";
import { drawLine } from "../drawing.js";
import { bondLine, checkIns, rise } from "../line.js";
import { dayTold, decimal, fill, find, monthTold, onDo, piece, say } from "../page.js";
import { landmarks } from "../story.js";
import { capital, counted, toldOf } from "../told.js";

const WEEK = 7 * 24 * 60 * 60 * 1000;
const POINTS = 80;
const BEFORE = 8; // weeks before the first note, within which a landmark is still drawn
/** Weeks since birth from which on so many of the mothers asked had felt it: see A6 in priors.py. */
const OTHERS = [
  { week: -40, share: 0.539 },
  { week: 0, share: 0.753 },
  { week: 1, share: 0.858 },
  { week: 6, share: 0.951 },
  { week: 13, share: 0.993 },
];
const KNOWN_FOR = ["", "carried"];

export function howItFelt(bond) {
  const part = bond.main.querySelector('[data-part="line"]');

  onDo(part, "remove", async (button) => {
    const { id } = button.closest("li").dataset;
    const entry = bond.entries.find((one) => one.id === id);
    await bond.journal.remove(id);
    bond.say(bond.words.says.taken_out, () => bond.journal.put(entry));
  });

  return (entries) => {
    const notes = entries.filter(({ kind }) => kind === "check_in");
    part.hidden = notes.length === 0;
    drawNotes(bond, part, notes);
    const answers = answersOf(entries, bond.birthOf());
    const drawn = enough(answers) && !bond.lost;
    for (const name of ["figure", "numbers"]) find(part, name).hidden = !drawn;
    if (drawn) drawWhole(bond, part, answers);
    else sayFew(bond, part, answers.length);
  };
}

/** With few notes nothing is read from them; in loss nothing at all. */
function sayFew({ lost, words: { line, numbers } }, part, n) {
  const few = n === 1 ? line.one : fill(line.few, { Count: capital(counted(n, numbers)) });
  say(part, "told", !lost && few);
  say(part, "band", "");
  find(part, "others").hidden = true;
}

function drawWhole(bond, part, answers) {
  const observations = checkIns(answers);
  const [since, until] = [answers[0].week, answers.at(-1).week];
  const marks = landmarks(bond.entries, bond.words);
  const begins = beginOf(marks, since, bond);
  const at = Array.from(
    { length: POINTS },
    (_, k) => begins + (k * (until - begins)) / (POINTS - 1),
  );
  const { bornAt } = bond;
  const { weeks } = bondLine(observations, { at, bornAt });
  const rows = weeks.map((row) => ({ ...row, at: dateOf(row.week, bond) }));
  const told = toldOf(rise(observations, { since, until, bornAt }), rows.at(-1));
  const { line, numbers } = bond.words;
  const [from, to] = [rows[0].at, rows.at(-1).at].map((date) => monthTold(date));
  const places = { count: counted(told.n, numbers), when: monthTold(dateOf(since, bond)) };
  say(part, "told", fill(line[told.way], places));
  say(part, "band", told.wide ? line.wide : line.band);
  const others = othersOf(bond, begins, until);
  find(part, "others").hidden = !bond.speaks;
  find(part, "strip").hidden = !others;
  const words = { ...line, from, to, shows: fill(line.shows, { from, to }) };
  const within = marks.filter((mark) => mark.at >= rows[0].at && mark.at <= rows.at(-1).at);
  find(part, "figure").replaceChildren(drawLine({ rows, marks: within, others, words }));
  drawNumbers(part, rows);
}

const dateOf = (week, bond) => new Date(bond.birthOf() + week * WEEK);

/** The line begins with the first note, or with a landmark shortly before it. */
function beginOf(marks, since, bond) {
  const near = marks
    .map(({ at }) => bond.weeksOf(at.toISOString()))
    .filter((week) => week > since - BEFORE);
  return Math.min(since, ...near);
}

/** What others said, where it is known for who asks and lies within the picture. */
function othersOf(bond, begins, until) {
  if (!bond.speaks || bond.birth === null || !KNOWN_FOR.includes(bond.wishes.relation)) return null;
  if (begins > OTHERS.at(-1).week || until < OTHERS[0].week) return null;
  return OTHERS.map(({ week, share }) => ({ from: dateOf(week, bond), share }));
}

function drawNotes(bond, part, notes) {
  const items = notes.toReversed().map((entry) => {
    const note = piece("note");
    note.dataset.id = entry.id;
    note.querySelector("time").textContent = dayTold(entry.at);
    find(note, "near").textContent = bond.words.near[entry.answer];
    return note;
  });
  find(part, "notes").replaceChildren(...items);
}

/** One row a month: the last note of it. */
function drawNumbers(part, rows) {
  const months = new Map(
    rows.filter(({ answered }) => answered).map((row) => [monthTold(row.at), row]),
  );
  const cell = (text) => Object.assign(document.createElement("td"), { textContent: text });
  const lines = [...months.values()].map((row) => {
    const line = document.createElement("tr");
    const head = Object.assign(document.createElement("th"), { scope: "row" });
    head.textContent = dayTold(row.at.toISOString());
    const band = `${decimal(row.low)} … ${decimal(row.high)}`;
    line.append(head, cell(decimal(row.level)), cell(band), cell(row.n));
    return line;
  });
  find(part, "rows").replaceChildren(...lines);
}
