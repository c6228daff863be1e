import assert from "node:assert/strict";
import { test } from "node:test";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { COUNT, drawWords, readWords } from "../../src/journal/words.js";

const SIX = "sauce say rice mutual choose scout";

test("six words are drawn from the list, and no two draws are alike", async () => {
  const draws = await Promise.all(Array.from({ length: 50 }, drawWords));
  for (const words of draws) {
    assert.equal(words.length, COUNT);
    assert.ok(words.every((word) => wordlist.includes(word)));
  }
  assert.equal(new Set(draws.map(String)).size, 50);
});

test("every word of the list can be drawn, none more easily than another", async (t) => {
  assert.equal(wordlist.length, 2048);
  assert.equal(65536 % wordlist.length, 0);
  let n = 0;
  t.mock.method(crypto, "getRandomValues", (array) => array.map(() => n++));
  const drawn = new Set();
  while (n < 2048) for (const word of await drawWords()) drawn.add(word);
  assert.equal(drawn.size, 2048);
});

test("the first four letters tell every word of the list", async () => {
  const long = wordlist.filter((word) => word.length >= 4);
  for (let at = 0; at + COUNT <= long.length; at += COUNT) {
    const six = long.slice(at, at + COUNT);
    const { words } = await readWords(six.map((word) => word.slice(0, 4)).join(" "));
    assert.equal(words, six.join(" "));
  }
});

for (const typed of [
  SIX,
  "SAUCE Say rIce mutual choose scout",
  "  sauce,say\nrice;  mutual - choose/scout ",
  "1. sauce 2. say 3. rice 4. mutual 5. choose 6. scout",
  "sauc say rice mutu choo scou",
  "sauces say rices mutually choosey scouts",
]) {
  test(`read as they are meant: ${JSON.stringify(typed)}`, async () => {
    assert.equal((await readWords(typed)).words, SIX);
  });
}

for (const [typed, unknown, count] of [
  ["", [], 0],
  ["sauce say rice", [], 3],
  [`${SIX} sauce`, [], 7],
  ["sauce say rice mutual choose porridge", ["porridge"], 6],
  ["sauce sa rice mutual choose scout", ["sa"], 6],
]) {
  test(`said what is wrong with: ${JSON.stringify(typed)}`, async () => {
    assert.deepEqual(await readWords(typed), { words: null, unknown, count });
  });
}
