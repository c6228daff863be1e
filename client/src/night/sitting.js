/**
 * How long the phone has been in the hand: pure, so that it can be tried without waiting. A page
 * that is left within a minute and opened again, or another page of ours, is the same sitting.
 */

const LONG = 120_000;
const APART = 60_000;

/** Return the sitting that a look belongs to: {began, seen, told}. */
export function sittingAt(before, now) {
  const same = before && now - before.seen < APART;
  return same ? { ...before, seen: now } : { began: now, seen: now, told: false, calm: null };
}

/**
 * Whether it is time to say once that the phone can be put down: it has been looked at for two
 * minutes, or it is two minutes since she settled or began to sleep.
 */
export function isTime({ began, told, calm }, now) {
  return !told && (now - began >= LONG || (calm !== null && now - calm >= LONG));
}
