/**
 * Which question, if any, stands on the page today. It asks about one exchange of today that this
 * caregiver wrote down; never the same within a month; at hours at which they usually come here, and
 * by night only for who is usually here by night. `memory` is what this phone remembers of it.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BELONGS = 10 * MINUTE; // signals this near to each other are one exchange
const ANSWERS_WITHIN = 30 * MINUTE;
const MENDS_AFTER = 10 * MINUTE;
const MONTH = 31; // days
const MANY = 8; // openings, from which on they tell of somebody's own hours
const NEAR_HOURS = 2;
const SHARE = 0.2;
const [MORNING, NIGHT] = [7, 21]; // between which anybody may be asked
const PARTS = [
  [5, "night"],
  [12, "morning"],
  [18, "afternoon"],
  [22, "evening"],
  [24, "night"],
];

/** Return {form, exchange} for today, or null. `used` are keys with the days on which they were. */
export function promptOf({ moments, seat, forms, used = {}, today, turn = 0 }) {
  const exchange = lastExchange(moments, seat);
  if (!exchange) return null;
  const fresh = forms.filter(({ key }) => !(today - used[key] < MONTH));
  const fitting = fresh.filter((form) => fits(form, exchange));
  if (fitting.length === 0) return null;
  const most = Math.max(...fitting.map(closeness));
  const best = fitting.filter((form) => closeness(form) === most);
  return { form: best[(today + turn) % best.length], exchange };
}

/** Whether this is an hour at which this caregiver may be asked; `hours` are those of past visits. */
export function mayAskAt(hour, hours) {
  if (hours.length < MANY) return hour >= MORNING && hour < NIGHT;
  const near = hours.filter((each) => apart(each, hour) <= NEAR_HOURS);
  return near.length / hours.length >= SHARE;
}

const apart = (one, other) => Math.min((one - other + 24) % 24, (other - one + 24) % 24);

/** How closely a question is cut to what happened: what fits closely comes first. */
const closeness = ({ after, answered, ended }) =>
  (after.length ? 1 : 0) + (answered.length ? 1 : 0) + (ended ? 2 : 0);

function fits(form, { signs, answers, ended }) {
  const kick = signs.includes("kick");
  if (kick !== form.after.includes("kick")) return false; // before birth all is asked otherwise
  return (
    (!form.after.length || form.after.some((sign) => signs.includes(sign))) &&
    (!form.answered.length || form.answered.some((answer) => answers.includes(answer))) &&
    (!form.ended || form.ended === ended)
  );
}

/** The last exchange of these moments whose signals this caregiver wrote down; null without any. */
export function lastExchange(moments, seat) {
  const theirs = moments.filter(({ by, kind }) => by === seat && isSign(kind));
  const last = theirs.at(-1);
  if (!last) return null;
  const signs = [last];
  for (const sign of theirs.slice(0, -1).reverse()) {
    if (time(signs[0]) - time(sign) > BELONGS) break;
    signs.unshift(sign);
  }
  const [begins, ends] = [time(signs[0]), time(last) + ANSWERS_WITHIN];
  const within = moments.filter((each) => time(each) >= begins && time(each) <= ends);
  const answers = within.filter(({ by, kind }) => by === seat && kind === "response");
  const settling = within.findLast(({ kind }) => kind === "settling");
  return {
    at: last.at,
    signs: words(signs),
    answers: words(answers).filter((word) => word !== "not_just_then"), // that is not held up to them
    ended: isMended(begins, answers, settling) ? "mended" : (settling?.word ?? ""),
  };
}

const isSign = (kind) => kind === "signal" || kind === "exploring";
const time = ({ at }) => Date.parse(at);
const words = (moments) => [...new Set(moments.map(({ word }) => word))];

/** It did not work at first, or had to wait, and came good: as `engine/repair.py` has it. */
function isMended(begins, answers, settling) {
  if (settling?.word !== "settled" || answers.length === 0) return false;
  const [first, last] = [answers[0], answers.at(-1)];
  const waited = time(first) - begins > MENDS_AFTER || first.word === "not_just_then";
  const tried = time(settling) - time(first) > MENDS_AFTER && last !== first;
  return last.word !== "not_just_then" && (waited || tried);
}

/** Return which words tell the exchange: {lead, part}. */
export function leadOf({ at, answers, ended }) {
  const hour = new Date(at).getHours();
  const part = PARTS.find(([until]) => hour < until)[1];
  if (answers.length === 0) return { lead: "signs", part };
  const lead = { settled: "settled", mended: "settled", went_on: "went_on" }[ended];
  return { lead: lead ?? "answered", part };
}

/** The number of a local day, so that days can be counted. */
export const dayOf = (now) => Math.floor((now - now.getTimezoneOffset() * MINUTE) / DAY);

/** Since when moments are of today: since midnight, and by night since last evening. */
export function todaySince(now) {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return now.getHours() < PARTS[0][0] ? new Date(midnight - DAY / 4) : midnight;
}
