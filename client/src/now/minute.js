/**
 * The minute, found in the moments that the phone knows: what runs, what was last, who sleeps.
 * Pure: moments, exchanges and the time come in (`places/now/page.py` does the same).
 */

const HOUR = 3_600_000;
const LONGEST_SLEEP = 20 * HOUR;
const LONGEST_FEED = 3 * HOUR;

/** Return {running, last, asleep, feeding}; each null where there is none. */
export function minuteOf(moments, exchanges, now) {
  const byId = new Map(moments.map((moment) => [moment.id, moment]));
  const last = exchanges.at(-1);
  const found = last && { ...last, rows: last.moments.map((id) => byId.get(id)) };
  const runs = Boolean(found) && ["unknown", "went_on"].includes(found.end) && now < found.ended;
  return {
    running: runs ? found : null,
    last: found && !runs ? found : null,
    asleep: runningOf(moments, "sleep", now, LONGEST_SLEEP),
    feeding: runningOf(moments.filter(isTimed), "feed", now, LONGEST_FEED),
  };
}

/** Return the moment that was tapped last: a later name is a later tap. */
export function latestOf(rows) {
  return rows.reduce((one, other) => (other.id > one.id ? other : one));
}

/** Whether a feed was begun as a timer: the seconds of a side stand at nought. */
export function isTimed({ detail }) {
  return detail?.left_s === 0 || detail?.right_s === 0;
}

/** Return a feed's detail once it is over: the seconds at the side where it began. */
export function fedFor(detail, seconds) {
  const side = detail.left_s === 0 ? "left_s" : "right_s";
  return { ...detail, [side]: Math.max(1, Math.round(seconds)) };
}

/** Minutes since the last feed began and since waking; null where nobody wrote it down. */
export function clocksOf(moments, at, stale) {
  const before = moments.filter((moment) => Date.parse(moment.at) < at);
  const fed = before.findLast(({ kind, word }) => word === "feed" && kind !== "settling");
  const slept = before.findLast(({ kind, word }) => kind === "care" && word === "sleep");
  return {
    sinceFeed: fresh(fed && minutes(at - Date.parse(fed.at)), stale),
    awake: fresh(slept?.until && minutes(at - Date.parse(slept.until)), stale),
  };
}

function runningOf(moments, word, now, longest) {
  const begun = moments.findLast((moment) => moment.kind === "care" && moment.word === word);
  const runs = begun && !begun.until && now - Date.parse(begun.at) <= longest;
  return runs ? begun : null;
}

function fresh(elapsed, stale) {
  return typeof elapsed === "number" && elapsed >= 0 && elapsed <= stale ? elapsed : null;
}

function minutes(ms) {
  return ms / 60_000;
}
