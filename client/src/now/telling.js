/**
 * Tell a moment and the lengths of time, in the words that the page brought with it: the twin of
 * `telling/care.py`, `telling/spans.py` and `web/drawn.py`, held to them by a test.
 */

import { fill } from "./fill.js";

const MINUTE = 60_000;

/** Return what tells moments in these words (`telling/phone.py`). */
export function tellingOf(words) {
  const short = (ms) => shortIn(words.short, ms);
  const lasting = (ms) => words.lasting[wholeMinutes(ms)] ?? short(ms);
  const told = (moment) => {
    const { kind, word = "", until } = moment;
    const lasted = until ? Date.parse(until) - Date.parse(moment.at) : null;
    const said = words.told[`${kind}/${word}`];
    if (kind === "care") return care(words, moment, said, lasted, short);
    if (kind === "response" && word === "feed") {
      return [said, ...feed(words, moment.detail ?? {})].join(", ");
    }
    return lasted === null ? said : `${said}, ${short(lasted)}`;
  };
  const clock = (moment) => {
    const time = timeOfDay(moment.at, moment.zone);
    return moment.about ? fill(words.about, { time }) : time;
  };
  const say = (key, places) => fill(words[key], places);
  return { words, short, lasting, told, clock, say };
}

/** Return how long, where there is little room: "40 min", "3 h", "3 h 10". */
export function shortIn(texts, ms) {
  const [hours, minutes] = parts(ms);
  const which = hours && minutes ? "both" : hours ? "hours" : "minutes";
  return fill(texts[which], { hours, minutes });
}

/** Return the time of day where it was lived: "03:04". */
export function timeOfDay(at, zone) {
  if (!clocks.has(zone)) {
    const shown = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
    clocks.set(zone, new Intl.DateTimeFormat("en-GB", shown));
  }
  return clocks.get(zone).format(new Date(at));
}

const clocks = new Map(); // to make one costs more than all that it will tell

/** Return the text as a sentence begins. */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function care(words, { word, detail = {} }, said, lasted, short) {
  if (word === "sleep" && lasted === null) return words.fell_asleep;
  const all = [said, ...(DETAILS[word]?.(words, detail) ?? [])];
  if (lasted === null || lasted < MINUTE) return all.join(", ");
  return all.length > 1 ? [...all, short(lasted)].join(", ") : `${said} ${short(lasted)}`;
}

function feed(words, detail) {
  const how = detail.how === "breast" && detail.side ? "" : (detail.how ?? "");
  const amount = detail.ml ? fill(words.amounts.ml, detail) : "";
  const said = [how && words.details[how], amount].filter(Boolean).join(" ");
  const side = detail.side ? words.details[detail.side] : "";
  return [said, side, detail.food].filter(Boolean);
}

function pump(words, detail) {
  const ml = detail.ml ?? (detail.left_ml ?? 0) + (detail.right_ml ?? 0);
  return ml ? [fill(words.amounts.ml, { ml })] : [];
}

function measured(...keys) {
  return (words, detail) =>
    keys.filter((key) => key in detail).map((key) => fill(words.amounts[key], detail));
}

const DETAILS = {
  feed,
  pump,
  nappy: (words, detail) =>
    ["wet", "soiled", "potty"].filter((key) => detail[key]).map((key) => words.details[key]),
  medicine: (_words, detail) => [detail.name, detail.dose].filter(Boolean),
  temperature: measured("celsius"),
  growth: measured("weight_g", "length_cm", "head_cm"),
};

function parts(ms) {
  const minutes = wholeMinutes(ms);
  return [Math.floor(minutes / 60), minutes % 60];
}

function wholeMinutes(ms) {
  return Math.max(Math.floor(ms / MINUTE), 0);
}
