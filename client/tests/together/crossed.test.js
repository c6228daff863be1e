import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../src/phone/merging.js";

const AT = "2026-03-03T03:10:00Z";

function head(edit, seq, more) {
  const moment = { id: "a", edit, seq, at: AT, word: "cry", removed: false, ...more };
  return { id: "a", edit, moment };
}

test("taken out on one phone and changed on the other, it stays until somebody chooses", () => {
  const changed = head("b", 2, { word: "fuss" });
  const gone = head("c", 3, { removed: true });
  for (const known of [
    [changed, gone],
    [gone, changed],
  ]) {
    const [one] = merge(known, []);
    assert.deepEqual([one.word, one.removed, one.edits.toSorted()], ["fuss", false, ["b", "c"]]);
  }
});

test("of two changes the one that was written later is shown, as on the server", () => {
  const [one] = merge([head("c", 3, { word: "yawn" }), head("b", 2, { word: "fuss" })], []);
  assert.equal(one.word, "yawn");
});
