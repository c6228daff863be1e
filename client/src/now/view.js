/** What the minute shows, in words: pure, from what was found (`minute.js`) and the page's words. */

import { latestOf } from "./minute.js";
import { capital } from "./telling.js";

const HOUR = 3_600_000;

/** Return the view that `draw.js` draws. `names` are those of the caregivers, by id. */
export function viewOf(
  found,
  { telling, now, names = {}, just = null, helps = true, helping = null },
) {
  const { running, last, asleep, feeding } = found;
  const stands = running?.moments.includes(just?.id);
  return {
    kind: running ? "running" : "idle",
    running: running && runningTold(running, telling, now),
    helping: running && helps && { told: helping, open: running.answers.length === 0 },
    last: last && lastTold(last, telling, now, names),
    just: just && !stands ? justTold(just, telling) : null,
    asleep: timer(asleep, "asleep", "awake", telling),
    feeding: timer(feeding, "feeding", "feed", telling),
  };
}

function runningTold({ id, opened, rows }, telling, now) {
  const signals = rows.filter(({ kind }) => kind === "signal");
  const latest = signals.at(-1);
  const undone = latestOf(rows);
  return {
    id,
    rows,
    word: latest.word,
    icon: `signal-${latest.word}`,
    told: telling.words.running[latest.word],
    since: telling.say("since", { time: telling.clock(signals[0]) }),
    at: new Date(opened).toISOString(),
    minutes: telling.lasting(Math.max(now - opened, 0)),
    question: telling.say(rows.length === signals.length ? "first" : "further"),
    undo: {
      moment: undone.id,
      what: telling.say("undo_what", { what: telling.told(undone) }),
    },
  };
}

function lastTold({ opened, ended, end, by, rows }, telling, now, names) {
  const who = by.map((id) => names[id]).filter(Boolean);
  const settled = ["settled", "settled_alone"].includes(end);
  const parts = [
    settled
      ? telling.say("took", { long: capital(telling.lasting(ended - opened)) })
      : telling.say("no_end"),
    who.length > 0 && telling.say("by", { who: who.join(telling.words.between) }),
  ];
  return {
    heading: telling.say(now - ended < HOUR ? "lately" : "earlier"),
    at: new Date(opened).toISOString(),
    clock: telling.clock({ at: opened, zone: rows[0].zone }),
    rows,
    told: parts.filter(Boolean).join(" "),
  };
}

function justTold(moment, telling) {
  const { id, removed = false } = moment;
  return {
    id,
    removed,
    told: telling.say(removed ? "taken_back" : "noted", { what: telling.told(moment) }),
    act: removed ? "put_back" : "remove",
    way: telling.say(removed ? "put_back" : "undo"),
  };
}

function timer(moment, runs, rests, telling) {
  if (!moment) return { kind: rests };
  const since = telling.say("since", { time: telling.clock(moment) });
  return { kind: runs, id: moment.id, since };
}
