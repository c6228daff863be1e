import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryOf } from "../../src/bond/memory.js";
import { fill } from "../../src/bond/page.js";
import { arranged, isSealed, landmarks, leafOf } from "../../src/bond/story.js";
import { capital, counted, toldOf } from "../../src/bond/told.js";

const on = (day, kind, more) => ({ kind, at: `2026-05-${day}T10:00:00Z`, ...more });
const ids = (entries) => entries.map(({ id }) => id);
const words = {
  beginning: { first_kick: "The first kick" },
  landmark: { first_kick: "the first kick", birth: "the birth" },
  stood_in_the_way: { hard_birth: "A hard birth" },
  leaf: {
    letter: "A letter to Ada",
    sealed: "Sealed until {day}.",
    in_the_way: "{what} stood in the way.",
    let_go: "{what} stood in the way, until {day}.",
  },
};
const told = (entry, today = "2026-05-20") =>
  leafOf(entry, { words, today, dayTold: (day) => `<${day}>`, fill });

test("how it began stands first and once, then the newest first; what was let go stands apart", () => {
  const entries = [
    on("01", "delight", { id: "a" }),
    on("02", "beginning", { id: "b", day: "2026-03-01" }),
    on("03", "stood_in_the_way", { id: "c", what: "hard_birth" }),
    on("04", "stood_in_the_way", { id: "d", what: "worry", until: "2026-05-10" }),
    on("05", "beginning", { id: "e", day: "2025-12-24" }),
    on("06", "check_in", { id: "f", answer: 3 }),
    on("07", "line", { id: "g" }),
    on("08", "felt", { id: "h" }),
    on("09", "wishes", { id: "i" }),
    on("10", "scale", { id: "j" }),
  ];
  const { beginnings, story, gone } = arranged(entries);
  assert.deepEqual([ids(beginnings), ids(story), ids(gone)], [["e", "b"], ["g", "c", "a"], ["d"]]);
});

test("a sealed letter says that it is there and until when, and nothing of what it says", () => {
  const letter = on("08", "letter", { text: "Dear Ada", opens: "2044-01-10" });
  assert.equal(isSealed(letter, "2044-01-09"), true);
  const sealed = told(letter);
  assert.deepEqual([sealed.text, sealed.remark], ["", "Sealed until <2044-01-10>."]);
  assert.doesNotMatch(JSON.stringify(sealed), /Dear/);
  assert.equal(isSealed(letter, "2044-01-10"), false);
  assert.equal(told(letter, "2044-01-10").text, "Dear Ada");
  assert.equal(isSealed({ ...letter, opens: undefined }, "2026-05-20"), false);
});

test("each kind is told in its own words", () => {
  assert.equal(
    told(on("08", "beginning", { what: "first_kick", text: "Oh!" })).title,
    "The first kick",
  );
  assert.equal(
    told(on("08", "beginning", { what: "first_kick" })).when,
    "",
    "its day is not known",
  );
  const hard = { what: "hard_birth" };
  assert.equal(told(on("08", "stood_in_the_way", hard)).title, "A hard birth stood in the way.");
  assert.equal(
    told(on("08", "stood_in_the_way", { ...hard, until: "2026-05-19" })).title,
    "A hard birth stood in the way, until <2026-05-19>.",
  );
  const line = told(on("08", "line", { asked: "What may it have been?", text: "Light." }));
  assert.deepEqual([line.asked, line.text], ["What may it have been?", "Light."]);
  assert.equal(told(on("08", "delight", { day: "2026-05-07" })).when, "<2026-05-07>");
});

test("what was written of the same on two phones is all there, and a sealed letter stays sealed", () => {
  const crossed = [{ text: "From the tablet." }, { text: "Same." }];
  const entry = on("08", "delight", { text: "Same.", crossed });
  assert.equal(told(entry).crossed, "From the tablet.");
  const gone = { text: "As it was before.", removed: true };
  assert.equal(told({ ...entry, crossed: [gone] }).crossed, "");
  assert.equal(told({ ...entry, kind: "letter", opens: "2044-01-10" }).crossed, "");
  assert.equal(told(on("08", "delight", { text: "Alone." })).crossed, "");
});

test("landmarks are beginnings whose day is known", () => {
  const entries = [
    on("01", "beginning", { what: "first_kick", day: "2026-01-05" }),
    on("02", "beginning", { what: "birth" }),
    on("03", "beginning", { what: "beginning", day: "2026-02-01" }),
  ];
  assert.deepEqual(landmarks(entries, words), [
    { at: new Date("2026-01-05T12:00"), label: "the first kick" },
  ]);
});

test("the line is told by whether its change is sure, and its band by how wide it is", () => {
  const last = { low: -0.4, high: 0.6 };
  assert.deepEqual(toldOf({ low: 0.1, high: 1, n: 9 }, last), { way: "nearer", n: 9, wide: false });
  assert.equal(toldOf({ low: -1, high: -0.1, n: 9 }, last).way, "farther");
  const unsure = toldOf({ low: -1, high: 1, n: 4 }, { low: -1, high: 1 });
  assert.deepEqual(unsure, { way: "unclear", n: 4, wide: true });
  assert.equal(counted(2, ["no", "one", "two"]), "two");
  assert.equal(counted(40, []), "40");
  assert.equal(capital("nine"), "Nine");
});

test("the phone remembers hours and questions, not what was written, each seat and child apart", () => {
  const kept = new Map();
  const storage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
  const memory = memoryOf("kim", "ada", storage);
  const at = (hour, minute = 0) => new Date(2026, 4, 20, hour, minute);
  assert.deepEqual(memory.visit(at(9)), []);
  assert.deepEqual(memory.visit(at(9, 20)), [9], "the same visit");
  assert.deepEqual(memory.visit(at(11)), [9]);
  assert.deepEqual(memory.read().hours, [9, 11]);
  for (let n = 0; n < 40; n += 1) memory.visit(new Date(2026, 5, n, 8));
  assert.equal(memory.read().hours.length, 30);
  memory.shown("eyes", 100, "What?");
  memory.shown("song", 150, "What else?");
  assert.deepEqual(memory.read().used, { song: 150 }, "what is long ago is forgotten");
  assert.deepEqual(memory.read().standing, { key: "song", day: 150, text: "What else?" });
  assert.deepEqual(memoryOf("noor", "ada", storage).read(), {});
  memory.forget();
  assert.equal(kept.size, 0);
});
