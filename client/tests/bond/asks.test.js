import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answersOf,
  asksCheckIn,
  asksFelt,
  asksRelation,
  doorStands,
  enough,
  feltOf,
  wishesOf,
} from "../../src/bond/asks.js";

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.parse("2026-05-20T10:00:00Z");
const ago = (days) => new Date(NOW - days * DAY).toISOString();
const speaks = true;
const notYet = (days) => ({ kind: "felt", how: "not_yet", at: ago(days) });
const checkIn = (days, answer = 3) => ({ kind: "check_in", answer, at: ago(days) });

test("when it was first felt is asked once, and any answer is an answer", () => {
  assert.equal(asksFelt([], { speaks }), true);
  for (const how of ["moment", "slowly", "not_yet", "cannot_tell"]) {
    assert.equal(asksFelt([{ kind: "felt", how, at: ago(300) }], { speaks }), false, how);
  }
});

test("the newest answer stands, and the older ones stay as they were said", () => {
  const entries = [notYet(60), { kind: "felt", how: "slowly", at: ago(1) }];
  assert.equal(feltOf(entries).how, "slowly");
  assert.equal(entries.length, 2);
});

test("a father who says not yet for eight weeks is never asked again, and no door stands for it alone", () => {
  const entries = [56, 49, 42, 35, 28, 21, 14, 7, 0].map(notYet);
  for (let weeks = 0; weeks <= 8; weeks += 1) {
    const now = NOW - (8 - weeks) * 7 * DAY;
    const said = entries.slice(0, weeks + 1);
    assert.equal(asksFelt(said, { speaks }), false);
    const since = NOW - 56 * DAY;
    assert.equal(doorStands(said, { heavy: false, weighs: ["low_mood"], now, since }), false);
  }
});

test("who somebody is is asked once, and silence is an answer", () => {
  assert.equal(asksRelation([], { speaks }), true);
  assert.equal(asksRelation([{ kind: "wishes", relation: "" }], { speaks }), false);
});

test("how near it was is asked a week after the last answer, or after it was put aside", () => {
  const asks = (entries, more) => asksCheckIn(entries, { speaks, now: NOW, ...more });
  assert.equal(asks([]), true);
  assert.equal(asks([checkIn(6)]), false);
  assert.equal(asks([checkIn(7)]), true);
  assert.equal(asks([checkIn(30)], { skipped: ago(2) }), false);
  assert.equal(asks([{ kind: "check_in", answer: "cannot_tell", at: ago(1) }]), false);
  assert.equal(asks([{ kind: "wishes", check_ins: false }]), false);
});

test("in quiet and in loss nothing is asked", () => {
  const silent = { speaks: false, now: NOW };
  assert.deepEqual(
    [asksFelt([], silent), asksRelation([], silent), asksCheckIn([], silent)],
    [false, false, false],
  );
});

test("wishes are as they were said last, and everything may be asked before", () => {
  assert.deepEqual(wishesOf([]), { relation: "", prompts: true, check_ins: true });
  const entries = [{ kind: "wishes", prompts: false, relation: "parent" }];
  const { relation, prompts, check_ins } = wishesOf(entries);
  assert.deepEqual([relation, prompts, check_ins], ["parent", false, true]);
});

test("only check-ins that say how near count for the line, in weeks from birth", () => {
  const birth = NOW - 70 * DAY;
  const entries = [
    checkIn(77, 2),
    { kind: "check_in", answer: "cannot_tell", at: ago(7) },
    checkIn(0, 5),
  ];
  assert.deepEqual(answersOf(entries, birth), [
    { week: -1, answer: 2 },
    { week: 10, answer: 5 },
  ]);
});

test("a line wants four notes over three weeks or more", () => {
  const at = (...weeks) => weeks.map((week) => ({ week, answer: 3 }));
  assert.equal(enough(at(0, 1, 2)), false);
  assert.equal(enough(at(0, 1, 2, 2.5)), false);
  assert.equal(enough(at(0, 1, 2, 3)), true);
});

const stands = (entries, more = {}) =>
  doorStands(entries, {
    heavy: false,
    weighs: ["low_mood", "worry"],
    now: NOW,
    since: NOW - 70 * DAY,
    ...more,
  });
const burden = (what, more) => ({ kind: "stood_in_the_way", what, at: ago(3), ...more });

test("a door stands where not yet lasts and something heavy stands beside it", () => {
  assert.equal(stands([notYet(3), burden("low_mood")]), true);
  assert.equal(stands([notYet(3)]), false, "never on the statement alone");
  assert.equal(stands([burden("low_mood")]), false);
  assert.equal(stands([notYet(3), burden("early_birth")]), false);
  assert.equal(stands([notYet(3), burden("low_mood", { until: "2026-05-01" })]), false, "let go");
  assert.equal(stands([notYet(3), burden("worry")], { since: NOW - 49 * DAY }), false, "too soon");
});

test("a door stands after heavy check-ins, and for a while after a questionnaire that suggests a talk", () => {
  const scale = (days, talk) => ({ kind: "scale", at: ago(days), talk });
  assert.equal(stands([], { heavy: true }), true);
  assert.equal(stands([scale(3, true)]), true);
  assert.equal(stands([scale(3, true), scale(1, false)]), false);
  assert.equal(stands([scale(40, true)]), false);
  assert.equal(stands([{ kind: "scale", at: ago(1), form: {} }]), false);
});
