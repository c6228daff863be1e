import assert from "node:assert/strict";
import { test } from "node:test";
import { asBytes, asRevision, newest } from "../../src/journal/entries.js";

const said = (edit, more = {}) => ({
  id: edit,
  edit,
  replaces: [],
  at: "2026-03-14T09:00:00Z",
  ...more,
});
const counts = (...revisions) => newest(revisions).map(({ edit }) => edit);

test("a revision is bytes and back, in whole kilobytes", () => {
  for (const text of ["", "not yet", "ä".repeat(2000)]) {
    const bytes = asBytes(said("a", { text }));
    assert.equal(bytes.length % 1024, 0);
    assert.equal(asRevision(bytes).text, text);
  }
  assert.equal(asBytes(said("a", { text: "not yet" })).length, asBytes(said("a")).length);
});

test("what is a photo is no revision, and neither is somebody else's JSON", () => {
  assert.equal(asRevision(Uint8Array.of(0xff, 0xd8, 0xff)), null);
  assert.equal(asRevision(new TextEncoder().encode('{"id": 1}')), null);
});

test("of an entry that counts which no other replaces, whatever the clocks said", () => {
  const first = said("z", { written: "2026-03-14T09:00:00Z" });
  const later = said("a", { id: "z", replaces: ["z"], written: "2026-03-12T09:00:00Z" });
  assert.deepEqual(counts(first, later), ["a"]);
  assert.deepEqual(counts(later, first), ["a"]);
});

test("of two that crossed counts the one made last, and the other is there", () => {
  const those = [said("a"), said("b", { id: "a", replaces: ["a"] })];
  const [entry] = newest([...those, said("c", { id: "a", replaces: ["a"] })]);
  assert.deepEqual([entry.edit, entry.crossed.map(({ edit }) => edit)], ["c", ["b"]]);
});

test("taken out on one phone and changed on another, an entry stays with what was written", () => {
  const changed = said("b", { id: "a", replaces: ["a"], text: "Her first laugh." });
  const gone = said("c", { id: "a", replaces: ["a"], removed: true });
  for (const those of [
    [changed, gone],
    [gone, changed],
  ]) {
    const [entry] = newest([said("a"), ...those]);
    assert.deepEqual([entry?.text, entry?.crossed.length], ["Her first laugh.", 1]);
  }
});

test("what is taken out is not there, and can be put back", () => {
  const taken = [said("a"), said("b", { id: "a", replaces: ["a"], removed: true })];
  assert.deepEqual(counts(...taken), []);
  assert.deepEqual(counts(...taken, said("c", { id: "a", replaces: ["b"] })), ["c"]);
});

test("entries come in the order of their times, in whatever zone they were told", () => {
  const late = said("a", { at: "2026-03-14T09:00:00+01:00" });
  const early = said("b", { at: "2026-03-14T07:30:00Z" });
  assert.deepEqual(counts(late, early, said("c", { at: "some day" })), ["c", "b", "a"]);
});
