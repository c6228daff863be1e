/**
 * The time, as the server has it. A phone's clock can be wrong by hours; whoever heard from the
 * server knows by how much.
 */

let known = 0;

/** Return the time in milliseconds, mended by what is known of this phone's clock. */
export function now() {
  return Date.now() + known;
}

/** Return by how many milliseconds this phone's clock is behind the server's. */
export function offset() {
  return known;
}

/** Take note of what was measured. */
export function setOffset(ms) {
  known = ms;
}
