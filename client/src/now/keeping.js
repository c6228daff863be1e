/**
 * What was tapped, until the phone's disk has it: it is there to be drawn at once, and kept in the
 * order of the taps. `done` is told what the disk has; where it cannot keep one, that goes from the page
 * again and `failed` is told.
 */

import * as log from "../phone/log.js";

/** Return the keeper of a page. `reload(then)` reads the log anew, calls `then` and draws. */
export function keeper({
  seat,
  reload,
  draw,
  done,
  failed,
  log: { note, change, takeBack, putBack } = log,
}) {
  const ahead = new Map(); // what is drawn though the log does not have it yet, by id
  const names = new Map(); // what the log called it then
  let line = Promise.resolve();
  let made = 0;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone; // once: it costs as much as a tap

  const nameOf = (id) => names.get(id) ?? id;

  function show(moment, keep) {
    const shown = { ...moment, state: "waiting" };
    ahead.set(moment.id, shown);
    line = line.then(keep).then(
      (kept) => {
        names.set(moment.id, kept?.id ?? moment.id);
        done(moment);
        return reload(() => over(shown));
      },
      (error) => {
        over(shown);
        draw();
        failed(error, moment);
      },
    );
    return line;
  }

  function over(shown) {
    if (ahead.get(shown.id) === shown) ahead.delete(shown.id);
  }

  return {
    nameOf,
    busy: () => ahead.size > 0,
    /** Return moments with what was tapped since, in order of time. */
    before: (moments) => {
      const all = new Map([...moments.map((m) => [m.id, m]), ...ahead]);
      return [...all.values()].sort(inOrder);
    },
    /** Keep a new moment; returns the id under which it is drawn until the log has named it. */
    note({ ago = 0, ...moment }) {
      made += 1;
      const id = `~${String(made).padStart(6, "0")}`; // sorts after every name of the log
      const at = new Date(log.now() - ago * 60_000).toISOString();
      show({ ...moment, id, at, zone, by: seat }, () => {
        const { answers } = moment;
        return note({ ...moment, ago, zone, ...(answers ? { answers: nameOf(answers) } : {}) });
      });
      return id;
    },
    /** End what runs, or change a moment otherwise: `more` says how, `seen` which edits were shown. */
    change(moment, more, seen) {
      const until = more.until === "now" ? new Date(log.now()).toISOString() : more.until;
      const shown = { ...moment, ...more, ...(until === undefined ? {} : { until }) };
      return show(shown, () => change({ ...moment, ...more, id: nameOf(moment.id) }, seen));
    },
    takeBack: (moment) => show({ ...moment, removed: true }, () => takeBack(nameOf(moment.id))),
    putBack: (moment) => show({ ...moment, removed: false }, () => putBack(nameOf(moment.id))),
  };
}

function inOrder(one, other) {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}
