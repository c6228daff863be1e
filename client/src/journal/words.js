/**
 * The six words: drawn from the 2,048 of BIP39's English list, which were chosen so that their
 * first four letters tell them apart. The list is loaded when words are made or typed, never else.
 */

export const COUNT = 6;
const ENOUGH = 4; // letters

const list = () => import("@scure/bip39/wordlists/english.js").then(({ wordlist }) => wordlist);

/** Draw six words: 11 bits each. 2,048 parts 65,536 evenly, so no word is likelier than another. */
export async function drawWords() {
  const words = await list();
  return Array.from(crypto.getRandomValues(new Uint16Array(COUNT)), (n) => words[n % words.length]);
}

/**
 * Read typed words: in any case, with any spaces, commas or numbers between; four letters suffice.
 * Returns {words, unknown, count}: `words` as they open the journal, null while something is wrong.
 */
export async function readWords(typed) {
  const known = await list();
  const parts =
    typed
      .toLowerCase()
      .normalize("NFKD")
      .match(/[a-z]+/g) ?? [];
  const found = parts.map((part) => completed(part, known));
  const unknown = parts.filter((_, n) => !found[n]);
  const whole = found.length === COUNT && unknown.length === 0;
  return { words: whole ? found.join(" ") : null, unknown, count: parts.length };
}

/** Return the word that is meant. Longer words are known by their first four letters alone. */
function completed(part, known) {
  const start = part.slice(0, ENOUGH);
  const alike = (word) => word.length >= ENOUGH && word.slice(0, ENOUGH) === start;
  return known.includes(part) || part.length < ENOUGH
    ? known.find((word) => word === part)
    : known.find(alike);
}
