/** Which words tell the line: which way it went, from how many notes, and how unsure that is. */

const WIDE = 0.7; // half a band, in steps of how people differ

/** Return {way, n, since, wide} of a change over the whole line, and of its band at the end. */
export function toldOf(rise, last) {
  const way = rise.low > 0 ? "nearer" : rise.high < 0 ? "farther" : "unclear";
  return { way, n: rise.n, wide: (last.high - last.low) / 2 > WIDE };
}

/** Words for a count: a word where it is small. */
export const counted = (n, numbers) => numbers[n] ?? String(n);

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
