import assert from "node:assert/strict";
import { test } from "node:test";
import { oneOfEach } from "../../src/now/sameness.js";

const AT = "2026-03-03T03:";

function cry(id, minute, more = {}) {
  const base = { child: "ada", kind: "signal", word: "cry", about: 0, until: null, by: null };
  return { id, ...base, answers: null, detail: {}, text: "", at: `${AT}${minute}:00Z`, ...more };
}

const same = (id) => ({ detail: { same_as: id } });
const ids = (moments) => moments.map(({ id }) => id);

test("two notes are two until one says that they are the same", () => {
  const two = [cry("a", "10"), cry("b", "12")];
  assert.deepEqual(oneOfEach(two), two);
  assert.deepEqual(ids(oneOfEach([two[0], { ...two[1], ...same("a") }])), ["a"]);
});

test("the time that is known best counts, then the earliest", () => {
  assert.deepEqual(ids(oneOfEach([cry("a", "00", { about: 30 }), cry("b", "12", same("a"))])), [
    "b",
  ]);
});

test("what answered either answers the one", () => {
  const hug = { ...cry("c", "13"), kind: "response", word: "hug", answers: "b" };
  const [, answer] = oneOfEach([cry("a", "10"), cry("b", "12", same("a")), hug]);
  assert.equal(answer.answers, "a");
});

test("what one leaves open the other says, and both texts are kept", () => {
  const first = cry("a", "10", { text: "hungry", detail: { need: "nourishment" } });
  const second = cry("b", "12", { by: "noor", text: "in the cot", ...same("a") });
  const [one] = oneOfEach([first, second]);
  assert.deepEqual(
    [one.by, one.text, one.detail],
    ["noor", "hungry\nin the cot", { need: "nourishment" }],
  );
});

test("another word, or one that is not there, says nothing", () => {
  const yawn = { ...cry("a", "10"), word: "yawn" };
  assert.deepEqual(ids(oneOfEach([yawn, cry("b", "12", same("a")), cry("c", "13", same("x"))])), [
    "a",
    "b",
    "c",
  ]);
});

test("three notes can be one, in whichever order they are read", () => {
  const three = [cry("a", "10"), cry("b", "11", same("a")), cry("c", "13", same("b"))];
  for (const order of [three, three.toReversed()]) assert.deepEqual(ids(oneOfEach(order)), ["a"]);
});
