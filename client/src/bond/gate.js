/** Until the journal is open on this phone: the one sentence that fits, and the way in. */

import { openJournal } from "../journal/journal.js";

const PATIENCE = 400; // ms, after which it is said that it takes a moment

/** Open the journal of whom the page is for. Rejects where this browser keeps nothing, and says so. */
export async function openedFor(main) {
  const waits = setTimeout(() => showGate(main, "opening"), PATIENCE);
  try {
    return await openJournal(document.body.dataset.seat);
  } catch (error) {
    showGate(main, "shut");
    throw error;
  } finally {
    clearTimeout(waits);
  }
}

/** Show the gate of a state; an open journal has none. */
export function showGate(main, state) {
  for (const gate of main.querySelectorAll("[data-gate]"))
    gate.hidden = gate.dataset.gate !== state;
}
