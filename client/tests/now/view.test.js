import assert from "node:assert/strict";
import { test } from "node:test";
import { exchangesOf } from "../../src/now/exchanges.js";
import { fedFor, minuteOf } from "../../src/now/minute.js";
import { tellingOf } from "../../src/now/telling.js";
import { viewOf } from "../../src/now/view.js";

const MINUTE = 60_000;
const START = Date.parse("2026-03-01T02:04:00Z");
const WORDS = {
  told: { "signal/cry": "cried", "response/hug": "held", "settling/settled": "settled" },
  running: { cry: "She is crying" },
  lasting: ["under a minute", "one minute", "two minutes", "three minutes", "four minutes"],
  short: { minutes: "%(minutes)d min", hours: "%(hours)d h", both: "%(hours)d h %(minutes)02d" },
  about: "about %(time)s",
  since: "since %(time)s",
  first: "What did you do?",
  further: "And then?",
  undo_what: "Undo: %(what)s",
  noted: "Noted: %(what)s",
  undo: "Undo",
  lately: "A little while ago",
  earlier: "Earlier",
  took: "%(long)s, until it was settled.",
  no_end: "No end was written down.",
  by: "Written by %(who)s.",
  between: ", ",
};
const telling = tellingOf(WORDS);

function moment(minutes, what, more = {}) {
  const [kind, word] = what.split("/");
  const at = new Date(START + minutes * MINUTE).toISOString();
  const id = String(minutes).padStart(4, "0");
  return { id, kind, word, at, zone: "Europe/Berlin", by: "kim", state: "kept", ...more };
}

function view(rows, minutes, more = {}) {
  const now = START + minutes * MINUTE;
  return viewOf(minuteOf(rows, exchangesOf(rows), now), { telling, now, ...more });
}

test("an exchange runs with what was done, since when, and the way to take the last step back", () => {
  const { kind, running, helping } = view([moment(0, "signal/cry"), moment(2, "response/hug")], 4);
  const { rows, ...told } = running;
  assert.equal(kind, "running");
  assert.deepEqual(told, {
    id: "0000",
    word: "cry",
    icon: "signal-cry",
    told: "She is crying",
    since: "since 03:04",
    at: "2026-03-01T02:04:00.000Z",
    minutes: "four minutes",
    question: "And then?",
    undo: { moment: "0002", what: "Undo: held" },
  });
  assert.equal(rows.length, 2);
  assert.equal(helping.open, false);
});

test("once it is settled it is told, and by whom it was written", () => {
  const rows = [moment(0, "signal/cry"), moment(2, "settling/settled", { by: "noor" })];
  const names = { kim: "Kim", noor: "Noor" };
  const { kind, last } = view(rows, 9, { names });
  assert.equal(kind, "idle");
  assert.equal(last.heading, "A little while ago");
  assert.equal(last.told, "Two minutes, until it was settled. Written by Kim, Noor.");
  assert.equal(view(rows, 90).last.heading, "Earlier");
});

test("what nobody saw the end of is over after half an hour, without blame", () => {
  const rows = [moment(0, "signal/cry")];
  assert.equal(view(rows, 29.9).kind, "running");
  assert.deepEqual(view(rows, 30).last.told, "No end was written down.");
});

test("what was just noted stands once: in the exchange that runs, else in a line of its own", () => {
  const cry = moment(0, "signal/cry");
  assert.equal(view([cry], 1, { just: cry }).just, null);
  const settled = moment(1, "settling/settled");
  assert.deepEqual(view([cry, settled], 1, { just: settled }).just, {
    id: "0001",
    removed: false,
    told: "Noted: settled",
    act: "remove",
    way: "Undo",
  });
});

test("where somebody wants no word of what may help, none is drawn", () => {
  assert.equal(view([moment(0, "signal/cry")], 1, { helps: false }).helping, false);
});

test("a feed that is stopped says how long it was at the side where it began", () => {
  assert.deepEqual(fedFor({ side: "left", left_s: 0 }, 600.4), { side: "left", left_s: 600 });
  assert.deepEqual(fedFor({ side: "right", right_s: 0 }, 0.2), { side: "right", right_s: 1 });
});
