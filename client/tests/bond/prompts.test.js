import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dayOf,
  lastExchange,
  leadOf,
  mayAskAt,
  promptOf,
  todaySince,
} from "../../src/bond/prompts.js";

const NINE = new Date(2026, 4, 20, 9, 0).getTime();
const me = "me";
const at = (minutes, kind, word, by = me) => ({
  kind,
  word,
  by,
  at: new Date(NINE + minutes * 60_000).toISOString(),
});
const form = (key, more = {}) => ({
  key,
  after: [],
  answered: [],
  ended: "",
  asks: `${key}?`,
  ...more,
});
const GENERAL = Array.from({ length: 36 }, (_, n) => form(`g${n}`));
const CRY = form("cry", { after: ["cry", "fuss"] });
const SUNG = form("sung", { answered: ["sing"] });
const EASED = form("eased", { after: ["cry"], ended: "settled" });
const KICK = form("kick", { after: ["kick"] });
const ask = (moments, more = {}) =>
  promptOf({ moments, seat: me, forms: GENERAL, today: 0, ...more });

test("without anything of one's own today nothing is asked", () => {
  assert.equal(ask([]), null);
  assert.equal(ask([at(0, "signal", "cry", "other")]), null);
  assert.equal(ask([at(0, "care", "feed"), at(2, "response", "hug")]), null);
});

test("it asks about the last exchange: its signals, one's own answers, its end", () => {
  const moments = [
    at(-200, "signal", "coo"),
    at(0, "signal", "gaze"),
    at(4, "signal", "coo"),
    at(5, "response", "sing"),
    at(6, "response", "hug", "other"),
    at(8, "settling", "settled"),
  ];
  const { signs, answers, ended } = lastExchange(moments, me);
  assert.deepEqual([signs, answers, ended], [["gaze", "coo"], ["sing"], "settled"]);
});

test("what worked only at the second try, or had to wait, was mended", () => {
  const ended = (...moments) => lastExchange([at(0, "signal", "cry"), ...moments], me).ended;
  const settled = (minute) => at(minute, "settling", "settled");
  assert.equal(ended(at(1, "response", "hug"), at(14, "response", "feed"), settled(18)), "mended");
  assert.equal(ended(at(15, "response", "hug"), settled(18)), "mended");
  assert.equal(
    ended(at(1, "response", "not_just_then"), at(4, "response", "hug"), settled(6)),
    "mended",
  );
  assert.equal(ended(at(1, "response", "hug"), at(2, "response", "sing"), settled(6)), "settled");
  assert.equal(ended(settled(6)), "settled");
  assert.equal(ended(at(1, "response", "hug")), "");
  assert.equal(ended(at(1, "response", "hug"), at(9, "settling", "went_on")), "went_on");
});

test("that it was not possible just then is not held up to anybody", () => {
  const moments = [at(0, "signal", "cry"), at(1, "response", "not_just_then")];
  assert.deepEqual(lastExchange(moments, me).answers, []);
});

test("what fits closely comes before what fits anything", () => {
  const forms = [...GENERAL, CRY, SUNG, EASED, KICK];
  const cried = [at(0, "signal", "cry"), at(1, "response", "hug"), at(3, "settling", "settled")];
  assert.equal(ask(cried, { forms }).form.key, "eased");
  assert.equal(ask(cried.slice(0, 1), { forms }).form.key, "cry");
  assert.equal(
    ask([at(0, "signal", "coo"), at(1, "response", "sing")], { forms }).form.key,
    "sung",
  );
});

test("before birth other questions are asked, and never those", () => {
  const kicked = [at(0, "signal", "kick")];
  assert.equal(ask(kicked), null);
  assert.equal(ask(kicked, { forms: [...GENERAL, KICK] }).form.key, "kick");
  assert.notEqual(ask([at(0, "signal", "gaze")], { forms: [...GENERAL, KICK] }).form.key, "kick");
});

test("in a month of the same signal no question comes twice", () => {
  const used = {};
  const asked = [];
  for (let today = 20_000; today < 20_031; today += 1) {
    const { form: one } = ask([at(0, "signal", "cry")], { forms: [...GENERAL, CRY], used, today });
    used[one.key] = today;
    asked.push(one.key);
  }
  assert.equal(new Set(asked).size, 31);
});

test("when all have been asked there is none, and after a month the first may come again", () => {
  const forms = GENERAL.slice(0, 2);
  const used = { g0: 100, g1: 110 };
  const on = (today) => ask([at(0, "signal", "cry")], { forms, used, today })?.form.key ?? null;
  assert.deepEqual([on(120), on(130), on(131), on(141)], [null, null, "g0", on(141)]);
});

test("a newcomer is asked by day, and who comes by night is asked by night", () => {
  const asked = (hours) =>
    Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => mayAskAt(hour, hours));
  assert.deepEqual(asked([]), [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  assert.deepEqual(asked(Array(10).fill(3)), [1, 2, 3, 4, 5]);
  assert.deepEqual(
    asked([...Array(8).fill(23), ...Array(4).fill(10)]),
    [0, 1, 8, 9, 10, 11, 12, 21, 22, 23],
  );
  assert.equal(mayAskAt(3, [...Array(29).fill(20), 3]), false, "one night is no rhythm");
});

test("the part of the day and how much is known choose the words before it", () => {
  const lead = (hour, answers, ended) => {
    const on = new Date(2026, 4, 20, hour, 30).toISOString();
    return Object.values(leadOf({ at: on, answers, ended }));
  };
  assert.deepEqual(lead(3, [], ""), ["signs", "night"]);
  assert.deepEqual(lead(6, ["hug"], ""), ["answered", "morning"]);
  assert.deepEqual(lead(12, ["hug"], "settled"), ["settled", "afternoon"]);
  assert.deepEqual(lead(18, ["hug"], "mended"), ["settled", "evening"]);
  assert.deepEqual(lead(23, ["hug"], "went_on"), ["went_on", "night"]);
  assert.deepEqual(lead(9, ["hug"], "settled_alone"), ["answered", "morning"]);
});

test("today begins at midnight, and by night with last evening", () => {
  assert.deepEqual(todaySince(new Date(2026, 4, 20, 9)), new Date(2026, 4, 20));
  assert.deepEqual(todaySince(new Date(2026, 4, 20, 2)), new Date(2026, 4, 19, 18));
  assert.equal(dayOf(new Date(2026, 4, 20, 23)), dayOf(new Date(2026, 4, 20, 1)));
  assert.equal(dayOf(new Date(2026, 4, 21, 1)) - dayOf(new Date(2026, 4, 20, 23)), 1);
});
