/** A quiet door to help. It stands after heavy weeks, and goes when they are over. */

import { answersOf, doorStands } from "../asks.js";
import { bondLine, checkIns, heavy } from "../line.js";

export function door(bond) {
  const part = bond.main.querySelector('[data-part="door"]');

  return (entries) => {
    const observations = checkIns(answersOf(entries, bond.birthOf()));
    const stands = doorStands(entries, {
      heavy: heavy(bondLine(observations, bond)),
      weighs: bond.words.heavy,
      now: Date.now(),
      since: bond.birthOf(),
    });
    part.hidden = !bond.speaks || !stands;
  };
}
