/** A tap can be felt, where the phone can do that and nobody switched it off. */

import { chosen } from "./choices.js";

const SHORT = 12;
const LONGER = [12, 60, 24];

/** Answer a tap. */
export function buzz({ long = false } = {}) {
  if (chosen("buzz") !== "off") navigator.vibrate?.(long ? LONGER : SHORT);
}
